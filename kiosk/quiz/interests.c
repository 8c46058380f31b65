/* How much each letter and each facet attracts, and what kind of result that makes. */
#include "quiz/result_parts.h"

#include "quiz/rank.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX
#define LITTLE 1.5
#define MUCH 2.75

enum { SLIPS = 1 }; /* of a few taps one may have gone astray */

/* What was answered about each dimension, on average; -1: nothing. */
static void average_answers(const Quiz *quiz, const QuizBank *bank, double average[N]) {
    int count[N] = {0};
    for (int d = 0; d < N; d++)
        average[d] = 0;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0) {
            int d = bank->item[quiz->item[i]].dimension;
            average[d] += quiz->answer[i];
            count[d]++;
        }
    for (int d = 0; d < N; d++)
        average[d] = count[d] ? average[d] / count[d] : -1;
}

static Level level_of(double mean, double answered) {
    if (answered < 0)
        return LEVEL_UNKNOWN;
    if (mean < LITTLE)
        return LEVEL_LITTLE;
    if (mean <= NEUTRAL || answered <= NEUTRAL)
        return LEVEL_MIDDLING;
    return mean < MUCH ? LEVEL_RATHER : LEVEL_MUCH;
}

/* Does the interest lie on its side of the middle, with all that is unsure about it? */
static bool is_sure(const Quiz *quiz, const QuizBank *bank, const QuizResult *result, int d) {
    double from_middle = fabs(result->mean[d] - NEUTRAL);
    return quiz_answers_about(quiz, bank, d) >= QUIZ_CARRIED && from_middle > result->spread[d];
}

bool result_likes(const QuizResult *result, int dimension) {
    return result->level[dimension] >= LEVEL_RATHER;
}

/* One answer is no interest: nothing is named for it. */
static bool may_be_named(const Quiz *quiz, const QuizBank *bank, const QuizResult *result, int d) {
    return result_likes(result, d) && quiz_answers_about(quiz, bank, d) >= QUIZ_CARRIED;
}

/* The leading letters in order, as far as each may be named. */
static void name_letters(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    int order[RESULT_NAMED];
    rank_best(result->mean, QUIZ_LETTERS, RESULT_NAMED, order);
    for (int i = 0; i < RESULT_NAMED && may_be_named(quiz, bank, result, order[i]); i++)
        result->named[result->named_count++] = order[i];
}

static void find_facet(const QuizBank *bank, QuizResult *result) {
    result->facet = -1;
    for (int d = QUIZ_LETTERS; d < N; d++) {
        bool leads =
            result->facet < 0 || result->mean[d] > result->mean[QUIZ_LETTERS + result->facet];
        if (bank->asked[d] && result_likes(result, d) && leads)
            result->facet = d - QUIZ_LETTERS;
    }
}

static void read_dimensions(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    double answered[N];
    average_answers(quiz, bank, answered);
    for (int d = 0; d < N; d++) {
        double raw = bank_raw(bank, d, quiz->belief.mean[d]);
        result->mean[d] = fmin(fmax(raw, 0), QUIZ_ANSWER_MAX);
        result->spread[d] = bank->pull[d] * sqrt(quiz->belief.cov.at[d][d]);
        result->level[d] = level_of(result->mean[d], answered[d]);
        result->sure[d] = is_sure(quiz, bank, result, d);
    }
    for (int i = 0; i < quiz->asked; i++)
        result->answered += quiz->answer[i] >= 0;
    name_letters(quiz, bank, result);
    find_facet(bank, result);
    result->facet_named =
        result->facet >= 0 && may_be_named(quiz, bank, result, QUIZ_LETTERS + result->facet);
}

/* ---- what there is to say -------------------------------------------------------------------- */

static bool likes_most(const QuizBank *bank, const QuizResult *result) {
    int liked = 0, asked = 0;
    for (int d = 0; d < N; d++) {
        asked += bank->asked[d];
        liked += bank->asked[d] && result_likes(result, d);
    }
    return 4 * liked >= 3 * asked;
}

