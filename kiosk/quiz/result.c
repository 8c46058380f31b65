#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/indices.h"
#include "quiz/match.h"
#include "quiz/rank.h"

#include <math.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX
#define NEUTRAL 2
#define LITTLE 1.5
#define MUCH 2.75
#define VERY_NEAR 0.75
#define NEAR 0.40
#define NECK_AND_NECK 0.25 /* of its own spread: the one behind would win four times in ten */

enum {
    FAMILIES_LEAST = 3,
    SLIPS = 1,                   /* of a few taps one may have gone astray */
    NEAREST = RESULT_TRADES - 1, /* then the surprise */
    WORKING_WITH_HANDS = 0,      /* a letter, as these: */
    CREATING = 2,                /* of which most lies outside of industry */
    HELPING = 3,
};

/* What is worked out once and asked of many times. */
typedef struct ResultReading {
    const Quiz *quiz;
    const QuizBank *bank;
    MatchScale scale, plain_scale;
    double raw[N];
    double score[QUIZ_TRADES_MAX], chance[QUIZ_TRADES_MAX];
    /* one trade a family: somebody who likes a bit of everything is shown a bit of everything */
    bool varied;
} ResultReading;

static Measure measure_at(const ResultReading *r, int position) {
    return r->bank->item[r->quiz->item[position]];
}

/* ---- how much it attracts -------------------------------------------------------------------- */

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

static bool is_liked(const QuizResult *result, int dimension) {
    return result->level[dimension] >= LEVEL_RATHER;
}

/* One answer is no interest: nothing is named for it. */
static bool may_be_named(const Quiz *quiz, const QuizBank *bank, const QuizResult *result, int d) {
    return is_liked(result, d) && quiz_answers_about(quiz, bank, d) >= QUIZ_CARRIED;
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
        if (bank->asked[d] && is_liked(result, d) && leads)
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
        liked += bank->asked[d] && is_liked(result, d);
    }
    return 4 * liked >= 3 * asked;
}

static bool likes_among(const QuizResult *result, int first, int end) {
    for (int d = first; d < end; d++)
        if (is_liked(result, d))
            return true;
    return false;
}

/* More than a slip: "nothing" would not be true. */
static bool has_liked_answers(const Quiz *quiz, const QuizBank *bank, int first) {
    int liked = 0;
    for (int i = 0; i < quiz->asked; i++)
        liked += quiz->answer[i] > NEUTRAL && bank->item[quiz->item[i]].dimension >= first;
    return liked > SLIPS;
}

static bool likes_anything(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    return likes_among(result, 0, N) || has_liked_answers(quiz, bank, 0);
}

static bool likes_workshop(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    return likes_among(result, QUIZ_LETTERS, N) || has_liked_answers(quiz, bank, QUIZ_LETTERS);
}

static bool has_workshop(const QuizBank *bank) {
    for (int d = QUIZ_LETTERS; d < N; d++)
        if (bank->asked[d])
            return true;
    return false;
}

