#include "quiz/flags.h"

#include "quiz/match.h"

#include <math.h>

#define HURRIED_MEDIAN_MS 1300
#define HURRIED_MS 800
#define SAME_WITHIN 24
#define SAME_RUN 10
#define SCATTER_MOST 1.18
#define SCATTER_LEAST_PAIRS 4 /* degrees of freedom below which W says nothing */
#define UNKNOWN_SHARE 0.4
#define FLAT_BELOW 0.5

/* ---- time ------------------------------------------------------------------------------------------------------------------ */

static int timed(const Quiz *quiz, int least_ms, int below_ms) {
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        count += quiz->took_ms[i] >= least_ms && quiz->took_ms[i] < below_ms;
    return count;
}

/* The median is below a bound when more than half are. */
static bool is_hurried(const Quiz *quiz) {
    int known = timed(quiz, 1, INT32_MAX);
    return known && (2 * timed(quiz, 1, HURRIED_MEDIAN_MS) > known || 4 * timed(quiz, 1, HURRIED_MS) > known);
}

/* ---- answers --------------------------------------------------------------------------------------------------------------- */

static bool is_same(const Quiz *quiz) {
    int run = 0;
    for (int i = 0; i < quiz->asked && i < SAME_WITHIN; i++) {
        bool same = i > 0 && quiz->answer[i] >= 0 && quiz->answer[i] == quiz->answer[i - 1];
        run = same ? run + 1 : 1;
        if (run >= SAME_RUN)
            return true;
    }
    return false;
}

double flags_scatter(const Quiz *quiz, const QuizBank *bank) {
    double sum[QUIZ_DIMENSIONS] = {0}, squares[QUIZ_DIMENSIONS] = {0}, within = 0;
    int count[QUIZ_DIMENSIONS] = {0}, pairs = 0;
    for (int i = 0; i < quiz->asked; i++) {
        Measure item = bank->item[quiz->item[i]];
        if (quiz->answer[i] < 0)
            continue;
        double z = (quiz->answer[i] - item.mean) / sqrt(item.loading * item.loading + item.variance);
        sum[item.dimension] += z;
        squares[item.dimension] += z * z;
        count[item.dimension]++;
    }
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        if (count[d] > 1) {
            within += squares[d] - sum[d] * sum[d] / count[d];
            pairs += count[d] - 1;
        }
    return pairs < SCATTER_LEAST_PAIRS ? -1 : within / pairs;
}

/* A layer shrinks by signal / (signal + error); below a half, chance alone would differ as much as what is liked. */
static bool is_flat(const Quiz *quiz) {
    Taste sure = match_taste_exactly(quiz->belief.mean), taste = match_taste(&quiz->belief);
    return taste.letters <= FLAT_BELOW * sure.letters && taste.facets <= FLAT_BELOW * sure.facets;
}

static bool is_unknown(const Quiz *quiz) {
    int skipped = 0;
    for (int i = 0; i < quiz->asked; i++)
        skipped += quiz->answer[i] == QUIZ_SKIPPED;
    return skipped > UNKNOWN_SHARE * quiz->asked;
}

unsigned flags_of(const Quiz *quiz, const QuizBank *bank) {
    return (unsigned)is_hurried(quiz) << FLAG_HURRIED | (unsigned)is_same(quiz) << FLAG_SAME |
           (unsigned)(flags_scatter(quiz, bank) > SCATTER_MOST) << FLAG_SCATTERED | (unsigned)is_flat(quiz) << FLAG_FLAT |
           (unsigned)is_unknown(quiz) << FLAG_UNKNOWN;
}
