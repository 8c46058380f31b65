/* Where one can get to from somewhere, how long it takes, and past how many bars: Dijkstra over the whole plan, for the builder
   and its reports. The kiosk itself asks campus/route. */
#pragma once

#include "base/arena.h"
#include "campus/plan.h"

/* What leaves a node, so that edges need not be searched. */
typedef struct Ways {
    const Plan *plan;
    int *first; /* of each node, and one more: where its edges begin in `edge` */
    int *edge;  /* index of the edge; below zero, ~index, when it is walked from b to a */
} Ways;

typedef struct Reach {
    int64_t *ms; /* of each node; -1 when it is not reached */
    int *mm;
    int *bars;   /* how many edges on the way may not be passed */
    int *last;   /* the edge by which it is reached, as in Ways.edge */
    int *from;   /* and the node before; PLAN_NONE at the start */
} Reach;

Ways ways_of(const Plan *plan, Arena *arena);

/* From any of the nodes. With `past_bars`, what may not be passed is passed all the same, but as seldom as possible. */
Reach reach_from(const Ways *ways, Arena *arena, const int *start, int count, PlanTraveller who, Millis when, bool past_bars);
