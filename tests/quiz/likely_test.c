#include "quiz/likely.h"

#include "quiz/match.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static double chance[LIKELY_TRADES_MAX];

static void ask(const Belief *belief) {
    likely_top(belief, world.app.bank.weight, world.app.bank.trade_count, chance);
}

static double sum(void) {
    double all = 0;
    for (int t = 0; t < world.app.bank.trade_count; t++)
        all += chance[t];
    return all;
}

static void test_five_places_are_shared_out(void **state) {
    (void)state;
    Belief belief;
    belief_begin(&belief);
    ask(&belief);
    assert_float_equal(sum(), LIKELY_TOP, 1e-9);
    for (int t = 0; t < world.app.bank.trade_count; t++)
        assert_true(chance[t] > 0 && chance[t] < 0.75); /* of somebody unknown nothing is sure, and nothing ruled out */
}

static void test_same_belief_same_chances(void **state) {
    (void)state;
    Belief belief;
    double before[LIKELY_TRADES_MAX];
    belief_begin(&belief);
    belief_answer(&belief, (Measure){9, 0.75, 2, 0.4}, 4);
    ask(&belief);
    memcpy(before, chance, sizeof before);
    ask(&belief);
    assert_memory_equal(before, chance, sizeof(double) * (size_t)world.app.bank.trade_count);
}

/* Who is known exactly has exactly five nearest trades, the ones with the highest scores. */
static void test_certainty_leaves_five(void **state) {
    (void)state;
    const QuizBank *bank = &world.app.bank;
    Belief belief = {0};
    for (int d = 0; d < BELIEF_DIMENSIONS; d++)
        belief.mean[d] = d * 7 % 5 - 2;
    ask(&belief);
    int likely = 0;
    for (int t = 0; t < bank->trade_count; t++) {
        int nearer = 0;
        for (int o = 0; o < bank->trade_count; o++)
            nearer += match_score(&belief, bank->weight + (long)o * BELIEF_DIMENSIONS) >
                      match_score(&belief, bank->weight + (long)t * BELIEF_DIMENSIONS);
        assert_int_equal(nearer < LIKELY_TOP, chance[t] > 0.5);
        likely += chance[t] > 0.999;
    }
    assert_int_equal(likely, LIKELY_TOP);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_five_places_are_shared_out),
        cmocka_unit_test(test_same_belief_same_chances),
        cmocka_unit_test(test_certainty_leaves_five),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
