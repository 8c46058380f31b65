#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/indices.h"
#include "quiz/match.h"
#include "quiz/rank.h"

#include <math.h>
#include <string.h>

#define N QUIZ_DIMENSIONS
#define NEUTRAL 2
#define VERY_NEAR 0.75
#define NEAR 0.40
#define NECK_AND_NECK 0.25 /* of its own spread: the one behind would win four times in ten */

enum { FAMILIES_LEAST = 3, NEAREST = RESULT_TRADES - 1 /* then the surprise */ };

/* What is worked out once and asked of many times. */
typedef struct Reading {
    const Quiz *quiz;
    const QuizBank *bank;
    Taste taste;
    double score[QUIZ_TRADES_MAX], chance[QUIZ_TRADES_MAX];
    bool varied; /* one trade a family: somebody who likes a bit of everything is shown a bit of everything */
} Reading;

static Measure measure_at(const Reading *r, int position) {
    return r->bank->item[r->quiz->item[position]];
}

/* ---- why ------------------------------------------------------------------------------------------------------------------- */

/* How much an answer counts in a trade's score, exactly: the shares of all answers sum to it. */
static double share(const Reading *r, int position, int trade) {
    double part[N];
    belief_part(&r->quiz->belief, measure_at(r, position), r->quiz->answer[position], part);
    return match_score(r->taste, part, r->bank->profile[trade]);
}

static void find_reasons(const Reading *r, Suggestion *s) {
    double best[2] = {0, 0}, worst = 0;
    s->because[0] = s->because[1] = s->despite = -1;
    for (int i = 0; i < r->quiz->asked; i++) {
        int answer = r->quiz->answer[i];
        double p = answer < 0 ? 0 : share(r, i, s->trade);
        if (answer > NEUTRAL && p > best[0]) { /* only what was liked is quoted as a reason */
            best[1] = best[0];
            s->because[1] = s->because[0];
            best[0] = p;
            s->because[0] = i;
        } else if (answer > NEUTRAL && p > best[1]) {
            best[1] = p;
            s->because[1] = i;
        } else if (answer >= 0 && answer < NEUTRAL && p < worst) {
            worst = p;
            s->despite = i;
        }
    }
}

/* ---- which trades -------------------------------------------------------------------------------------------------------------- */

static bool is_taken(const QuizResult *result, int trade) {
    for (int i = 0; i < result->suggestion_count; i++)
        if (result->suggestion[i].trade == trade)
            return true;
    return false;
}

static bool has_family(const QuizResult *result, const QuizBank *bank, int family, int among) {
    for (int i = 0; i < among; i++)
        if (bank->family[result->suggestion[i].trade] == family)
            return true;
    return false;
}

static int families(const QuizResult *result, const QuizBank *bank) {
    int count = 0;
    for (int i = 0; i < result->suggestion_count; i++)
        count += !has_family(result, bank, bank->family[result->suggestion[i].trade], i);
    return count;
}

/* With one more trade, can there still be enough families among all that will be shown? The surprise brings a new one. */
static bool leaves_variety(const Reading *r, const QuizResult *result, int trade) {
    bool new_family = !has_family(result, r->bank, r->bank->family[trade], result->suggestion_count);
    int left = RESULT_TRADES - result->suggestion_count - 1;
    return (new_family || !r->varied) && families(result, r->bank) + new_family + left >= FAMILIES_LEAST;
}

static bool may_come(const Reading *r, const QuizResult *result, int trade) {
    return !is_taken(result, trade) && !quiz_is_dropped(r->quiz, trade);
}

/* Best by score, -1 when there is none; `varied` keeps room for other families. */
static int next_nearest(const Reading *r, const QuizResult *result, bool varied) {
    int best = -1;
    for (int t = 0; t < r->bank->trade_count; t++)
        if (may_come(r, result, t) && (!varied || leaves_variety(r, result, t)) && (best < 0 || r->score[t] > r->score[best]))
            best = t;
    return best;
}

/* The surprise: of the families not there yet, the trade whose workshop, letters apart, is nearest. */
static int surprise(const Reading *r, const QuizResult *result) {
    int best = -1;
    double nearest = 0;
    Taste facets = {0, r->taste.facets};
    for (int t = 0; t < r->bank->trade_count; t++) {
        double near = match_score(facets, r->quiz->belief.mean, r->bank->profile[t]);
        if (may_come(r, result, t) && !has_family(result, r->bank, r->bank->family[t], result->suggestion_count) &&
            (best < 0 || near > nearest)) {
            best = t;
            nearest = near;
        }
    }
    return best;
}

static Closeness closeness_of(double chance) {
    return chance >= VERY_NEAR ? CLOSE_VERY_NEAR : chance >= NEAR ? CLOSE_NEAR : CLOSE_TO_DISCOVER;
}

