/* Which question tells most about what is still open: not about the person, but about which
   trades come first. van der Linden's idea of choosing for the decision instead of for the
   smallest error; measured on public answers it saves a third of the questions, where choosing
   for the smallest error saves none. Pure. */
#pragma once

#include "quiz/bank.h"

#include <stdbool.h>
#include <stdint.h>

/* For each dimension, what one more unit of precision about it is worth. Three quarters are for
   the trades: the sum over pairs (one of the five leading, one of the ten) of density(gap / s) /
   s * (what of the gap's variance lies in that dimension), s the spread of the gap. One quarter
   is for the two letters that would stand in the title, against all letters, likewise. Each sum
   is taken as shares of itself; together they are 1, or 0 when nothing is open. */
void choose_worth(const Belief *belief, const QuizBank *bank, double worth[QUIZ_DIMENSIONS_MAX]);

/* By how much one letter is ahead of another as people answer (bank_raw), in units of how unsure
   that is. */
double choose_letters_gap(const Belief *belief, const QuizBank *bank, int ahead, int behind);

/* The open item worth asking most, -1 when none is open. Items within a tenth of the best share
   the honour: `random` decides among them, so that two visitors are not asked the same. */
int choose_item(const Belief *belief, const QuizBank *bank, const bool *open, uint64_t random);

/* The open item whose answer could be foretold best (scatter.h); ties by `random`. What to ask
   somebody whose answers look scattered: such an answer says whether they are. */
int choose_foretold(const Belief *belief, const QuizBank *bank, const bool *open, uint64_t random);

/* The open item of one dimension that measures it best; ties by `random`. */
int choose_of_dimension(const QuizBank *bank, const bool *open, int dimension, uint64_t random);

/* SplitMix64 of Steele, Lea and Flood 2014: the `index`th number of a seed, the same on every
   machine. */
uint64_t choose_random(uint64_t seed, uint64_t index);
