/* What is worth saying before somebody walks: that the place is closed when they arrive, that
   something on the way is, and which closure makes the way longer and what to take instead.
   Sentences; knows no page. */
#pragma once

#include "map/directions_text.h"

enum { NOTICES_MAX = 6 };

typedef struct Notices {
    Slice text[NOTICES_MAX]; /* the place first; without a full stop at the end */
    int count;
} Notices;

/* For the way that `ask` asks for, `space` being where it leads. Asks the router, so that its last
   route is gone. */
Notices notices_find(const Plan *plan, Router *router, RouteAsk ask, int space, Lang lang,
                     Arena *arena);

Millis notices_arrival(Millis when, const Route *route); /* when one gets there */
