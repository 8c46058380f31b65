#include "quiz/choose.h"

#include "quiz/match.h"
#include "quiz/rank.h"
#include "quiz/scatter.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX

enum { LEADERS = 5, RIVALS = 10, TITLE = 2 };

#define NEARLY_BEST 0.9
/* .1 leaves the letters behind a fixed order, .4 costs the trades more than it gives the
   letters. */
#define LETTERS_SHARE 0.25

uint64_t choose_random(uint64_t seed, uint64_t index) {
    uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* exp(-x^2 / 2) without the library's exp, whose last bits differ from machine to machine: (1 +
   y/64)^-64. */
static double bell(double x) {
    double y = 1 + x * x / 128;
    for (int i = 0; i < 6; i++)
        y *= y;
    return 1 / y;
}

/* One trade in the running: its score, which way an answer moves it, and that direction times
   the covariance. */
typedef struct Runner {
    double score, slope[N], moved[N];
} Runner;

static int line_up(const Belief *belief, const QuizBank *bank, Runner runner[RIVALS]) {
    double score[QUIZ_TRADES_MAX];
    int best[RIVALS];
    MatchScale scale = match_scale(belief, bank->asked);
    rank_scores(belief, bank, score);
    int count = rank_best(score, bank->trade_count, RIVALS, best);
    for (int r = 0; r < count; r++) {
        runner[r].score = score[best[r]];
        match_slope(belief, bank->asked, scale, bank->profile[best[r]], runner[r].slope);
        for (int i = 0; i < N; i++) {
            runner[r].moved[i] = 0;
            for (int j = 0; j < N; j++)
                runner[r].moved[i] += belief->cov.at[i][j] * runner[r].slope[j];
        }
    }
    return count;
}

static void add_pair(const Runner *a, const Runner *b, double worth[N]) {
    double variance = 0, moved[N];
    for (int i = 0; i < N; i++) {
        moved[i] = a->moved[i] - b->moved[i];
        variance += moved[i] * (a->slope[i] - b->slope[i]);
    }
    if (variance <= 0)
        return;
    double spread = sqrt(variance), urgency = bell((a->score - b->score) / spread) / spread;
    for (int i = 0; i < N; i++)
        worth[i] += urgency * moved[i] * moved[i];
}

/* The first `leaders` against all that come after them. */
static void add_pairs(const Runner *runner, int leaders, int count, double worth[N]) {
    for (int a = 0; a < leaders && a < count; a++)
        for (int b = a + 1; b < count; b++)
            add_pair(&runner[a], &runner[b], worth);
}

/* The letters as runners: what people answer to them on average is their score. */
static void line_up_letters(const Belief *belief, const QuizBank *bank,
                            Runner runner[QUIZ_LETTERS]) {
    double raw[QUIZ_LETTERS];
    int best[QUIZ_LETTERS];
    for (int d = 0; d < QUIZ_LETTERS; d++)
        raw[d] = bank_raw(bank, d, belief->mean[d]);
    rank_best(raw, QUIZ_LETTERS, QUIZ_LETTERS, best);
    for (int r = 0; r < QUIZ_LETTERS; r++) {
        int letter = best[r];
        runner[r] = (Runner){.score = raw[letter]};
        runner[r].slope[letter] = bank->pull[letter];
        for (int i = 0; i < N; i++)
            runner[r].moved[i] = belief->cov.at[i][letter] * bank->pull[letter];
    }
}

/* Adds a share of what a worth says, whatever its unit. */
static void blend(const double part[N], double share, double worth[N]) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += part[i];
    for (int i = 0; i < N && sum > 0; i++)
        worth[i] += share * part[i] / sum;
}

void choose_worth(const Belief *belief, const QuizBank *bank, double worth[N]) {
    Runner runner[RIVALS], letter[QUIZ_LETTERS];
    double trades[N] = {0}, letters[N] = {0};
    int count = line_up(belief, bank, runner);
    add_pairs(runner, LEADERS, count, trades);
    line_up_letters(belief, bank, letter);
    add_pairs(letter, TITLE, QUIZ_LETTERS, letters);
    for (int i = 0; i < N; i++)
        worth[i] = 0;
    blend(trades, 1 - LETTERS_SHARE, worth);
    blend(letters, LETTERS_SHARE, worth);
}

double choose_letters_gap(const Belief *belief, const QuizBank *bank, int ahead, int behind) {
    double a = bank->pull[ahead], b = bank->pull[behind];
    double variance = a * a * belief->cov.at[ahead][ahead] +
                      b * b * belief->cov.at[behind][behind] -
                      2 * a * b * belief->cov.at[ahead][behind];
    double gap =
        bank_raw(bank, ahead, belief->mean[ahead]) - bank_raw(bank, behind, belief->mean[behind]);
    return variance > 0 ? gap / sqrt(variance) : 0;
}

/* How much of what is worth knowing the item would tell: a^2 / (a^2 V[d,d] + s2) of it. */
static double value_of(const Belief *belief, Measure item, const double worth[N]) {
    double signal = item.loading * item.loading;
    return worth[item.dimension] * signal /
           (signal * belief->cov.at[item.dimension][item.dimension] + item.variance);
}

/* The value at place `random` among those not below `least`. */
static int draw(const double *value, int count, double least, uint64_t random) {
    int fit = 0;
    for (int i = 0; i < count; i++)
        fit += value[i] >= least;
    int left = fit ? (int)(random % (uint64_t)fit) : -1;
    for (int i = 0; i < count; i++)
        if (value[i] >= least && left-- == 0)
            return i;
    return -1;
}

int choose_item(const Belief *belief, const QuizBank *bank, const bool *open, uint64_t random) {
    double worth[N], value[QUIZ_ITEMS_MAX], best = 0;
    choose_worth(belief, bank, worth);
    for (int i = 0; i < bank->item_count; i++) {
        value[i] = open[i] ? value_of(belief, bank->item[i], worth) : -1;
        best = fmax(best, value[i]);
    }
    return draw(value, bank->item_count, NEARLY_BEST * best, random);
}

int choose_foretold(const Belief *belief, const QuizBank *bank, const bool *open, uint64_t random) {
    double value[QUIZ_ITEMS_MAX], best = 0;
    for (int i = 0; i < bank->item_count; i++) {
        value[i] = open[i] ? scatter_foretold(belief, bank->item[i]) : -1;
        best = fmax(best, value[i]);
    }
    return draw(value, bank->item_count, best, random);
}

int choose_of_dimension(const QuizBank *bank, const bool *open, int dimension, uint64_t random) {
    double value[QUIZ_ITEMS_MAX], best = 0;
    for (int i = 0; i < bank->item_count; i++) {
        Measure item = bank->item[i];
        value[i] = open[i] && item.dimension == dimension
                       ? item.loading * item.loading / item.variance
                       : -1;
        best = fmax(best, value[i]);
    }
    return best > 0 ? draw(value, bank->item_count, best, random) : -1;
}
