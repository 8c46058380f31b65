/* Statistics files of older formats: what a kiosk goes on with, what the report reads. */
#include "stats/stats.h"

#include "base/log.h"
#include "report/figures.h"
#include "stats/schema.h"
#include "stats/stats_db.h"

#include "support/languages.h"
#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* A file of a kiosk as it was before labels had a row for each language. */
static const char LABELS_TO_4[] =
    "DROP TABLE label; CREATE TABLE label(tbl TEXT NOT NULL, key TEXT NOT NULL, fr TEXT NOT NULL,"
    " en TEXT NOT NULL, trade TEXT NOT NULL, PRIMARY KEY(tbl, key)) STRICT, WITHOUT ROWID";

static void make_old_file(const char *rows) {
    sqlite3 *db;
    shop_clean();
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, STATS_SCHEMA, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, LABELS_TO_4, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* A day of format 2, as it lay open: three visits said they had finished, two of them with a quiz;
   and a released day before it. */
static void make_format_2(void) {
    static const char OLD[] =
        "PRAGMA application_id=0x415A5354; PRAGMA user_version=2;"
        "INSERT INTO kiosk VALUES('0123456789abcdef', 0);"
        "INSERT INTO dict VALUES(1, 'done' || x'0a' || 'idle' || x'0a' || 'home' || x'0a'),"
        " (2, '01-03' || x'0a' || 'done' || x'0a'), (3, '09 visit' || x'0a' || '09 quiz' || x'0a');"
        "INSERT INTO released SELECT 'end', '2026-11-22', id, 1, x'070000000000000000000000'"
        " FROM kiosk;"
        "INSERT INTO released SELECT 'funnel', '2026-11-22', id, 2, x'0100000006000000' FROM kiosk;"
        "INSERT INTO open VALUES('end', '2026-11-23', 1, x'030000000000000000000000'),"
        " ('funnel', '2026-11-23', 2, x'0100000002000000'),"
        " ('activity', '2026-11-23', 3, x'0100000002000000')";
    make_old_file(OLD);
}

/* What was counted before the upgrade is released as it was begun; what comes after is counted
   anew; the sums hold both. */
static void test_a_file_of_the_format_before_goes_on(void **state) {
    (void)state;
    make_format_2();
    Stats *stats = shop_open();
    assert_string_equal(stats_problem(stats), "");
    for (int i = 0; i < 4; i++)
        shop_visit_on(stats, i == 0, "2026-11-23T09:30");
    stats_tick(stats, shop_time("2026-12-02"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "done"), 3);
    assert_int_equal(shop_cell("end", "2026-11-23", "visit"), 3);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 1);
    assert_int_equal(shop_cell("funnel", "2026-11-23", "done"), 2);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 1);
    Arena arena = {0};
    static Figures figures;
    Error error;
    assert_true(figures_read(shop_path, (FiguresWish){0}, &arena, &figures, &error));
    assert_int_equal(figures.day[0].visits.n, 7);
    assert_int_equal(figures.day[0].quizzes.n, 6);
    assert_int_equal(figures.day[1].visits.n, 3 + 4);
    assert_int_equal(figures.day[1].quizzes.n, 2 + 1);
    arena_free(&arena);
}

/* A month of format 3 that lies open, with hours and steps of the larger share. */
static void make_format_3(void) {
    static const char OLD[] =
        "PRAGMA application_id=0x415A5354; PRAGMA user_version=3;"
        "INSERT INTO kiosk VALUES('0123456789abcdef', 0);"
        "INSERT INTO dict VALUES(1, '01-03' || x'0a' || 'done' || x'0a'),"
        " (2, '09 done' || x'0a' || '09 idle' || x'0a'), (3, 'visit' || x'0a' || 'quiz' || x'0a');"
        "INSERT INTO open VALUES('end', '2026-11-23', 3, x'0300000000000000'),"
        " ('funnel', '2026-11', 1, x'0100000002000000'),"
        " ('activity', '2026-11', 2, x'0100000002000000')";
    make_old_file(OLD);
}

static void visit_a_course(Stats *stats, const char *when) {
    VisitCounts counts;
    visit_counts_begin(&counts);
    static const Fact FACTS[] = {
        {FACT_VISIT_START, 0}, {FACT_COURSE_OPEN, 0}, {FACT_LAB_OPEN, 0}, {FACT_DESK_SOUGHT, 0}};
    for (size_t f = 0; f < sizeof FACTS / sizeof *FACTS; f++)
        visit_counts_note(&counts, FACTS[f]);
    stats_count(stats, &counts, END_DONE, LANG_FR, shop_time(when));
}

static bool was_logged(const char *what) {
    char subject[LOG_SUBJECT], message[LOG_MESSAGE];
    for (int i = 0; log_recent(i, subject, message); i++)
        if (strstr(message, what))
            return true;
    return false;
}

