#include "quiz/likely.h"

#include "quiz/match.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define N BELIEF_DIMENSIONS

/* Lower triangle with l l' = covariance; what rounding makes negative counts as certain. */
static void cholesky(const Belief *belief, double l[N][N]) {
    memset(l, 0, sizeof(double) * N * N);
    for (int i = 0; i < N; i++)
        for (int j = 0; j <= i; j++) {
            double sum = belief->cov[i][j];
            for (int k = 0; k < j; k++)
                sum -= l[i][k] * l[j][k];
            if (i == j)
                l[i][i] = sum > 0 ? sqrt(sum) : 0;
            else
                l[i][j] = l[j][j] > 0 ? sum / l[j][j] : 0;
        }
}

/* Inverse of the normal distribution, rational approximation of Peter Acklam, relative error below 1.2e-9. */
static double normal_at(double p) {
    static const double A[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                               1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    static const double B[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                               -1.328068155288572e+01};
    static const double C[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                               -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    static const double D[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
    if (p > 0.5)
        return -normal_at(1 - p);
    if (p < 0.02425) {
        double q = sqrt(-2 * log(p));
        return (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
               ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1);
    }
    double q = p - 0.5, r = q * q;
    return (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q /
           (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1);
}

/* Point `index` of the Halton sequence in one prime base: fills the interval evenly, without chance. */
static double halton(int index, int base) {
    double part = 1, sum = 0;
    for (; index > 0; index /= base) {
        part /= base;
        sum += part * (index % base);
    }
    return sum;
}

static void imagine(const Belief *belief, double l[N][N], int index, Belief *person) {
    static const int PRIMES[N] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};
    double z[N];
    for (int i = 0; i < N; i++)
        z[i] = normal_at(halton(index + 64, PRIMES[i])); /* the first points of large bases lie in a line */
    for (int i = 0; i < N; i++) {
        person->mean[i] = belief->mean[i];
        for (int k = 0; k <= i; k++)
            person->mean[i] += l[i][k] * z[k];
    }
}

static void count_top(const double *score, int trades, double *chance) {
    bool taken[LIKELY_TRADES_MAX] = {false};
    for (int place = 0; place < LIKELY_TOP && place < trades; place++) {
        int best = -1;
        for (int t = 0; t < trades; t++)
            if (!taken[t] && (best < 0 || score[t] > score[best]))
                best = t;
        taken[best] = true;
        chance[best] += 1.0 / LIKELY_DRAWS;
    }
}

void likely_top(const Belief *belief, const double *weight, int trades, double *chance) {
    double l[N][N], score[LIKELY_TRADES_MAX];
    Belief person = {0}; /* somebody about whom nothing is unsure: no covariance, no shrinking */
    cholesky(belief, l);
    memset(chance, 0, sizeof *chance * (size_t)trades);
    for (int i = 0; i < LIKELY_DRAWS; i++) {
        imagine(belief, l, i, &person);
        for (int t = 0; t < trades; t++)
            score[t] = match_score(&person, weight + (long)t * N);
        count_top(score, trades, chance);
    }
}
