/* A date and an hour that are set by touch: each of their parts goes back and forth. */
#pragma once

#include "screens/screen.h"

typedef enum MomentPart {
    MOMENT_DAY,
    MOMENT_MONTH,
    MOMENT_YEAR,
    MOMENT_HOUR,
    MOMENT_MINUTE,
    MOMENT_PARTS
} MomentPart;

/* Back and on; the action's argument is the part. */
typedef struct MomentTokens {
    int less, more;
} MomentTokens;

/* The date in a row and the hour in another, where they fit; else a part a row. */
void moment_add(Page *page, Node *body, Millis when, MomentTokens tokens);

/* One step on, or back. The 31st of a shorter month is its last day; a day after the last is the
   first of the next month, and so with hours and minutes. */
Millis moment_stepped(Millis when, MomentPart part, int by);
bool moment_may_be(Millis when); /* no clock is set to anything else */
Millis moment_begin(Millis now); /* to begin with, where a clock may have lost everything */
