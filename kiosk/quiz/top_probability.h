/* How likely each trade is to be among the nearest, given how unsure the belief still is. Pure
   and repeatable: the 256 people it imagines are the same every time. */
#pragma once

#include "quiz/bank.h"

enum { TOP_PEOPLE = 256, TOP_PLACES = 5 };

/* How many trades count as near: five, of a small campus a quarter of its trades, so that "near"
   says something there too. */
int top_places(int trades);

/* Fills chance[0..trades-1], 0 to 1: the share of the people the belief allows for whose nearest
   trades, so many, hold this one. */
void top_probability(const Belief *belief, const QuizBank *bank, double *chance);
