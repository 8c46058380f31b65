#include "quiz/belief.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX
#define LEAST_PIVOT 1e-9 /* of a correlation matrix: below, a dimension is a mixture of others */

void belief_begin(Belief *belief, const Covariance *prior) {
    *belief = (Belief){.cov = *prior};
}

void belief_answer(Belief *belief, Measure item, double answer) {
    int d = item.dimension;
    double spread = item.loading * item.loading * belief->cov.at[d][d] + item.variance;
    double surprise = answer - item.mean - item.loading * belief->mean[d];
    double row[N];
    memcpy(row, belief->cov.at[d], sizeof row); /* the matrix is symmetric: its row is its column */
    for (int i = 0; i < N; i++) {
        double gain = row[i] * item.loading / spread;
        belief->mean[i] += gain * surprise;
        for (int j = 0; j < N; j++)
            belief->cov.at[i][j] -= gain * item.loading * row[j];
    }
}

void belief_part(const Belief *final, Measure item, double answer, double part[N]) {
    double weight = item.loading * (answer - item.mean) / item.variance;
    for (int i = 0; i < N; i++)
        part[i] = final->cov.at[i][item.dimension] * weight;
}

double belief_rounding(int step) {
    return (step * step - 1) / 12.0;
}

bool belief_root(const Covariance *cov, double l[N][N]) {
    bool definite = true;
    memset(l, 0, sizeof(double) * N * N);
    for (int i = 0; i < N; i++)
        for (int j = 0; j <= i; j++) {
            double sum = cov->at[i][j];
            for (int k = 0; k < j; k++)
                sum -= l[i][k] * l[j][k];
            if (i == j) {
                definite = definite && sum > LEAST_PIVOT;
                l[i][j] = sum > 0 ? sqrt(sum) : 0;
            } else {
                l[i][j] = l[j][j] > 0 ? sum / l[j][j] : 0;
            }
        }
    return definite;
}
