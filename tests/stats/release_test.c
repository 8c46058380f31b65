/* A period is released once, whatever happens: clocks that jump, packs that change, reports that
 * are made every minute. */
#include "stats/cells.h"
#include "stats/stats.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define REMEMBERED 20000

static uint64_t seed;

/* ---- what was released once ------------------------------------------------------------------ */

/* A hash for each released table and period ever seen. */
static struct {
    char name[40];
    uint64_t hash;
} seen[REMEMBERED];
static int seen_count, open_twice;

static void remember(void *self, const ShopRow *row) {
    (void)self;
    char name[40];
    snprintf(name, sizeof name, "%.15s %.15s", row->table, row->period);
    uint64_t hash = slice_hash((Slice){(const char *)row->n, (int)sizeof(int32_t) * row->count},
                               slice_hash(slice_from(row->keys), 0));
    for (int i = 0; i < seen_count; i++)
        if (strcmp(seen[i].name, name) == 0) {
            open_twice += row->open; /* released, and open again */
            if (!row->open)
                assert_true(seen[i].hash == hash);
            return;
        }
    if (row->open)
        return;
    assert_true(seen_count < REMEMBERED);
    snprintf(seen[seen_count].name, sizeof seen[0].name, "%s", name);
    seen[seen_count++].hash = hash;
}

static void look_at_all(void) {
    shop_rows(remember, NULL);
    assert_int_equal(open_twice, 0);
}

static void test_a_clock_that_jumps_never_releases_twice(void **state) {
    (void)state;
    seed = 1;
    seen_count = open_twice = 0;
    shop_clean();
    Millis now = shop_time("2026-11-23T09:00");
    for (int round = 0; round < 150; round++) {
        static const Millis JUMPS[] = {
            CIVIL_HOUR,  CIVIL_HOUR, CIVIL_DAY,       CIVIL_DAY,       7 * CIVIL_DAY,
            -CIVIL_HOUR, -CIVIL_DAY, -40 * CIVIL_DAY, 400 * CIVIL_DAY, -400 * CIVIL_DAY};
        Stats *stats = shop_open_noised(3, &seed, now);
        for (int i = 0; i < 4; i++) {
            now += JUMPS[draw_splitmix(&seed, 10)];
            shop_visit(stats, true, now);
            stats_tick(stats, now);
        }
        StatsState as_it_is = stats_state(stats);
        assert_true(as_it_is == STATS_WELL || as_it_is == STATS_CLOCK_AHEAD);
        stats_close(stats);
        look_at_all();
    }
    assert_true(seen_count > 500);
}

/* What is counted in a day that is closed is left out, and that is told. */
static void test_a_clock_that_went_back_is_told(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = shop_open_noised(3, &seed, shop_time("2026-11-23T09:00"));
    for (int i = 0; i < 5; i++)
        shop_visit(stats, true, shop_time("2026-11-23T10:00"));
    stats_tick(stats, shop_time("2026-11-24T10:00"));
    assert_false(stats_has_happened(stats, STATS_CLOCK_BACK));
    for (int i = 0; i < 5; i++)
        shop_visit(stats, true, shop_time("2026-11-23T11:00"));
    stats_tick(stats, shop_time("2026-11-23T12:00"));
    assert_true(stats_has_happened(stats, STATS_CLOCK_BACK));
    assert_false(stats_has_happened(stats, STATS_ASIDE));
    stats_close(stats);
}

static void test_every_time_there_is(void **state) {
    (void)state;
    static const char *const TIMES[] = {"2020-01-01T00:00",    "2026-03-29T02:30",
                                        "2026-10-25T02:30",    "2038-01-19T03:14:07",
                                        "2038-01-19T03:14:09", "2099-12-30T23:59:59"};
    shop_clean();
    seed = 2;
    for (size_t i = 0; i < sizeof TIMES / sizeof *TIMES; i++) {
        Stats *stats = shop_open_noised(3, &seed, shop_time(TIMES[i]));
        shop_visit(stats, true, shop_time(TIMES[i]));
        stats_tick(stats, shop_time(TIMES[i]) + CIVIL_DAY);
        assert_int_not_equal(stats_state(stats), STATS_IN_MEMORY);
        assert_int_not_equal(stats_state(stats), STATS_NOT_COUNTED);
        stats_close(stats);
    }
    for (size_t i = 0; i < 2; i++) { /* a steady clock beyond all reason */
        Stats *stats = shop_open_noised(3, &seed, i ? INT64_MAX / 4 : INT64_MIN / 4);
        shop_visit(stats, true, i ? INT64_MAX / 4 : INT64_MIN / 4);
        stats_close(stats);
    }
}

