#include "quiz/result_parts.h"

#include "quiz/flags.h"
#include "quiz/rank.h"

#include <string.h>

static void read_trades(const Quiz *quiz, const QuizBank *bank, ResultReading *r) {
    *r = (ResultReading){
        .quiz = quiz, .bank = bank, .scale = match_scale(&quiz->belief, bank->asked)};
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++)
        r->raw[d] = bank_raw(bank, d, quiz->belief.mean[d]);
    r->plain_scale = match_scale_exactly(r->raw, bank->asked);
    rank_scores(&quiz->belief, bank, r->score);
    top_probability(&quiz->belief, bank, r->chance);
}

static void read_quiz(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    memset(result, 0, sizeof *result);
    result->flags = flags_of(quiz, bank);
    result_read_interests(quiz, bank, result);
}

static void find_five(ResultReading *r, QuizResult *result) {
    bool flat = result->flags >> FLAG_FLAT & 1;
    r->varied = flat || result->kind == RESULT_MANY;
    result_suggest(r, result);
}

void result_five(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    ResultReading r;
    read_quiz(quiz, bank, result);
    read_trades(quiz, bank, &r);
    find_five(&r, result);
}

void result_of(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    ResultReading r;
    read_quiz(quiz, bank, result);
    if (result->kind == RESULT_NOTHING || result->kind == RESULT_TOO_FEW)
        return;
    read_trades(quiz, bank, &r);
    if (result->kind == RESULT_ELSEWHERE)
        result_suggest_bridges(&r, result);
    else
        find_five(&r, result);
}