/* Whoever came in that month spent the larger share of hours and steps: what took a part of it
   begins with the next month, and nobody is told that the clock is wrong. */
static void test_the_shares_change_with_a_month(void **state) {
    (void)state;
    make_format_3();
    bool logged_before = was_logged("clock went back");
    Stats *stats = shop_open();
    assert_string_equal(stats_problem(stats), "");
    for (int i = 0; i < STATS_BATCH; i++)
        visit_a_course(stats, "2026-11-23T09:30");
    stats_tick(stats, shop_time("2026-12-02"));
    for (int i = 0; i < STATS_BATCH; i++)
        visit_a_course(stats, "2026-12-02T09:30");
    stats_close(stats);
    assert_int_equal(shop_cell("activity", "2026-11", "09 done"), 1 + 5);
    static const char *const NEW[][2] = {
        {"course", "bac-pro-usinage"}, {"lab", "fab-lab"}, {"desk", "stages"}};
    for (size_t i = 0; i < sizeof NEW / sizeof *NEW; i++) {
        assert_int_equal(shop_cell(NEW[i][0], "2026-11", NEW[i][1]), -1000);
        assert_int_equal(shop_cell(NEW[i][0], "2026-12", NEW[i][1]), 5);
    }
    assert_int_equal(was_logged("clock went back"), logged_before);
}

static int file_number(const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    int number = stats_db_number(db, sql);
    sqlite3_close(db);
    return number;
}

/* Table, key, language, name. */
static void expect_label(const char *const label[4]) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM label WHERE tbl = '%s' AND key = '%s' AND lang = '%s'"
             " AND name = '%s'",
             label[0], label[1], label[2], label[3]);
    if (file_number(sql) != 1)
        fail_msg("%s %s is not called %s in \"%s\"", label[0], label[1], label[3], label[2]);
}

/* A label has a row in each language: what lay in two columns goes there, a note once. What the
   pack of today calls it comes over it; what it does not know stays. */
static void test_labels_of_format_4_become_rows(void **state) {
    (void)state;
    make_old_file("PRAGMA application_id=0x415A5354; PRAGMA user_version=4;"
                  "INSERT INTO kiosk VALUES('0123456789abcdef', 0);"
                  "INSERT INTO label VALUES('topic', 'gone', 'Parti', 'Gone', ''),"
                  " ('opened', 'soudage', 'Ancien nom', 'Old name', ''),"
                  " ('note', '2026-11-20 0123456789abcdef', 'Travaux', 'Travaux', '')");
    Stats *stats = shop_open();
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
    static const char *const LABELS[][4] = {
        {"topic", "gone", "fr", "Parti"},
        {"topic", "gone", "en", "Gone"},
        {"opened", "soudage", "fr", "Soudage"},
        {"opened", "soudage", "en", "Welding"},
        {"note", "2026-11-20 0123456789abcdef", "", "Travaux"},
    };
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        expect_label(LABELS[i]);
    assert_int_equal(file_number("SELECT count(*) FROM label WHERE tbl = 'note'"), 1);
    assert_int_equal(file_number("PRAGMA user_version"), STATS_FORMAT);
}

/* A file that a kiosk of format 4 has exported is read as it was, in each language. */
static void test_an_export_of_format_4_is_read(void **state) {
    (void)state;
    make_old_file(
        "PRAGMA application_id=0x415A5352; PRAGMA user_version=4;"
        "INSERT INTO kiosk VALUES('0123456789abcdef', 0);"
        "INSERT INTO dict VALUES(1, 'gone' || x'0a'), (2, 'visit' || x'0a' || 'quiz' || x'0a');"
        "INSERT INTO released VALUES"
        " ('topic', '2026-10', '0123456789abcdef', 1, x'07000000'),"
        " ('end', '2026-10-05', '0123456789abcdef', 2, x'0500000007000000');"
        "INSERT INTO label VALUES('topic', 'gone', 'Parti', 'Gone', ''),"
        " ('note', '2026-10-20 0123456789abcdef', 'Travaux', 'Travaux', '')");
    Arena arena = {0};
    static Figures figures;
    Error error;
    assert_true(figures_read(shop_path, (FiguresWish){0}, &arena, &figures, &error));
    const KeyTable *topics = &figures.table[TABLE_TOPIC];
    assert_int_equal(topics->count, 1);
    assert_true(slice_is(topics->key[0].name.in[LANG_FR], "Parti"));
    assert_true(slice_is(topics->key[0].name.in[LANG_EN], "Gone"));
    assert_int_equal(figures.note_count, 1);
    assert_true(slice_is(figures.note[0].text.in[LANG_EN], "Travaux"));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_of_the_format_before_goes_on),
        cmocka_unit_test(test_the_shares_change_with_a_month),
        cmocka_unit_test(test_labels_of_format_4_become_rows),
        cmocka_unit_test(test_an_export_of_format_4_is_read),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