/* The hour that comes twice in October and the one that does not come in March lose nothing. */
static void test_summer_time(void **state) {
    (void)state;
    shop_clean();
    const StatsDraw quiet = {draw_quiet, NULL};
    Stats *stats = stats_open(shop_spec(3, quiet, shop_time("2026-10-25T01:00")));
    static const char *const TIMES[] = {"2026-10-25T02:30", "2026-10-25T02:10", "2026-10-25T03:10"};
    for (int i = 0; i < 3; i++)
        shop_visit(stats, true, shop_time(TIMES[i]));
    stats_tick(stats, shop_time("2026-11-01"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-10-25", "quiz"), 3);
    assert_int_equal(shop_cell("activity", "2026-10", "02 done"), 2);
}

/* ---- a clock that has leapt ------------------------------------------------------------------ */

/* 2038 for some starts and then right again: the day, the week and the month go on as if nothing
   had been. */
static void test_a_clock_years_ahead_closes_nothing(void **state) {
    (void)state;
    static const char *const AHEAD[] = {"2038-01-19T09:00", "2038-01-20T09:00", "2027-06-01T09:00"};
    const StatsDraw quiet = {draw_quiet, NULL};
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, quiet, shop_time("2026-11-23T09:00")));
    shop_five_visits(stats, "2026-11-23T10:00");
    stats_close(stats);
    for (int i = 0; i < 3; i++) {
        stats = stats_open(shop_spec(3, quiet, shop_time(AHEAD[i])));
        assert_int_equal(stats_state(stats), STATS_CLOCK_AHEAD);
        assert_non_null(strstr(stats_problem(stats), "clock"));
        shop_five_visits(stats, AHEAD[i]);
        shop_visit(stats, true, shop_time(AHEAD[i]));
        stats_tick(stats, shop_time("2026-11-23T12:00")); /* put right while it runs */
        assert_int_equal(stats_state(stats), STATS_WELL);
        shop_five_visits(stats, "2026-11-23T12:30");
        stats_close(stats);
        assert_int_equal(shop_count(false), 0);
    }
    stats = stats_open(shop_spec(3, quiet, shop_time("2026-12-01T09:00")));
    assert_int_equal(stats_state(stats), STATS_WELL);
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 20);
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 20);
    assert_int_equal(shop_count(false), TABLE_COUNT);
}

/* Three months in a cupboard: what was open is released when a week of days has shown the clock to
   be right. */
static void test_a_long_pause_ends_after_a_week(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-06-01")));
    shop_five_visits(stats, "2026-06-01T10:00");
    for (int day = 0; day < 7; day++) {
        stats_close(stats);
        assert_int_equal(shop_count(false), 0);
        stats = shop_open_noised(3, &seed, shop_time("2026-09-01") + day * CIVIL_DAY);
    }
    stats_close(stats);
    assert_true(shop_cell("end", "2026-06-01", "quiz") != -1000);
    assert_int_equal(shop_count(false), TABLE_COUNT + 6 + 5); /* of June, then six days, a week */
}

/* ---- a new pack ------------------------------------------------------------------------------ */

static void test_a_pack_that_changes_in_the_middle(void **state) {
    (void)state;
    shop_clean();
    const StatsDraw quiet = {draw_quiet, NULL};
    static const struct {
        int trades;
        const char *when;
    } DAYS[] = {{2, "2026-11-02T10:00"},
                {4, "2026-11-03T10:00"},
                {1, "2026-11-04T10:00"},
                {2, "2026-11-05T10:00"}};
    for (int i = 0; i < 4; i++) {
        Stats *stats = stats_open(shop_spec(DAYS[i].trades, quiet, shop_time(DAYS[i].when)));
        for (int v = 0; v < 5; v++)
            shop_visit(stats, true, shop_time(DAYS[i].when));
        stats_close(stats);
    }
    /* The quiet draw takes the last of the trades a visit opened, which with one trade is one that
     * the pack does not have. */
    assert_int_equal(shop_cell("opened", "2026-11", "usinage"), 15);
    assert_int_equal(shop_cell("opened", "2026-11", "robots"), 0);
    Stats *stats = stats_open(shop_spec(2, quiet, shop_time("2026-12-01T10:00")));
    stats_close(stats);
    assert_int_equal(shop_cell("opened", "2026-11", "usinage"),
                     15); /* released with all the keys there were */
    assert_int_equal(shop_cell("opened", "2026-11", "robots"), 0);
    assert_int_equal(shop_cell("opened", "2026-12", "robots"), -1000);
}

