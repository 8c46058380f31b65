/* The counters: what is kept, what is not, and what happens to a file that is not theirs. */
#include "stats/stats.h"

#include "pack/schema.h"
#include "report/figures.h"
#include "stats/schema.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>


static Stats *open_stats(void) {
    return stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00")));
}

static void visit(Stats *stats, bool done, const char *when) {
    shop_visit(stats, done, shop_time(when));
}

static unsigned char *file_bytes(long *count) {
    FILE *file = fopen(shop_path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *count = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc((size_t)*count);
    assert_int_equal(fread(bytes, 1, (size_t)*count, file), (size_t)*count);
    fclose(file);
    return bytes;
}

static void test_counts_each_visit_once(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    for (int i = 0; i < 7; i++)
        visit(stats, i % 2, "2026-11-23T14:32");
    stats_close(stats);
    assert_int_equal(shop_cell("activity", "2026-11", "14 done"), 7);
    assert_int_equal(shop_cell("activity", "2026-11", "14 idle"), 0);
    assert_int_equal(shop_cell("activity", "2026-11", "13 done"), 0);
    assert_int_equal(shop_cell("end", "2026-11-23", "visit"), 4);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 3);
    assert_int_equal(shop_cell("language", "2026-11", "fr"), 7);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 3);
    assert_int_equal(shop_cell("funnel", "2026-11", "01-03"), 4);
    assert_int_equal(shop_cell("letter", "2026-W48", "A"), 7);
    assert_int_equal(shop_cell("pair", "2026-W48", "RE"), 7);
    assert_int_equal(shop_cell("opened", "2026-11", "soudage") + shop_cell("opened", "2026-11", "usinage"), 7); /* one trade a visit */
    assert_int_equal(shop_cell("topic", "2026-11", "former"), 7);
    assert_int_equal(shop_cell("flag", "2026-W48", "none"), 3);
}

/* Two days with the same visits in another order leave the same bytes: the file does not know the order. */
static void test_order_leaves_no_trace(void **state) {
    (void)state;
    unsigned char *bytes[2];
    long count[2];
    for (int order = 0; order < 2; order++) {
        shop_clean();
        Stats *stats = open_stats();
        for (int i = 0; i < 5; i++)
            visit(stats, order ? i >= 3 : i < 2, "2026-11-23T14:32");
        stats_close(stats);
        bytes[order] = file_bytes(&count[order]);
    }
    assert_int_equal(count[0], count[1]);
    /* The file change counter and the version that wrote last are in the header and equal as well. */
    assert_memory_equal(bytes[0], bytes[1], (size_t)count[0]);
    free(bytes[0]);
    free(bytes[1]);
}

static void test_minutes_are_nowhere(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    visit(stats, true, "2026-11-23T14:37:59");
    stats_close(stats);
    long count;
    unsigned char *bytes = file_bytes(&count);
    for (long i = 0; i + 5 <= count; i++)
        assert_memory_not_equal(bytes + i, "14:37", 5);
    free(bytes);
}

static void test_nothing_is_written_beside_the_file(void **state) {
    (void)state;
    shop_clean();
    char beside[80];
    Stats *stats = open_stats();
    visit(stats, true, "2026-11-23T14:37");
    snprintf(beside, sizeof beside, "%s-shm", shop_path);
    assert_int_equal(access(beside, F_OK), -1);
    stats_close(stats);
    snprintf(beside, sizeof beside, "%s-wal", shop_path);
    assert_int_equal(access(beside, F_OK), -1);
}

static void test_survives_a_restart(void **state) {
    (void)state;
    shop_clean();
    for (int run = 0; run < 3; run++) {
        Stats *stats = open_stats();
        visit(stats, true, "2026-11-23T14:37");
        stats_close(stats);
    }
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 3);
}

static void write_file(const char *text) {
    FILE *file = fopen(shop_path, "w");
    fputs(text, file);
    fclose(file);
}

