/* One pack after the other from the same records, as when a program publishes more than once. */
#include "tools/pack/write.h"

#include "support/test.h"
#include "support/world.h"

#include <stdio.h>
#include <unistd.h>

/* Without films: nothing of them is at stake. */
static void load(Arena *arena, Pack *pack) {
    char campus[512];
    Error error;
    snprintf(campus, sizeof campus, "%s/campus.pack", world_build());
    assert_true(pack_load(campus, arena, pack, &error));
    pack->clip_count = pack->film_count = 0;
    for (int i = 0; i < pack->lab_machine_count; i++)
        pack->lab_machine[i].clip = -1;
}

/* It is read back when it is written: the languages of what was read are gone by then. */
static void test_the_same_records_twice(void **state) {
    (void)state;
    static Pack pack;
    Arena arena = {0};
    Error error;
    char path[64];
    snprintf(path, sizeof path, "/tmp/azimut-write-%d", (int)getpid());
    load(&arena, &pack);
    assert_true(pack_write(&pack, NULL, NULL, path, &error));
    assert_true(pack_write(&pack, NULL, NULL, path, &error));
    unlink(path);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_same_records_twice)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
