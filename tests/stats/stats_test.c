/* The counters: what of a visit is kept, and what is not. */
#include "stats/stats.h"

#include "content/pack.h"

#include "support/draws.h"
#include "support/languages.h"
#include "support/shop.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_counts_each_visit_once(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = shop_open();
    for (int i = 0; i < 10; i++)
        shop_visit_on(stats, i % 2, "2026-11-23T14:32");
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
    Stats *stats = shop_open();
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
        Stats *stats = shop_open();
        for (int i = 0; i < 5; i++)
            shop_visit_on(stats, order ? i >= 3 : i < 2, "2026-11-23T14:32");
        stats_close(stats);
        bytes[order] = shop_bytes(&count[order]);
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
    Stats *stats = shop_open();
    shop_five_visits(stats, "2026-11-23T14:37:59");
    stats_close(stats);
    long count;
    unsigned char *bytes = shop_bytes(&count);
    for (long i = 0; i + 5 <= count; i++)
        assert_memory_not_equal(bytes + i, "14:37", 5);
    free(bytes);
}

static void test_nothing_is_written_beside_the_file(void **state) {
    (void)state;
    shop_clean();
    char beside[80];
    Stats *stats = shop_open();
    shop_five_visits(stats, "2026-11-23T14:37");
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
        Stats *stats = shop_open();
        shop_five_visits(stats, "2026-11-23T14:37");
        stats_close(stats);
    }
    assert_int_equal(shop_cell("funnel", "2026-11", "done"), 15);
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
    Stats *stats = shop_open();
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
        cmocka_unit_test(test_of_courses_labs_and_desks_one_each),
        cmocka_unit_test(test_calibration_takes_the_place_of_letters),
        cmocka_unit_test(test_order_leaves_no_trace),
        cmocka_unit_test(test_minutes_are_nowhere),
        cmocka_unit_test(test_nothing_is_written_beside_the_file),
        cmocka_unit_test(test_survives_a_restart),
        cmocka_unit_test(test_letters_are_those_of_the_pack),
        cmocka_unit_test(test_every_fact_finds_its_cell),
        cmocka_unit_test(test_tally_takes_anything),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
