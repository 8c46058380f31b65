/* How well a word that is typed stands for one that is known. */
#pragma once

#include "base/slice.h"

enum { WORTH_WORD = 100, WORTH_FRONT = 80, WORTH_KIN = 60, WORTH_INSIDE = 40, WORTH_ALIKE = 30 };

/* The whole word, or its beginning: a word need not be typed to its end. */
int worth_as_typed(Slice typed, Slice word);

/* So many letters must be typed before a match inside a word, and a slip of the finger, are
   believed; and the most slips that are. */
enum { INSIDE_LETTERS = 4, SLIP_LETTERS = 4, SLIPS_MOST = 2 };

int worth_inside(Slice typed, Slice word); /* a part of it */

/* With one slip of the finger, with two in longer words. Both begin with the same letter, or have
   the first two swapped. */
int worth_with_slips(Slice typed, Slice word);

/* How many letters are wrong, missing, too many or swapped with their neighbour. */
int slips_between(Slice typed, Slice word);
