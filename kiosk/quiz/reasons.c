/* Why a trade is suggested, or in spite of what: the answers whose shares of its score are largest.
 */
#include "quiz/result_parts.h"

#define N QUIZ_DIMENSIONS_MAX

static Measure measure_at(const ResultReading *r, int position) {
    return quiz_measure(r->quiz, r->bank, position);
}

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

/* Where it belongs among the reasons so far, which are in order of their shares. */
static void add_reason(Suggestion *s, double *best, int position, double part) {
    int at = RESULT_REASONS;
    while (at > 0 && part > best[at - 1])
        at--;
    for (int i = RESULT_REASONS - 1; i > at; i--) {
        best[i] = best[i - 1];
        s->because[i] = s->because[i - 1];
    }
    if (at == RESULT_REASONS)
        return;
    best[at] = part;
    s->because[at] = position;
}

static void find_liked(const ResultReading *r, Suggestion *s) {
    double best[RESULT_REASONS] = {0};
    MatchScale workshop = {0, r->scale.facets};
    for (int i = 0; i < RESULT_REASONS; i++)
        s->because[i] = -1;
    for (int i = 0; i < r->quiz->asked; i++)
        if (r->quiz->answer[i] > NEUTRAL && is_of_trade(r, i, s->trade))
            add_reason(s, best, i, share(r, workshop, i, s->trade));
}

static void find_liked_letter(const ResultReading *r, const QuizResult *result, Suggestion *s) {
    double best = 0;
    s->because_letter = -1;
    for (int d = 0; d < QUIZ_LETTERS; d++) {
        double p = r->scale.letters * r->quiz->belief.mean[d] * r->bank->profile[s->trade][d];
        if (result_likes(result, d) && r->bank->profile[s->trade][d] > 0 && p > best) {
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

void result_find_reasons(const ResultReading *r, const QuizResult *result, Suggestion *s) {
    find_liked(r, s);
    find_liked_letter(r, result, s);
    find_unchosen(r, s);
    find_against(r, s);
}

/* ---- which one a card says ------------------------------------------------------------------- */

static int card_that_says(const QuizResult *result, int position) {
    for (int i = 0; i < result->suggestion_count; i++)
        if (result->suggestion[i].said == position)
            return i;
    return -1;
}

/* One that nobody says; else a card that has a second one gives way. `asked` are those that were
   asked to; the nearest never is. */
static bool find_said(QuizResult *result, int card, bool *asked) {
    Suggestion *s = &result->suggestion[card];
    for (int i = 0; i < RESULT_REASONS && s->because[i] >= 0; i++)
        if (card_that_says(result, s->because[i]) < 0) {
            s->said = s->because[i];
            return true;
        }
    for (int i = 0; i < RESULT_REASONS && s->because[i] >= 0; i++) {
        int other = card_that_says(result, s->because[i]);
        if (asked[other])
            continue;
        asked[other] = true;
        if (find_said(result, other, asked)) {
            s->said = s->because[i];
            return true;
        }
    }
    return false;
}

void result_share_reasons(QuizResult *result) {
    for (int i = 0; i < result->suggestion_count; i++)
        result->suggestion[i].said = -1;
    for (int i = 0; i < result->suggestion_count; i++) {
        bool asked[RESULT_TRADES] = {[0] = true};
        asked[i] = true;
        find_said(result, i, asked);
    }
}
