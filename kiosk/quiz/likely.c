#include "quiz/likely.h"

#include "quiz/match.h"
#include "quiz/rank.h"

#include <string.h>

#define N QUIZ_DIMENSIONS

static const double PEOPLE[LIKELY_PEOPLE][N] = {
#include "quiz/people.def"
};

static void imagine(const Belief *belief, double l[N][N], const double *person, double taste[N]) {
    for (int i = 0; i < N; i++) {
        taste[i] = belief->mean[i];
        for (int k = 0; k <= i; k++)
            taste[i] += l[i][k] * person[k];
    }
    Taste unit = match_taste_exactly(taste);
    for (int i = 0; i < N; i++)
        taste[i] *= i < QUIZ_LETTERS ? unit.letters : unit.facets;
}

/* Dimension by dimension over all trades: the compiler makes wide instructions of it. */
static void score_all(double column[N][QUIZ_TRADES_MAX], const double taste[N], int trades, double *score) {
    memset(score, 0, sizeof *score * (size_t)trades);
    for (int i = 0; i < N; i++)
        for (int t = 0; t < trades; t++)
            score[t] += taste[i] * column[i][t];
}

void likely_top(const Belief *belief, const QuizBank *bank, double *chance) {
    double l[N][N], column[N][QUIZ_TRADES_MAX], score[QUIZ_TRADES_MAX], taste[N];
    int trades = bank->trade_count, best[LIKELY_TOP];
    belief_root(&belief->cov, l);
    for (int t = 0; t < trades; t++)
        for (int i = 0; i < N; i++)
            column[i][t] = bank->profile[t][i];
    memset(chance, 0, sizeof *chance * (size_t)trades);
    for (int p = 0; p < LIKELY_PEOPLE; p++) {
        imagine(belief, l, PEOPLE[p], taste);
        score_all(column, taste, trades, score);
        for (int i = rank_best(score, trades, LIKELY_TOP, best); i > 0; i--)
            chance[best[i - 1]] += 1.0 / LIKELY_PEOPLE;
    }
}
