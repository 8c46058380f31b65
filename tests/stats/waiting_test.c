/* What passes is waited for, with the visits in memory: no folder, no right, no room, no memory,
   another program, a wrong clock. */
#include "stats/stats.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_goes_on_where_nothing_can_be_written(void **state) {
    (void)state;
    char nowhere[128];
    snprintf(nowhere, sizeof nowhere, "%s/no/such/folder/stats.db", shop_folder);
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T14:00"));
    spec.path = nowhere;
    Stats *stats = stats_open(spec);
    assert_non_null(strstr(stats_problem(stats), "kept in memory only"));
    for (int i = 0; i < 100; i++)
        shop_visit_on(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    spec.path = NULL;
    stats = stats_open(spec);
    shop_visit_on(stats, true, "2026-11-23T14:37");
    assert_string_equal(stats_problem(stats), "");
    assert_int_equal(stats_state(stats), STATS_OFF);
    stats_close(stats);
}

/* A disk that is mounted after the kiosk: nothing of two days is lost. */
static void test_a_folder_that_comes_late(void **state) {
    (void)state;
    char folder[96], path[128];
    shop_clean();
    snprintf(folder, sizeof folder, "%s/late", shop_folder);
    snprintf(path, sizeof path, "%s/stats.db", folder);
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-22T14:00"));
    spec.path = path;
    Stats *stats = stats_open(spec);
    for (int i = 0; i < 3; i++)
        shop_visit_on(stats, true, "2026-11-22T14:37");
    shop_five_visits(stats, "2026-11-23T14:37");
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    assert_int_equal(mkdir(folder, 0755), 0);
    stats_tick(stats, shop_time("2026-11-23T15:00"));
    assert_int_equal(stats_state(stats), STATS_WELL);
    stats_close(stats);
    assert_int_equal(rename(path, shop_path), 0);
    assert_int_equal(shop_cell("end", "2026-11-22", "quiz"), 3);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    assert_int_equal(shop_cell("activity", "2026-11", "14 done"), 8);
}

/* The second says so and counts nothing; when the first is gone it takes over from there. */
static void test_two_kiosks_on_one_file(void **state) {
    (void)state;
    shop_clean();
    Stats *first = shop_open(), *second = shop_open();
    assert_int_equal(stats_state(first), STATS_WELL);
    assert_int_equal(stats_state(second), STATS_NOT_COUNTED);
    assert_non_null(strstr(stats_problem(second), "another kiosk"));
    shop_five_visits(first, "2026-11-23T14:00");
    for (int i = 0; i < 50; i++)
        shop_five_visits(second, "2026-11-23T14:00");
    stats_close(first);
    stats_tick(second, shop_time("2026-11-23T16:00"));
    assert_int_equal(stats_state(second), STATS_WELL);
    shop_five_visits(second, "2026-11-23T16:30");
    stats_close(second);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 10);
    assert_false(shop_is_aside());
}

