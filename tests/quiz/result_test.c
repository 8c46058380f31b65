/* What a result says must be so: held against the quiz reckoned anew. */
#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/match.h"
#include "quiz/rank.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

#define PUPILS 150

static const QuizBank *bank(void) {
    return &world.bank;
}

/* Pupils of all kinds: many drawn from the model, and the stubborn ones who always say the same. */
static Quiz pupil(int number) {
    return number < 6 ? pupil_always(bank(), (uint64_t)number, number - 1) : pupil_answers(bank(), (uint64_t)number);
}

static int family(const Suggestion *s) {
    return bank()->family[s->trade];
}

static int families_among(const QuizResult *r) {
    int families = 0;
    for (int i = 0; i < r->suggestion_count; i++) {
        bool seen = false;
        for (int j = 0; j < i; j++)
            seen |= family(&r->suggestion[i]) == family(&r->suggestion[j]);
        families += !seen;
    }
    return families;
}

static void test_five_different_trades_of_three_families(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.suggestion_count, RESULT_TRADES);
        assert_true(families_among(&r) >= 3);
        assert_true(r.first != r.second);
        for (int i = 0; i < RESULT_TRADES; i++)
            for (int j = 0; j < i; j++)
                assert_int_not_equal(r.suggestion[i].trade, r.suggestion[j].trade);
    }
}

static void test_the_last_is_a_surprise_from_another_family(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int i = 0; i < RESULT_TRADES - 1; i++) {
            assert_false(r.suggestion[i].surprise);
            assert_true(family(&r.suggestion[i]) != family(&r.suggestion[RESULT_TRADES - 1]));
            assert_true(!i || r.suggestion[i].score <= r.suggestion[i - 1].score);
        }
        assert_true(r.suggestion[RESULT_TRADES - 1].surprise);
    }
}

static void test_closeness_follows_the_chance(void **state) {
    (void)state;
    int seen[3] = {0};
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        double chance[QUIZ_TRADES_MAX];
        QuizResult r;
        result_of(&quiz, bank(), &r);
        likely_top(&quiz.belief, bank(), chance);
        for (int i = 0; i < RESULT_TRADES; i++) {
            const Suggestion *s = &r.suggestion[i];
            assert_true(s->chance == chance[s->trade]);
            assert_int_equal(s->closeness, s->chance >= 0.75 ? CLOSE_VERY_NEAR : s->chance >= 0.40 ? CLOSE_NEAR : CLOSE_TO_DISCOVER);
            seen[s->closeness]++;
        }
    }
    assert_true(seen[CLOSE_TO_DISCOVER] && seen[CLOSE_NEAR] && seen[CLOSE_VERY_NEAR]);
}

static double share(const Quiz *quiz, int position, int trade) {
    double part[QUIZ_DIMENSIONS];
    belief_part(&quiz->belief, bank()->item[quiz_item(quiz, position)], quiz->answer[position], part);
    return match_score(match_taste(&quiz->belief), part, bank()->profile[trade]);
}

/* The two liked answers that count most, and the disliked one that costs most. */
static void test_reasons_are_the_largest_shares(void **state) {
    (void)state;
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            const Suggestion *s = &r.suggestion[k];
            double second = s->because[1] >= 0 ? share(&quiz, s->because[1], s->trade) : 0;
            double worst = s->despite >= 0 ? share(&quiz, s->despite, s->trade) : 0;
            assert_true(s->because[0] < 0 || (quiz.answer[s->because[0]] > 2 && share(&quiz, s->because[0], s->trade) >= second));
            assert_true(s->because[1] < 0 || quiz.answer[s->because[1]] > 2);
            assert_true(s->despite < 0 || (quiz.answer[s->despite] >= 0 && quiz.answer[s->despite] < 2 && worst < 0));
            for (int i = 0; i < quiz.asked; i++) {
                double p = quiz.answer[i] < 0 ? 0 : share(&quiz, i, s->trade);
                if (quiz.answer[i] > 2 && i != s->because[0] && i != s->because[1])
                    assert_true(p <= second || p <= 0);
                if (quiz.answer[i] >= 0 && quiz.answer[i] < 2)
                    assert_true(p >= worst);
            }
        }
    }
}

