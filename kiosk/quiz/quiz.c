#include "quiz/quiz.h"

#include <math.h>
#include <string.h>

#define RIASEC_SHARE 0.4 /* weight of the letters against the facets, quiz.md 2.4 */
#define MIN_FAMILIES 3   /* among the suggestions */
#define NEUTRAL 2.0

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
        of[bank->dimension[i]][count[bank->dimension[i]]++] = i;
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

void quiz_undo(Quiz *quiz) {
    if (quiz->asked)
        quiz->asked--;
}

/* ---- matching -------------------------------------------------------------------------------------------------- */

static double correlation(const double *a, const double *b, int count) {
    double mean_a = 0, mean_b = 0, ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < count; i++) {
        mean_a += a[i] / count;
        mean_b += b[i] / count;
    }
    for (int i = 0; i < count; i++) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return aa > 0 && bb > 0 ? ab / sqrt(aa * bb) : 0;
}

static double score_of(const double *mean, const double *weight) {
    return RIASEC_SHARE * correlation(mean, weight, QUIZ_RIASEC) +
           (1 - RIASEC_SHARE) * correlation(mean + QUIZ_RIASEC, weight + QUIZ_RIASEC, QUIZ_DIMENSIONS - QUIZ_RIASEC);
}

static void means_of(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    double sum[QUIZ_DIMENSIONS] = {0};
    int count[QUIZ_DIMENSIONS] = {0};
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] == QUIZ_SKIPPED)
            continue;
        int d = bank->dimension[quiz->order[i]];
        sum[d] += quiz->answer[i];
        count[d]++;
        result->answered++;
    }
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        result->mean[d] = count[d] ? sum[d] / count[d] : NEUTRAL;
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

/* How much an answer speaks for a trade: its distance from indifference times what the trade makes of its dimension. */
static double pull(const QuizBank *bank, const Quiz *quiz, int position, const double *weight) {
    int d = bank->dimension[quiz->order[position]];
    double centre = d < QUIZ_RIASEC ? 4.0 : 2.0, half = d < QUIZ_RIASEC ? 3.0 : 2.0;
    return (quiz->answer[position] - NEUTRAL) * (weight[d] - centre) / half;
}

static void find_reasons(const Quiz *quiz, const QuizBank *bank, Suggestion *s) {
    double best[2] = {0, 0};
    s->because[0] = s->because[1] = -1;
    for (int i = 0; i < quiz->asked; i++) {
        if (quiz->answer[i] <= NEUTRAL)
            continue; /* only what was liked is quoted as a reason */
        double p = pull(bank, quiz, i, bank->weight + (long)s->trade * QUIZ_DIMENSIONS);
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

static void suggest(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    double score[QUIZ_TRADES_MAX];
    for (int t = 0; t < bank->trade_count; t++)
        score[t] = score_of(result->mean, bank->weight + (long)t * QUIZ_DIMENSIONS);
    while (result->suggestion_count < QUIZ_SUGGESTIONS) {
        int trade = best_trade(result, bank, score, true);
        if (trade < 0)
            trade = best_trade(result, bank, score, false); /* a campus with fewer than three families */
        if (trade < 0)
            return;
        Suggestion *s = &result->suggestion[result->suggestion_count];
        *s = (Suggestion){.trade = trade, .score = score[trade]};
        find_reasons(quiz, bank, s);
        result->suggestion_count++;
    }
}

void quiz_result(const Quiz *quiz, const QuizBank *bank, QuizResult *result) {
    memset(result, 0, sizeof *result);
    means_of(quiz, bank, result);
    leading_letters(result);
    suggest(quiz, bank, result);
}
