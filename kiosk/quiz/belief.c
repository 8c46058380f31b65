#include "quiz/belief.h"

#include <string.h>

/* Correlations of the interests before any answer. Letters: 1,071 respondents to a 48-item inventory, EM. Facets with
   letters: set by hand between .2 and .4 where a facet is a way of living that letter; facets among themselves: .15. */
static const double LETTERS[6][6] = {
    {1.00, 0.24, 0.08, 0.00, 0.36, 0.63}, {0.24, 1.00, 0.40, 0.29, 0.01, 0.03}, {0.08, 0.40, 1.00, 0.43, 0.24, -0.04},
    {0.00, 0.29, 0.43, 1.00, 0.35, 0.07}, {0.36, 0.01, 0.24, 0.35, 1.00, 0.58}, {0.63, 0.03, -0.04, 0.07, 0.58, 1.00},
};

static const double FACETS[10][6] = {
    {0.40, 0.10, 0.00, 0.00, 0.10, 0.20}, /* M repair */
    {0.35, 0.20, 0.00, 0.00, 0.10, 0.20}, /* E electricity */
    {0.25, 0.35, 0.10, 0.00, 0.05, 0.10}, /* A automation and code */
    {0.40, 0.05, 0.10, 0.00, 0.10, 0.20}, /* S metal and heat */
    {0.35, 0.15, 0.05, 0.00, 0.10, 0.30}, /* P precision */
    {0.30, 0.10, 0.00, 0.05, 0.15, 0.30}, /* L running a line */
    {0.15, 0.30, 0.40, 0.10, 0.10, 0.05}, /* D drawing, prototypes */
    {0.20, 0.35, 0.05, 0.05, 0.10, 0.25}, /* Q checking, testing */
    {0.15, 0.00, 0.00, 0.10, 0.30, 0.40}, /* O organising */
    {0.05, 0.10, 0.10, 0.40, 0.35, 0.10}, /* H people */
};

#define FACET_WITH_FACET 0.15

static double prior(int a, int b) {
    if (a == b)
        return 1;
    if (a > b)
        return prior(b, a);
    if (b < 6)
        return LETTERS[a][b];
    return a < 6 ? FACETS[b - 6][a] : FACET_WITH_FACET;
}

void belief_begin(Belief *belief) {
    memset(belief, 0, sizeof *belief);
    for (int i = 0; i < BELIEF_DIMENSIONS; i++)
        for (int j = 0; j < BELIEF_DIMENSIONS; j++)
            belief->cov[i][j] = prior(i, j);
}

void belief_answer(Belief *belief, Measure item, double answer) {
    int d = item.dimension;
    double spread = item.loading * item.loading * belief->cov[d][d] + item.variance;
    double surprise = answer - item.mean - item.loading * belief->mean[d];
    double row[BELIEF_DIMENSIONS];
    memcpy(row, belief->cov[d], sizeof row); /* the matrix is symmetric: its row is its column */
    for (int i = 0; i < BELIEF_DIMENSIONS; i++) {
        double gain = row[i] * item.loading / spread;
        belief->mean[i] += gain * surprise;
        for (int j = 0; j < BELIEF_DIMENSIONS; j++)
            belief->cov[i][j] -= gain * item.loading * row[j];
    }
}

void belief_part(const Belief *final, Measure item, double answer, double part[BELIEF_DIMENSIONS]) {
    double weight = item.loading * (answer - item.mean) / item.variance;
    for (int i = 0; i < BELIEF_DIMENSIONS; i++)
        part[i] = final->cov[i][item.dimension] * weight;
}
