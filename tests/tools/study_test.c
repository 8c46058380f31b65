/* What the quiz of the campus promises, measured on imagined pupils. */
#include "quiz/study.h"

#include "support/test.h"
#include "support/world.h"

#define SEED 1

static Study study;

static int measure(void **state) {
    world_setup(state);
    study_quiz(&world.bank, 2000, SEED, 0, &study);
    return 0;
}

static void test_every_trade_can_come_first(void **state) {
    (void)state;
    static Study few;
    study_quiz(&world.bank, 800, SEED, 0, &few);
    for (int t = 0; t < world.bank.trade_count; t++)
        assert_true(few.first[t] > 0);
    print_message("top three %.3f, entropy %.3f\n", few.top_three, few.entropy);
    assert_true(few.top_three <= 0.40);
    assert_true(few.entropy >= 4);
}

static void test_every_item_is_asked(void **state) {
    (void)state;
    for (int i = 0; i < world.bank.item_count; i++)
        assert_true(study.asked[i] > 0);
}

/* At most 24 questions, chosen, find as much as 1.4 times as many in a fixed balanced order. */
static void test_choosing_saves_a_third(void **state) {
    (void)state;
    static Study fixed;
    assert_true(study.length <= 24);
    study_quiz(&world.bank, study.pupils, SEED, (int)(1.4 * study.length + 0.5), &fixed);
    assert_true(study.hits >= fixed.hits);
    print_message("%.1f questions chosen: %.4f; %.0f fixed: %.4f\n", study.length, study.hits, fixed.length, fixed.hits);
}

static void test_careless_answers_are_noticed(void **state) {
    (void)state;
    Roc roc[ROC_POINTS];
    assert_true(study_scatter(&world.bank, 1000, SEED, roc) > 0.7);
    assert_true(roc[1].honest == 0.05 && roc[1].careless >= 0.60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_trade_can_come_first),
        cmocka_unit_test(test_every_item_is_asked),
        cmocka_unit_test(test_choosing_saves_a_third),
        cmocka_unit_test(test_careless_answers_are_noticed),
    };
    return cmocka_run_group_tests(tests, measure, world_teardown);
}
