/* How near a trade is to what a person likes, in two layers: the letters tell industry from the
   rest of the world, the facets tell one workshop from the next. Pure.
   score = 0.4 l1 corr(letters, trade's letters) + 0.6 l2 corr(facets, trade's facets), where l
   shrinks a layer toward 0 while its profile is flat beside its own uncertainty. From -1 to 1,
   for ordering only. Both sides are differences from what is usual: the person's from what
   people answer (theta is), the trade's from the average trade of the catalogue. Nearly all
   trades of industry are R first: what they share tells none from another. */
#pragma once

#include "quiz/belief.h"

#include <stdbool.h>

/* A trade's weights made ready for the sum below: each layer less the usual trade, centred over
   the dimensions that are asked, of length 1, times its share of the score. A layer with nothing
   to tell becomes 0; so do dimensions not asked. Where fewer than two facets are asked the
   letters have the whole score. */
void match_profile(const double weight[QUIZ_DIMENSIONS_MAX],
                   const double usual[QUIZ_DIMENSIONS_MAX], const bool asked[QUIZ_DIMENSIONS_MAX],
                   double profile[QUIZ_DIMENSIONS_MAX]);

/* What one unit of the mean counts for in a score: l / length of the centred mean, in each
   layer; 0 while that is flat. */
typedef struct MatchScale {
    double letters, facets;
} MatchScale;

MatchScale match_scale(const Belief *belief, const bool asked[QUIZ_DIMENSIONS_MAX]);

/* Of somebody about whom nothing is unsure. */
MatchScale match_scale_exactly(const double mean[QUIZ_DIMENSIONS_MAX],
                               const bool asked[QUIZ_DIMENSIONS_MAX]);

/* With `x` the mean this is the score; with `x` the part of one answer (see belief_part) it is
   that answer's share of the score. The shares of all answers sum to it, because a correlation
   is linear in the profile once its length is known. */
double match_score(MatchScale scale, const double x[QUIZ_DIMENSIONS_MAX],
                   const double profile[QUIZ_DIMENSIONS_MAX]);

/* d score / d mean, the shrinking held still: which way a surer answer would move it. */
void match_slope(const Belief *belief, const bool asked[QUIZ_DIMENSIONS_MAX], MatchScale scale,
                 const double profile[QUIZ_DIMENSIONS_MAX], double slope[QUIZ_DIMENSIONS_MAX]);