static void expect_moved_aside(void) {
    char aside[96];
    Stats *stats = open_stats();
    assert_string_equal(stats_problem(stats), "");
    visit(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    snprintf(aside, sizeof aside, "%s.unreadable-1", shop_path);
    assert_int_equal(access(aside, F_OK), 0);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 1);
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
    Stats *stats = open_stats();
    for (int i = 0; i < 10; i++)
        visit(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    struct stat info;
    assert_int_equal(stat(shop_path, &info), 0);
    assert_int_equal(truncate(shop_path, info.st_size / 2), 0);
    expect_moved_aside();
}

static void test_a_newer_file_is_kept(void **state) {
    (void)state;
    shop_clean();
    stats_close(open_stats());
    sqlite3 *db;
    sqlite3_open(shop_path, &db);
    sqlite3_exec(db, "PRAGMA user_version=99", NULL, NULL, NULL);
    sqlite3_close(db);
    expect_moved_aside();
}

/* A day of format 2, as it lay open: three visits said they had finished, two of them with a quiz; and a released day before it. */
static void make_format_2(void) {
    static const char OLD[] =
        "PRAGMA application_id=0x415A5354; PRAGMA user_version=2; INSERT INTO kiosk VALUES('0123456789abcdef', 0);"
        "INSERT INTO dict VALUES(1, 'done' || x'0a' || 'idle' || x'0a' || 'home' || x'0a'),"
        " (2, '01-03' || x'0a' || 'done' || x'0a'), (3, '09 visit' || x'0a' || '09 quiz' || x'0a');"
        "INSERT INTO released SELECT 'end', '2026-11-22', id, 1, x'070000000000000000000000' FROM kiosk;"
        "INSERT INTO released SELECT 'funnel', '2026-11-22', id, 2, x'0100000006000000' FROM kiosk;"
        "INSERT INTO open VALUES('end', '2026-11-23', 1, x'030000000000000000000000'),"
        " ('funnel', '2026-11-23', 2, x'0100000002000000'), ('activity', '2026-11-23', 3, x'0100000002000000')";
    sqlite3 *db;
    shop_clean();
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, STATS_SCHEMA, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, OLD, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* What was counted before the upgrade is released as it was begun; what comes after is counted anew; the sums hold both. */
static void test_a_file_of_the_format_before_goes_on(void **state) {
    (void)state;
    make_format_2();
    Stats *stats = open_stats();
    assert_string_equal(stats_problem(stats), "");
    for (int i = 0; i < 4; i++)
        visit(stats, i == 0, "2026-11-23T09:30");
    stats_tick(stats, shop_time("2026-12-02"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "done"), 3);
    assert_int_equal(shop_cell("end", "2026-11-23", "visit"), 3);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 1);
    assert_int_equal(shop_cell("funnel", "2026-11-23", "done"), 2);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 1);
    Arena arena = {0};
    static Figures figures;
    Fault fault;
    assert_true(figures_read(shop_path, (FiguresWish){0}, &arena, &figures, &fault));
    assert_int_equal(figures.day[0].visits.n, 7);
    assert_int_equal(figures.day[0].quizzes.n, 6);
    assert_int_equal(figures.day[1].visits.n, 3 + 4);
    assert_int_equal(figures.day[1].quizzes.n, 2 + 1);
    arena_free(&arena);
}

