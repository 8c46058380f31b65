#include "quiz/match.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX
#define LETTER_SHARE 0.4

/* The dimensions of one layer that are asked. */
typedef struct Layer {
    int at[N], count;
} Layer;

static Layer layer_of(const bool asked[N], int first, int end) {
    Layer layer = {.count = 0};
    for (int d = first; d < end; d++)
        if (asked[d])
            layer.at[layer.count++] = d;
    return layer;
}

static Layer letters_of(const bool asked[N]) {
    return layer_of(asked, 0, QUIZ_LETTERS);
}

static Layer facets_of(const bool asked[N]) {
    return layer_of(asked, QUIZ_LETTERS, N);
}

static double average(const Layer *layer, const double x[N]) {
    double sum = 0;
    for (int i = 0; i < layer->count; i++)
        sum += x[layer->at[i]];
    return layer->count ? sum / layer->count : 0;
}

static double centred_square(const Layer *layer, const double x[N]) {
    double mean = average(layer, x), sum = 0;
    for (int i = 0; i < layer->count; i++)
        sum += (x[layer->at[i]] - mean) * (x[layer->at[i]] - mean);
    return sum;
}

static void profile_layer(Layer layer, const double own[N], double share, double profile[N]) {
    double mean = average(&layer, own), length = sqrt(centred_square(&layer, own));
    for (int i = 0; i < layer.count; i++)
        profile[layer.at[i]] = length > 0 ? share * (own[layer.at[i]] - mean) / length : 0;
}

void match_profile(const double weight[N], const double usual[N], const bool asked[N],
                   double profile[N]) {
    double own[N];
    Layer letters = letters_of(asked), facets = facets_of(asked);
    double share = facets.count > 1 ? LETTER_SHARE : 1;
    for (int d = 0; d < N; d++) {
        own[d] = weight[d] - usual[d];
        profile[d] = 0;
    }
    profile_layer(letters, own, share, profile);
    profile_layer(facets, own, 1 - share, profile);
}

/* Signal: variance of the centred means. Error: mean variance of the centred dimensions, diag(C
   V C) with C = I - 1/n. Signal / (signal + error) / length: */
static double layer_scale(Layer layer, const Belief *belief) {
    int count = layer.count;
    double square = centred_square(&layer, belief->mean), trace = 0, all = 0;
    if (square <= 0)
        return 0;
    for (int i = 0; i < count; i++) {
        const double *row = belief->cov.at[layer.at[i]];
        trace += row[layer.at[i]];
        for (int j = 0; j < count; j++)
            all += row[layer.at[j]];
    }
    double signal = square / count, error = (trace - all / count) / count;
    return signal / (signal + error) / sqrt(square);
}

MatchScale match_scale(const Belief *belief, const bool asked[N]) {
    return (MatchScale){layer_scale(letters_of(asked), belief),
                        layer_scale(facets_of(asked), belief)};
}

static double one_over_length(Layer layer, const double mean[N]) {
    double square = centred_square(&layer, mean);
    return square > 0 ? 1 / sqrt(square) : 0;
}

MatchScale match_scale_exactly(const double mean[N], const bool asked[N]) {
    return (MatchScale){one_over_length(letters_of(asked), mean),
                        one_over_length(facets_of(asked), mean)};
}

double match_score(MatchScale scale, const double x[N], const double profile[N]) {
    double letters = 0, facets = 0;
    for (int i = 0; i < QUIZ_LETTERS; i++)
        letters += x[i] * profile[i];
    for (int i = QUIZ_LETTERS; i < N; i++)
        facets += x[i] * profile[i];
    return scale.letters * letters + scale.facets * facets;
}

/* The slope of a correlation: what of the profile does not point along the mean already. */
static void slope_layer(Layer layer, const double mean[N], double scale, const double profile[N],
                        double slope[N]) {
    double middle = average(&layer, mean), square = centred_square(&layer, mean), along = 0;
    for (int i = 0; i < layer.count; i++)
        along += (mean[layer.at[i]] - middle) * profile[layer.at[i]];
    for (int i = 0; i < layer.count && square > 0; i++) {
        int d = layer.at[i];
        slope[d] = scale * (profile[d] - (mean[d] - middle) * along / square);
    }
}

void match_slope(const Belief *belief, const bool asked[N], MatchScale scale,
                 const double profile[N], double slope[N]) {
    for (int d = 0; d < N; d++)
        slope[d] = 0;
    slope_layer(letters_of(asked), belief->mean, scale.letters, profile, slope);
    slope_layer(facets_of(asked), belief->mean, scale.facets, profile, slope);
}
