/* What the quiz of the campus promises, measured on imagined pupils: those its bank expects,
   those whose items behave as real ones do, and the latter once the bank was learnt from others
   like them. What one set of items is worth is luck: there are some. */
#include "tools/quiz/study.h"

#include "quiz/result.h"
#include "support/test.h"
#include "support/world.h"

#define SEED 1
#define PUPILS 300 /* of each set of items */

enum { SETS = 4, LEARNT_FROM = 1000 };

static const RunLength OWN = {0, false};

/* One kind of pupils, the mean of the sets. */
typedef struct Group {
    const char *name;
    Study own, chosen, fixed;
} Group;

enum { EXPECTED, REAL, LEARNT, GROUPS };

static Group group[GROUPS] = {{.name = "expected"}, {.name = "real"}, {.name = "learnt"}};
static Crowd real[SETS];
static QuizBank bank[GROUPS][SETS];
static Study careless[GROUPS];

static void study_sets(const Crowd *crowd, const QuizBank *banks, RunLength length, Study *mean) {
    static Study one[SETS];
    for (int s = 0; s < SETS; s++)
        study_quiz(&crowd[s], &banks[s], PUPILS, length, &one[s]);
    study_average(one, SETS, mean);
}

static void measure(Group *g, const Crowd *crowd, const QuizBank *banks) {
    study_sets(crowd, banks, OWN, &g->own);
    study_sets(crowd, banks, (RunLength){24, false}, &g->chosen);
    study_sets(crowd, banks, (RunLength){24, true}, &g->fixed);
    print_message("%s: %.1f questions; of 24: trades %.3f, fixed %.3f; letters %.3f, fixed %.3f; "
                  "top three %.2f, %.2f bits; sure %.2f of %ld; scattered %.3f; very near %.2f\n",
                  g->name, g->own.length, g->chosen.hits, g->fixed.hits, g->chosen.letter_hits,
                  g->fixed.letter_hits, g->own.top_three, g->own.entropy,
                  (double)g->own.sure_true / (double)g->own.sure, g->own.sure, g->own.scattered,
                  g->own.very_near);
}

static void measure_careless(int which) {
    static Crowd crowd[SETS];
    for (int s = 0; s < SETS; s++)
        crowd_gather(&crowd[s], &world.bank, CROWD_CARELESS, (uint64_t)(SEED + 100 + s));
    study_sets(crowd, bank[which], OWN, &careless[which]);
    print_message("careless, %s: scattered %.3f, very near %.3f\n", group[which].name,
                  careless[which].scattered, careless[which].very_near);
}

static int measure_all(void **state) {
    static Crowd expected[SETS];
    world_setup(state);
    for (int s = 0; s < SETS; s++) {
        crowd_gather(&expected[s], &world.bank, CROWD_MODEL, (uint64_t)(SEED + s));
        crowd_gather(&real[s], &world.bank, CROWD_REAL, (uint64_t)(SEED + s));
        bank[EXPECTED][s] = bank[REAL][s] = world.bank;
        if (!study_learnt(&real[s], &world.bank, LEARNT_FROM, &bank[LEARNT][s]))
            return 1;
    }
    measure(&group[EXPECTED], expected, bank[EXPECTED]);
    measure(&group[REAL], real, bank[REAL]);
    measure(&group[LEARNT], real, bank[LEARNT]);
    measure_careless(EXPECTED);
    measure_careless(LEARNT);
    return 0;
}

/* What is taken for real: loadings of .84 beside variances of .81, about, as the answers show. */
static void test_real_items_are_as_real(void **state) {
    (void)state;
    double loading = 0, variance = 0;
    int items = SETS * world.bank.item_count;
    for (int s = 0; s < SETS; s++)
        for (int i = 0; i < world.bank.item_count; i++) {
            loading += bank[LEARNT][s].item[i].loading / items;
            variance += bank[LEARNT][s].item[i].variance / items;
        }
    print_message("loading %.3f, variance %.3f\n", loading, variance);
    assert_float_equal(loading, 0.84, 0.04);
    assert_float_equal(variance, 0.81, 0.04);
}

