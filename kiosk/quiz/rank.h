/* Trades in order of nearness: the scores of all, and the best few of them. Pure. */
#pragma once

#include "quiz/bank.h"

void rank_scores(const Belief *belief, const QuizBank *bank, double *score); /* one a trade */

/* The indices of the highest scores, best first; a tie goes to the earlier one. Answers how
   many: `places`, or all there are. */
int rank_best(const double *score, int trades, int places, int *best);
