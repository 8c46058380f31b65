/* The counters: what is kept, what is not, and what happens to a file that is not theirs. */
#include "stats/stats.h"

#include "base/log.h"
#include "content/pack.h"
#include "report/figures.h"
#include "stats/schema.h"

#include "support/languages.h"
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
#include <sys/wait.h>
#include <unistd.h>

#define HOUR ((Millis)3600000)
#define DAY (24 * HOUR)

static Stats *open_stats(void) {
    return stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00")));
}

static void five_visits(Stats *stats, const char *when) {
    for (int i = 0; i < STATS_BATCH; i++)
        shop_visit(stats, true, shop_time(when));
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
    for (int i = 0; i < 10; i++)
        visit(stats, i % 2, "2026-11-23T14:32");
    stats_close(stats);
    assert_int_equal(shop_cell("activity", "2026-11", "14 done"), 10);
    assert_int_equal(shop_cell("activity", "2026-11", "14 idle"), 0);
    assert_int_equal(shop_cell("activity", "2026-11", "13 done"), 0);
    assert_int_equal(shop_cell("end", "2026-11-23", "visit"), 5);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    assert_int_equal(shop_cell("language", "2026-11", "fr"), 10);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 5);
    assert_int_equal(shop_cell("funnel", "2026-11", "01-03"), 5);
    assert_int_equal(shop_cell("letter", "2026-W48", "A"), 10);
    assert_int_equal(shop_cell("pair", "2026-W48", "RE"), 10);
    int welding = shop_cell("opened", "2026-11", "soudage");
    assert_int_equal(welding + shop_cell("opened", "2026-11", "usinage"), 10); /* one a visit */
    assert_int_equal(shop_cell("topic", "2026-11", "former"), 10);
    assert_int_equal(shop_cell("flag", "2026-W48", "none"), 5);
}

/* A visit gives one of the courses it opened, drawn, and so of labs and desks: whoever opens all of
   them weighs one. */
static void test_of_courses_labs_and_desks_one_each(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    static const Fact FACTS[] = {
        {FACT_VISIT_START, 0}, {FACT_COURSE_OPEN, 0}, {FACT_COURSE_OPEN, 1}, {FACT_COURSE_OPEN, 0},
        {FACT_LAB_OPEN, 0},    {FACT_DESK_SOUGHT, 0}, {FACT_DESK_SOUGHT, 0}, {FACT_DESK_SOUGHT, 7}};
    for (int i = 0; i < 10; i++) {
        VisitCounts counts;
        visit_counts_begin(&counts);
        for (size_t f = 0; f + (i % 2) < sizeof FACTS / sizeof *FACTS; f++)
            visit_counts_note(&counts, FACTS[f]);
        stats_count(stats, &counts, END_DONE, LANG_FR, shop_time("2026-11-23T14:00"));
    }
    stats_close(stats);
    int machining = shop_cell("course", "2026-11", "bac-pro-usinage");
    assert_int_equal(machining + shop_cell("course", "2026-11", "cap-soudage"), 10);
    assert_int_equal(shop_cell("lab", "2026-11", "fab-lab"), 10);
    assert_in_range(shop_cell("desk", "2026-11", "stages"), 5, 10);
    assert_int_equal(shop_cell("place", "2026-W48", "atelier"), 0);
}

/* A campus that calibrates counts one drawn answer, and then neither letter, pair nor facet: their
   epsilon is spent on it. One that does not counts no answer, whatever a visit notes. */
static void test_calibration_takes_the_place_of_letters(void **state) {
    (void)state;
    static const Slice CELLS[] = {{"r1 3", 4}, {"R I together", 12}};
    for (int calibrates = 0; calibrates < 2; calibrates++) {
        shop_clean();
        StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00"));
        spec.keys.sample = CELLS;
        spec.keys.sample_count = calibrates ? 2 : 0;
        Stats *stats = stats_open(spec);
        for (int i = 0; i < STATS_BATCH; i++) {
            VisitCounts counts;
            visit_counts_begin(&counts);
            static const Fact FACTS[] = {
                {FACT_VISIT_START, 0}, {FACT_QUIZ_START, 0},  {FACT_QUIZ_DONE, 0},
                {FACT_QUIZ_LETTER, 2}, {FACT_QUIZ_PAIR, 4},   {FACT_QUIZ_FACET, 1},
                {FACT_QUIZ_SAMPLE, 0}, {FACT_QUIZ_SAMPLE, 1}, {FACT_QUIZ_FLAG, 2}};
            for (size_t f = 0; f < sizeof FACTS / sizeof *FACTS; f++)
                visit_counts_note(&counts, FACTS[f]);
            stats_count(stats, &counts, END_DONE, LANG_FR, shop_time("2026-11-23T14:00"));
        }
        stats_close(stats);
        assert_int_equal(shop_cell("calibration", "2026-11", "R I together"),
                         calibrates ? 5 : -1000);
        assert_int_equal(shop_cell("calibration", "2026-11", "r1 3"), calibrates ? 0 : -1000);
        assert_int_equal(shop_cell("letter", "2026-W48", "A"), calibrates ? -1000 : 5);
        assert_int_equal(shop_cell("pair", "2026-W48", "RE"), calibrates ? -1000 : 5);
        assert_int_equal(shop_cell("facet", "2026-W48", "S"), calibrates ? -1000 : 5);
        assert_int_equal(shop_cell("flag", "2026-W48", "scattered"), 5);
    }
}

