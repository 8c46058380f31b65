#include "support/test.h"
#include "base/errand.h"

#include <string.h>
#include <unistd.h>

static int run(Errand errand, char text[64]) {
    if (!errand.seconds)
        errand.seconds = 20;
    return errand_run(&errand, text, 64);
}

static void test_what_it_says_and_how_it_ends(void **state) {
    (void)state;
    char text[64];
    char *const says[] = {"sh", "-c", "echo heard; echo not >&2; exit 3", NULL};
    assert_int_equal(run((Errand){.command = says}, text), 3);
    assert_string_equal(text, "heard\n");
    char *const complains[] = {"sh", "-c", "echo why >&2; exit 1", NULL};
    assert_int_equal(run((Errand){.command = complains, .complains = true}, text), 1);
    assert_string_equal(text, "why\n");
}

static void test_more_than_there_is_room_for_is_cut(void **state) {
    (void)state;
    char text[64];
    char *const says[] = {"sh", "-c", "yes | head -c 100000", NULL};
    assert_int_equal(run((Errand){.command = says}, text), 0);
    assert_int_equal(strlen(text), 63);
}

static void test_it_reads_what_it_is_given(void **state) {
    (void)state;
    char text[64];
    int ends[2];
    char *const reads[] = {"cat", NULL};
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "sheet", 5), 5);
    close(ends[1]);
    assert_int_equal(run((Errand){.command = reads, .in = ends[0]}, text), 0);
    assert_string_equal(text, "sheet");
    close(ends[0]);
}

static void test_it_has_the_environment_it_is_given(void **state) {
    (void)state;
    char text[64];
    char *const asks[] = {"/bin/sh", "-c", "echo $TONGUE", NULL};
    char *const given[] = {"TONGUE=C", NULL};
    assert_int_equal(run((Errand){.command = asks, .environment = given}, text), 0);
    assert_string_equal(text, "C\n");
}

static void test_what_is_not_there_says_so(void **state) {
    (void)state;
    char text[64];
    char *const missing[] = {"/nowhere/lp", NULL};
    assert_int_equal(run((Errand){.command = missing}, text), 127);
}

static void test_what_crashes_or_hangs_is_told_apart(void **state) {
    (void)state;
    char text[64];
    char *const crashes[] = {"sh", "-c", "kill -SEGV $$", NULL};
    assert_int_equal(run((Errand){.command = crashes}, text), ERRAND_CRASHED);
    char *const hangs[] = {"sleep", "1000", NULL};
    assert_int_equal(run((Errand){.command = hangs, .seconds = 1}, text), ERRAND_TOO_SLOW);
}

/* It has closed its mouth, and goes on all the same. */
static void test_what_is_silent_and_hangs_is_ended(void **state) {
    (void)state;
    char text[64];
    char *const hangs[] = {"sh", "-c", "exec >&-; exec sleep 1000", NULL};
    assert_int_equal(run((Errand){.command = hangs, .seconds = 1}, text), ERRAND_TOO_SLOW);
}

static void test_what_is_given_up_was_not_run(void **state) {
    (void)state;
    char text[64];
    atomic_bool gives_up = true;
    char *const hangs[] = {"sleep", "1000", NULL};
    assert_int_equal(run((Errand){.command = hangs, .gives_up = &gives_up}, text), ERRAND_NOT_RUN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_it_says_and_how_it_ends),
        cmocka_unit_test(test_more_than_there_is_room_for_is_cut),
        cmocka_unit_test(test_it_reads_what_it_is_given),
        cmocka_unit_test(test_it_has_the_environment_it_is_given),
        cmocka_unit_test(test_what_is_not_there_says_so),
        cmocka_unit_test(test_what_crashes_or_hangs_is_told_apart),
        cmocka_unit_test(test_what_is_silent_and_hangs_is_ended),
        cmocka_unit_test(test_what_is_given_up_was_not_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
