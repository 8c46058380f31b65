#include "quiz/match.h"

#include <math.h>

#define LETTER_SHARE 0.4

static double average(const double *x, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += x[i];
    return sum / count;
}

static double centred_square(const double *x, int count) {
    double mean = average(x, count), sum = 0;
    for (int i = 0; i < count; i++)
        sum += (x[i] - mean) * (x[i] - mean);
    return sum;
}

static void profile_layer(const double *weight, int count, double share, double *profile) {
    double mean = average(weight, count), length = sqrt(centred_square(weight, count));
    for (int i = 0; i < count; i++)
        profile[i] = length > 0 ? share * (weight[i] - mean) / length : 0;
}

void match_profile(const double weight[QUIZ_DIMENSIONS], double profile[QUIZ_DIMENSIONS]) {
    profile_layer(weight, QUIZ_LETTERS, LETTER_SHARE, profile);
    profile_layer(weight + QUIZ_LETTERS, QUIZ_FACETS, 1 - LETTER_SHARE, profile + QUIZ_LETTERS);
}

/* Signal: variance of the centred means. Error: mean variance of the centred dimensions, diag(C V C) with C = I - 1/n.
   Signal / (signal + error) / length: */
static double layer_taste(const Belief *belief, int first, int count) {
    double square = centred_square(belief->mean + first, count), signal = square / count, trace = 0, all = 0;
    for (int i = first; i < first + count; i++) {
        trace += belief->cov.at[i][i];
        for (int j = first; j < first + count; j++)
            all += belief->cov.at[i][j];
    }
    double error = (trace - all / count) / count;
    return square > 0 ? signal / (signal + error) / sqrt(square) : 0;
}

Taste match_taste(const Belief *belief) {
    return (Taste){layer_taste(belief, 0, QUIZ_LETTERS), layer_taste(belief, QUIZ_LETTERS, QUIZ_FACETS)};
}

static double one_over_length(const double *x, int count) {
    double square = centred_square(x, count);
    return square > 0 ? 1 / sqrt(square) : 0;
}

Taste match_taste_exactly(const double mean[QUIZ_DIMENSIONS]) {
    return (Taste){one_over_length(mean, QUIZ_LETTERS), one_over_length(mean + QUIZ_LETTERS, QUIZ_FACETS)};
}

double match_score(Taste taste, const double x[QUIZ_DIMENSIONS], const double profile[QUIZ_DIMENSIONS]) {
    double letters = 0, facets = 0;
    for (int i = 0; i < QUIZ_LETTERS; i++)
        letters += x[i] * profile[i];
    for (int i = QUIZ_LETTERS; i < QUIZ_DIMENSIONS; i++)
        facets += x[i] * profile[i];
    return taste.letters * letters + taste.facets * facets;
}

/* The slope of a correlation: what of the profile does not point along the mean already. */
static void slope_layer(const double *mean, int count, double taste, const double *profile, double *slope) {
    double middle = average(mean, count), square = centred_square(mean, count), along = 0;
    for (int i = 0; i < count; i++)
        along += (mean[i] - middle) * profile[i];
    for (int i = 0; i < count; i++)
        slope[i] = square > 0 ? taste * (profile[i] - (mean[i] - middle) * along / square) : 0;
}

void match_slope(const Belief *belief, Taste taste, const double profile[QUIZ_DIMENSIONS], double slope[QUIZ_DIMENSIONS]) {
    slope_layer(belief->mean, QUIZ_LETTERS, taste.letters, profile, slope);
    slope_layer(belief->mean + QUIZ_LETTERS, QUIZ_FACETS, taste.facets, profile + QUIZ_LETTERS, slope + QUIZ_LETTERS);
}