/* Two days with the same visits in another order leave the same bytes: the file does not know the
 * order. */
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
    /* The file change counter and the version that wrote last are in the header and equal as well.
     */
    assert_memory_equal(bytes[0], bytes[1], (size_t)count[0]);
    free(bytes[0]);
    free(bytes[1]);
}

static void test_minutes_are_nowhere(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    five_visits(stats, "2026-11-23T14:37:59");
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
    five_visits(stats, "2026-11-23T14:37");
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
        five_visits(stats, "2026-11-23T14:37");
        stats_close(stats);
    }
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 15);
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
    five_visits(stats, "2026-11-23T14:37");
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
    Stats *stats = open_stats();
    for (int i = 0; i < 10; i++)
        visit(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    struct stat info;
    assert_int_equal(stat(shop_path, &info), 0);
    assert_int_equal(truncate(shop_path, info.st_size / 2), 0);
    expect_moved_aside();
}

static void change_file(const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static bool is_aside(void) {
    char aside[96];
    snprintf(aside, sizeof aside, "%s.unreadable-1", shop_path);
    return access(aside, F_OK) == 0;
}

/* It is good, only not for us: it stays where the newer version will look for it, byte by byte. */
static void test_a_newer_file_stays_where_it_is(void **state) {
    (void)state;
    shop_clean();
    stats_close(open_stats());
    change_file("PRAGMA user_version=99");
    long before, after;
    unsigned char *was = file_bytes(&before);
    Stats *stats = open_stats();
    assert_int_equal(stats_state(stats), STATS_NOT_COUNTED);
    assert_non_null(strstr(stats_problem(stats), "newer version"));
    five_visits(stats, "2026-11-23T14:37");
    stats_close(stats);
    unsigned char *is = file_bytes(&after);
    assert_int_equal(before, after);
    assert_memory_equal(was, is, (size_t)before);
    assert_false(is_aside());
    free(was);
    free(is);
}

/* A row whose numbers are not those of its keys: what no page check sees. */
static void test_a_file_with_a_wrong_row_is_kept(void **state) {
    (void)state;
    shop_clean();
    stats_close(open_stats());
    change_file("UPDATE open SET n = x'00' WHERE tbl = 'end'");
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
    sqlite3 *db;
    shop_clean();
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, STATS_SCHEMA, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, OLD, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* What was counted before the upgrade is released as it was begun; what comes after is counted
   anew; the sums hold both. */
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
    sqlite3 *db;
    shop_clean();
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, STATS_SCHEMA, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, OLD, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
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
    Stats *stats = open_stats();
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

/* ---- what may pass is waited for ------------------------------------------------------------- */

static void test_goes_on_where_nothing_can_be_written(void **state) {
    (void)state;
    char nowhere[128];
    snprintf(nowhere, sizeof nowhere, "%s/no/such/folder/stats.db", shop_folder);
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T14:00"));
    spec.path = nowhere;
    Stats *stats = stats_open(spec);
    assert_non_null(strstr(stats_problem(stats), "kept in memory only"));
    for (int i = 0; i < 100; i++)
        visit(stats, true, "2026-11-23T14:37");
    stats_close(stats);
    spec.path = NULL;
    stats = stats_open(spec);
    visit(stats, true, "2026-11-23T14:37");
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
        visit(stats, true, "2026-11-22T14:37");
    five_visits(stats, "2026-11-23T14:37");
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
    Stats *first = open_stats(), *second = open_stats();
    assert_int_equal(stats_state(first), STATS_WELL);
    assert_int_equal(stats_state(second), STATS_NOT_COUNTED);
    assert_non_null(strstr(stats_problem(second), "another kiosk"));
    five_visits(first, "2026-11-23T14:00");
    for (int i = 0; i < 50; i++)
        five_visits(second, "2026-11-23T14:00");
    stats_close(first);
    stats_tick(second, shop_time("2026-11-23T16:00"));
    assert_int_equal(stats_state(second), STATS_WELL);
    five_visits(second, "2026-11-23T16:30");
    stats_close(second);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 10);
    assert_false(is_aside());
}

/* Another program reads it for a while: counted in memory, written when it is free. */
static void test_a_busy_file_is_waited_for(void **state) {
    (void)state;
    int ready[2], done[2];
    char byte = 0;
    shop_clean();
    stats_close(open_stats());
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
    Stats *stats = open_stats();
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    assert_non_null(strstr(stats_problem(stats), "another program"));
    five_visits(stats, "2026-11-23T14:37");
    assert_int_equal(write(done[1], &byte, 1), 1);
    waitpid(other, NULL, 0);
    stats_tick(stats, shop_time("2026-11-23T15:00"));
    assert_string_equal(stats_problem(stats), "");
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    assert_false(is_aside());
}

/* No descriptor is left when the kiosk starts: the good file of yesterday is not taken for a bad
   one. */
static void test_without_descriptors_it_waits(void **state) {
    (void)state;
    struct rlimit before, none;
    shop_clean();
    Stats *stats = open_stats();
    five_visits(stats, "2026-11-23T09:37");
    stats_close(stats);
    getrlimit(RLIMIT_NOFILE, &before);
    for (rlim_t spare = 0; spare < 3; spare++) { /* at the lock, at the database, at its log */
        int next = dup(0);
        close(next);
        none = (struct rlimit){(rlim_t)next + spare, before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
        stats = open_stats();
        assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
        five_visits(stats, "2026-11-23T10:37");
        setrlimit(RLIMIT_NOFILE, &before);
        stats_tick(stats, shop_time("2026-11-23T11:00"));
        assert_string_equal(stats_problem(stats), "");
        stats_close(stats);
        assert_false(is_aside());
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 10 + (int)spare * 5);
    }
}

/* SQLite gets no memory for a while: not the file's fault either. */
static void test_without_memory_it_waits(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    five_visits(stats, "2026-11-23T09:37");
    stats_close(stats);
    for (sqlite3_int64 bytes = 20000; bytes <= 120000; bytes += 20000) {
        sqlite3_hard_heap_limit64(bytes);
        stats = open_stats();
        StatsState hungry = stats_state(stats);
        assert_true(hungry == STATS_IN_MEMORY || bytes > 20000);
        sqlite3_hard_heap_limit64(0);
        stats_tick(stats, shop_time("2026-11-23T11:00"));
        assert_string_equal(stats_problem(stats), "");
        stats_close(stats);
        assert_false(is_aside());
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    }
}

/* What it held is gone with it; that is said, and counting begins anew instead of into nowhere. */
static void test_a_file_that_was_removed(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    five_visits(stats, "2026-11-23T09:37");
    unlink(shop_path);
    visit(stats, true, "2026-11-23T10:37");
    assert_non_null(strstr(stats_problem(stats), "removed or replaced"));
    for (int i = 1; i < STATS_BATCH; i++)
        visit(stats, true, "2026-11-23T10:38");
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
            stats_close(open_stats());
        if (old)
            assert_int_equal(chmod(shop_path, 0666), 0);
        Stats *stats = open_stats();
        five_visits(stats, "2026-11-23T14:37");
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

/* The system says "no more" in the middle of the work, as a full disk does: nothing is lost by it.
 */
static void test_a_full_disk_is_said_and_outlived(void **state) {
    (void)state;
    shop_clean();
    struct rlimit before, tight = {4096 * 3, 4096 * 3};
    getrlimit(RLIMIT_FSIZE, &before);
    tight.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    Stats *stats = open_stats();
    setrlimit(RLIMIT_FSIZE, &tight);
    for (int i = 0; i < 280; i++) {
        shop_visit(stats, i % 2, shop_time("2026-11-01T08:00") + i / 10 * DAY + i % 10 * HOUR);
    }
    assert_int_equal(stats_state(stats), STATS_IN_MEMORY);
    assert_non_null(strstr(stats_problem(stats), "in memory only"));
    setrlimit(RLIMIT_FSIZE, &before);
    visit(stats, true, "2026-11-28T20:00"); /* there is room again */
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
        five_visits(stats, TIMES[i]);
        five_visits(stats, "2026-11-23T10:00"); /* put right */
        assert_string_equal(stats_problem(stats), "");
        stats_tick(stats, shop_time(TIMES[i]));
        stats_close(stats);
        assert_int_equal(shop_count(true), TABLE_COUNT);
        assert_int_equal(shop_count(false), 0);
        assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 5);
    }
}

