#include "quiz/top_probability.h"

#include "quiz/match.h"
#include "quiz/rank.h"

#include <stdint.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX

enum { TRADES_A_PLACE = 4 };

/* The people are imagined further apart than the belief says, some more than others: it takes
   answers for exact that are rounded and cut at 0 and 4, all items for as good as the usual one,
   and everybody for as steady as the next. A Gaussian of unsure width has the longer tails of
   Student's t (Lange, Little and Taylor 1989), and they are what says when a chance is nearly 1.
   The widths are 1.2 exp(0.4 z), z eight equally likely values of N(0, 1); 0.4 as in scatter.h.
   Without all that a chance of .95 comes true in .87 of the cases of real-looking pupils before
   the bank was learnt from answers, with one width of 1.25 in .91, with these in .93. */
static const double WIDTHS[] = {0.6496, 0.8415, 0.9869, 1.1268, 1.2779, 1.4591, 1.7112, 2.2166};
enum { WIDTH_BITS = 3 };

static const double PEOPLE[TOP_PEOPLE][N] = {
#include "quiz/people.def"
};

/* In turn, in an order that has nothing to do with the people's: Fibonacci hashing (Knuth 1973). */
static double width_of(int person) {
    return WIDTHS[(uint32_t)person * 2654435769u >> (32 - WIDTH_BITS)];
}

static void imagine(const Belief *belief, const bool asked[N], double l[N][N], int person,
                    double scale[N]) {
    double width = width_of(person);
    for (int i = 0; i < N; i++) {
        scale[i] = belief->mean[i];
        for (int k = 0; k <= i; k++)
            scale[i] += width * l[i][k] * PEOPLE[person][k];
    }
    MatchScale unit = match_scale_exactly(scale, asked);
    for (int i = 0; i < N; i++)
        scale[i] *= i < QUIZ_LETTERS ? unit.letters : unit.facets;
}

/* no power of two: the columns would fight for the same lines of the cache */
enum { STRIDE = QUIZ_TRADES_MAX + 8 };

/* Dimension by dimension over all trades: the compiler makes wide instructions of it. */
static void score_all(double column[N][STRIDE], const double scale[N], int trades, double *score) {
    memset(score, 0, sizeof *score * (size_t)trades);
    for (int i = 0; i < N; i++)
        for (int t = 0; t < trades; t++)
            score[t] += scale[i] * column[i][t];
}

int top_places(int trades) {
    int places = (trades + TRADES_A_PLACE / 2) / TRADES_A_PLACE;
    if (places > TOP_PLACES)
        return TOP_PLACES;
    return places > 0 ? places : 1;
}

void top_probability(const Belief *belief, const QuizBank *bank, double *chance) {
    double l[N][N], column[N][STRIDE], score[QUIZ_TRADES_MAX], scale[N];
    int trades = bank->trade_count, places = top_places(trades), best[TOP_PLACES];
    belief_root(&belief->cov, l);
    for (int t = 0; t < trades; t++)
        for (int i = 0; i < N; i++)
            column[i][t] = bank->profile[t][i];
    memset(chance, 0, sizeof *chance * (size_t)trades);
    for (int p = 0; p < TOP_PEOPLE; p++) {
        imagine(belief, bank->asked, l, p, scale);
        score_all(column, scale, trades, score);
        for (int i = rank_best(score, trades, places, best); i > 0; i--)
            chance[best[i - 1]] += 1.0 / TOP_PEOPLE;
    }
}
