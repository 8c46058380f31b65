/* Why a trade is suggested, and what would change it: held against the quiz reckoned anew. */
#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/match.h"
#include "quiz/rank.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define PUPILS 150

static const QuizBank *bank(void) {
    return &world.bank;
}

static double share(const Quiz *quiz, MatchScale scale, int position, int trade) {
    double part[QUIZ_DIMENSIONS_MAX];
    belief_part(&quiz->belief, bank()->item[quiz_item(quiz, position)], quiz->answer[position],
                part);
    return match_score(scale, part, bank()->profile[trade]);
}

static MatchScale workshop_scale(const Quiz *quiz) {
    return (MatchScale){0, match_scale(&quiz->belief, bank()->asked).facets};
}

static bool is_of_trade(const Quiz *quiz, int position, int trade) {
    int d = bank()->item[quiz_item(quiz, position)].dimension;
    return d >= QUIZ_LETTERS && bank()->profile[trade][d] > 0;
}

static bool is_reason(const Suggestion *s, int position) {
    for (int i = 0; i < RESULT_REASONS; i++)
        if (s->because[i] == position)
            return true;
    return false;
}

/* The largest first, and none after the first place that is empty. */
static void check_order(const Quiz *quiz, MatchScale scale, const Suggestion *s) {
    for (int i = 0; i < RESULT_REASONS && s->because[i] >= 0; i++) {
        assert_true(quiz->answer[s->because[i]] > 2 && is_of_trade(quiz, s->because[i], s->trade));
        assert_true(i == 0 || s->because[i - 1] >= 0);
        if (i > 0)
            assert_true(share(quiz, scale, s->because[i - 1], s->trade) >=
                        share(quiz, scale, s->because[i], s->trade));
    }
}

/* The three liked answers about the trade's own workshop that count most there, and the disliked
   one that costs most; nothing about something unrelated. */
static void check_workshop_reasons(const Quiz *quiz, const Suggestion *s) {
    MatchScale scale = workshop_scale(quiz);
    int last = s->because[RESULT_REASONS - 1];
    double least = last >= 0 ? share(quiz, scale, last, s->trade) : 0;
    double worst = s->despite >= 0 ? share(quiz, scale, s->despite, s->trade) : 0;
    check_order(quiz, scale, s);
    if (s->despite >= 0)
        assert_true(quiz->answer[s->despite] < 2 && is_of_trade(quiz, s->despite, s->trade) &&
                    worst < 0);
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] < 0 || !is_of_trade(quiz, i, s->trade))
            continue;
        double p = share(quiz, scale, i, s->trade);
        if (quiz->answer[i] > 2 && !is_reason(s, i))
            assert_true(p <= least || p <= 0);
        if (quiz->answer[i] < 2)
            assert_true(p >= worst);
    }
}

/* A refusal is said when its share is the largest of all; and only then. */
static void check_unchosen(const Quiz *quiz, const Suggestion *s) {
    MatchScale scale = match_scale(&quiz->belief, bank()->asked);
    int largest = -1;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0 && share(quiz, scale, i, s->trade) > 0 &&
            (largest < 0 ||
             share(quiz, scale, i, s->trade) > share(quiz, scale, largest, s->trade)))
            largest = i;
    bool refused = largest >= 0 && quiz->answer[largest] < 2 &&
                   quiz->answer[largest] < bank()->item[quiz_item(quiz, largest)].mean;
    assert_int_equal(s->unchosen, refused ? largest : -1);
}

static void test_reasons_are_the_largest_shares(void **state) {
    (void)state;
    int because = 0, letters = 0, unchosen = 0, despite = 0;
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            const Suggestion *s = &r.suggestion[k];
            check_workshop_reasons(&quiz, s);
            check_unchosen(&quiz, s);
            if (s->because_letter >= 0)
                assert_true(r.level[s->because_letter] >= LEVEL_RATHER &&
                            bank()->profile[s->trade][s->because_letter] > 0);
            because += s->because[0] >= 0;
            letters += s->because_letter >= 0;
            unchosen += s->unchosen >= 0;
            despite += s->despite >= 0;
        }
    }
    assert_true(because > 0 && letters > 0 && unchosen > 0 && despite > 0);
}

