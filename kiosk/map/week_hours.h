/* Opening hours as an installer writes them on one line become rows, see hours.h: "1-5 07:30-18:30;
   6 09:00-12:30; 2026-12-25 fermé". Knows no place and no calendar.

     hours = rule *( ";" rule )
     rule  = [ dates ] [ days ] ( spans | shut )     in any order, blanks between them
     days  = a day or a range of days, 1 Monday to 7 Sunday, several with commas: 1-5  6,7
             or "fériés" ("PH"): the public holidays
     dates = 2026-12-25, or the first and the last of several: 2026-12-24..2027-01-02
     spans = 07:30-18:30, several with commas; one that ends before it begins ends the next day
     shut  = "fermé" ("closed", "off")

   Of a day the last rule counts that speaks of it; one of which nothing is left by that is refused,
   as are hours that never open. Each rule is said in the words of OSM's
   opening_hours, and read by map/opening_hours.h. */
#pragma once

#include "base/error.h"
#include "map/opening_hours.h"

/* How many rows (at most HOURS_ROWS_MAX); -1: the error says which word is not understood, at which
   sign, and how it is written. */
int week_hours_parse(const char *text, PlanHours *row, Error *error);
