/* How much noise is in what is released, and what can be told of a year and of a day for it. */
#include "report/mask.h"
#include "stats/stats.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

static uint64_t seed;

/* The spread of what is released around the truth is that of the two noises of each table. */
static double spread;
static int spread_cells;

static void add_spread(void *self, const ShopRow *row) {
    (void)self;
    if (row->open || strcmp(row->table, "activity") != 0)
        return;
    for (int i = 0; i < row->count; i++)
        spread += (double)row->n[i] * row->n[i];
    spread_cells += row->count;
}

static void test_two_noises_are_in_what_is_released(void **state) {
    (void)state;
    shop_clean();
    seed = 6;
    Stats *stats = shop_open_noised(3, &seed, shop_time("2020-01-01"));
    for (int month = 0; month < 72; month++)
        stats_tick(stats, period_months_before(shop_time("2020-01-01"), -month));
    stats_close(stats);
    spread = 0;
    spread_cells = 0;
    shop_rows(add_spread, NULL);
    assert_int_equal(spread_cells, 71 * 72);
    assert_true(
        fabs(spread / spread_cells / (2 * noise_variance(TABLES[TABLE_ACTIVITY].epsilon_milli)) -
             1) < 0.12);
}

/* What a year tells, and a day: the figures for which hours and steps became months, and the day
   was left two cells, less what courses, labs and desks took of hours and steps. */
static void test_margins_of_a_year_and_a_day(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2025-09-01")));
    for (int day = 0; day <= 365; day++)
        stats_tick(stats, shop_time("2025-09-01") + day * CIVIL_DAY);
    stats_close(stats);
    Arena arena = {0};
    Error error;
    static Figures figures;
    FiguresWish year = {shop_time("2025-09-01"), shop_time("2026-09-01"), 0, 0};
    assert_true(figures_read(shop_path, year, &arena, &figures, &error));
    Range now = figures.span[0].now;
    Count first_question = {0}, hour = {0};
    for (int step = 0; step <= FUNNEL_DONE; step++)
        first_question = count_sum(first_question, figures_cell(&figures, TABLE_FUNNEL, now, step));
    for (int end = 0; end < END_REASON_COUNT; end++)
        hour = count_sum(hour, figures_cell(&figures, TABLE_ACTIVITY, now, end));
    assert_int_equal(mask_margin(first_question), 180);
    assert_int_equal(mask_margin(hour), 94);
    assert_int_equal(mask_margin(figures.day[0].visits), 15); /* few noises have heavier tails */
    assert_int_equal(mask_margin(figures.day[0].quizzes), 11);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_noises_are_in_what_is_released),
        cmocka_unit_test(test_margins_of_a_year_and_a_day),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