static void test_goes_on_where_nothing_can_be_written(void **state) {
    (void)state;
    char nowhere[128];
    snprintf(nowhere, sizeof nowhere, "%s/no/such/folder/stats.db", shop_folder);
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T14:00"));
    spec.path = nowhere;
    Stats *stats = stats_open(spec);
    assert_non_null(strstr(stats_problem(stats), "not being counted"));
    for (int i = 0; i < 100; i++)
        visit(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    spec.path = NULL;
    stats = stats_open(spec);
    visit(stats, true, "2026-11-23T14:37");
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
}

/* The system says "no more" in the middle of the work, as a full disk does. */
static void test_a_full_disk_is_said_and_outlived(void **state) {
    (void)state;
    shop_clean();
    struct rlimit before, tight = {4096 * 3, 4096 * 3};
    getrlimit(RLIMIT_FSIZE, &before);
    tight.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    Stats *stats = open_stats();
    setrlimit(RLIMIT_FSIZE, &tight);
    for (int i = 0; i < 300; i++) {
        char when[24];
        snprintf(when, sizeof when, "2026-11-%02dT%02d:00", i % 28 + 1, i % 24);
        visit(stats, i % 2, when);
    }
    assert_non_null(strstr(stats_problem(stats), "not being counted"));
    setrlimit(RLIMIT_FSIZE, &before);
    visit(stats, true, "2026-12-24T10:00");
    visit(stats, true, "2026-12-24T11:00"); /* there is room again */
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
    assert_int_equal(shop_cell("funnel", "2026-12", "done"), 2);
}

/* What is no file is left where it is. */
static void test_a_device_is_not_moved(void **state) {
    (void)state;
    shop_clean();
    assert_int_equal(mkfifo(shop_path, 0600), 0);
    Stats *stats = open_stats();
    assert_non_null(strstr(stats_problem(stats), "not being counted"));
    stats_close(stats);
    struct stat info;
    assert_int_equal(lstat(shop_path, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

/* The letters of the pack's schema, in its order: a fact is an index in them. */
static void test_letters_are_those_of_the_pack(void **state) {
    (void)state;
    Arena arena = {0};
    const StatsKeys none = {0};
    KeyList letters = table_keys(TABLE_LETTER, &none, &arena), facets = table_keys(TABLE_FACET, &none, &arena);
    assert_int_equal(letters.count, (int)strlen(PACK_RIASEC));
    assert_int_equal(facets.count, (int)strlen(PACK_FACETS));
    for (int i = 0; i < letters.count; i++)
        assert_int_equal(letters.key[i].at[0], PACK_RIASEC[i]);
    for (int i = 0; i < facets.count; i++)
        assert_int_equal(facets.key[i].at[0], PACK_FACETS[i]);
    arena_free(&arena);
}

/* What the branches of the other screens report: a clip by its quarters, a place, a flag, a facet. */
static void test_every_fact_finds_its_cell(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    Tally tally;
    tally_begin(&tally);
    const Fact facts[] = {{FACT_VISIT_START, 0}, {FACT_QUIZ_START, 0},  {FACT_QUIZ_ANSWER, 24}, {FACT_QUIZ_DONE, 0},
                          {FACT_QUIZ_FLAG, 3},   {FACT_QUIZ_FACET, 9},  {FACT_VIDEO_WATCH, 3},  {FACT_VIDEO_WATCH, 1},
                          {FACT_PLACE_SOUGHT, 0}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        tally_note(&tally, facts[i]);
    stats_count(stats, &tally, END_HOME, LANG_EN, shop_time("2026-11-23T09:00"));
    stats_close(stats);
    assert_int_equal(shop_cell("video", "2026-11", "geste 75"), 1); /* the most that was played */
    assert_int_equal(shop_cell("video", "2026-11", "geste 25"), 0);
    assert_int_equal(shop_cell("place", "2026-W48", "atelier"), 1);
    assert_int_equal(shop_cell("flag", "2026-W48", "flat"), 1);
    assert_int_equal(shop_cell("flag", "2026-W48", "none"), 0);
    assert_int_equal(shop_cell("facet", "2026-W48", "H"), 1);
    assert_int_equal(shop_cell("language", "2026-11", "en"), 1);
    assert_int_equal(shop_cell("activity", "2026-11", "09 home"), 1);
}

/* Facts out of range are dropped, not written beyond their place. */
static void test_tally_takes_anything(void **state) {
    (void)state;
    Tally tally;
    tally_begin(&tally);
    for (int kind = 0; kind <= FACT_KIND_COUNT; kind++)
        for (int arg = -3; arg < 4; arg++)
            tally_note(&tally, (Fact){(FactKind)kind, arg * 300000000});
    tally_note(&tally, (Fact){FACT_TRADE_OPEN, 511});
    assert_int_equal(record_set_nth(&tally.opened, record_set_count(&tally.opened) - 1), 511);
    assert_int_equal(record_set_nth(&tally.opened, 99), TALLY_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_each_visit_once),
        cmocka_unit_test(test_order_leaves_no_trace),
        cmocka_unit_test(test_minutes_are_nowhere),
        cmocka_unit_test(test_nothing_is_written_beside_the_file),
        cmocka_unit_test(test_survives_a_restart),
        cmocka_unit_test(test_a_foreign_file_is_kept_and_not_written_to),
        cmocka_unit_test(test_a_truncated_file_is_kept),
        cmocka_unit_test(test_a_newer_file_is_kept),
        cmocka_unit_test(test_a_file_of_the_format_before_goes_on),
        cmocka_unit_test(test_goes_on_where_nothing_can_be_written),
        cmocka_unit_test(test_a_full_disk_is_said_and_outlived),
        cmocka_unit_test(test_a_device_is_not_moved),
        cmocka_unit_test(test_letters_are_those_of_the_pack),
        cmocka_unit_test(test_every_fact_finds_its_cell),
        cmocka_unit_test(test_tally_takes_anything),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
