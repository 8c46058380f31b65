#include "quiz/bank.h"

#include "support/test.h"
#include "support/world.h"

#include <math.h>

static QuizBank bank;

static BankError finish(void) {
    return bank_finish(&bank);
}

static int set_up(void **state) {
    (void)state;
    bank = world.bank;
    return 0;
}

static void test_the_campus_bank_is_good(void **state) {
    (void)state;
    assert_int_equal(finish().kind, BANK_GOOD);
}

static void take_away(int dimension) {
    int kept = 0;
    for (int i = 0; i < bank.item_count; i++)
        if (bank.item[i].dimension != dimension)
            bank.item[kept++] = bank.item[i];
    bank.item_count = kept;
}

static void test_a_letter_without_items(void **state) {
    (void)state;
    take_away(3);
    assert_int_equal(finish().kind, BANK_NO_ITEM);
    assert_int_equal(finish().index, 3);
}

/* Any facets may be left out, or all of them: then the letters have the whole score. */
static void test_any_set_of_facets_will_do(void **state) {
    (void)state;
    for (int d = QUIZ_LETTERS; d < world_dimensions(); d++) {
        take_away(d);
        assert_int_equal(finish().kind, BANK_GOOD);
        assert_false(bank.asked[d]);
        for (int t = 0; t < bank.trade_count; t++)
            assert_true(bank.profile[t][d] == 0);
    }
    double length = 0;
    for (int d = 0; d < world_dimensions(); d++)
        length += bank.profile[0][d] * bank.profile[0][d];
    assert_float_equal(length, 1, 1e-12);
}

/* The raw reading: the mean item of a scale, answered by somebody of this interest. */
static void test_raw_is_the_mean_item(void **state) {
    (void)state;
    take_away(2);
    bank.item[bank.item_count++] = (Measure){2, 0.5, 1, 0.4};
    bank.item[bank.item_count++] = (Measure){2, 1.1, 3, 0.4};
    assert_int_equal(finish().kind, BANK_GOOD);
    assert_float_equal(bank_raw(&bank, 2, 0), 2, 1e-12);
    assert_float_equal(bank_raw(&bank, 2, -1), 1.2, 1e-12);
}

static void test_items_that_measure_nothing(void **state) {
    (void)state;
    const Measure bad[] = {{3, 0.75, 2, 0},        {3, 0.75, 2, -1},    {3, 0, 2, 0.4},
                           {3, NAN, 2, 0.4},       {3, 0.75, NAN, 0.4}, {3, 0.75, 2, NAN},
                           {3, 0.75, 2, INFINITY}, {16, 0.75, 2, 0.4},  {-1, 0.75, 2, 0.4}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        bank.item[7] = bad[i];
        assert_int_equal(finish().kind, BANK_BAD_ITEM);
        assert_int_equal(finish().index, 7);
    }
}

static void test_a_trade_without_facets(void **state) {
    (void)state;
    for (int d = QUIZ_LETTERS; d < world_dimensions(); d++)
        bank.weight[3][d] = 2;
    assert_int_equal(finish().kind, BANK_TRADE_FLAT);
    assert_int_equal(finish().index, 3);
}

static void test_correlations_that_contradict_each_other(void **state) {
    (void)state;
    bank.prior.at[0][1] = bank.prior.at[1][0] = 0.95;
    bank.prior.at[0][2] = bank.prior.at[2][0] = 0.95;
    bank.prior.at[1][2] = bank.prior.at[2][1] = -0.95;
    assert_int_equal(finish().kind, BANK_PRIOR_UNSOUND);
    bank.prior.at[1][2] = bank.prior.at[2][1] = NAN;
    assert_int_equal(finish().kind, BANK_PRIOR_UNSOUND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_the_campus_bank_is_good, set_up),
        cmocka_unit_test_setup(test_a_letter_without_items, set_up),
        cmocka_unit_test_setup(test_any_set_of_facets_will_do, set_up),
        cmocka_unit_test_setup(test_raw_is_the_mean_item, set_up),
        cmocka_unit_test_setup(test_items_that_measure_nothing, set_up),
        cmocka_unit_test_setup(test_a_trade_without_facets, set_up),
        cmocka_unit_test_setup(test_correlations_that_contradict_each_other, set_up),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
