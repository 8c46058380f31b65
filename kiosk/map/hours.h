/* Is a place open at that hour, and until when: the rows of its opening hours read together as
   OSM's opening_hours asks (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification).
   Knows no clock, no file and no words.

   On each day the last row that speaks of it counts, with all that `adds` to it; a day that no row
   speaks of is shut. A span that ends after midnight belongs to the day on which it begins. Public
   holidays are those of French law (Code du travail, article L3133-1): a row speaks of them when it
   names them, or as of any other day of the week. */
#pragma once

#include "map/plan.h"

typedef struct HoursNow {
    bool known; /* are there hours at all? */
    bool open;
    /* open: when it shuts; shut: when it opens again. PLAN_NEVER: not within a year and a half */
    Millis until;
} HoursNow;

HoursNow hours_at(const Plan *plan, int space, Millis when);

/* Rows alone, as the builder has them before there is a plan. */
HoursNow hours_of_rows(const PlanHours *row, int rows, Millis when);

/* The spans that begin on the day of that midnight, in the order of their rows. */
enum { HOURS_SPANS_MAX = 16 };

typedef struct HoursSpan {
    Millis from, to;
} HoursSpan;

int hours_of_day(const PlanHours *row, int rows, Millis midnight, HoursSpan *span);

bool hours_is_holiday(Civil day);
