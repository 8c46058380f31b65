#include "quiz/match.h"

#include <math.h>

enum { LETTERS = 6, FACETS = 10 };

#define LETTER_SHARE 0.4

static double average(const double *x, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += x[i];
    return sum / count;
}

static double centred_length(const double *x, int count) {
    double mean = average(x, count), sum = 0;
    for (int i = 0; i < count; i++)
        sum += (x[i] - mean) * (x[i] - mean);
    return sqrt(sum);
}

/* Signal: variance of the centred means. Error: mean variance of the centred dimensions, diag(C V C) with C = I - 1/n. */
static double reliability(const Belief *belief, int first, int count) {
    double length = centred_length(belief->mean + first, count), signal = length * length / count;
    double trace = 0, all = 0;
    for (int i = first; i < first + count; i++) {
        trace += belief->cov[i][i];
        for (int j = first; j < first + count; j++)
            all += belief->cov[i][j];
    }
    double error = (trace - all / count) / count;
    return signal + error > 0 ? signal / (signal + error) : 0;
}

/* The part's share of lambda * corr(mean, weight) over one layer. */
static double layer_share(const Belief *belief, const double *weight, const double *part, int first, int count) {
    double length = centred_length(belief->mean + first, count) * centred_length(weight + first, count);
    if (length <= 0)
        return 0;
    double middle = average(weight + first, count), sum = 0;
    for (int i = first; i < first + count; i++)
        sum += part[i] * (weight[i] - middle);
    return reliability(belief, first, count) * sum / length;
}

double match_share(const Belief *belief, const double *weight, const double part[BELIEF_DIMENSIONS]) {
    return LETTER_SHARE * layer_share(belief, weight, part, 0, LETTERS) +
           (1 - LETTER_SHARE) * layer_share(belief, weight, part, LETTERS, FACETS);
}

double match_score(const Belief *belief, const double *weight) {
    return match_share(belief, weight, belief->mean);
}