/* Another program reads it for a while: counted in memory, written when it is free. */
static void test_a_busy_file_is_waited_for(void **state) {
    (void)state;
    int ready[2], done[2];
    char byte = 0;
    shop_clean();
    stats_close(shop_open());
    assert_int_equal(pipe(ready) | pipe(done), 0);
    pid_t other = fork();
    if (other == 0) {
        sqlite3 *db;
        sqlite3_open(shop_path, &db);
        sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE", NULL, NULL, NULL);
        bool good = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
        sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
        sqlite3_close(db);
        _exit(!good);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    Stats *stats = shop_open();
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    assert_non_null(strstr(stats_problem(stats), "another program"));
    shop_five_visits(stats, "2026-11-23T14:37");
    assert_int_equal(write(done[1], &byte, 1), 1);
    waitpid(other, NULL, 0);
    stats_tick(stats, shop_time("2026-11-23T15:00"));
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    assert_false(shop_is_aside());
}

/* No descriptor is left when the kiosk starts: the good file of yesterday is not taken for a bad
   one. */
static void test_without_descriptors_it_waits(void **state) {
    (void)state;
    struct rlimit before, none;
    shop_clean();
    Stats *stats = shop_open();
    shop_five_visits(stats, "2026-11-23T09:37");
    stats_close(stats);
    getrlimit(RLIMIT_NOFILE, &before);
    for (rlim_t spare = 0; spare < 3; spare++) { /* at the lock, at the database, at its log */
        int next = dup(0);
        close(next);
        none = (struct rlimit){(rlim_t)next + spare, before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
        stats = shop_open();
        assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
        shop_five_visits(stats, "2026-11-23T10:37");
        setrlimit(RLIMIT_NOFILE, &before);
        stats_tick(stats, shop_time("2026-11-23T11:00"));
        assert_string_equal(stats_problem(stats), "");
        stats_close(stats);
        assert_false(shop_is_aside());
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 10 + (int)spare * 5);
    }
}

/* SQLite gets no memory for a while: not the file's fault either. */
static void test_without_memory_it_waits(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = shop_open();
    shop_five_visits(stats, "2026-11-23T09:37");
    stats_close(stats);
    for (sqlite3_int64 bytes = 20000; bytes <= 120000; bytes += 20000) {
        sqlite3_hard_heap_limit64(bytes);
        stats = shop_open();
        StatsState hungry = stats_state(stats);
        assert_true(hungry == STATS_IN_MEMORY || bytes > 20000);
        sqlite3_hard_heap_limit64(0);
        stats_tick(stats, shop_time("2026-11-23T11:00"));
        assert_string_equal(stats_problem(stats), "");
        stats_close(stats);
        assert_false(shop_is_aside());
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    }
}

/* The system says "no more" in the middle of the work, as a full disk does: nothing is lost by it.
 */
static void test_a_full_disk_is_said_and_outlived(void **state) {
    (void)state;
    shop_clean();
    struct rlimit before, tight = {4096 * 3, 4096 * 3};
    getrlimit(RLIMIT_FSIZE, &before);
    tight.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    Stats *stats = shop_open();
    setrlimit(RLIMIT_FSIZE, &tight);
    for (int i = 0; i < 280; i++) {
        shop_visit(stats, i % 2,
                   shop_time("2026-11-01T08:00") + i / 10 * CIVIL_DAY + i % 10 * CIVIL_HOUR);
    }
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    assert_non_null(strstr(stats_problem(stats), "in memory only"));
    setrlimit(RLIMIT_FSIZE, &before);
    shop_visit_on(stats, true, "2026-11-28T20:00"); /* there is room again */
    assert_string_equal(stats_problem(stats), "");
    stats_tick(stats, shop_time("2026-12-01T00:00"));
    stats_close(stats);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 141);
    assert_int_equal(shop_cell("end", "2026-11-03", "visit"), 5);
    assert_int_equal(shop_cell("end", "2026-11-28", "quiz"), 6);
}

/* 1970 and 1900 are no days of a kiosk: nothing is counted under them, opened or released, and it
   is said. */
static void test_a_clock_that_cannot_be_right(void **state) {
    (void)state;
    static const char *const TIMES[] = {"1970-01-01T00:00", "1900-01-01", "0001-01-01",
                                        "2101-01-01", "9998-12-31"};
    for (size_t i = 0; i < sizeof TIMES / sizeof *TIMES; i++) {
        shop_clean();
        StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time(TIMES[i]));
        Stats *stats = stats_open(spec);
        assert_int_equal(stats_state(stats), STATS_NOT_COUNTED);
        assert_non_null(strstr(stats_problem(stats), "the clock says"));
        shop_five_visits(stats, TIMES[i]);
        shop_five_visits(stats, "2026-11-23T10:00"); /* put right */
        assert_string_equal(stats_problem(stats), "");
        stats_tick(stats, shop_time(TIMES[i]));
        stats_close(stats);
        assert_int_equal(shop_count(true), TABLE_COUNT);
        assert_int_equal(shop_count(false), 0);
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goes_on_where_nothing_can_be_written),
        cmocka_unit_test(test_a_folder_that_comes_late),
        cmocka_unit_test(test_two_kiosks_on_one_file),
        cmocka_unit_test(test_a_busy_file_is_waited_for),
        cmocka_unit_test(test_without_descriptors_it_waits),
        cmocka_unit_test(test_without_memory_it_waits),
        cmocka_unit_test(test_a_full_disk_is_said_and_outlived),
        cmocka_unit_test(test_a_clock_that_cannot_be_right),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
