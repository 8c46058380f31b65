/* Numbers that hold what must hold, and margins that hold the truth: 10,000 imagined kiosks a
 * table, noise as the kiosk draws it. */
#include "report/estimate.h"
#include "report/mask.h"

#include "support/draws.h"
#include "support/test.h"

#include <math.h>

#define KIOSKS 10000
#define CELLS 24
/* Of 10,000 tries that hit 95 times of a hundred, fewer than this hit once in 10,000 runs. */
#define FEWEST_HITS 9418

static Arena arena;
static uint64_t seed;

static Count noised(int64_t truth, uint32_t epsilon, int rows) {
    double one = noise_variance(epsilon);
    Count count = {truth, 2.0 * rows * one, 2.0 * rows * (3 * one * one + one)};
    for (int draw = 0; draw < 2 * rows; draw++)
        count.n += noise_laplace((StatsDraw){draw_splitmix, &seed}, epsilon);
    return count;
}

/* ---- a table that noise and truth went into -------------------------------------------------- */

typedef struct World {
    int64_t truth[CELLS], sum;
    Count cell[CELLS];
    int cells;
    Base base;
    ShareFit fit;
} World;

typedef struct Case {
    int cells, rows;
    uint32_t epsilon;
    int64_t first, halving; /* cells fall from `first`, halved every `halving` */
    BaseKind kind;
} Case;

static World imagine(Case c) {
    World w = {.cells = c.cells};
    arena_reset(&arena);
    for (int i = 0; i < c.cells; i++) {
        w.truth[i] = c.first >> i / c.halving;
        w.sum += w.truth[i];
        w.cell[i] = noised(w.truth[i], c.epsilon, c.rows);
    }
    w.base.kind = c.kind;
    if (c.kind != BASE_NONE)
        w.base.count = noised(c.kind == BASE_EXACT ? w.sum : 2 * w.sum, 400, 2 * c.rows);
    return w;
}

