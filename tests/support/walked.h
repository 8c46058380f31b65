/* A way as it is told, held against the way as it is walked: reads left and right out of the
   sentences, reckons headings from the line alone, and shares nothing with what decided the words.
 */
#pragma once

#include "map/camera.h"
#include "map/directions_text.h"

/* How many faults, each printed to stderr behind `where`: a turn told more than 75 degrees off, a
   turn of more than 45 degrees that is not told, one turn told twice, steps out of order. `kiosk`
   may be PLAN_NONE. */
int walked_faults(const Plan *plan, Router *router, RouteAsk ask, int kiosk, int space, Lang lang,
                  const char *where);

/* The same over all places from all kiosks, on foot and without steps, in both languages. */
int walked_faults_of_plan(const Plan *plan, Millis when, const char *where);
