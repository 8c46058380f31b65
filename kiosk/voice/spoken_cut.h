/* Where what is said as one word begins and ends in a written text. Places are bytes of it. */
#pragma once

#include "base/slice.h"

#define CUT_DASH "–" /* U+2013: from one thing to another, and a word of its own */

bool cut_is_digit(char c);
bool cut_is_space(uint32_t sign);   /* a blank, also one that keeps together */
int cut_digits(Slice text, int at); /* how many stand there */
int cut_space(Slice text, int at);  /* the next place without a blank; the end */
int cut_word(Slice text, int from); /* its end: "1 234", "2 / 3" and "9–12" are one */