/* The same questions with one answer replaced, believed from the beginning: is the trade among the five nearest? */
static bool near_with(const Quiz *quiz, int position, int answer, int trade) {
    Belief belief;
    double score[QUIZ_TRADES_MAX];
    int best[LIKELY_TOP];
    belief_begin(&belief, &bank()->prior);
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0)
            belief_answer(&belief, bank()->item[quiz_item(quiz, i)], i == position ? answer : quiz->answer[i]);
    rank_scores(&belief, bank(), score);
    for (int i = rank_best(score, bank()->trade_count, LIKELY_TOP, best); i > 0; i--)
        if (best[i - 1] == trade)
            return true;
    return false;
}

static int smallest_step(const Quiz *quiz, int trade) {
    bool near = near_with(quiz, -1, 0, trade);
    for (int step = 1; step <= QUIZ_ANSWER_MAX; step++)
        for (int i = 0; i < quiz->asked; i++)
            for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++)
                if (quiz->answer[i] >= 0 && (answer - quiz->answer[i] == step || quiz->answer[i] - answer == step) &&
                    near_with(quiz, i, answer, trade) != near)
                    return step;
    return 0;
}

static void test_what_would_change_it_would_and_nothing_less(void **state) {
    (void)state;
    int turned = 0, never = 0;
    for (int n = 6; n < 36; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            int trade = r.suggestion[k].trade;
            Turn turn = result_turn(&quiz, bank(), trade);
            if (turn.position < 0) {
                assert_int_equal(smallest_step(&quiz, trade), 0);
                never++;
                continue;
            }
            int step = turn.answer - quiz.answer[turn.position];
            assert_true(near_with(&quiz, turn.position, turn.answer, trade) != near_with(&quiz, -1, 0, trade));
            assert_int_equal(step < 0 ? -step : step, smallest_step(&quiz, trade));
            turned++;
        }
    }
    assert_true(turned > 0 && never > 0);
}

static void test_a_dropped_trade_never_comes_back_and_the_others_stay(void **state) {
    (void)state;
    for (int n = 6; n < 40; n++) {
        Quiz quiz = pupil(n);
        QuizResult before, after;
        result_of(&quiz, bank(), &before);
        int trade = before.suggestion[n % RESULT_TRADES].trade;
        quiz_drop(&quiz, trade);
        result_of(&quiz, bank(), &after);
        assert_int_equal(after.suggestion_count, RESULT_TRADES);
        for (int i = 0; i < RESULT_TRADES; i++)
            assert_int_not_equal(after.suggestion[i].trade, trade);
    }
}

static void test_a_campus_of_few_trades_shows_them_all(void **state) {
    (void)state;
    static QuizBank few;
    few = world.bank;
    few.trade_count = 3;
    Quiz quiz = pupil_answers(&few, 1);
    QuizResult r;
    result_of(&quiz, &few, &r);
    assert_int_equal(r.suggestion_count, 3);
}

/* Who likes everything alike is shown one trade a family. */
static void test_a_flat_profile_gets_variety(void **state) {
    (void)state;
    Quiz quiz = pupil_always(bank(), 2, 2);
    QuizResult r;
    result_of(&quiz, bank(), &r);
    assert_true(r.flags >> FLAG_FLAT & 1);
    assert_int_equal(families_among(&r), RESULT_TRADES);
}

static void test_ties_are_seen(void **state) {
    (void)state;
    int seen[RESULT_TRADES] = {0};
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil(n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_true(r.neck_and_neck >= 1 && r.neck_and_neck < RESULT_TRADES);
        seen[r.neck_and_neck]++;
    }
    assert_true(seen[1] > 0 && seen[2] > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_five_different_trades_of_three_families),
        cmocka_unit_test(test_the_last_is_a_surprise_from_another_family),
        cmocka_unit_test(test_closeness_follows_the_chance),
        cmocka_unit_test(test_reasons_are_the_largest_shares),
        cmocka_unit_test(test_what_would_change_it_would_and_nothing_less),
        cmocka_unit_test(test_a_dropped_trade_never_comes_back_and_the_others_stay),
        cmocka_unit_test(test_a_campus_of_few_trades_shows_them_all),
        cmocka_unit_test(test_a_flat_profile_gets_variety),
        cmocka_unit_test(test_ties_are_seen),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
