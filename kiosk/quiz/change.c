/* What would change a result: one answer, by the smallest step, all others being the same. */
#include "quiz/result.h"

#include "quiz/match.h"
#include "quiz/rank.h"

static bool is_near(const Belief *belief, const QuizBank *bank, int trade) {
    double score[QUIZ_TRADES_MAX];
    int best[TOP_PLACES];
    rank_scores(belief, bank, score);
    int places = top_places(bank->trade_count);
    for (int i = rank_best(score, bank->trade_count, places, best); i > 0; i--)
        if (best[i - 1] == trade)
            return true;
    return false;
}

/* The belief had one answer been another. The covariance does not depend on answers, so the mean
   moves in proportion. */
static Belief belief_with(const Quiz *quiz, const QuizBank *bank, int position, int answer) {
    double part[QUIZ_DIMENSIONS_MAX];
    Belief other = quiz->belief;
    Measure item = quiz_measure(quiz, bank, position);
    belief_part(&other, item, item.mean + answer - quiz->answer[position], part);
    for (int i = 0; i < QUIZ_DIMENSIONS_MAX; i++)
        other.mean[i] += part[i];
    return other;
}

static bool turns(const Quiz *quiz, const QuizBank *bank, int trade, bool near, Change change) {
    if (quiz->answer[change.position] < 0 ||
        !quiz_could_answer(quiz, change.position, change.answer))
        return false;
    Belief other = belief_with(quiz, bank, change.position, change.answer);
    return is_near(&other, bank, trade) != near;
}

/* Smallest steps first; of equal ones the answer given last, which is best remembered. */
Change result_change(const Quiz *quiz, const QuizBank *bank, int trade) {
    bool near = is_near(&quiz->belief, bank, trade);
    for (int step = 1; step <= QUIZ_ANSWER_MAX; step++)
        for (int i = quiz->asked - 1; i >= 0; i--)
            for (int way = -step; way <= step; way += 2 * step) {
                Change change = {i, quiz->answer[i] + way};
                if (turns(quiz, bank, trade, near, change))
                    return change;
            }
    return (Change){-1, 0};
}