/* What is no file is left where it is. */
static void test_a_device_is_not_moved(void **state) {
    (void)state;
    shop_clean();
    assert_int_equal(mkfifo(shop_path, 0600), 0);
    Stats *stats = open_stats();
    assert_non_null(strstr(stats_problem(stats), "not a regular file"));
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
    KeyList letters = table_keys(TABLE_LETTER, &none, &arena);
    assert_int_equal(letters.count, (int)strlen(QUIZ_RIASEC));
    for (int i = 0; i < letters.count; i++)
        assert_int_equal(letters.key[i].at[0], QUIZ_RIASEC[i]);
    arena_free(&arena);
}

/* What the branches of the other screens report: a clip by its quarters, a place, a flag, a facet.
 */
static void test_every_fact_finds_its_cell(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_stats();
    VisitCounts counts;
    visit_counts_begin(&counts);
    const Fact facts[] = {{FACT_VISIT_START, 0}, {FACT_QUIZ_START, 0},  {FACT_QUIZ_ANSWER, 24},
                          {FACT_QUIZ_DONE, 0},   {FACT_QUIZ_FLAG, 3},   {FACT_QUIZ_FACET, 4},
                          {FACT_VIDEO_WATCH, 3}, {FACT_VIDEO_WATCH, 1}, {FACT_PLACE_SOUGHT, 0}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        visit_counts_note(&counts, facts[i]);
    for (int i = 0; i < STATS_BATCH; i++)
        stats_count(stats, &counts, END_HOME, LANG_EN, shop_time("2026-11-23T09:00"));
    stats_close(stats);
    assert_int_equal(shop_cell("video", "2026-11", "geste 75"), 5); /* the most that was played */
    assert_int_equal(shop_cell("video", "2026-11", "geste 25"), 0);
    assert_int_equal(shop_cell("place", "2026-W48", "atelier"), 5);
    assert_int_equal(shop_cell("flag", "2026-W48", "flat"), 5);
    assert_int_equal(shop_cell("flag", "2026-W48", "none"), 0);
    assert_int_equal(shop_cell("facet", "2026-W48", "soin"), 5);
    assert_int_equal(shop_cell("language", "2026-11", "en"), 5);
    assert_int_equal(shop_cell("activity", "2026-11", "09 home"), 5);
}

/* Facts out of range are dropped, not written beyond their place. */
static void test_tally_takes_anything(void **state) {
    (void)state;
    VisitCounts counts;
    visit_counts_begin(&counts);
    for (int kind = 0; kind <= FACT_KIND_COUNT; kind++)
        for (int arg = -3; arg < 4; arg++)
            visit_counts_note(&counts, (Fact){(FactKind)kind, arg * 300000000});
    visit_counts_note(&counts, (Fact){FACT_TRADE_OPEN, 511});
    const RecordSet *opened = &counts.set[FACT_TRADE_OPEN];
    assert_int_equal(record_set_nth(opened, record_set_count(opened) - 1), 511);
    assert_int_equal(record_set_nth(opened, 99), VISIT_COUNTS_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_each_visit_once),
        cmocka_unit_test(test_calibration_takes_the_place_of_letters),
        cmocka_unit_test(test_order_leaves_no_trace),
        cmocka_unit_test(test_minutes_are_nowhere),
        cmocka_unit_test(test_nothing_is_written_beside_the_file),
        cmocka_unit_test(test_survives_a_restart),
        cmocka_unit_test(test_a_foreign_file_is_kept_and_not_written_to),
        cmocka_unit_test(test_a_truncated_file_is_kept),
        cmocka_unit_test(test_a_newer_file_stays_where_it_is),
        cmocka_unit_test(test_a_file_with_a_wrong_row_is_kept),
        cmocka_unit_test(test_what_cannot_be_moved_aside_is_not_said_to_be),
        cmocka_unit_test(test_two_kiosks_on_one_file),
        cmocka_unit_test(test_a_busy_file_is_waited_for),
        cmocka_unit_test(test_without_descriptors_it_waits),
        cmocka_unit_test(test_without_memory_it_waits),
        cmocka_unit_test(test_a_file_that_was_removed),
        cmocka_unit_test(test_only_its_owner_reads_it),
        cmocka_unit_test(test_a_folder_that_comes_late),
        cmocka_unit_test(test_a_clock_that_cannot_be_right),
        cmocka_unit_test(test_of_courses_labs_and_desks_one_each),
        cmocka_unit_test(test_a_file_of_the_format_before_goes_on),
        cmocka_unit_test(test_the_shares_change_with_a_month),
        cmocka_unit_test(test_goes_on_where_nothing_can_be_written),
        cmocka_unit_test(test_a_full_disk_is_said_and_outlived),
        cmocka_unit_test(test_a_device_is_not_moved),
        cmocka_unit_test(test_letters_are_those_of_the_pack),
        cmocka_unit_test(test_every_fact_finds_its_cell),
        cmocka_unit_test(test_tally_takes_anything),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
