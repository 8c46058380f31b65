/* How near a trade is to what a person likes, in two layers: the letters tell industry from the rest of the world, the facets
   tell one workshop from the next. Pure. */
#pragma once

#include "quiz/belief.h"

/* 0.4 of the correlation over the centred letters, 0.6 of that over the facets, each shrunk toward 0 while the profile is flat
   beside its own uncertainty. `weight`: sixteen numbers of the trade. -1 to 1, for ordering only. */
double match_score(const Belief *belief, const double *weight);

/* The share of the score that a part of the mean accounts for (see belief_part): the shares of all answers sum to the score,
   because a correlation is linear in the profile once its length is known. */
double match_share(const Belief *belief, const double *weight, const double part[BELIEF_DIMENSIONS]);
