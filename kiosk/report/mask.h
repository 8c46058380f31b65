/* What may be shown of a number: never fewer than eleven visits, never a share of fewer than twenty, never a number that the
   others give away. Thresholds: Insee and CASD, 11; DEPP, 20. Pure. */
#pragma once

#include "report/figures.h"

enum { MASK_FEWEST = 11, MASK_SHARE_BASE = 20 };

typedef enum Shown { SHOWN_NUMBER, SHOWN_FEW, SHOWN_HIDDEN } Shown;

/* A number as it may be shown. */
typedef struct Value {
    int64_t n;   /* of a SHOWN_NUMBER, never below 0 */
    int margin;  /* the truth lies within n ± margin 19 times out of 20 */
    int percent; /* -1: none is given */
    Shown shown;
} Value;

int mask_margin(double variance); /* 1.96 standard deviations, rounded up */
Value mask_value(Count count);

/* When exactly one of several numbers is too small, a second is hidden: their sum is known from elsewhere. */
void mask_complement(Value **value, int count);

void mask_share(Value *value, int64_t base);

/* Is the first larger than the second beyond what the noise can do, 19 times out of 20? */
bool mask_exceeds(Count a, Count b);
