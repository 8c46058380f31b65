#include "quiz/choose.h"
#include "quiz/scatter.h"

#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX

static bool open_items[QUIZ_ITEMS_MAX];

static void open_all(void) {
    for (int i = 0; i < QUIZ_ITEMS_MAX; i++)
        open_items[i] = true;
}

static void test_only_open_items_are_chosen(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 1);
    open_all();
    for (int left = world.bank.item_count; left > 0; left--) {
        int item = choose_item(&quiz.belief, &world.bank, open_items, (uint64_t)left);
        assert_true(item >= 0 && item < world.bank.item_count && open_items[item]);
        open_items[item] = false;
    }
    assert_int_equal(choose_item(&quiz.belief, &world.bank, open_items, 0), -1);
    assert_int_equal(choose_of_dimension(&world.bank, open_items, 0, 0), -1);
}

/* What is chosen is within a tenth of the best, whatever the dice say; and the dice do decide. */
static void test_chance_decides_among_the_best_only(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 2);
    double worth[N], value[QUIZ_ITEMS_MAX], best = 0;
    open_all();
    choose_worth(&quiz.belief, &world.bank, worth);
    for (int i = 0; i < world.bank.item_count; i++) {
        Measure m = world.bank.item[i];
        double signal = m.loading * m.loading;
        value[i] = worth[m.dimension] * signal /
                   (signal * quiz.belief.cov.at[m.dimension][m.dimension] + m.variance);
        best = value[i] > best ? value[i] : best;
    }
    int first = choose_item(&quiz.belief, &world.bank, open_items, 0), others = 0;
    for (uint64_t random = 0; random < 50; random++) {
        int item = choose_item(&quiz.belief, &world.bank, open_items, random);
        assert_true(value[item] >= 0.9 * best);
        others += item != first;
    }
    assert_true(others > 0);
}

/* Once a dimension is known, asking about it is worth nothing. */
static void test_worth_falls_as_a_dimension_gets_known(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 4);
    double before[N], after[N];
    for (int d = 0; d < world_dimensions(); d++) {
        choose_worth(&quiz.belief, &world.bank, before);
        Belief known = quiz.belief;
        /* many looks that say what is believed already: the mean stays, the doubt goes */
        for (int i = 0; i < 40; i++)
            belief_answer(&known, (Measure){d, 1, 2, 0.4}, 2 + known.mean[d]);
        choose_worth(&known, &world.bank, after);
        assert_true(before[d] > 0);
        assert_true(after[d] < 0.05 * before[d]);
    }
}

/* Three quarters for the trades and one for the letters: shares, whatever their units. */
static void test_worth_is_shared_out(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 4);
    double worth[N], sum = 0;
    choose_worth(&quiz.belief, &world.bank, worth);
    for (int d = 0; d < N; d++)
        sum += worth[d];
    assert_float_equal(sum, 1, 1e-12);
}

/* Of somebody unknown no trade is nearer than another: what there is to ask about is the
   letters. */
static void test_of_nobody_the_letters_are_asked(void **state) {
    (void)state;
    Belief nobody;
    double worth[N], sum = 0;
    belief_begin(&nobody, &world.bank.prior);
    choose_worth(&nobody, &world.bank, worth);
    for (int d = 0; d < N; d++)
        sum += worth[d];
    assert_float_equal(sum, 0.25, 1e-12);
    open_all();
    int item = choose_item(&nobody, &world.bank, open_items, 0);
    assert_true(world.bank.item[item].dimension < QUIZ_LETTERS);
}

/* By hand: two letters, the gap of their answers in its own standard deviations. */
static void test_gap_of_two_letters(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 4);
    const Belief *b = &quiz.belief;
    double p = world.bank.pull[1], q = world.bank.pull[4];
    double variance =
        p * p * b->cov.at[1][1] + q * q * b->cov.at[4][4] - 2 * p * q * b->cov.at[1][4];
    double gap = world.bank.base[1] + p * b->mean[1] - world.bank.base[4] - q * b->mean[4];
    assert_float_equal(choose_letters_gap(b, &world.bank, 1, 4), gap / sqrt(variance), 1e-12);
    assert_float_equal(choose_letters_gap(b, &world.bank, 4, 1), -gap / sqrt(variance), 1e-12);
}

static void test_the_better_item_of_a_dimension_comes_first(void **state) {
    (void)state;
    QuizBank bank = world.bank;
    int better = -1;
    for (int i = 0; i < bank.item_count; i++)
        if (bank.item[i].dimension == 6)
            better = i;
    bank.item[better].loading = 1;
    open_all();
    for (uint64_t random = 0; random < 20; random++)
        assert_int_equal(choose_of_dimension(&bank, open_items, 6, random), better);
}

/* What answers of somebody in doubt are held against: what is foretold best, and no closed item. */
static void test_what_is_foretold_best_is_chosen(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 2);
    open_all();
    int best = choose_foretold(&quiz.belief, &world.bank, open_items, 0);
    double most = scatter_foretold(&quiz.belief, world.bank.item[best]);
    for (int i = 0; i < world.bank.item_count; i++)
        assert_true(scatter_foretold(&quiz.belief, world.bank.item[i]) <= most);
    open_items[best] = false;
    assert_int_not_equal(choose_foretold(&quiz.belief, &world.bank, open_items, 0), best);
}

/* Vigna's published sequence for the seed 1234567. */
static void test_random_numbers_are_the_published_ones(void **state) {
    (void)state;
    assert_true(choose_random(1234567, 0) == 6457827717110365317u);
    assert_true(choose_random(1234567, 1) == 3203168211198807973u);
    assert_true(choose_random(1234567, 2) == 9817491932198370423u);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_open_items_are_chosen),
        cmocka_unit_test(test_chance_decides_among_the_best_only),
        cmocka_unit_test(test_worth_falls_as_a_dimension_gets_known),
        cmocka_unit_test(test_worth_is_shared_out),
        cmocka_unit_test(test_of_nobody_the_letters_are_asked),
        cmocka_unit_test(test_gap_of_two_letters),
        cmocka_unit_test(test_the_better_item_of_a_dimension_comes_first),
        cmocka_unit_test(test_what_is_foretold_best_is_chosen),
        cmocka_unit_test(test_random_numbers_are_the_published_ones),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
