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

Slice moment_part_name(const Page *page, MomentPart part);
Slice moment_part_value(const Page *page, Millis when, MomentPart part);

/* One step on, or back. The 31st of a shorter month is its last day; a day after the last is the
   first of the next month, and so with hours and minutes. */
Millis moment_stepped(Millis when, MomentPart part, int by);
bool moment_may_be(Millis when); /* no clock is set to anything else */
Millis moment_begin(Millis now); /* to begin with, where a clock may have lost everything */