static const Case CASES[] = {
    {6, 4, 350, 30, 1, BASE_EXACT},   /* letters in a month of few visits */
    {10, 12, 200, 60, 3, BASE_EXACT}, /* facets in three months */
    {24, 1, 250, 9, 6, BASE_AT_MOST}, /* trades in a month: nearly all noise */
    {24, 3, 250, 80, 6, BASE_AT_MOST}, {2, 1, 100, 60, 1, BASE_EXACT}, /* languages */
    {11, 1, 400, 20, 2, BASE_NONE},                                    /* steps of a quiz */
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

/* ---- what must hold -------------------------------------------------------------------------- */

static void test_nothing_that_cannot_be(void **state) {
    (void)state;
    seed = 3;
    for (int c = 0; c < CASE_COUNT; c++)
        for (int kiosk = 0; kiosk < 300; kiosk++) {
            World w = imagine(CASES[c]);
            ShareFit fit = fit_cells(w.cell, w.cells, w.base, &arena);
            double sum = 0, tail = 0, step = INFINITY, share[CELLS];
            int percent[CELLS], all = 0;
            for (int i = 0; i < w.cells; i++) {
                assert_true(fit.x[i] >= 0);
                sum += fit.x[i];
            }
            assert_true(fabs(sum - fit.fitted) < 1e-6);
            for (int i = 0; i < w.cells; i++, tail = 0) { /* a funnel never rises */
                for (int later = i; later < w.cells; later++)
                    tail += fit.x[later];
                assert_true(tail <= step + 1e-9);
                step = tail;
                share[i] = sum > 0 ? fit.x[i] / sum : 0;
            }
            mask_round(share, w.cells, percent);
            for (int i = 0; i < w.cells; i++)
                all += percent[i];
            assert_true(all == (sum > 0 ? 100 : 0));
            if (w.base.kind == BASE_EXACT)
                assert_true(fabs(sum - fmax(0, fit.sum)) < 1e-6);
        }
}

/* Without noise that matters the cells come back as they are, and a base that is sure has its way.
 */
static void test_least_squares_by_hand(void **state) {
    (void)state;
    const Count even[] = {{10, 4, 0}, {20, 4, 0}, {-6, 4, 0}};
    arena_reset(&arena);
    ShareFit free = fit_cells(even, 3, (Base){BASE_NONE, {0}}, &arena);
    assert_true(fabs(free.x[0] + free.x[1] + free.x[2] - 24) < 1e-9 &&
                free.x[2] == 0); /* 24 = 10 + 20 - 6 */
    ShareFit bound = fit_cells(even, 3, (Base){BASE_EXACT, {40, 1e-9, 0}}, &arena);
    assert_true(fabs(bound.x[0] - 15) < 1e-6 && fabs(bound.x[1] - 25) < 1e-6 && bound.x[2] < 1e-6);
    const Count unlike[] = {{10, 1, 0}, {10, 3, 0}};
    ShareFit shared = fit_cells(unlike, 2, (Base){BASE_EXACT, {24, 1e-9, 0}}, &arena);
    assert_true(fabs(shared.x[0] - 11) < 1e-6 &&
                fabs(shared.x[1] - 13) < 1e-6); /* by their variances */
}

/* ---- margins --------------------------------------------------------------------------------- */

static bool holds(Bounds bounds, double truth) {
    return truth >= floor(bounds.low) && truth <= ceil(bounds.high) && bounds.low <= bounds.n &&
           bounds.n <= bounds.high;
}

static void enough(int hits, int tries, const char *what, int c) {
    if ((double)hits < (double)FEWEST_HITS / KIOSKS * tries)
        fail_msg("case %d: the %s lies in its margin %d times of %d", c, what, hits, tries);
}

/* A cell, a sum of several, and the whole; shares where they are given at all. */
static void test_the_truth_lies_in_the_margin(void **state) {
    (void)state;
    seed = 11;
    for (int c = 0; c < CASE_COUNT; c++) {
        int cell[2] = {0}, part = 0, share = 0, shares = 0, member[CELLS];
        double width = 0;
        for (int kiosk = 0; kiosk < KIOSKS; kiosk++) {
            World w = imagine(CASES[c]);
            ShareFit fit = fit_cells(w.cell, w.cells, w.base, &arena);
            int first = 0, last = w.cells - 1, half = w.cells / 2;
            int64_t sum = 0;
            for (int i = 0; i < half; sum += w.truth[i++])
                member[i] = i;
            Bounds of_first = fit_sum(&fit, &first, 1), of_share = fit_share(&fit, &first, 1);
            cell[0] += holds(of_first, (double)w.truth[0]);
            cell[1] += holds(fit_sum(&fit, &last, 1), (double)w.truth[last]);
            part += holds(fit_sum(&fit, member, half), (double)sum);
            width += (of_first.high - of_first.low) / KIOSKS;
            if (of_share.n < 0)
                continue;
            double truth = (double)w.truth[0] / (double)w.sum;
            shares++;
            share += truth >= of_share.low - .005 &&
                     truth <= of_share.high + .005; /* shown in whole per cents */
        }
        enough(cell[0], KIOSKS, "first cell", c);
        enough(cell[1], KIOSKS, "last cell", c);
        enough(part, KIOSKS, "sum", c);
        if (shares > KIOSKS / 2)
            enough(share, shares, "share", c);
        World w = imagine(CASES[c]);
        assert_true(width <= 2.01 * sigmas(w.cell[0], 1) *
                                 sqrt(w.cell[0].variance)); /* and no wider than the noise */
    }
}

/* The mutant: margins half as wide are found out. */
static void test_a_margin_that_is_too_narrow_is_found_out(void **state) {
    (void)state;
    int hits = 0, first = 0;
    seed = 5;
    for (int kiosk = 0; kiosk < KIOSKS; kiosk++) {
        World w = imagine(CASES[1]);
        ShareFit fit = fit_cells(w.cell, w.cells, w.base, &arena);
        Bounds b = fit_sum(&fit, &first, 1);
        hits += holds((Bounds){b.n, b.n - (b.n - b.low) / 2, b.n + (b.high - b.n) / 2},
                      (double)w.truth[0]);
    }
    assert_true(hits < FEWEST_HITS);
}

/* What the base knows makes a table surer: the sum of two languages is that of all visits. */
static void test_the_base_narrows_the_margin(void **state) {
    (void)state;
    int all[2] = {0, 1};
    seed = 9;
    World w = imagine((Case){2, 1, 100, 60, 1, BASE_EXACT});
    ShareFit with = fit_cells(w.cell, 2, w.base, &arena),
             without = fit_cells(w.cell, 2, (Base){BASE_NONE, {0}}, &arena);
    Bounds narrow = fit_sum(&with, all, 2), wide = fit_sum(&without, all, 2);
    assert_true(narrow.high - narrow.low < .8 * (wide.high - wide.low));
}

/* ---- what stands out ------------------------------------------------------------------------- */

/* Among a hundred rows of nothing, one stands out in one table of twenty at most. */
static void test_no_first_among_noise(void **state) {
    (void)state;
    Count cell[101];
    int said = 0;
    seed = 1;
    for (int table = 0; table < 1000; table++) {
        bool any = false;
        arena_reset(&arena);
        for (int i = 0; i < 101; i++)
            cell[i] = noised(0, 150, 4);
        ShareFit fit = fit_cells(cell, 101, (Base){BASE_NONE, {0}}, &arena);
        for (int i = 0; i < 101; i++)
            any = any || fit_stands_out(&fit, i);
        said += any;
    }
    assert_true(said <= 60);
    cell[40] = noised(400, 150, 4);
    ShareFit fit = fit_cells(cell, 101, (Base){BASE_NONE, {0}}, &arena);
    assert_true(fit_stands_out(&fit, 40));
}

/* Two periods in which nothing changed are told apart once in twenty tables at most; a doubling is
 * seen. */
static void test_no_change_where_there_is_none(void **state) {
    (void)state;
    int said = 0;
    seed = 2;
    for (int table = 0; table < 2000; table++) {
        bool any = false;
        for (int i = 0; i < 10; i++) {
            Value a = mask_count(noised(50, 200, 12)), b = mask_count(noised(50, 200, 12));
            any = any || mask_compare(&a, &b, 10) != VERDICT_UNSURE;
        }
        said += any;
    }
    assert_true(said <= 120);
    Value more = mask_count(noised(400, 200, 12)), less = mask_count(noised(200, 200, 12));
    assert_int_equal(mask_compare(&more, &less, 10), VERDICT_MORE);
    assert_int_equal(mask_compare(&less, &more, 10), VERDICT_LESS);
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_that_cannot_be),
        cmocka_unit_test(test_least_squares_by_hand),
        cmocka_unit_test(test_the_truth_lies_in_the_margin),
        cmocka_unit_test(test_a_margin_that_is_too_narrow_is_found_out),
        cmocka_unit_test(test_the_base_narrows_the_margin),
        cmocka_unit_test(test_no_first_among_noise),
        cmocka_unit_test(test_no_change_where_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, end);
}
