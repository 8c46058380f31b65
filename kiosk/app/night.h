/* When the kiosk sleeps: outside the opening hours, while nobody is there. Pure arithmetic, the
   clock is an argument. */
#pragma once

#include "map/hours.h"

enum { NIGHT_AFTER_MS = 60000 }; /* untouched for so long */

typedef struct Night {
    bool asleep;
    Millis wake_at; /* local time at which this answer may change; 0: not by itself */
} Night;

/* `hours`: those of now, not known where none were told or the clock is not believed; `here`:
   somebody's visit goes on; `touched`: the last touch or key, in local time. */
Night night_at(HoursNow hours, bool here, Millis touched, Millis now);