bool result_likes_among(const QuizResult *result, int first, int end) {
    for (int d = first; d < end; d++)
        if (result_likes(result, d))
            return true;
    return false;
}

/* More than a slip: "nothing" would not be true. */
static bool has_liked_answers(const Quiz *quiz, const QuizBank *bank, int first, int end) {
    int liked = 0;
    for (int i = 0; i < quiz->asked; i++) {
        int d = bank->item[quiz->item[i]].dimension;
        liked += quiz->answer[i] > NEUTRAL && d >= first && d < end;
    }
    return liked > SLIPS;
}

static bool likes_anything(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    return result_likes_among(result, 0, N) || has_liked_answers(quiz, bank, 0, N);
}

static bool likes_workshop(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    return result_likes_among(result, QUIZ_LETTERS, N) ||
           has_liked_answers(quiz, bank, QUIZ_LETTERS, N);
}

static bool likes_hands(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    return result_likes(result, QUIZ_HANDS) ||
           has_liked_answers(quiz, bank, QUIZ_HANDS, QUIZ_HANDS + 1);
}

static bool has_workshop(const QuizBank *bank) {
    for (int d = QUIZ_LETTERS; d < N; d++)
        if (bank->asked[d])
            return true;
    return false;
}

static bool is_elsewhere(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    int first = result->named_count ? result->named[0] : -1;
    return (first == QUIZ_CREATING || first == QUIZ_HELPING) && has_workshop(bank) &&
           !likes_hands(quiz, bank, result) && !likes_workshop(quiz, bank, result);
}

static ResultKind kind_of(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    if (!result->answered || 3 * result->answered < quiz->asked)
        return RESULT_TOO_FEW;
    if (!likes_anything(quiz, bank, result))
        return RESULT_NOTHING;
    if (is_elsewhere(quiz, bank, result))
        return RESULT_ELSEWHERE;
    return likes_most(bank, result) ? RESULT_MANY : RESULT_FIVE;
}

/* What the title does not name is named nowhere: not in the count either. */
static void keep_what_is_said(QuizResult *result) {
    static const int NAMED[RESULT_KIND_COUNT] = {
        [RESULT_FIVE] = RESULT_NAMED, [RESULT_ELSEWHERE] = 1};
    if (result->named_count > NAMED[result->kind])
        result->named_count = NAMED[result->kind];
    if (result->kind != RESULT_FIVE) {
        result->facet = -1;
        result->facet_named = false;
    }
}

void result_read_interests(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    read_dimensions(quiz, bank, result);
    result->kind = kind_of(quiz, bank, result);
    keep_what_is_said(result);
}

/* ---- what is told of them -------------------------------------------------------------------- */

static bool is_told(const int *dimension, int count, int d) {
    for (int i = 0; i < count; i++)
        if (dimension[i] == d)
            return true;
    return false;
}

static int next_strongest(const QuizResult *result, const QuizBank *bank, const int *dimension,
                          int count) {
    int best = -1;
    for (int d = 0; d < N; d++)
        if (bank->asked[d] && result_likes(result, d) && !is_told(dimension, count, d) &&
            (best < 0 || result->mean[d] > result->mean[best]))
            best = d;
    return best;
}

int result_strongest(const QuizResult *result, const QuizBank *bank, int *dimension, int most) {
    int count = 0, next;
    while (count < most && (next = next_strongest(result, bank, dimension, count)) >= 0)
        dimension[count++] = next;
    return count;
}

int result_answer_about(const Quiz *quiz, const QuizBank *bank, int dimension) {
    int best = -1;
    for (int i = 0; i < quiz->asked; i++)
        if (bank->item[quiz->item[i]].dimension == dimension && quiz->answer[i] >= 0 &&
            (best < 0 || quiz->answer[i] >= quiz->answer[best]))
            best = i;
    return best;
}
