/* May the computer's clock be believed? Many a kiosk has no battery and no network: its clock says
   1970, or goes on from when it was switched off. Pure: what the clocks say are arguments.

   It is not believed while it is before the floor, the day on which the content was last edited, or
   more than CLOCK_YEARS after it; nor when it jumped by more than a day against the steady clock
   since it was looked at last, until the staff or a time server has put it right. Summer time is
   none of its business: it looks at universal time. */
#pragma once

#include "base/civil.h"

enum { CLOCK_YEARS = 10 };

typedef struct ClockWatch {
    Millis floor;        /* local */
    Millis wall, steady; /* when it was looked at last */
    bool looked, jumped, trusted;
} ClockWatch;

typedef struct ClockSight {
    Millis wall;   /* universal time */
    Millis local;  /* local time */
    Millis steady; /* goes on evenly, through the sleep of the machine too */
    bool synced;   /* a time server has put it right */
} ClockSight;

void clock_begin(ClockWatch *watch, Millis floor);

/* As often as once a minute. Answers `trusted`. */
bool clock_look(ClockWatch *watch, ClockSight sight);

/* The staff has put it right: the jump that comes is meant. */
void clock_was_set(ClockWatch *watch);
