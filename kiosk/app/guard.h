/* Nothing falls through: a touch that was meant for the page before is not heard by the one that
   has come. Pure. */
#pragma once

#include "base/civil.h"
#include "ui/frame.h"

/* Less sensitive, as a visitor may set it: EN 301 549, 5.8 asks for half a second at the least. */
enum { GUARD_MS = 300, GUARD_STEADY_MS = 1000 };

typedef struct Guard {
    bool unseen;  /* the page that has come is not on the glass yet */
    Millis since; /* when it came */
    Millis until; /* touches before are dropped */
    Action last;  /* the action taken last, and when */
    Millis last_at;
} Guard;

void guard_begin(Guard *guard, bool steady, Millis now); /* another page or question */

/* It is on the glass: it may have come later than it was made. */
void guard_seen(Guard *guard, bool steady, Millis now);

/* Is a touch at this moment dropped? Then whoever drums is waited for: each touch begins the time
   anew, up to GUARD_STEADY_MS after the page came. */
bool guard_drops(Guard *guard, bool steady, Millis now);

/* Is it the tremor of a finger that has just done the same? Only where `steady` was asked for; else
   it is noted as done. */
bool guard_repeats(Guard *guard, bool steady, Action action, Millis now);
