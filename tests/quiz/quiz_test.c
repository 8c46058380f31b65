/* The quiz on the campus pack's own bank and trades. */
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static const QuizBank *bank(void) {
    return &world.app.bank;
}

static uint64_t random_state = 7;

static int draw(int bound) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (int)((random_state >> 33) % (uint64_t)bound);
}

static Quiz answered(uint64_t seed, int mood) {
    Quiz quiz;
    quiz_begin(&quiz, bank(), seed);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, mood >= QUIZ_SKIPPED && mood <= QUIZ_ANSWER_MAX ? mood : draw(6) - 1);
    return quiz;
}

static int families_among(const QuizResult *result) {
    int families = 0;
    for (int i = 0; i < result->suggestion_count; i++) {
        bool seen = false;
        for (int j = 0; j < i; j++)
            seen |= bank()->family[result->suggestion[i].trade] == bank()->family[result->suggestion[j].trade];
        families += !seen;
    }
    return families;
}

static void test_every_dimension_is_asked_before_any_is_asked_again(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 50; seed++) {
        Quiz quiz;
        bool asked[QUIZ_DIMENSIONS] = {false};
        quiz_begin(&quiz, bank(), seed);
        for (int i = 0; i < QUIZ_DIMENSIONS; i++) {
            int d = bank()->item[quiz_item(&quiz, i)].dimension;
            assert_false(asked[d]);
            asked[d] = true;
        }
    }
}

static void test_five_trades_of_three_families_whatever_is_answered(void **state) {
    (void)state;
    for (int run = 0; run < 500; run++) {
        Quiz quiz = answered((uint64_t)run, run < 12 ? run % 6 - 1 : 9);
        QuizResult result;
        quiz_result(&quiz, bank(), &result);
        assert_int_equal(result.suggestion_count, QUIZ_SUGGESTIONS);
        assert_true(families_among(&result) >= 3);
        assert_true(result.first != result.second);
        for (int i = 0; i < QUIZ_SUGGESTIONS; i++)
            for (int j = 0; j < i; j++)
                assert_int_not_equal(result.suggestion[i].trade, result.suggestion[j].trade);
    }
}

static void test_reasons_are_answers_that_were_liked(void **state) {
    (void)state;
    for (int run = 0; run < 300; run++) {
        Quiz quiz = answered((uint64_t)run, 9);
        QuizResult result;
        quiz_result(&quiz, bank(), &result);
        for (int i = 0; i < result.suggestion_count; i++)
            for (int k = 0; k < 2; k++)
                if (result.suggestion[i].because[k] >= 0)
                    assert_true(quiz.answer[result.suggestion[i].because[k]] > 2);
    }
}

static void test_undo_restores_the_earlier_result(void **state) {
    (void)state;
    Quiz quiz;
    quiz_begin(&quiz, bank(), 3);
    for (int i = 0; i < 10; i++)
        quiz_answer(&quiz, draw(5));
    QuizResult before, after;
    quiz_result(&quiz, bank(), &before);
    quiz_answer(&quiz, 4);
    quiz_undo(&quiz);
    quiz_result(&quiz, bank(), &after);
    assert_memory_equal(&before, &after, sizeof before);
}

static void test_may_end_after_eighteen_and_not_before(void **state) {
    (void)state;
    Quiz quiz;
    quiz_begin(&quiz, bank(), 3);
    for (int i = 0; i < QUIZ_ENOUGH; i++) {
        assert_false(quiz_has_enough(&quiz));
        quiz_end(&quiz);
        assert_false(quiz_finished(&quiz));
        quiz_answer(&quiz, 4);
    }
    assert_true(quiz_has_enough(&quiz));
    quiz_end(&quiz);
    assert_true(quiz_finished(&quiz));
}

/* What is skipped tells nothing: with and without it, the same result. */
static void test_skipping_tells_nothing(void **state) {
    (void)state;
    Quiz quiz = answered(5, QUIZ_SKIPPED);
    QuizResult result;
    quiz_result(&quiz, bank(), &result);
    assert_int_equal(result.answered, 0);
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        assert_true(result.mean[d] == 2.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_dimension_is_asked_before_any_is_asked_again),
        cmocka_unit_test(test_five_trades_of_three_families_whatever_is_answered),
        cmocka_unit_test(test_reasons_are_answers_that_were_liked),
        cmocka_unit_test(test_undo_restores_the_earlier_result),
        cmocka_unit_test(test_may_end_after_eighteen_and_not_before),
        cmocka_unit_test(test_skipping_tells_nothing),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
