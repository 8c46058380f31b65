/* How the quiz goes, on the campus pack's own bank and trades. */
#include "quiz/quiz.h"

#include "quiz/rank.h"
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
        int asked[QUIZ_DIMENSIONS_MAX] = {0};
        for (int i = 0; i < QUIZ_LEAST; i++)
            asked[dimension_at(&quiz, i)]++;
        for (int d = 0; d < world_dimensions(); d++)
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
    return a->asked == b->asked && a->enough == b->enough &&
           memcmp(&a->belief, &b->belief, sizeof a->belief) == 0 &&
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

/* Another answer may lead to another question; what was answered to the old one is not taken for
   an answer to it. */
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
        assert_int_equal(quiz.answer[quiz.asked],
                         same ? before.answer[quiz.asked] : QUIZ_UNANSWERED);
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
static double spread(const Quiz *quiz, int dimension) {
    return quiz->belief.cov.at[dimension][dimension];
}

/* One of three answers says less than one of five, in the same direction; and it is forgotten and
   learnt again to the bit. */
static void test_three_answers_say_less_than_five(void **state) {
    (void)state;
    Quiz five, three;
    quiz_begin(&five, bank(), 5);
    quiz_begin(&three, bank(), 5);
    int d = dimension_at(&five, 0);
    double before = spread(&five, d);
    three.coarse = true;
    quiz_answer(&five, bank(), 4, 0);
    quiz_answer(&three, bank(), 4, 0);
    Measure fine = quiz_measure(&five, bank(), 0), coarse = quiz_measure(&three, bank(), 0);
    assert_true(coarse.variance - fine.variance > .2499 && coarse.variance - fine.variance < .2501);
    assert_true(spread(&five, d) < spread(&three, d) && spread(&three, d) < before);
    assert_true(five.belief.mean[d] > three.belief.mean[d] && three.belief.mean[d] > 0);
    assert_true(quiz_is_coarse(&three) && !quiz_is_coarse(&five));
    Quiz once = three;
    quiz_answer(&three, bank(), 0, 0);
    quiz_undo(&three, bank());
    assert_memory_equal(&once.belief, &three.belief, sizeof once.belief);
    quiz_undo(&three, bank());
    three.coarse = false; /* the visitor changes the language */
    quiz_answer(&three, bank(), 4, 0);
    assert_false(quiz_is_coarse(&three));
    assert_memory_equal(&five.belief, &three.belief, sizeof five.belief);
}

/* Beside a film there are two answers, 1 and 4: rounding to steps of three adds (9 - 1) / 12. The
   question is the film's own, and the answer is taken back like any other. */
static void test_two_answers_say_less_than_three(void **state) {
    (void)state;
    Quiz three, two;
    for (int item = 0; item < bank()->item_count; item++) {
        quiz_begin(&two, bank(), 5);
        assert_true(quiz_can_put(&two, item));
        quiz_put(&two, item);
        three = two;
        quiz_put_back(&three);
        three.coarse = true;
        assert_int_equal(quiz_item(&two, 0), item);
        quiz_answer(&three, bank(), 4, 0);
        quiz_answer(&two, bank(), 4, 0);
        int d = dimension_at(&two, 0);
        assert_float_equal(quiz_measure(&two, bank(), 0).variance - bank()->item[item].variance,
                           2.0 / 3, 1e-9);
        assert_true(spread(&three, d) < spread(&two, d));
        assert_true(quiz_is_coarse(&two));
        assert_true(quiz_could_answer(&two, 0, 1) && quiz_could_answer(&two, 0, 4));
        assert_false(quiz_could_answer(&two, 0, 0) || quiz_could_answer(&two, 0, 3));
        assert_true(dimension_at(&two, 1) != d);
        Quiz once = two;
        quiz_answer(&two, bank(), 0, 0);
        assert_float_equal(quiz_measure(&two, bank(), 1).variance,
                           bank()->item[quiz_item(&two, 1)].variance, 1e-9);
        quiz_undo(&two, bank());
        assert_memory_equal(&once.belief, &two.belief, sizeof once.belief);
    }
}

static void test_fixed_order_is_balanced(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        Quiz quiz;
        int asked[QUIZ_DIMENSIONS_MAX] = {0};
        quiz_begin_fixed(&quiz, bank(), seed, 60);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, bank(), 2, 0);
        assert_int_equal(quiz.asked, 60);
        for (int i = 0; i < quiz.asked; i++)
            asked[dimension_at(&quiz, i)]++;
        for (int d = 0; d < world_dimensions(); d++)
            assert_int_equal(asked[d], d < QUIZ_LETTERS ? 5 : 3);
    }
}

/* Nor does it ever choose: the dimensions asked do not depend on the answers, to the last item
   of the bank. */