static void test_every_trade_can_come_first(void **state) {
    (void)state;
    for (int t = 0; t < world.bank.trade_count; t++)
        assert_true(group[EXPECTED].own.first[t] > 0);
    for (int g = 0; g < GROUPS; g++) {
        assert_true(group[g].own.top_three <= 0.40);
        assert_true(group[g].own.entropy >= 4);
    }
}

static void test_every_item_is_asked(void **state) {
    (void)state;
    for (int i = 0; i < world.bank.item_count; i++)
        assert_true(group[EXPECTED].own.asked[i] > 0);
}

static void test_length(void **state) {
    (void)state;
    for (int g = 0; g < GROUPS; g++)
        assert_true(group[g].own.length >= 20 && group[g].own.length <= 26);
}

/* Chosen questions find more of the trades than as many in a fixed order, and no fewer leading
   letters. */
static void test_choosing_is_worth_it(void **state) {
    (void)state;
    for (int g = 0; g < GROUPS; g++) {
        assert_true(group[g].chosen.hits > group[g].fixed.hits);
        assert_true(group[g].chosen.letter_hits >= group[g].fixed.letter_hits - 0.02);
    }
    assert_true(group[LEARNT].chosen.hits >= 0.62);
}

static void test_the_title_rests_on_two_answers(void **state) {
    (void)state;
    for (int g = 0; g < GROUPS; g++)
        assert_true(group[g].own.thin <= 0.02);
}

/* No card flatters, no list rises, no named letter is called little. */
static void test_nothing_is_said_that_is_not_so(void **state) {
    (void)state;
    const Study *all[] = {&group[EXPECTED].own, &group[REAL].own, &group[LEARNT].own,
                          &careless[EXPECTED], &careless[LEARNT]};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(all[i]->refused, 0);
        assert_int_equal(all[i]->rising, 0);
        assert_int_equal(all[i]->belittled, 0);
    }
}

/* Of the chances said to be .95 at least .91 come true. */
static void test_chances_are_what_they_say(void **state) {
    (void)state;
    for (int g = 0; g < GROUPS; g++) {
        assert_true(group[g].own.sure > 10);
        assert_true((double)group[g].own.sure_true >= 0.91 * (double)group[g].own.sure);
    }
}

static void test_careless_answers_are_noticed(void **state) {
    (void)state;
    static const int BANKS[] = {EXPECTED, LEARNT};
    for (int i = 0; i < 2; i++) {
        assert_true(careless[BANKS[i]].scattered >= 0.60);
        assert_true(careless[BANKS[i]].very_near <= 0.40);
    }
}

static void test_honest_answers_are_believed(void **state) {
    (void)state;
    for (int g = 0; g < GROUPS; g++) {
        assert_true(group[g].own.scattered <= 0.05);
        assert_true(group[g].own.very_near >= 0.20);
    }
}

/* Campuses of few trades are judged by what so few allow. */
static void test_a_small_campus_can_be_fair(void **state) {
    (void)state;
    static const int FEW[] = {3, 5, 8};
    for (int i = 0; i < 3; i++) {
        static Study even = {0};
        even.top_three = 3.0 / FEW[i];
        assert_true(study_unevenness(&even, FEW[i]) == 0);
        even.top_three = 1;
        assert_true(study_unevenness(&even, FEW[i]) == (FEW[i] > 3));
    }
    Study usual = {.top_three = 0.40};
    assert_true(study_unevenness(&usual, 24) < 0.32);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_real_items_are_as_real),
        cmocka_unit_test(test_every_trade_can_come_first),
        cmocka_unit_test(test_every_item_is_asked),
        cmocka_unit_test(test_length),
        cmocka_unit_test(test_choosing_is_worth_it),
        cmocka_unit_test(test_the_title_rests_on_two_answers),
        cmocka_unit_test(test_nothing_is_said_that_is_not_so),
        cmocka_unit_test(test_chances_are_what_they_say),
        cmocka_unit_test(test_careless_answers_are_noticed),
        cmocka_unit_test(test_honest_answers_are_believed),
        cmocka_unit_test(test_a_small_campus_can_be_fair),
    };
    return cmocka_run_group_tests(tests, measure_all, world_teardown);
}
