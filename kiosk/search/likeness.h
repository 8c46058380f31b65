/* How well a word that is typed stands for one that is known. */
#pragma once

#include "base/slice.h"

enum { WORTH_WORD = 100, WORTH_FRONT = 80, WORTH_KIN = 60, WORTH_INSIDE = 40, WORTH_ALIKE = 30 };

/* The whole word, or its beginning: a word need not be typed to its end. */
int worth_as_typed(Slice typed, Slice word);

/* A part of it, of four letters at least. */
int worth_inside(Slice typed, Slice word);

/* With one slip of the finger, from eight letters on with two. */
int worth_with_slips(Slice typed, Slice word);

/* How many letters are wrong, missing, too many or swapped with their neighbour. */
int slips_between(Slice typed, Slice word);
