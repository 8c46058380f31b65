/* The noise is what it says: whole numbers, the right spread, and no more private-life than its
 * epsilon lets through. */
#include "stats/noise.h"

#include "stats/table.h"
#include "support/draws.h"
#include "support/test.h"

#include <math.h>
#include <stdlib.h>

#define RUNS 200000
#define EPSILON 400 /* of the tables by day */
#define REACH 64

typedef int32_t (*Mechanism)(StatsDraw draw, int32_t count);

static int32_t released(StatsDraw draw, int32_t count) {
    return count + noise_laplace(draw, EPSILON);
}

/* ---- A1: can somebody tell a world with one more visit from the one without? ----------------- */

/* The lower end of Wilson's interval, the upper one for z below 0. */
static double wilson(double hits, double runs, double z) {
    double p = hits / runs, z2 = z * z;
    return (p + z2 / (2 * runs) - z * sqrt(p * (1 - p) / runs + z2 / (4 * runs * runs))) /
           (1 + z2 / runs);
}

/* The largest epsilon that the outcomes prove, over every threshold, 99.9 % sure. */
static double proven_epsilon(Mechanism mechanism) {
    static double below[2][2 * REACH + 1];
    uint64_t seed = 5;
    StatsDraw draw = {draw_splitmix, &seed};
    double best = 0;
    for (int world = 0; world < 2; world++) {
        for (int i = 0; i <= 2 * REACH; i++)
            below[world][i] = 0;
        for (int run = 0; run < RUNS; run++) {
            int32_t n = mechanism(draw, world);
            for (int i = n < -REACH ? 0 : n + REACH; i <= 2 * REACH; i++)
                below[world][i]++;
        }
    }
    for (int i = 0; i <= 2 * REACH; i++) {
        double low = wilson(below[0][i], RUNS, 3.3), high = wilson(below[1][i], RUNS, -3.3);
        if (low > 0 && log(low / high) > best)
            best = log(low / high);
    }
    return best;
}

static int32_t half_the_scale(StatsDraw draw, int32_t count) {
    return count + noise_laplace(draw, 2 * EPSILON);
}

/* Asked sixteen times, as a report that redraws its noise would allow. */
static int32_t redrawn(StatsDraw draw, int32_t count) {
    int32_t sum = 0;
    for (int i = 0; i < 16; i++)
        sum += released(draw, count);
    return sum;
}

static int32_t exact(StatsDraw draw, int32_t count) {
    (void)draw;
    return count;
}

static int32_t cut_off(StatsDraw draw, int32_t count) {
    int32_t noise = noise_laplace(draw, EPSILON);
    return count + (noise > 2 ? 2 : noise < -2 ? -2 : noise);
}

static void test_one_visit_shows_no_more_than_epsilon(void **state) {
    (void)state;
    double proven = proven_epsilon(released);
    assert_true(proven <= EPSILON / 1000.0);
    assert_true(proven > 0.9 * EPSILON / 1000.0); /* and the audit is sharp enough to see it */
}

static void test_the_audit_catches_what_is_less_private(void **state) {
    (void)state;
    const Mechanism mutants[] = {half_the_scale, redrawn, exact, cut_off};
    for (size_t i = 0; i < sizeof mutants / sizeof *mutants; i++)
        assert_true(proven_epsilon(mutants[i]) > 1.2 * EPSILON / 1000.0);
}

/* ---- the sampler ----------------------------------------------------------------------------- */

static void test_spread_and_balance(void **state) {
    (void)state;
    const uint32_t epsilons[] = {100, 250, 400, 1000, 2000};
    for (size_t e = 0; e < sizeof epsilons / sizeof *epsilons; e++) {
        uint64_t seed = 11;
        double sum = 0, squares = 0;
        for (int i = 0; i < RUNS; i++) {
            double z = noise_laplace((StatsDraw){draw_splitmix, &seed}, epsilons[e]);
            sum += z;
            squares += z * z;
        }
        double variance = noise_variance(epsilons[e]);
        assert_true(fabs(sum / RUNS) < 5 * sqrt(variance / RUNS));
        assert_true(fabs(squares / RUNS / variance - 1) < 0.05);
    }
}

/* Each step away from zero is rarer by exp(-epsilon), on both sides; zero is not counted twice. */
static void test_each_step_is_rarer_by_epsilon(void **state) {
    (void)state;
    static double hits[41];
    uint64_t seed = 3;
    for (int i = 0; i < 2 * RUNS; i++) {
        int32_t z = noise_laplace((StatsDraw){draw_splitmix, &seed}, 500);
        if (z >= -20 && z <= 20)
            hits[z + 20]++;
    }
    for (int z = 0; z < 6; z++) {
        assert_true(fabs(hits[20 + z] / hits[21 + z] / exp(0.5) - 1) < 0.06);
        assert_true(fabs(hits[20 - z] / hits[19 - z] / exp(0.5) - 1) < 0.06);
    }
}

static void test_quiet_draws_are_silent(void **state) {
    (void)state;
    for (uint32_t epsilon = 50; epsilon < 3000; epsilon += 50)
        assert_int_equal(noise_laplace((StatsDraw){draw_quiet, NULL}, epsilon), 0);
}

/* ---- the budget ------------------------------------------------------------------------------ */

static void test_the_budget_is_kept(void **state) {
    (void)state;
    uint32_t all = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        all += TABLES[t].epsilon_milli;
    assert_int_equal(table_budget_milli(false), all - TABLES[TABLE_CALIBRATION].epsilon_milli);
    assert_true(table_budget_milli(false) <= STATS_BUDGET_MILLI);
    assert_true(table_budget_milli(true) <= STATS_BUDGET_MILLI);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_visit_shows_no_more_than_epsilon),
        cmocka_unit_test(test_the_audit_catches_what_is_less_private),
        cmocka_unit_test(test_spread_and_balance),
        cmocka_unit_test(test_each_step_is_rarer_by_epsilon),
        cmocka_unit_test(test_quiet_draws_are_silent),
        cmocka_unit_test(test_the_budget_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
