#include "quiz/likely.h"

#include "quiz/match.h"
#include "quiz/rank.h"

#include <string.h>

#define N QUIZ_DIMENSIONS_MAX

enum { TRADES_A_PLACE = 4 };

/* The people are imagined further apart than the belief says: it takes answers for exact that
   are rounded and cut at 0 and 4, and all items for as good as the usual one. With 1 a chance of
   .95 comes true in .92 of the cases that the model expects, and in .82 of real-looking ones
   before the bank was learnt from answers; with this in .97 and .89, and in .95 once it was. */
#define WIDER 1.25

static const double PEOPLE[LIKELY_PEOPLE][N] = {
#include "quiz/people.def"
};

static void imagine(const Belief *belief, const bool asked[N], double l[N][N], const double *person,
                    double taste[N]) {
    for (int i = 0; i < N; i++) {
        taste[i] = belief->mean[i];
        for (int k = 0; k <= i; k++)
            taste[i] += WIDER * l[i][k] * person[k];
    }
    Taste unit = match_taste_exactly(taste, asked);
    for (int i = 0; i < N; i++)
        taste[i] *= i < QUIZ_LETTERS ? unit.letters : unit.facets;
}

/* no power of two: the columns would fight for the same lines of the cache */
enum { STRIDE = QUIZ_TRADES_MAX + 8 };

/* Dimension by dimension over all trades: the compiler makes wide instructions of it. */
static void score_all(double column[N][STRIDE], const double taste[N], int trades, double *score) {
    memset(score, 0, sizeof *score * (size_t)trades);
    for (int i = 0; i < N; i++)
        for (int t = 0; t < trades; t++)
            score[t] += taste[i] * column[i][t];
}

int likely_places(int trades) {
    int places = (trades + TRADES_A_PLACE / 2) / TRADES_A_PLACE;
    if (places > LIKELY_TOP)
        return LIKELY_TOP;
    return places > 0 ? places : 1;
}

void likely_top(const Belief *belief, const QuizBank *bank, double *chance) {
    double l[N][N], column[N][STRIDE], score[QUIZ_TRADES_MAX], taste[N];
    int trades = bank->trade_count, places = likely_places(trades), best[LIKELY_TOP];
    belief_root(&belief->cov, l);
    for (int t = 0; t < trades; t++)
        for (int i = 0; i < N; i++)
            column[i][t] = bank->profile[t][i];
    memset(chance, 0, sizeof *chance * (size_t)trades);
    for (int p = 0; p < LIKELY_PEOPLE; p++) {
        imagine(belief, bank->asked, l, PEOPLE[p], taste);
        score_all(column, taste, trades, score);
        for (int i = rank_best(score, trades, places, best); i > 0; i--)
            chance[best[i - 1]] += 1.0 / LIKELY_PEOPLE;
    }
}
