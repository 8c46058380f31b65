/* How likely each trade is to be among the nearest, given how unsure the belief still is. Pure and repeatable:
   the 256 people it imagines are the same every time. */
#pragma once

#include "quiz/belief.h"

enum { LIKELY_DRAWS = 256, LIKELY_TOP = 5, LIKELY_TRADES_MAX = 512 };

/* Fills chance[0..trades-1], 0 to 1: the share of the people the belief allows for whose five nearest trades hold this one.
   `weight`: sixteen numbers a trade. */
void likely_top(const Belief *belief, const double *weight, int trades, double *chance);
