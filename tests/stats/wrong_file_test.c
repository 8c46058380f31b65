/* A statistics file that is not what it should be: kept as it is, moved aside, or left alone. */
#include "stats/stats.h"

#include "base/log.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *text) {
    FILE *file = fopen(shop_path, "w");
    fputs(text, file);
    fclose(file);
}

static void expect_moved_aside(void) {
    char aside[96];
    Stats *stats = shop_open();
    assert_string_equal(stats_problem(stats), "");
    assert_true(stats_has_happened(stats, STATS_ASIDE));
    assert_false(stats_has_happened(stats, STATS_CLOCK_BACK));
    shop_five_visits(stats, "2026-11-23T14:37");
    stats_close(stats);
    snprintf(aside, sizeof aside, "%s.unreadable-1", shop_path);
    assert_int_equal(access(aside, F_OK), 0);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 5);
}

static void test_a_foreign_file_is_kept_and_not_written_to(void **state) {
    (void)state;
    shop_clean();
    write_file("ceci n’est pas une base de données, mais quelqu’un y tient peut-être");
    expect_moved_aside();
    shop_clean();
    sqlite3 *db;
    sqlite3_open(shop_path, &db);
    sqlite3_exec(db, "CREATE TABLE recipes(x); PRAGMA user_version=3", NULL, NULL, NULL);
    sqlite3_close(db);
    expect_moved_aside();
}

/* Half of a file is somebody's data as well. */
static void test_a_truncated_file_is_kept(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = shop_open();
    for (int i = 0; i < 10; i++)
        shop_visit_on(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    struct stat info;
    assert_int_equal(stat(shop_path, &info), 0);
    assert_int_equal(truncate(shop_path, info.st_size / 2), 0);
    expect_moved_aside();
}

/* It is good, only not for us: it stays where the newer version will look for it, byte by byte. */
static void test_a_newer_file_stays_where_it_is(void **state) {
    (void)state;
    shop_clean();
    stats_close(shop_open());
    shop_change("PRAGMA user_version=99");
    long before, after;
    unsigned char *was = shop_bytes(&before);
    Stats *stats = shop_open();
    assert_int_equal(stats_state(stats), STATS_NOT_COUNTED);
    assert_non_null(strstr(stats_problem(stats), "newer version"));
    shop_five_visits(stats, "2026-11-23T14:37");
    stats_close(stats);
    unsigned char *is = shop_bytes(&after);
    assert_int_equal(before, after);
    assert_memory_equal(was, is, (size_t)before);
    assert_false(shop_is_aside());
    free(was);
    free(is);
}

/* A row whose numbers are not those of its keys: what no page check sees. */
static void test_a_file_with_a_wrong_row_is_kept(void **state) {
    (void)state;
    shop_clean();
    stats_close(shop_open());
    shop_change("UPDATE open SET n = x'00' WHERE tbl = 'end'");
    expect_moved_aside();
}

/* It cannot be moved: not said to be kept as something, and not overwritten. */
static void test_what_cannot_be_moved_aside_is_not_said_to_be(void **state) {
    (void)state;
    char subject[LOG_SUBJECT], message[LOG_MESSAGE] = "";
    if (geteuid() == 0) /* whom no right stops: a name that is too long for the ending does */
        assert_true(strlen(shop_folder) < 64);
    char name[256], path[400];
    memset(name, 'n', sizeof name);
    name[250] = 0;
    shop_clean();
    snprintf(path, sizeof path, "%s/%s", shop_folder, name);
    FILE *file = fopen(path, "w");
    fputs("quelque chose", file);
    fclose(file);
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00"));
    spec.path = path;
    Stats *stats = stats_open(spec);
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    stats_close(stats);
    for (int i = 0; log_recent(i, subject, message); i++)
        if (strcmp(subject, "stats") == 0)
            break;
    assert_null(strstr(message, "kept as"));
    assert_non_null(strstr(message, "cannot be moved aside"));
    assert_int_equal(access(path, F_OK), 0);
}

/* What it held is gone with it; that is said, and counting begins anew instead of into nowhere. */
static void test_a_file_that_was_removed(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = shop_open();
    shop_five_visits(stats, "2026-11-23T09:37");
    unlink(shop_path);
    shop_visit_on(stats, true, "2026-11-23T10:37");
    assert_non_null(strstr(stats_problem(stats), "removed or replaced"));
    for (int i = 1; i < STATS_BATCH; i++)
        shop_visit_on(stats, true, "2026-11-23T10:38");
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
}

static void test_only_its_owner_reads_it(void **state) {
    (void)state;
    struct stat info;
    mode_t mask = umask(0);
    for (int old = 0; old < 2; old++) { /* a new file, and one that was left open to all */
        shop_clean();
        if (old)
            stats_close(shop_open());
        if (old)
            assert_int_equal(chmod(shop_path, 0666), 0);
        Stats *stats = shop_open();
        shop_five_visits(stats, "2026-11-23T14:37");
        assert_int_equal(stat(shop_path, &info), 0);
        assert_int_equal(info.st_mode & 0777, 0600);
        char log[80];
        snprintf(log, sizeof log, "%s-wal", shop_path);
        assert_int_equal(stat(log, &info), 0);
        assert_int_equal(info.st_mode & 0777, 0600);
        stats_close(stats);
    }
    umask(mask);
}

/* What is no file is left where it is. */
static void test_a_device_is_not_moved(void **state) {
    (void)state;
    shop_clean();
    assert_int_equal(mkfifo(shop_path, 0600), 0);
    Stats *stats = shop_open();
    assert_non_null(strstr(stats_problem(stats), "not a regular file"));
    stats_close(stats);
    struct stat info;
    assert_int_equal(lstat(shop_path, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_foreign_file_is_kept_and_not_written_to),
        cmocka_unit_test(test_a_truncated_file_is_kept),
        cmocka_unit_test(test_a_newer_file_stays_where_it_is),
        cmocka_unit_test(test_a_file_with_a_wrong_row_is_kept),
        cmocka_unit_test(test_what_cannot_be_moved_aside_is_not_said_to_be),
        cmocka_unit_test(test_a_file_that_was_removed),
        cmocka_unit_test(test_only_its_owner_reads_it),
        cmocka_unit_test(test_a_device_is_not_moved),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
