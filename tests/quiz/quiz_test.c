/* How the quiz goes, on the campus pack's own bank and trades. */
#include "quiz/quiz.h"

#include "base/slice.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

#define PUPILS 200

static const QuizBank *bank(void) {
    return &world.bank;
}

static int dimension_at(const Quiz *quiz, int position) {
    return bank()->item[quiz_item(quiz, position)].dimension;
}

static void test_length_is_eighteen_to_thirty(void **state) {
    (void)state;
    int shortest = QUIZ_MOST, longest = 0;
    for (uint64_t seed = 0; seed < PUPILS; seed++) {
        Quiz quiz = pupil_answers(bank(), seed);
        shortest = quiz.asked < shortest ? quiz.asked : shortest;
        longest = quiz.asked > longest ? quiz.asked : longest;
    }
    assert_int_equal(shortest, QUIZ_LEAST); /* both do happen */
    assert_int_equal(longest, QUIZ_MOST);
}

static void test_everything_is_asked_once_before_a_result(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < PUPILS; seed++) {
        Quiz quiz = pupil_answers(bank(), seed);
        int asked[QUIZ_DIMENSIONS] = {0};
        for (int i = 0; i < QUIZ_LEAST; i++)
            asked[dimension_at(&quiz, i)]++;
        for (int d = 0; d < QUIZ_DIMENSIONS; d++)
            assert_true(asked[d] > 0);
    }
}

static void test_never_twice_the_same_nor_two_alike_in_a_row(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < PUPILS; seed++) {
        Quiz quiz = pupil_answers(bank(), seed);
        for (int i = 1; i < quiz.asked; i++) {
            assert_int_not_equal(dimension_at(&quiz, i), dimension_at(&quiz, i - 1));
            for (int j = 0; j < i; j++)
                assert_int_not_equal(quiz_item(&quiz, i), quiz_item(&quiz, j));
        }
    }
}

/* What a result is made of: equal bits here are equal results. */
static bool same_state(const Quiz *a, const Quiz *b) {
    return a->asked == b->asked && a->enough == b->enough && memcmp(&a->belief, &b->belief, sizeof a->belief) == 0 &&
           memcmp(a->top, b->top, sizeof a->top) == 0 && a->steady == b->steady &&
           memcmp(a->item, b->item, sizeof *a->item * (size_t)(a->asked + 1)) == 0 &&
           memcmp(a->answer, b->answer, (size_t)a->asked) == 0;
}

static void test_undo_restores_every_earlier_state_exactly(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        Quiz quiz, earlier[QUIZ_MOST + 1];
        int said = (int)seed;
        quiz_begin(&quiz, bank(), seed);
        while (!quiz_finished(&quiz)) {
            earlier[quiz.asked] = quiz;
            said = (said * 7 + 3) % 1009;
            quiz_answer(&quiz, bank(), said % 6 - 1, 2000);
        }
        while (quiz.asked) {
            signed char last = quiz.answer[quiz.asked - 1];
            quiz_undo(&quiz, bank());
            assert_true(same_state(&quiz, &earlier[quiz.asked]));
            assert_int_equal(quiz.answer[quiz.asked], last); /* kept, for display */
        }
        quiz_undo(&quiz, bank());
        assert_int_equal(quiz.asked, 0);
    }
}

static void test_the_same_again_goes_the_same_way(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(bank(), 11), before = quiz;
    for (int i = 0; i < 5; i++)
        quiz_undo(&quiz, bank());
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank(), quiz.answer[quiz.asked], 0);
    assert_true(same_state(&quiz, &before));
}

/* Another answer may lead to another question; what was answered to the old one is not taken for an answer to it. */
static void test_another_answer_voids_what_it_led_to(void **state) {
    (void)state;
    int changed = 0;
    for (uint64_t seed = 0; seed < 40; seed++) {
        Quiz quiz = pupil_answers(bank(), seed), before = quiz;
        for (int i = 0; i < 4; i++)
            quiz_undo(&quiz, bank());
        quiz_answer(&quiz, bank(), 4 - quiz.answer[quiz.asked], 0);
        if (quiz_finished(&quiz))
            continue;
        bool same = quiz_item(&quiz, quiz.asked) == quiz_item(&before, quiz.asked);
        assert_int_equal(quiz.answer[quiz.asked], same ? before.answer[quiz.asked] : QUIZ_UNANSWERED);
        changed += !same;
    }
    assert_true(changed > 0);
}