/* How many cards have a reason of their own at the most, from card `card` on, `taken` being said.
 */
static int most_that_say(const QuizResult *r, int card, unsigned taken) {
    if (card == r->suggestion_count)
        return 0;
    int most = most_that_say(r, card + 1, taken);
    for (int i = 0; i < RESULT_REASONS && r->suggestion[card].because[i] >= 0; i++) {
        unsigned position = 1u << r->suggestion[card].because[i];
        int others = taken & position ? 0 : 1 + most_that_say(r, card + 1, taken | position);
        most = others > most ? others : most;
    }
    return most;
}

static void test_no_two_cards_say_the_same_and_as_many_as_can_say_something(void **state) {
    (void)state;
    int second = 0;
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        unsigned said = 0;
        int count = 0;
        result_five(&quiz, bank(), &r);
        assert_int_equal(r.suggestion[0].said, r.suggestion[0].because[0]);
        for (int k = 0; k < RESULT_TRADES; k++) {
            const Suggestion *s = &r.suggestion[k];
            if (s->said < 0)
                continue;
            assert_true(is_reason(s, s->said) && !(said & 1u << s->said));
            said |= 1u << s->said;
            second += s->said != s->because[0];
            count++;
        }
        int first = r.suggestion[0].said;
        assert_int_equal(count, (first >= 0) + most_that_say(&r, 1, first < 0 ? 0 : 1u << first));
    }
    assert_true(second > 0);
}

/* The same questions with one answer replaced, believed from the beginning: is the trade among
   the five nearest? */
static bool near_with(const Quiz *quiz, int position, int answer, int trade) {
    Belief belief;
    double score[QUIZ_TRADES_MAX];
    int best[TOP_PLACES];
    belief_begin(&belief, &bank()->prior);
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0)
            belief_answer(&belief, bank()->item[quiz_item(quiz, i)],
                          i == position ? answer : quiz->answer[i]);
    rank_scores(&belief, bank(), score);
    for (int i = rank_best(score, bank()->trade_count, TOP_PLACES, best); i > 0; i--)
        if (best[i - 1] == trade)
            return true;
    return false;
}

static int smallest_step(const Quiz *quiz, int trade) {
    bool near = near_with(quiz, -1, 0, trade);
    for (int step = 1; step <= QUIZ_ANSWER_MAX; step++)
        for (int i = 0; i < quiz->asked; i++)
            for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++)
                if (quiz->answer[i] >= 0 &&
                    (answer - quiz->answer[i] == step || quiz->answer[i] - answer == step) &&
                    near_with(quiz, i, answer, trade) != near)
                    return step;
    return 0;
}

static bool is_among(const Quiz *quiz, int trade) {
    for (int i = 0; i < quiz->top_count; i++)
        if (quiz->top[i] == trade)
            return true;
    return false;
}

static void test_what_would_change_it_would_and_nothing_less(void **state) {
    (void)state;
    int turned = 0, never = 0;
    for (int n = 6; n < 36; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        for (int k = 0; k < RESULT_TRADES; k++) {
            int trade = r.suggestion[k].trade;
            Change change = result_change(&quiz, bank(), trade);
            if (change.position < 0) {
                assert_int_equal(smallest_step(&quiz, trade), 0);
                never++;
                continue;
            }
            Quiz changed = quiz;
            quiz_change(&changed, bank(), change.position, change.answer);
            assert_true(is_among(&changed, trade) != is_among(&quiz, trade));
            assert_int_equal(changed.asked, quiz.asked);
            int step = change.answer - quiz.answer[change.position];
            assert_true(near_with(&quiz, change.position, change.answer, trade) !=
                        near_with(&quiz, -1, 0, trade));
            assert_int_equal(step < 0 ? -step : step, smallest_step(&quiz, trade));
            turned++;
        }
    }
    assert_true(turned > 0 && never > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reasons_are_the_largest_shares),
        cmocka_unit_test(test_no_two_cards_say_the_same_and_as_many_as_can_say_something),
        cmocka_unit_test(test_what_would_change_it_would_and_nothing_less),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