static void suggest_trade(const Reading *r, QuizResult *result, int trade, bool is_surprise) {
    Suggestion *s = &result->suggestion[result->suggestion_count++];
    *s = (Suggestion){.trade = trade,
                      .score = r->score[trade],
                      .chance = r->chance[trade],
                      .closeness = closeness_of(r->chance[trade]),
                      .surprise = is_surprise};
    find_reasons(r, s);
}

static void suggest(const Reading *r, QuizResult *result) {
    while (result->suggestion_count < RESULT_TRADES) {
        bool last = result->suggestion_count == NEAREST;
        int unexpected = last ? surprise(r, result) : -1;
        int trade = unexpected >= 0 ? unexpected : next_nearest(r, result, true);
        if (trade < 0)
            trade = next_nearest(r, result, false); /* a campus with fewer families than that */
        if (trade < 0)
            return;
        suggest_trade(r, result, trade, trade == unexpected);
    }
}

/* ---- how sure ------------------------------------------------------------------------------------------------------------------- */

/* Could the second be the first? The gap of their scores beside its own spread, linearised. */
static bool cannot_tell(const Reading *r, int first, int second) {
    double a[N], b[N], variance = 0;
    match_slope(&r->quiz->belief, r->taste, r->bank->profile[first], a);
    match_slope(&r->quiz->belief, r->taste, r->bank->profile[second], b);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            variance += (a[i] - b[i]) * r->quiz->belief.cov.at[i][j] * (a[j] - b[j]);
    return r->score[first] - r->score[second] < NECK_AND_NECK * sqrt(variance);
}

static int neck_and_neck(const Reading *r, const QuizResult *result) {
    int count = result->suggestion_count > 0;
    while (count && count < NEAREST && count < result->suggestion_count &&
           cannot_tell(r, result->suggestion[0].trade, result->suggestion[count].trade))
        count++;
    return count;
}

static void read_dimensions(const Quiz *quiz, QuizResult *result) {
    for (int d = 0; d < N; d++) {
        result->mean[d] = fmin(fmax(NEUTRAL + quiz->belief.mean[d], 0), QUIZ_ANSWER_MAX);
        result->spread[d] = sqrt(quiz->belief.cov.at[d][d]);
        if (d >= QUIZ_LETTERS && quiz->belief.mean[d] > quiz->belief.mean[QUIZ_LETTERS + result->facet])
            result->facet = d - QUIZ_LETTERS;
    }
    result->first = indices_leading(quiz->belief.mean);
    result->second = indices_second(quiz->belief.mean);
    for (int i = 0; i < quiz->asked; i++)
        result->answered += quiz->answer[i] >= 0;
}

void result_of(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    memset(result, 0, sizeof *result);
    read_dimensions(quiz, result);
    result->flags = flags_of(quiz, bank);
    Reading r = {.quiz = quiz, .bank = bank, .taste = match_taste(&quiz->belief), .varied = result->flags >> FLAG_FLAT & 1};
    rank_scores(&quiz->belief, bank, r.score);
    likely_top(&quiz->belief, bank, r.chance);
    suggest(&r, result);
    result->neck_and_neck = neck_and_neck(&r, result);
}

/* ---- what would change it ------------------------------------------------------------------------------------------------------ */

static bool is_near(const Belief *belief, const QuizBank *bank, int trade) {
    double score[QUIZ_TRADES_MAX];
    int best[LIKELY_TOP];
    rank_scores(belief, bank, score);
    for (int i = rank_best(score, bank->trade_count, LIKELY_TOP, best); i > 0; i--)
        if (best[i - 1] == trade)
            return true;
    return false;
}

/* The belief had one answer been another. The covariance does not depend on answers, so the mean moves in proportion. */
static Belief belief_with(const Quiz *quiz, const QuizBank *bank, int position, int answer) {
    double part[N];
    Belief other = quiz->belief;
    Measure item = bank->item[quiz->item[position]];
    belief_part(&other, item, item.mean + answer - quiz->answer[position], part);
    for (int i = 0; i < N; i++)
        other.mean[i] += part[i];
    return other;
}

static bool turns(const Quiz *quiz, const QuizBank *bank, int trade, bool near, Turn turn) {
    if (quiz->answer[turn.position] < 0 || turn.answer < 0 || turn.answer > QUIZ_ANSWER_MAX)
        return false;
    Belief other = belief_with(quiz, bank, turn.position, turn.answer);
    return is_near(&other, bank, trade) != near;
}

/* Smallest steps first; of equal ones the answer given last, which is best remembered. */
Turn result_turn(const Quiz *quiz, const QuizBank *bank, int trade) {
    bool near = is_near(&quiz->belief, bank, trade);
    for (int step = 1; step <= QUIZ_ANSWER_MAX; step++)
        for (int i = quiz->asked - 1; i >= 0; i--)
            for (int way = -step; way <= step; way += 2 * step) {
                Turn turn = {i, quiz->answer[i] + way};
                if (turns(quiz, bank, trade, near, turn))
                    return turn;
            }
    return (Turn){-1, 0};
}
