/* opening_hours=* as authors write it becomes rows, see hours.h. Reads the common subset of
   https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification: 24/7, days, months, dates,
   years, PH, spans of time, off and closed; rules after ";" replace, after "," add. Knows no place
   and no calendar. */
#pragma once

#include "map/plan.h"

enum { HOURS_ROWS_MAX = 64 };

/* As OSM calls them, from Monday and from January; NULL ends each list. */
extern const char *const HOURS_DAY[8], *const HOURS_MONTH[13];

/* How many rows (at most HOURS_ROWS_MAX), or -1 for what is not understood. `space` of each row is
   left 0. */
int hours_parse(Slice text, PlanHours *row);
