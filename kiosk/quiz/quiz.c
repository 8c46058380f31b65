#include "quiz/quiz.h"

#include "quiz/likely.h"
#include "quiz/match.h"

#include <math.h>
#include <string.h>

#define MIN_FAMILIES 3   /* among the suggestions */
#define NEUTRAL 2.0
#define VERY_CLOSE 0.75
#define CLOSE 0.40

/* ---- asking ---------------------------------------------------------------------------------------------------- */

/* SplitMix64, Steele, Lea and Flood 2014: reproducible on every machine. */
static uint64_t next_random(uint64_t *state) {
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* Items of each dimension in turn, each dimension's own starting at a seeded place: every scale is heard early, and a
   second visitor does not get the same questions. */
static void spread_items(Quiz *quiz, const QuizBank *bank, uint64_t seed) {
    int of[QUIZ_DIMENSIONS][QUIZ_ITEMS_MAX], count[QUIZ_DIMENSIONS] = {0}, start[QUIZ_DIMENSIONS] = {0};
    for (int i = 0; i < bank->item_count; i++)
        of[bank->item[i].dimension][count[bank->item[i].dimension]++] = i;
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        start[d] = count[d] ? (int)(next_random(&seed) % (uint64_t)count[d]) : 0;
    int at = 0;
    for (int round = 0; at < bank->item_count; round++)
        for (int d = 0; d < QUIZ_DIMENSIONS; d++)
            if (round < count[d])
                quiz->order[at++] = of[d][(start[d] + round) % count[d]];
}

void quiz_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed) {
    memset(quiz, 0, sizeof *quiz);
    memset(quiz->answer, QUIZ_SKIPPED, sizeof quiz->answer);
    spread_items(quiz, bank, seed);
    quiz->length = bank->item_count < QUIZ_LENGTH ? bank->item_count : QUIZ_LENGTH;
}

int quiz_item(const Quiz *quiz, int position) {
    return quiz->order[position];
}

bool quiz_finished(const Quiz *quiz) {
    return quiz->asked >= quiz->length;
}

void quiz_answer(Quiz *quiz, int answer) {
    if (quiz_finished(quiz))
        return;
    quiz->answer[quiz->asked++] = (signed char)answer;
}

bool quiz_has_enough(const Quiz *quiz) {
    return quiz->asked >= QUIZ_ENOUGH && !quiz_finished(quiz);
}

void quiz_end(Quiz *quiz) {
    if (quiz_has_enough(quiz))
        quiz->length = quiz->asked;
}

void quiz_undo(Quiz *quiz) {
    if (quiz->asked)
        quiz->asked--;
}

/* ---- what the answers say ---------------------------------------------------------------------------------------- */

static Measure measure_at(const Quiz *quiz, const QuizBank *bank, int position) {
    return bank->item[quiz->order[position]];
}

static void believe(const Quiz *quiz, const QuizBank *bank, Belief *belief, QuizResult *result) {
    belief_begin(belief);
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] == QUIZ_SKIPPED)
            continue;
        belief_answer(belief, measure_at(quiz, bank, i), quiz->answer[i]);
        result->answered++;
    }
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        result->mean[d] = fmin(fmax(NEUTRAL + belief->mean[d], 0), QUIZ_ANSWER_MAX);
}

static void leading_letters(QuizResult *result) {
    result->first = 0;
    for (int d = 1; d < QUIZ_RIASEC; d++)
        if (result->mean[d] > result->mean[result->first])
            result->first = d;
    result->second = result->first == 0;
    for (int d = 0; d < QUIZ_RIASEC; d++)
        if (d != result->first && result->mean[d] > result->mean[result->second])
            result->second = d;
}

/* How much an answer counts in a trade's score, exactly: the shares of all answers sum to it. */
static double share(const Quiz *quiz, const QuizBank *bank, const Belief *belief, int position, const double *weight) {
    double part[QUIZ_DIMENSIONS];
    belief_part(belief, measure_at(quiz, bank, position), quiz->answer[position], part);
    return match_share(belief, weight, part);
}

static void find_reasons(const Quiz *quiz, const QuizBank *bank, const Belief *belief, Suggestion *s) {
    double best[2] = {0, 0};
    s->because[0] = s->because[1] = -1;
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] <= NEUTRAL)
            continue; /* only what was liked is quoted as a reason */
        double p = share(quiz, bank, belief, i, bank->weight + (long)s->trade * QUIZ_DIMENSIONS);
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

static bool is_taken(const QuizResult *result, int trade) {
    for (int i = 0; i < result->suggestion_count; i++)
        if (result->suggestion[i].trade == trade)
            return true;
    return false;
}

static int families_so_far(const QuizResult *result, const QuizBank *bank, int family) {
    int families = 0;
    for (int i = 0; i < result->suggestion_count; i++) {
        bool seen = bank->family[result->suggestion[i].trade] == family;
        for (int j = 0; j < i && !seen; j++)
            seen = bank->family[result->suggestion[i].trade] == bank->family[result->suggestion[j].trade];
        families += !seen;
    }
    return families; /* without `family` itself */
}

/* May this trade still come if three families are to be seen among the suggestions? */
static bool leaves_variety(const QuizResult *result, const QuizBank *bank, int trade) {
    int left = QUIZ_SUGGESTIONS - result->suggestion_count - 1;
    int families = families_so_far(result, bank, bank->family[trade]) + 1;
    return families + left >= MIN_FAMILIES;
}

/* Best trade not taken yet; a tie goes to the earlier one. -1 when there is none. */
static int best_trade(const QuizResult *result, const QuizBank *bank, const double *score, bool varied) {
    int best = -1;
    for (int t = 0; t < bank->trade_count; t++)
        if (!is_taken(result, t) && (!varied || leaves_variety(result, bank, t)) &&
            (best < 0 || score[t] > score[best]))
            best = t;
    return best;
}

static Closeness closeness_of(double chance) {
    return chance >= VERY_CLOSE ? QUIZ_VERY_CLOSE : chance >= CLOSE ? QUIZ_CLOSE : QUIZ_TO_DISCOVER;
}

static void suggest(const Quiz *quiz, const QuizBank *bank, const Belief *belief, QuizResult *result) {
    double score[QUIZ_TRADES_MAX], chance[QUIZ_TRADES_MAX];
    likely_top(belief, bank->weight, bank->trade_count, chance);
    for (int t = 0; t < bank->trade_count; t++)
        score[t] = match_score(belief, bank->weight + (long)t * QUIZ_DIMENSIONS);
    while (result->suggestion_count < QUIZ_SUGGESTIONS) {
        int trade = best_trade(result, bank, score, true);
        if (trade < 0)
            trade = best_trade(result, bank, score, false); /* a campus with fewer than three families */
        if (trade < 0)
            return;
        Suggestion *s = &result->suggestion[result->suggestion_count];
        *s = (Suggestion){.trade = trade, .score = score[trade], .closeness = closeness_of(chance[trade])};
        find_reasons(quiz, bank, belief, s);
        result->suggestion_count++;
    }
}

void quiz_result(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    memset(result, 0, sizeof *result);
    Belief belief;
    believe(quiz, bank, &belief, result);
    leading_letters(result);
    suggest(quiz, bank, &belief, result);
}
