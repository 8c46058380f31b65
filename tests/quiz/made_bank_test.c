/* The quiz on banks that are not this campus's: fewer facets, more of them, and one that is made up
   so that its bits can be told. */
#include "quiz/quiz.h"

#include "base/slice.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

/* Letters alone, and letters with three facets: no dimension that is not there is waited for. */
static void test_banks_with_fewer_facets(void **state) {
    (void)state;
    for (int facets = 0; facets <= 3; facets += 3) {
        static QuizBank few;
        few = world.bank;
        few.item_count = 0;
        for (int i = 0; i < world.bank.item_count; i++)
            if (world.bank.item[i].dimension < QUIZ_LETTERS + facets)
                few.item[few.item_count++] = world.bank.item[i];
        assert_int_equal(bank_finish(&few).kind, BANK_GOOD);
        for (uint64_t seed = 0; seed < 30; seed++) {
            Quiz chosen = pupil_answers(&few, seed), fixed;
            assert_true(chosen.asked >= QUIZ_LEAST && chosen.asked <= QUIZ_MOST);
            quiz_begin_fixed(&fixed, &few, seed, QUIZ_ITEMS_MAX);
            while (!quiz_finished(&fixed))
                quiz_answer(&fixed, &few, 3, 0);
            assert_int_equal(fixed.asked, few.item_count);
        }
    }
}

/* A campus with as few or as many facets as there may be: all are asked about, and the first
   questions are nobody's answers. */
static void test_other_facets_than_those_of_this_campus(void **state) {
    (void)state;
    static QuizBank made;
    for (int facets = QUIZ_FACETS_LEAST; facets <= QUIZ_FACETS_MAX; facets++) {
        int dimensions = QUIZ_LETTERS + facets;
        made = (QuizBank){.item_count = 5 * dimensions, .trade_count = 12, .facet_count = facets};
        for (int f = 0; f < facets; f++)
            made.kind[f] = facets < 8 ? f : f / 2;
        for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++)
            made.prior.at[d][d] = 1;
        for (int i = 0; i < made.item_count; i++)
            made.item[i] = (Measure){i % dimensions, 0.84, 2, 0.81};
        for (int t = 0; t < made.trade_count; t++)
            for (int d = 0; d < dimensions; d++)
                made.weight[t][d] = (t * 31 + d * 17) % 11 / 2.0;
        assert_int_equal(bank_finish(&made).kind, BANK_GOOD);
        Quiz quiz, other;
        quiz_begin(&quiz, &made, 7);
        quiz_begin(&other, &made, 7);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, &made, quiz.asked % 5, 0);
        while (!quiz_finished(&other))
            quiz_answer(&other, &made, 4 - other.asked % 3, 0);
        for (int i = 0; i < QUIZ_WARM_UP; i++)
            assert_int_equal(quiz_item(&quiz, i), quiz_item(&other, i));
        for (int d = 0; d < dimensions; d++)
            assert_true(quiz_answers_about(&quiz, &made, d) > 0);
    }
    made.facet_count = QUIZ_FACETS_MAX + 1;
    assert_int_equal(bank_finish(&made).kind, BANK_BAD_FACETS);
}

/* The same bits on every machine and at every optimisation: if this number changes, so did the
   quiz. Its items and trades are made up here, so that an edited pack does not change it. */
static void test_bits_are_the_same_everywhere(void **state) {
    (void)state;
    static QuizBank made;
    enum { DIMENSIONS = QUIZ_LETTERS + 10 };
    made = (QuizBank){
        .item_count = 64, .trade_count = 20, .facet_count = 10, .prior = world.bank.prior};
    memcpy(made.kind, world.bank.kind, sizeof made.kind);
    for (int i = 0; i < made.item_count; i++)
        made.item[i] =
            (Measure){i % DIMENSIONS, 0.5 + i % 7 / 8.0, 1.5 + i % 5 / 4.0, 0.25 + i % 3 / 8.0};
    for (int t = 0; t < made.trade_count; t++)
        for (int d = 0; d < DIMENSIONS; d++)
            made.weight[t][d] = (t * 31 + d * 17) % 11 / 2.0;
    assert_int_equal(bank_finish(&made).kind, BANK_GOOD);
    uint64_t hash = 0;
    for (uint64_t seed = 0; seed < 50; seed++) {
        Quiz quiz;
        quiz_begin(&quiz, &made, seed);
        for (int said = (int)seed; !quiz_finished(&quiz); said = (said * 7 + 3) % 1009)
            quiz_answer(&quiz, &made, said % 5, 0);
        double known[1 + DIMENSIONS][DIMENSIONS]; /* the mean and the covariance, without gaps */
        for (int d = 0; d < DIMENSIONS; d++) {
            known[0][d] = quiz.belief.mean[d];
            memcpy(known[1 + d], quiz.belief.cov.at[d], sizeof known[d]);
        }
        hash = slice_hash((Slice){(const char *)known, sizeof known}, hash);
        hash =
            slice_hash((Slice){(const char *)quiz.item, (int)sizeof *quiz.item * quiz.asked}, hash);
    }
    assert_int_equal(hash, 0xaf769c07bf19355c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_banks_with_fewer_facets),
        cmocka_unit_test(test_other_facets_than_those_of_this_campus),
        cmocka_unit_test(test_bits_are_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