/* ---- A8: a report every minute --------------------------------------------------------------- */

static void test_a_report_every_minute_says_the_same(void **state) {
    (void)state;
    char exported[96];
    Error error;
    shop_clean();
    seed = 9;
    snprintf(exported, sizeof exported, "%s/export.db", shop_folder);
    Stats *stats = shop_open_noised(3, &seed, shop_time("2026-11-23T00:00"));
    uint64_t last = 0;
    int different = 0;
    for (int minute = 0; minute < 7 * 24 * 60; minute += 7) {
        Millis now = shop_time("2026-11-23T00:00") + minute * (Millis)60000;
        if (minute % 5 == 0)
            shop_visit(stats, minute % 2, now);
        if (minute % 77)
            continue;
        stats_tick(stats, now);
        assert_true(stats_export(stats, exported, &error));
        char *bytes = NULL;
        FILE *file = fopen(exported, "rb");
        size_t size = 0;
        FILE *memory = open_memstream(&bytes, &size);
        for (int c; (c = getc(file)) != EOF;)
            putc(c, memory);
        fclose(memory);
        fclose(file);
        uint64_t hash = slice_hash((Slice){bytes, (int)size}, 0);
        free(bytes);
        different += hash != last;
        last = hash;
    }
    stats_close(stats);
    assert_int_equal(different, 7); /* at the start, and once each day that ended */
}

/* ---- a thread of its own --------------------------------------------------------------------- */

static void test_the_thread_counts_the_same(void **state) {
    (void)state;
    shop_clean();
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00"));
    spec.own_thread = true;
    Stats *stats = stats_open(spec);
    for (int i = 0; i < 503; i++)
        shop_visit(stats, true, shop_time("2026-11-23T09:00") + i / 100 * CIVIL_HOUR);
    stats_tick(stats, shop_time("2026-12-01"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 503);
    assert_int_equal(shop_cell("activity", "2026-11", "09 done"), 100);
}

static void test_a_day_with_a_hard_stop_is_noted(void **state) {
    (void)state;
    shop_clean();
    seed = 4;
    stats_close(shop_open_noised(3, &seed, shop_time("2026-11-23T09:00")));
    sqlite3 *db;
    sqlite3_stmt *stmt;
    sqlite3_open(shop_path, &db);
    sqlite3_exec(db, "UPDATE kiosk SET running = 1", NULL, NULL,
                 NULL); /* as a power cut leaves it */
    sqlite3_close(db);
    stats_close(shop_open_noised(3, &seed, shop_time("2026-11-24T09:00")));
    stats_close(shop_open_noised(3, &seed, shop_time("2026-11-25T09:00")));
    sqlite3_open(shop_path, &db);
    sqlite3_prepare_v2(db, "SELECT day, n FROM stop", -1, &stmt, NULL);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(stmt, 0), "2026-11-24");
    assert_int_equal(sqlite3_column_int(stmt, 1), 1);
    assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clock_that_jumps_never_releases_twice),
        cmocka_unit_test(test_a_clock_that_went_back_is_told),
        cmocka_unit_test(test_every_time_there_is),
        cmocka_unit_test(test_summer_time),
        cmocka_unit_test(test_a_clock_years_ahead_closes_nothing),
        cmocka_unit_test(test_a_long_pause_ends_after_a_week),
        cmocka_unit_test(test_a_pack_that_changes_in_the_middle),
        cmocka_unit_test(test_a_report_every_minute_says_the_same),
        cmocka_unit_test(test_the_thread_counts_the_same),
        cmocka_unit_test(test_a_day_with_a_hard_stop_is_noted),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
