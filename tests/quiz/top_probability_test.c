#include "quiz/top_probability.h"

#include "quiz/match.h"
#include "quiz/rank.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX

static double chance[QUIZ_TRADES_MAX];

static void ask(const Belief *belief) {
    top_probability(belief, &world.bank, chance);
}

static double sum(void) {
    double all = 0;
    for (int t = 0; t < world.bank.trade_count; t++)
        all += chance[t];
    return all;
}

/* The people are spread as a normal crowd is: mean 0, variance 1, independent, neither bounded
   nor wild. */
static void test_the_people_are_a_normal_crowd(void **state) {
    (void)state;
    static const double PEOPLE[TOP_PEOPLE][N] = {
#include "quiz/people.def"
    };
    for (int a = 0; a < N; a++) {
        double mean = 0, fourth = 0;
        for (int p = 0; p < TOP_PEOPLE; p++) {
            mean += PEOPLE[p][a] / TOP_PEOPLE;
            fourth += pow(PEOPLE[p][a], 4) / TOP_PEOPLE;
        }
        assert_true(fabs(mean) < 1e-4);
        assert_true(fourth > 2.5 && fourth < 3.5); /* 3 for a normal distribution */
        for (int b = 0; b <= a; b++) {
            double product = 0;
            for (int p = 0; p < TOP_PEOPLE; p++)
                product += PEOPLE[p][a] * PEOPLE[p][b] / TOP_PEOPLE;
            assert_true(fabs(product - (a == b)) < 1e-4);
        }
    }
}

static void test_five_places_are_shared_out(void **state) {
    (void)state;
    Belief belief;
    belief_begin(&belief, &world.bank.prior);
    ask(&belief);
    assert_float_equal(sum(), TOP_PLACES, 1e-9);
    for (int t = 0; t < world.bank.trade_count; t++)
        /* of somebody unknown nothing is sure, and nothing ruled out */
        assert_true(chance[t] > 0 && chance[t] < 0.75);
}

static void test_same_belief_same_chances(void **state) {
    (void)state;
    Belief belief;
    double before[QUIZ_TRADES_MAX];
    belief_begin(&belief, &world.bank.prior);
    belief_answer(&belief, (Measure){9, 0.75, 2, 0.4}, 4);
    ask(&belief);
    memcpy(before, chance, sizeof before);
    ask(&belief);
    assert_memory_equal(before, chance, sizeof(double) * (size_t)world.bank.trade_count);
}

/* Who is known exactly has exactly five nearest trades, the ones with the highest scores. */
static void test_certainty_leaves_five(void **state) {
    (void)state;
    Belief belief = {.mean = {0}};
    double score[QUIZ_TRADES_MAX];
    int best[TOP_PLACES];
    for (int d = 0; d < N; d++)
        belief.mean[d] = d * 7 % 5 - 2;
    ask(&belief);
    rank_scores(&belief, &world.bank, score);
    assert_int_equal(rank_best(score, world.bank.trade_count, TOP_PLACES, best), TOP_PLACES);
    for (int i = 0; i < TOP_PLACES; i++) {
        assert_true(chance[best[i]] > 0.999);
        assert_true(!i || score[best[i]] <= score[best[i - 1]]);
    }
    assert_float_equal(sum(), TOP_PLACES, 1e-9);
}

/* A campus of few trades: near is a quarter of them, or nothing would be far. */
static void test_of_few_trades_few_are_near(void **state) {
    (void)state;
    static const int PLACES[][2] = {{1, 1},  {3, 1},  {5, 1},  {8, 2},  {12, 3},
                                    {17, 4}, {18, 5}, {24, 5}, {512, 5}};
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        assert_int_equal(top_places(PLACES[i][0]), PLACES[i][1]);
}

static void test_ranks_with_ties_and_few(void **state) {
    (void)state;
    const double score[] = {1, 3, 2, 3, 0};
    int best[TOP_PLACES];
    assert_int_equal(rank_best(score, 5, 3, best), 3);
    assert_int_equal(best[0], 1); /* a tie goes to the earlier one */
    assert_int_equal(best[1], 3);
    assert_int_equal(best[2], 2);
    assert_int_equal(rank_best(score, 2, 5, best), 2);
    assert_int_equal(best[0], 1);
    assert_int_equal(rank_best(score, 0, 5, best), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_people_are_a_normal_crowd),
        cmocka_unit_test(test_five_places_are_shared_out),
        cmocka_unit_test(test_same_belief_same_chances),
        cmocka_unit_test(test_certainty_leaves_five),
        cmocka_unit_test(test_of_few_trades_few_are_near),
        cmocka_unit_test(test_ranks_with_ties_and_few),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
