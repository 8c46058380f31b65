/* One way, told on the command line: as a visitor reads it, or as JSON for other programs. */
#pragma once

#include "map/plan.h"

typedef struct RouteOrder {
    const char *from, *to; /* ids; from: of a space, or else of a kiosk */
    const char *kiosk;     /* id; NULL, and `from` NULL: the plan's first kiosk */
    PlanTraveller who;
    Millis when;
    const char *language; /* its code; NULL: the first of the pack */
    Lang lang;            /* found by it */
    bool json;
} RouteOrder;

/* Prints the way, or the reasons why there is none. Answers the exit status: 0 found, 1 none, 2 an
   id that is not there. */
int route_print(const Plan *plan, const RouteOrder *order);
