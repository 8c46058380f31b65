/* A stick with a pack, with nothing, and the folder that something else fills; what the staff reads
   of it. */
#include "support/test.h"
#include "support/updates.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void test_no_stick(void **state) {
    (void)state;
    updates_write(updates.mounts, "");
    updates_expect(UPDATE_NO_STICK, "Aucune clé USB trouvée");
}

static void test_nothing_on_it(void **state) {
    (void)state;
    updates_put_sources("azimut");
    unlink(updates.mounts);
    updates_expect(UPDATE_NO_STICK, "Aucune clé");
    char line[160];
    snprintf(line, sizeof line, "/dev/sdz1 %s vfat ro 0 0\n", updates.watched);
    updates_write(updates.mounts, line);
    updates_expect(UPDATE_NOTHING, "Rien à prendre");
}

static void test_a_signed_pack(void **state) {
    (void)state;
    updates_put_pack(updates.stick, "c.pack", 3);
    updates_expect(UPDATE_READY, "Contenu 3 vérifié");
    assert_true(store_waits(&updates.store));
    assert_false(updates_view()->can_go_back); /* not while one waits */
    updates_end();
    updates_begin();
    assert_string_equal(updates_view()->store_shown[LANG_FIRST].at,
                        "Contenu 3 à l’essai depuis 00:00\u202f; celui d’origine est gardé.");
    assert_true(updates_view()->can_go_back);
    store_healthy(&updates.store);
    assert_true(
        slice_has_prefix(updates_view()->store_shown[LANG_FIRST], LIT("Contenu 3 en place")));
    updates_expect(UPDATE_REFUSED, "c.pack\u00a0: Cette borne l’a déjà.");
}

/* Of every refusal a sentence that names the file and what to do. */
static void test_every_refusal_is_said(void **state) {
    (void)state;
    for (int refusal = 1; refusal < REFUSED_COUNT; refusal++) {
        updates.update.report =
            (UpdateReport){.state = UPDATE_REFUSED, .refusal = (Refusal)refusal, .name = "c.pack"};
        for (int lang = 0; lang < langs()->count; lang++) {
            Slice said = updates_view()->update[lang];
            assert_true(slice_has_prefix(said, LIT("c.pack")));
            assert_true(said.len > 25 && said.len < 180);
        }
    }
}

static void test_an_altered_pack(void **state) {
    (void)state;
    updates_put_pack(updates.stick, "c.pack", 3);
    char path[256];
    updates_path(path, sizeof path, updates.stick, "c.pack");
    assert_int_equal(truncate(path, 100), 0);
    updates_expect(UPDATE_REFUSED, "c.pack\u00a0: Le fichier n’a pas la longueur signée");
    updates_path(path, sizeof path, updates.stick, "c.pack.minisig");
    unlink(path);
    updates_expect(UPDATE_REFUSED, "Il manque la signature");
}

/* ---- the folder that something else fills ---------------------------------------------------- */

static void test_the_folder(void **state) {
    (void)state;
    assert_int_equal(update_report(&updates.update).state, UPDATE_IDLE);
    updates_put_pack(updates.watched, "c.pack", 3);
    updates_end();
    updates_begin();
    assert_int_equal(update_report(&updates.update).state, UPDATE_READY);
    updates_end();
    updates_begin();
    assert_int_equal(updates.store.running.version, 3);
    assert_int_equal(update_report(&updates.update).state,
                     UPDATE_IDLE); /* the same one again: no word */
    updates_put_pack(updates.watched, "c.pack", 2);
    updates_end();
    updates_begin();
    assert_int_equal(update_report(&updates.update).refusal, REFUSED_OLDER);
    update_forget(&updates.update); /* nobody has seen it yet */
    assert_true(slice_find(updates_view()->update[LANG_FIRST], LIT("Plus ancien")) > 0);
}

static int times_tried(void) {
    char path[256];
    struct stat info = {0};
    updates_path(path, sizeof path, updates.work, "tried");
    stat(path, &info);
    return (int)info.st_size;
}

/* All of it is copied each time: after a minute, an hour, a day. */
static void test_the_folder_is_left_alone(void **state) {
    (void)state;
    enum { HOUR = 60, DAY = 24 * HOUR };
    char script[256];
    snprintf(script, sizeof script, "printf . >>%s/tried; exit 3", updates.work);
    updates_make_tool(script);
    updates_put_pack(updates.watched, "c.pack", 3);
    for (int minute = 0; minute < 2 * DAY + HOUR; minute++) {
        update_watch(&updates.update);
        assert_int_equal(times_tried(),
                         1 + (minute >= 1) + (minute >= 1 + HOUR) + (minute >= 1 + HOUR + DAY));
    }
    assert_int_equal(update_report(&updates.update).refusal, REFUSED_NO_TOOL);
    updates_put_pack(updates.watched, "c.pack", 4);
    update_watch(&updates.update);
    assert_int_equal(times_tried(), 5);
    updates_make_compiler(4);
    update_watch(&updates.update);
    assert_int_equal(update_report(&updates.update).state, UPDATE_READY);
}

/* Over the same pack for the second time. */
static void test_a_pack_that_is_crashed_over(void **state) {
    (void)state;
    updates_make_tool("kill -SEGV $$");
    updates_put_pack(updates.watched, "c.pack", 3);
    update_watch(&updates.update);
    assert_int_equal(update_report(&updates.update).refusal, REFUSED_TOOL_FELL);
    update_watch(&updates.update);
    assert_int_equal(update_report(&updates.update).refusal, REFUSED_UNUSABLE);
}

/* Beside the page: the same by a thread, which ends when it is told to. */
static void test_the_thread(void **state) {
    (void)state;
    UpdateSpec spec = updates.update.spec;
    spec.in_turn = false;
    update_end(&updates.update);
    atomic_store(&updates.store.stopping, false);
    updates_put_pack(updates.stick, "c.pack", 3);
    update_begin(&updates.update, spec, DEPOT_TODAY);
    update_tick(&updates.update, DEPOT_TODAY);
    update_ask(&updates.update, "fr");
    for (int i = 0; i < 2000; i++) {
        UpdateReport report = update_report(&updates.update);
        if (!update_runs(&report))
            break;
        usleep(10000);
    }
    assert_int_equal(update_report(&updates.update).state, UPDATE_READY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        UPDATE_TEST(test_no_stick),
        UPDATE_TEST(test_nothing_on_it),
        UPDATE_TEST(test_a_signed_pack),
        UPDATE_TEST(test_every_refusal_is_said),
        UPDATE_TEST(test_an_altered_pack),
        UPDATE_TEST(test_the_folder),
        UPDATE_TEST(test_the_folder_is_left_alone),
        UPDATE_TEST(test_a_pack_that_is_crashed_over),
        UPDATE_TEST(test_the_thread),
    };
    return cmocka_run_group_tests(tests, depot_setup, depot_teardown);
}
