/* Days, ISO weeks and months as names that sort: "2026-11-24", "2026-W48", "2026-11". Pure
 * arithmetic on civil time. */
#pragma once

#include "base/civil.h"

typedef enum PeriodKind { PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_KIND_COUNT } PeriodKind;

/* From `start`, to `end` excluded. */
typedef struct Period {
    PeriodKind kind;
    Millis start, end;
    char name[16];
} Period;

/* The period that holds a moment. Moments outside the years 1 to 9998 are moved to their edge: a
 * clock may say anything. */
Period period_at(PeriodKind kind, Millis when);

/* In the years 2020 to 2099: before it no kiosk was there, and no clock of one that works says
   more. */
bool period_is_plausible(Millis when);

/* False when the name is of no period, or not written as period_at writes it. */
bool period_parse(const char *name, Period *period);

/* The first of the month `months` before the month of `when`. */
Millis period_months_before(Millis when, int months);
