/* Which trades a result suggests, how near each is called, and how many cannot be told apart. */
#include "quiz/result_parts.h"

#include "quiz/flags.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX
#define VERY_NEAR 0.75
#define NEAR 0.40
#define NECK_AND_NECK 0.25 /* of its own spread: the one behind would win four times in ten */

enum { FAMILIES_LEAST = 3 };

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
    if (!result_likes_among(result, 0, N)) /* it is near by what was refused */
        s->closeness = CLOSE_TO_DISCOVER;
    result_find_reasons(r, result, s);
}

static void suggest_five(const ResultReading *r, QuizResult *result) {
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
void result_suggest_bridges(const ResultReading *r, QuizResult *result) {
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
    result_share_reasons(result);
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

void result_suggest(const ResultReading *r, QuizResult *result) {
    suggest_five(r, result);
    level_down(result);
    result_share_reasons(result);
    result->neck_and_neck = neck_and_neck(r, result);
}
