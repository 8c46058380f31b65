/* A plan made by hand, small enough to reckon with a pencil: an L-shaped building of two storeys.

   ground floor                                first floor
                          +--A2--+ 70 cm door
                          | leg  |
   +-- hall --+  C  B  A  |      |             landing, with C B A to the north,
   |    K     +===========+      |             S101 to the south and
   |          |     corridor     |             E102 at its east end, in a zone that
   +----------+--+-----+---------+             opens on 2018-09-03
                 | A1, 5 % ramp
                 | at its door

   A lift, B stairs, C escalator (up only), K kiosk whose screen faces south. North is up. All
   rectangles, in hand_plan.c. */
#pragma once

#include "map/plan.h"

enum {
    HAND_HALL,
    HAND_CORRIDOR,
    HAND_LEG,
    HAND_WORKSHOP,
    HAND_STORE,
    HAND_LIFT_0,
    HAND_STAIRS_0,
    HAND_ESCALATOR_0,
    HAND_LANDING,
    HAND_ROOM,
    HAND_EAST,
    HAND_LIFT_1,
    HAND_STAIRS_1,
    HAND_ESCALATOR_1,
    HAND_SPACES
};

enum { HAND_LIFT, HAND_STAIRS, HAND_ESCALATOR, HAND_RAMP, HAND_CONNECTORS };

/* Borrowed from static memory; each call gives the plan anew, without closures. */
Plan hand_plan(void);

/* Adds a closure of the lift, "en panne" / "out of service", for all time. */
void hand_close_lift(Plan *plan);
