/* What may be shown of a number: never fewer than eleven visits, never a share of fewer than
   twenty, never a number that the others give away. Thresholds: Insee and CASD, 11; DEPP, 20. Pure.
 */
#pragma once

#include "report/estimate.h"

enum {
    MASK_FEWEST = 11,
    MASK_SHARE_BASE = 20,
    MASK_SHARE_MARGIN = 15, /* points on either side: a share less sure than that says nothing */
};

/* SHOWN_NOTHING: there is nothing to count, such as a video of a trade without one. */
typedef enum Shown { SHOWN_NUMBER, SHOWN_FEW, SHOWN_HIDDEN, SHOWN_NOTHING } Shown;

/* A number as it may be shown: the truth lies from low to high 19 times out of 20. */
typedef struct Value {
    int64_t n, low, high; /* of a SHOWN_NUMBER; of SHOWN_FEW only `high` may be told */
    int margin;           /* the wider of both sides */
    int percent, percent_low, percent_high; /* percent -1: none is given */
    Shown shown;
} Value;

Value mask_value(Bounds bounds);
Value mask_count(Count count); /* of a sum by itself */
int mask_margin(Count count);  /* rounded up */

/* When exactly one of several numbers is too small, a second is hidden: their sum is known from
 * elsewhere. */
void mask_complement(Value **value, int count);

/* Gives the value its share, when the share says something. */
void mask_share(Value *value, Bounds share, int64_t base);

/* Shares of one whole, rounded so that they never sum to more than 100: H. Niemeyer, "largest
   remainder". `share` is 0 to 1 and sums to 1 at most. */
void mask_round(const double *share, int count, int *percent);

typedef enum Verdict { VERDICT_UNSURE, VERDICT_MORE, VERDICT_LESS } Verdict;

/* Is a more than b, or less, among so many comparisons? From the bounds of both: G. Zou and A.
   Donner, "Construction of confidence limits about effect measures", 2008 (MOVER). */
Verdict mask_compare(const Value *a, const Value *b, int tries);
double mask_strictness(int tries); /* what the margins are stretched by for that */