static void test_may_end_after_eighteen_and_not_before(void **state) {
    (void)state;
    Quiz quiz;
    quiz_begin(&quiz, bank(), 3);
    for (int i = 0; i < QUIZ_LEAST; i++) {
        assert_false(quiz_has_enough(&quiz));
        quiz_end(&quiz);
        assert_false(quiz_finished(&quiz));
        quiz_answer(&quiz, bank(), 3, 0);
    }
    assert_true(quiz_has_enough(&quiz));
    quiz_end(&quiz);
    assert_true(quiz_finished(&quiz));
    quiz_answer(&quiz, bank(), 3, 0);
    assert_int_equal(quiz.asked, QUIZ_LEAST); /* no further question */
}

static void test_skipping_tells_nothing(void **state) {
    (void)state;
    Quiz quiz = pupil_always(bank(), 5, QUIZ_SKIPPED);
    Belief nobody;
    belief_begin(&nobody, &bank()->prior);
    assert_memory_equal(&quiz.belief, &nobody, sizeof nobody);
    assert_int_equal(quiz.asked, QUIZ_MOST);
}

/* A letter and a facet in turn, in the bank's own proportion. */
static void test_fixed_order_is_balanced(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        Quiz quiz;
        int asked[QUIZ_DIMENSIONS] = {0};
        quiz_begin_fixed(&quiz, bank(), seed, 60);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, bank(), 2, 0);
        assert_int_equal(quiz.asked, 60);
        for (int i = 0; i < quiz.asked; i++)
            asked[dimension_at(&quiz, i)]++;
        for (int d = 0; d < QUIZ_DIMENSIONS; d++)
            assert_int_equal(asked[d], d < QUIZ_LETTERS ? 5 : 3);
    }
}

static void test_a_longer_order_than_the_bank_ends_with_it(void **state) {
    (void)state;
    Quiz quiz;
    quiz_begin_fixed(&quiz, bank(), 1, QUIZ_ITEMS_MAX);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank(), 2, 0);
    assert_int_equal(quiz.asked, bank()->item_count);
}

static void test_dropped_trades_are_remembered_and_the_oldest_forgotten(void **state) {
    (void)state;
    Quiz quiz;
    quiz_begin(&quiz, bank(), 1);
    for (int t = 0; t <= QUIZ_DROPS_MAX; t++) {
        assert_false(quiz_is_dropped(&quiz, t));
        quiz_drop(&quiz, t);
        quiz_drop(&quiz, t);
        assert_true(quiz_is_dropped(&quiz, t));
    }
    assert_int_equal(quiz.dropped_count, QUIZ_DROPS_MAX);
    assert_false(quiz_is_dropped(&quiz, 0));
}

/* The same bits on every machine and at every optimisation: if this number changes, so did the quiz. Its items and trades are
   made up here, so that an edited pack does not change it. */
static void test_bits_are_the_same_everywhere(void **state) {
    (void)state;
    static QuizBank made;
    made = (QuizBank){.item_count = 64, .trade_count = 20, .prior = bank()->prior};
    for (int i = 0; i < made.item_count; i++)
        made.item[i] = (Measure){i % QUIZ_DIMENSIONS, 0.5 + i % 7 / 8.0, 1.5 + i % 5 / 4.0, 0.25 + i % 3 / 8.0};
    for (int t = 0; t < made.trade_count; t++)
        for (int d = 0; d < QUIZ_DIMENSIONS; d++)
            made.weight[t][d] = (t * 31 + d * 17) % 11 / 2.0;
    assert_int_equal(bank_finish(&made).kind, BANK_GOOD);
    uint64_t hash = 0;
    for (uint64_t seed = 0; seed < 50; seed++) {
        Quiz quiz;
        quiz_begin(&quiz, &made, seed);
        for (int said = (int)seed; !quiz_finished(&quiz); said = (said * 7 + 3) % 1009)
            quiz_answer(&quiz, &made, said % 5, 0);
        hash = slice_hash((Slice){(const char *)&quiz.belief, sizeof quiz.belief}, hash);
        hash = slice_hash((Slice){(const char *)quiz.item, (int)sizeof *quiz.item * quiz.asked}, hash);
    }
    assert_int_equal(hash, 0x90152faf48ee0db6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_length_is_eighteen_to_thirty),
        cmocka_unit_test(test_everything_is_asked_once_before_a_result),
        cmocka_unit_test(test_never_twice_the_same_nor_two_alike_in_a_row),
        cmocka_unit_test(test_undo_restores_every_earlier_state_exactly),
        cmocka_unit_test(test_the_same_again_goes_the_same_way),
        cmocka_unit_test(test_another_answer_voids_what_it_led_to),
        cmocka_unit_test(test_may_end_after_eighteen_and_not_before),
        cmocka_unit_test(test_skipping_tells_nothing),
        cmocka_unit_test(test_fixed_order_is_balanced),
        cmocka_unit_test(test_a_longer_order_than_the_bank_ends_with_it),
        cmocka_unit_test(test_dropped_trades_are_remembered_and_the_oldest_forgotten),
        cmocka_unit_test(test_bits_are_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
