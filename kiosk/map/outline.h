/* The part of a path on one floor as it is walked: straight stretches, bends that somebody would
   notice, and doors. Says where and how one turns; what of it is worth telling is decided in
   directions.c. */
#pragma once

#include "map/camera.h"
#include "map/path.h"

#include <math.h>

enum { OUTLINE_MAX = 256, OUTLINE_SHORT_MM = 2500 /* two turns so close together are one */ };

/* A corner of the simplified line: a bend, or a door whatever the bend. */
typedef struct Corner {
    Spot at;        /* of a door: in the wall */
    Spot near, far; /* of a door: a step before it and behind it; of a bend the same as `at` */
    double along_mm, near_mm, far_mm;
    int point; /* of the path */
    int door;  /* edge; PLAN_NONE */
    bool forward;
    int level;
} Corner;

typedef struct Outline {
    const Plan *plan;
    const Route *route;
    const Path *path;
    int space;          /* where the path leads */
    int left;           /* the place where it starts; PLAN_NONE at a kiosk */
    int left_connector; /* the lift or stairs one came out of on this floor; PLAN_NONE */
    Corner corner[OUTLINE_MAX];
    int corners;
    double turned_mm; /* where the last turn was told: what lies before it says nothing about where
                         one comes from */
} Outline;

static inline Spot outline_spot(PlanPoint p) {
    return (Spot){p.x, p.y};
}

static inline double outline_apart(Spot a, Spot b) {
    return hypot(b.x - a.x, b.y - a.y);
}

void outline_floor(Outline *o, int first, int last); /* points [first, last] of one floor */

/* Bearings in degrees, over the few metres in which one feels a direction. */
double outline_in(const Outline *o, const Corner *c); /* which way one comes to the corner */
double outline_out(const Outline *o, int i,
                   int *to); /* and goes on from it, to corner `to` (may be NULL) */
double outline_through(const Outline *o, int i); /* through the door at corner i */
double outline_turn(const Outline *o, int i, double in_deg,
                    int *to);                    /* how far one turns there, right is positive */
double outline_stretch(const Outline *o, int i); /* millimetres to the next door or sharp turn */

int outline_near_side(const Outline *o,
                      const Corner *c); /* the space before the door of the corner, and beyond it */
int outline_far_side(const Outline *o, const Corner *c);
const PlanEdge *outline_edge(const Outline *o,
                             int point); /* that leads to a point of the path; NULL at its start */