static void test_fixed_order_never_chooses(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 10; seed++) {
        Quiz one, other;
        quiz_begin_fixed(&one, bank(), seed, QUIZ_ITEMS_MAX);
        quiz_begin_fixed(&other, bank(), seed, QUIZ_ITEMS_MAX);
        for (int i = 0; i < bank()->item_count; i++) {
            assert_int_equal(quiz_item(&one, i), quiz_item(&other, i));
            quiz_answer(&one, bank(), i % 5, 0);
            quiz_answer(&other, bank(), i * 3 % 5, 0);
        }
        assert_true(quiz_finished(&one) && quiz_finished(&other));
    }
}

static void test_so_many_chosen_questions(void **state) {
    (void)state;
    static const int LENGTHS[] = {1, 6, 12, 24, 40, 72, QUIZ_ITEMS_MAX};
    for (size_t n = 0; n < sizeof LENGTHS / sizeof *LENGTHS; n++) {
        Quiz quiz;
        quiz_begin_length(&quiz, bank(), n, LENGTHS[n]);
        for (int said = 1; !quiz_finished(&quiz); said = (said * 7 + 3) % 1009)
            quiz_answer(&quiz, bank(), said % 5, 0);
        int most = LENGTHS[n] < bank()->item_count ? LENGTHS[n] : bank()->item_count;
        assert_int_equal(quiz.asked, most);
    }
}

/* The two letters that would be named rest on two answers each, whoever answers. */
static void test_what_leads_is_asked_twice(void **state) {
    (void)state;
    static const CrowdKind KINDS[] = {CROWD_MODEL, CROWD_REAL, CROWD_CARELESS};
    int thin = 0, count = 0;
    for (int k = 0; k < 3; k++)
        for (uint64_t seed = 0; seed < 100; seed++) {
            Quiz quiz = pupil_of(KINDS[k], bank(), seed);
            double raw[QUIZ_LETTERS];
            int leader[2];
            for (int d = 0; d < QUIZ_LETTERS; d++)
                raw[d] = bank_raw(bank(), d, quiz.belief.mean[d]);
            rank_best(raw, QUIZ_LETTERS, 2, leader);
            for (int i = 0; i < 2; i++)
                thin += quiz_answers_about(&quiz, bank(), leader[i]) < QUIZ_CARRIED;
            count += 2;
        }
    assert_true(thin <= count / 50);
}

static bool has_unseen(const Quiz *quiz, int dimension) {
    for (int i = 0; i < bank()->item_count; i++) {
        bool asked = quiz->seen[i / 64] >> i % 64 & 1;
        for (int j = 0; j < quiz->asked; j++)
            asked |= quiz_item(quiz, j) == i;
        if (bank()->item[i].dimension == dimension && !asked)
            return true;
    }
    return false;
}

/* "Avec d'autres questions": the second round asks one of the first only where its dimension has
   no other. */
static void test_again_asks_other_questions(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 30; seed++) {
        Quiz first = pupil_answers(bank(), seed), second;
        quiz_begin_again(&second, bank(), seed + 1, &first);
        while (second.asked < QUIZ_LEAST && !quiz_finished(&second))
            quiz_answer(&second, bank(), (int)(seed + (uint64_t)second.asked) % 5, 0);
        for (int i = 0; i < second.asked; i++)
            for (int j = 0; j < first.asked; j++)
                if (quiz_item(&second, i) == quiz_item(&first, j))
                    assert_false(has_unseen(&second, dimension_at(&second, i)));
    }
}

/* However often it begins anew, there are questions. */
static void test_again_and_again(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(bank(), 1);
    for (uint64_t round = 0; round < 6; round++) {
        Quiz next;
        quiz_begin_again(&next, bank(), round, &quiz);
        while (!quiz_finished(&next))
            quiz_answer(&next, bank(), (int)(round + (uint64_t)next.asked * 3) % 5, 0);
        assert_true(next.asked >= QUIZ_LEAST);
        quiz = next;
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

/* What was replaced in one round would be called new in the next. */
static void test_replaced_trades_stay_away_in_another_round(void **state) {
    (void)state;
    Quiz first = pupil_answers(bank(), 1), second;
    for (int t = 0; t < 3; t++)
        quiz_drop(&first, t);
    quiz_begin_again(&second, bank(), 2, &first);
    for (int t = 0; t < bank()->trade_count; t++)
        assert_int_equal(quiz_is_dropped(&second, t), t < 3);
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
        cmocka_unit_test(test_three_answers_say_less_than_five),
        cmocka_unit_test(test_two_answers_say_less_than_three),
        cmocka_unit_test(test_fixed_order_is_balanced),
        cmocka_unit_test(test_fixed_order_never_chooses),
        cmocka_unit_test(test_so_many_chosen_questions),
        cmocka_unit_test(test_what_leads_is_asked_twice),
        cmocka_unit_test(test_again_asks_other_questions),
        cmocka_unit_test(test_again_and_again),
        cmocka_unit_test(test_a_longer_order_than_the_bank_ends_with_it),
        cmocka_unit_test(test_dropped_trades_are_remembered_and_the_oldest_forgotten),
        cmocka_unit_test(test_replaced_trades_stay_away_in_another_round),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
