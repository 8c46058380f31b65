#include "quiz/flags.h"

#include "quiz/match.h"
#include "quiz/scatter.h"

#include <math.h>

#define HURRIED_MEDIAN_MS 1300
#define HURRIED_MS 800
#define SAME_WITHIN 24
#define SAME_RUN 10
#define UNKNOWN_SHARE 0.4
#define FLAT_BELOW 0.4

/* ---- time ------------------------------------------------------------------------------------ */

static int timed(const Quiz *quiz, int least_ms, int below_ms) {
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        count += quiz->took_ms[i] >= least_ms && quiz->took_ms[i] < below_ms;
    return count;
}

/* The median is below a bound when more than half are. */
static bool is_hurried(const Quiz *quiz) {
    int known = timed(quiz, 1, INT32_MAX);
    return known && (2 * timed(quiz, 1, HURRIED_MEDIAN_MS) > known ||
                     4 * timed(quiz, 1, HURRIED_MS) > known);
}

/* ---- answers --------------------------------------------------------------------------------- */

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

/* A layer shrinks by signal / (signal + error); below this, chance alone would differ half as
   much again as what is liked. */
static bool is_flat(const Quiz *quiz, const QuizBank *bank) {
    MatchScale sure = match_scale_exactly(quiz->belief.mean, bank->asked);
    MatchScale scale = match_scale(&quiz->belief, bank->asked);
    return scale.letters <= FLAT_BELOW * sure.letters && scale.facets <= FLAT_BELOW * sure.facets;
}

static bool is_unknown(const Quiz *quiz) {
    int skipped = 0;
    for (int i = 0; i < quiz->asked; i++)
        skipped += quiz->answer[i] == QUIZ_SKIPPED;
    return skipped > UNKNOWN_SHARE * quiz->asked;
}

unsigned flags_of(const Quiz *quiz, const QuizBank *bank) {
    bool scattered = quiz_scatter(quiz, bank) > SCATTER_MOST;
    return (unsigned)is_hurried(quiz) << FLAG_HURRIED | (unsigned)is_same(quiz) << FLAG_SAME |
           (unsigned)scattered << FLAG_SCATTERED | (unsigned)is_flat(quiz, bank) << FLAG_FLAT |
           (unsigned)is_unknown(quiz) << FLAG_UNKNOWN;
}
