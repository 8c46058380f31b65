/* How likely each trade is to be among the nearest, given how unsure the belief still is. Pure and repeatable:
   the 256 people it imagines are the same every time. */
#pragma once

#include "quiz/bank.h"

enum { LIKELY_PEOPLE = 256, LIKELY_TOP = 5 };

/* Fills chance[0..trades-1], 0 to 1: the share of the people the belief allows for whose five nearest trades hold this one. */
void likely_top(const Belief *belief, const QuizBank *bank, double *chance);