static bool is_elsewhere(const Quiz *quiz, const QuizBank *bank, const QuizResult *result) {
    int first = result->named_count ? result->named[0] : -1;
    return (first == CREATING || first == HELPING) && has_workshop(bank) &&
           !is_liked(result, WORKING_WITH_HANDS) && !likes_workshop(quiz, bank, result);
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

/* ---- why ------------------------------------------------------------------------------------- */

/* How much an answer counts in a trade's score, exactly: the shares of all answers sum to it. */
static double share(const ResultReading *r, MatchScale scale, int position, int trade) {
    double part[N];
    belief_part(&r->quiz->belief, measure_at(r, position), r->quiz->answer[position], part);
    return match_score(scale, part, r->bank->profile[trade]);
}

/* About something of the workshop that this trade has more of than others: only that explains
   it. */
static bool is_of_trade(const ResultReading *r, int position, int trade) {
    int d = measure_at(r, position).dimension;
    return d >= QUIZ_LETTERS && r->bank->profile[trade][d] > 0;
}

static void find_liked(const ResultReading *r, Suggestion *s) {
    double best[2] = {0, 0};
    MatchScale workshop = {0, r->scale.facets};
    s->because[0] = s->because[1] = -1;
    for (int i = 0; i < r->quiz->asked; i++) {
        if (r->quiz->answer[i] <= NEUTRAL || !is_of_trade(r, i, s->trade))
            continue;
        double p = share(r, workshop, i, s->trade);
        if (p > best[0]) {
            best[1] = best[0];
            s->because[1] = s->because[0];
            best[0] = p;
            s->because[0] = i;
        } else if (p > best[1]) {
            best[1] = p;
            s->because[1] = i;
        }
    }
}

static void find_liked_letter(const ResultReading *r, const QuizResult *result, Suggestion *s) {
    double best = 0;
    s->because_letter = -1;
    for (int d = 0; d < QUIZ_LETTERS; d++) {
        double p = r->scale.letters * r->quiz->belief.mean[d] * r->bank->profile[s->trade][d];
        if (is_liked(result, d) && r->bank->profile[s->trade][d] > 0 && p > best) {
            best = p;
            s->because_letter = d;
        }
    }
}

/* Of all shares the largest, if it is of something that was refused. */
static void find_unchosen(const ResultReading *r, Suggestion *s) {
    double best = 0;
    int position = -1;
    for (int i = 0; i < r->quiz->asked; i++) {
        double p = r->quiz->answer[i] < 0 ? 0 : share(r, r->scale, i, s->trade);
        if (p > best) {
            best = p;
            position = i;
        }
    }
    bool refused = position >= 0 && r->quiz->answer[position] < NEUTRAL &&
                   r->quiz->answer[position] < measure_at(r, position).mean;
    s->unchosen = refused ? position : -1;
}

static void find_against(const ResultReading *r, Suggestion *s) {
    double worst = 0;
    MatchScale workshop = {0, r->scale.facets};
    s->despite = -1;
    for (int i = 0; i < r->quiz->asked; i++) {
        int answer = r->quiz->answer[i];
        if (answer < 0 || answer >= NEUTRAL || !is_of_trade(r, i, s->trade))
            continue;
        double p = share(r, workshop, i, s->trade);
        if (p < worst) {
            worst = p;
            s->despite = i;
        }
    }
}

static void find_reasons(const ResultReading *r, const QuizResult *result, Suggestion *s) {
    find_liked(r, s);
    find_liked_letter(r, result, s);
    find_unchosen(r, s);
    find_against(r, s);
}

/* ---- which trades ---------------------------------------------------------------------------- */

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

/* With one more trade, can there still be enough families among all that will be shown? The
   surprise brings a new one. */
static bool leaves_variety(const ResultReading *r, const QuizResult *result, int trade) {
    bool new_family =
        !has_family(result, r->bank, r->bank->family[trade], result->suggestion_count);
    int left = RESULT_TRADES - result->suggestion_count - 1;
    return (new_family || !r->varied) &&
           families(result, r->bank) + new_family + left >= FAMILIES_LEAST;
}

static bool may_come(const ResultReading *r, const QuizResult *result, int trade) {
    return !is_taken(result, trade) && !quiz_is_dropped(r->quiz, trade);
}

/* Best by score, -1 when there is none; `varied` keeps room for other families. */
static int next_nearest(const ResultReading *r, const QuizResult *result, bool varied) {
    int best = -1;
    for (int t = 0; t < r->bank->trade_count; t++)
        if (may_come(r, result, t) && (!varied || leaves_variety(r, result, t)) &&
            (best < 0 || r->score[t] > r->score[best]))
            best = t;
    return best;
}

/* The score in the other reading: of what people answer, with the trade as it is. */
static double plain_score(const ResultReading *r, int trade) {
    return match_score(r->plain_scale, r->raw, r->bank->plain[trade]);
}

static bool is_positive(const ResultReading *r, int trade) {
    return r->score[trade] > 0 && plain_score(r, trade) > 0;
}

/* The surprise: of the families not there yet, the trade whose workshop, letters apart, is
   nearest; not without some likeness. */
static int surprise(const ResultReading *r, const QuizResult *result) {
    int best = -1;
    double nearest = 0;
    MatchScale facets = {0, r->scale.facets};
    for (int t = 0; t < r->bank->trade_count; t++) {
        double near = match_score(facets, r->quiz->belief.mean, r->bank->profile[t]);
        if (may_come(r, result, t) && is_positive(r, t) && near > nearest &&
            !has_family(result, r->bank, r->bank->family[t], result->suggestion_count)) {
            best = t;
            nearest = near;
        }
    }
    return best;
}

/* What the trade's workshop is made of, is it liked? By its facets' weights; yes where no facet
   is asked. */
static bool is_workshop_liked(const ResultReading *r, int trade) {
    double sum = 0, weights = 0;
    for (int d = QUIZ_LETTERS; d < N; d++)
        if (r->bank->asked[d]) {
            sum += r->bank->weight[trade][d] * r->raw[d];
            weights += r->bank->weight[trade][d];
        }
    return sum >= NEUTRAL * weights;
}

static Closeness closeness_of(const ResultReading *r, int trade) {
    if (!is_positive(r, trade) || r->chance[trade] < NEAR)
        return CLOSE_TO_DISCOVER;
    bool very = r->chance[trade] >= VERY_NEAR && is_workshop_liked(r, trade);
    return very ? CLOSE_VERY_NEAR : CLOSE_NEAR;
}

static Closeness lowered(Closeness closeness) {
    return closeness > CLOSE_TO_DISCOVER ? closeness - 1 : CLOSE_TO_DISCOVER;
}

static void suggest_trade(const ResultReading *r, QuizResult *result, int trade, bool is_surprise) {
    Suggestion *s = &result->suggestion[result->suggestion_count++];
    *s = (Suggestion){.trade = trade,
                      .score = r->score[trade],
                      .chance = r->chance[trade],
                      .closeness = closeness_of(r, trade),
                      .surprise = is_surprise};
    if (result->flags >> FLAG_SCATTERED & 1)
        s->closeness = lowered(s->closeness);
    if (!likes_among(result, 0, N)) /* it is near by what was refused */
        s->closeness = CLOSE_TO_DISCOVER;
    find_reasons(r, result, s);
}

static void suggest(const ResultReading *r, QuizResult *result) {
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

/* Never nearer than the one before. */
static void level_down(QuizResult *result) {
    for (int i = 1; i < result->suggestion_count; i++)
        if (result->suggestion[i].closeness > result->suggestion[i - 1].closeness)
            result->suggestion[i].closeness = result->suggestion[i - 1].closeness;
}

static double usual_weight(const QuizBank *bank, int letter) {
    double sum = 0;
    for (int t = 0; t < bank->trade_count; t++)
        sum += bank->weight[t][letter];
    return sum / bank->trade_count;
}

/* The trades that have most of the leading letter, if they have more of it than the usual trade. */
static void suggest_bridges(const ResultReading *r, QuizResult *result) {
    int letter = result->named[0], best = 0;
    double usual = usual_weight(r->bank, letter);
    while (best >= 0 && result->suggestion_count < RESULT_BRIDGES) {
        double most = usual;
        best = -1;
        for (int t = 0; t < r->bank->trade_count; t++)
            if (may_come(r, result, t) && r->bank->weight[t][letter] > most) {
                best = t;
                most = r->bank->weight[t][letter];
            }
        if (best >= 0)
            suggest_trade(r, result, best, false);
    }
    for (int i = 0; i < result->suggestion_count; i++)
        result->suggestion[i].closeness = CLOSE_TO_DISCOVER;
}

/* ---- how sure -------------------------------------------------------------------------------- */

/* Could the second be the first? The gap of their scores beside its own spread, linearised. */
static bool cannot_tell(const ResultReading *r, int first, int second) {
    double a[N], b[N], variance = 0;
    match_slope(&r->quiz->belief, r->bank->asked, r->scale, r->bank->profile[first], a);
    match_slope(&r->quiz->belief, r->bank->asked, r->scale, r->bank->profile[second], b);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            variance += (a[i] - b[i]) * r->quiz->belief.cov.at[i][j] * (a[j] - b[j]);
    return r->score[first] - r->score[second] < NECK_AND_NECK * sqrt(variance);
}

/* Only those of one band: who reads "neck and neck" above two bands would not know which to
 * believe. */
static bool runs_beside_first(const ResultReading *r, const QuizResult *result, int place) {
    const Suggestion *first = &result->suggestion[0], *other = &result->suggestion[place];
    return other->closeness == first->closeness && cannot_tell(r, first->trade, other->trade);
}

static int neck_and_neck(const ResultReading *r, const QuizResult *result) {
    int count = result->suggestion_count > 0;
    while (count && count < NEAREST && count < result->suggestion_count &&
           runs_beside_first(r, result, count))
        count++;
    return count;
}

static void read_trades(const Quiz *quiz, const QuizBank *bank, ResultReading *r) {
    *r = (ResultReading){
        .quiz = quiz, .bank = bank, .scale = match_scale(&quiz->belief, bank->asked)};
    for (int d = 0; d < N; d++)
        r->raw[d] = bank_raw(bank, d, quiz->belief.mean[d]);
    r->plain_scale = match_scale_exactly(r->raw, bank->asked);
    rank_scores(&quiz->belief, bank, r->score);
    top_probability(&quiz->belief, bank, r->chance);
}

static void read_quiz(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    memset(result, 0, sizeof *result);
    read_dimensions(quiz, bank, result);
    result->flags = flags_of(quiz, bank);
    result->kind = kind_of(quiz, bank, result);
    keep_what_is_said(result);
}

static void find_five(ResultReading *r, QuizResult *result) {
    bool flat = result->flags >> FLAG_FLAT & 1;
    r->varied = flat || result->kind == RESULT_MANY;
    suggest(r, result);
    level_down(result);
    result->neck_and_neck = neck_and_neck(r, result);
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
        suggest_bridges(&r, result);
    else
        find_five(&r, result);
}

/* ---- what would change it -------------------------------------------------------------------- */

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
    double part[N];
    Belief other = quiz->belief;
    Measure item = bank->item[quiz->item[position]];
    belief_part(&other, item, item.mean + answer - quiz->answer[position], part);
    for (int i = 0; i < N; i++)
        other.mean[i] += part[i];
    return other;
}

static bool turns(const Quiz *quiz, const QuizBank *bank, int trade, bool near, Change change) {
    if (quiz->answer[change.position] < 0 || change.answer < 0 || change.answer > QUIZ_ANSWER_MAX)
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
