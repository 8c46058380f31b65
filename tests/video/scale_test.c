/* Rows of bytes at another width: against the same in floating point, and the fast way against the
 * plain one. */
#include "video/scale.h"

#include "support/test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDEST 2200

static uint8_t row[WIDEST + SCALE_PAD], fast[WIDEST + SCALE_PAD], plain[WIDEST + SCALE_PAD];

static void fill_row(int width) {
    uint32_t random = 11;
    memset(row, 0xAA, sizeof row);
    for (int i = 0; i < width; i++)
        row[i] = (uint8_t)((random = random * 1664525u + 1013904223u) >> 24);
}

static double exact(int at, int from, int to) {
    double place = (at + 0.5) * from / to - 0.5;
    place = place < 0 ? 0 : place > from - 1 ? from - 1 : place;
    int left = (int)place, right = left + 1 < from ? left + 1 : left;
    return row[left] + (row[right] - row[left]) * (place - left);
}

static void check(int from, int to) {
    RowScale scale = {0};
    fill_row(from);
    assert_true(scale_prepare(&scale, from, to));
    scale_row(&scale, row, fast);
    scale_row_plain(&scale, row, plain);
    assert_memory_equal(fast, plain, (size_t)to);
    for (int i = 0; i < to; i++)
        if (fabs(fast[i] - exact(i, from, to)) >
            2.6) /* half a 64th of 255, and half for the rounding */
            fail_msg("%d to %d: point %d is %d instead of %.2f", from, to, i, fast[i],
                     exact(i, from, to));
    for (int e = 0; e < scale.count; e++)
        for (int i = 0; i < 16; i++)
            assert_true(scale.eight[e].pick[i] < 16);
    scale_free(&scale);
}

static void test_any_width_from_half_to_more(void **state) {
    (void)state;
    for (int from = 1; from < 200; from++)
        for (int to = (from + 1) / 2; to < from + 40; to++)
            check(from, to);
    static const int WIDTHS[][2] = {{1920, 1229}, {1920, 1228}, {1920, 960}, {1920, 1440},
                                    {1280, 1228}, {960, 615},   {720, 1229}, {1919, 1001}};
    for (size_t i = 0; i < sizeof WIDTHS / sizeof *WIDTHS; i++)
        check(WIDTHS[i][0], WIDTHS[i][1]);
}

static void test_between_two_rows(void **state) {
    (void)state;
    static uint8_t below[WIDEST];
    for (int i = 0; i < WIDEST; i++)
        below[i] = (uint8_t)(i * 7);
    for (int width = 1; width < 70; width++)
        for (int place = 0; place < 65536; place += 4369) {
            fill_row(width);
            memset(fast, 0x5A, sizeof fast);
            scale_between(row, below, place, fast, width);
            scale_between_plain(row, below, place, plain, width);
            assert_memory_equal(fast, plain, (size_t)width);
            assert_int_equal(fast[width], 0x5A);
            for (int i = 0; i < width; i++)
                assert_true(fabs(fast[i] - (row[i] + (below[i] - row[i]) * (place / 65536.0))) <=
                            2.6);
        }
}

static void test_the_same_width_is_the_same_row(void **state) {
    (void)state;
    RowScale scale = {0};
    fill_row(1921);
    assert_true(scale_prepare(&scale, 1921, 1921));
    scale_row(&scale, row, fast);
    assert_memory_equal(fast, row, 1921);
    scale_free(&scale);
}

static void test_below_half_is_refused(void **state) {
    (void)state;
    RowScale scale = {0};
    assert_false(scale_prepare(&scale, 1921, 960));
    assert_false(scale_prepare(&scale, 0, 10));
    assert_false(scale_prepare(&scale, 10, 0));
    assert_null(scale.eight);
}

static void test_prepared_once_for_the_same_widths(void **state) {
    (void)state;
    RowScale scale = {0};
    assert_true(scale_prepare(&scale, 1920, 1229));
    ScaleEight *first = scale.eight;
    assert_true(scale_prepare(&scale, 1920, 1229));
    assert_ptr_equal(scale.eight, first);
    assert_true(scale_prepare(&scale, 1920, 1000));
    assert_int_equal(scale.to, 1000);
    scale_free(&scale);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_width_from_half_to_more),
        cmocka_unit_test(test_between_two_rows),
        cmocka_unit_test(test_the_same_width_is_the_same_row),
        cmocka_unit_test(test_below_half_is_refused),
        cmocka_unit_test(test_prepared_once_for_the_same_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
