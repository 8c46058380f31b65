/* What the file tells beyond its counters: not the order of visits, nor which cells they touched,
 * nor anything that is older than it may be. */
#include "stats/cells.h"
#include "stats/stats.h"

#include "support/shop.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static uint64_t seed;

/* A5: the same visits of some days in another order leave the same bytes. */
static void test_order_leaves_no_trace_over_days(void **state) {
    (void)state;
    unsigned char *bytes[2];
    long count[2];
    for (int order = 0; order < 2; order++) {
        shop_clean();
        seed = 77;
        Stats *stats = shop_open_noised(
            1, &seed, shop_time("2026-11-23T09:00")); /* one trade: nothing is drawn for a visit */
        for (int day = 0; day < 9; day++)
            for (int hour = 0; hour < 3; hour++)
                for (int v = 0; v < STATS_BATCH; v++)
                    shop_visit(stats, order ? v >= 3 : v < 2,
                               shop_time("2026-11-23T09:00") + day * CIVIL_DAY + hour * CIVIL_HOUR);
        stats_close(stats);
        bytes[order] = shop_bytes(&count[order]);
    }
    assert_int_equal(count[0], count[1]);
    assert_memory_equal(bytes[0], bytes[1], (size_t)count[0]);
    free(bytes[0]);
    free(bytes[1]);
}

static void sum_cells(void *self, const ShopRow *row) {
    int *sizes = self;
    sizes[0] += row->count;
    sizes[1]++;
}

/* A6: a cell that nobody touched is there as much as one that was; rows come with the clock, not
 * with visits. */
static void test_untouched_cells_are_there(void **state) {
    (void)state;
    int sizes[2][2] = {{0}};
    for (int visits = 0; visits < 2; visits++) {
        shop_clean();
        seed = 5;
        Stats *stats = shop_open_noised(3, &seed, shop_time("2026-11-23T09:00"));
        for (int hour = 0; hour < 50; hour++) {
            if (visits)
                shop_visit(stats, hour % 3, shop_time("2026-11-23T09:00") + hour * CIVIL_HOUR);
            stats_tick(stats, shop_time("2026-11-23T09:00") + hour * CIVIL_HOUR);
        }
        stats_close(stats);
        shop_rows(sum_cells, sizes[visits]);
    }
    assert_memory_equal(sizes[0], sizes[1], sizeof sizes[0]);
}

static unsigned char oldest[4 * 31]; /* the cells of a month, as they lie in the file */
static int oldest_bytes;

static void note_oldest(void *self, const ShopRow *row) {
    (void)self;
    if (row->open || strcmp(row->table, "facet") != 0 || strcmp(row->period, "2024-W05") != 0)
        return;
    for (int i = 0; i < row->count; i++)
        cell_put(oldest + i * CELL_BYTES, row->n[i]);
    oldest_bytes = row->count * CELL_BYTES;
}

static void note_first(void *self, const ShopRow *row) {
    char *first = self;
    if (!row->open && strcmp(row->table, "end") == 0 && (!*first || strcmp(row->period, first) < 0))
        strcpy(first, row->period);
}

static void test_after_twenty_five_months_it_is_gone(void **state) {
    (void)state;
    shop_clean();
    seed = 12;
    const Millis begin = shop_time("2024-01-10");
    Stats *stats = shop_open_noised(3, &seed, begin);
    Error error;
    assert_true(stats_note(stats, begin, LIT("Un canari de janvier"), &error));
    for (int day = 0; day < 900; day++) {
        stats_tick(stats, begin + day * CIVIL_DAY);
        if (day != 100)
            continue;
        stats_close(stats);
        shop_rows(note_oldest, NULL);
        stats = shop_open_noised(3, &seed, begin + day * CIVIL_DAY);
    }
    stats_close(stats);
    assert_true(oldest_bytes == 5 * CELL_BYTES);
    char first[16] = "";
    shop_rows(note_first, first);
    Millis last = begin + 899 * CIVIL_DAY;
    assert_string_equal(first, period_at(PERIOD_DAY, period_months_before(last, 25)).name);
    long count;
    unsigned char *bytes = shop_bytes(&count);
    for (long i = 0; i + oldest_bytes <= count; i++)
        assert_memory_not_equal(bytes + i, oldest, (size_t)oldest_bytes); /* nowhere in the file */
    assert_null(
        memmem(bytes, (size_t)count, "canari de janvier", 17)); /* what was noted goes as well */
    free(bytes);
}

/* One wrong morning in the far future must not empty the file. */
static void test_a_wrong_clock_forgets_nothing(void **state) {
    (void)state;
    shop_clean();
    seed = 13;
    const Millis begin = shop_time("2026-01-10");
    Stats *stats = shop_open_noised(3, &seed, begin);
    for (int day = 0; day < 40; day++)
        stats_tick(stats, begin + day * CIVIL_DAY);
    for (int day = 0; day < 3; day++)
        stats_tick(stats, shop_time("2099-01-01") + day * CIVIL_DAY);
    stats_tick(stats, begin + 40 * CIVIL_DAY);
    stats_close(stats);
    assert_true(shop_cell("end", "2026-01-11", "quiz") != -1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_leaves_no_trace_over_days),
        cmocka_unit_test(test_untouched_cells_are_there),
        cmocka_unit_test(test_after_twenty_five_months_it_is_gone),
        cmocka_unit_test(test_a_wrong_clock_forgets_nothing),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
