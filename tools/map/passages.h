/* Where one gets from one space into another on the same floor: two nodes, a step inside on either side, and an edge between
   them; and the gap that it leaves in a wall. */
#pragma once

#include "map/draft.h"

enum {
    PASSAGE_SIDES_MAX = 8,
    PASSAGE_DOOR_MS = 2000 /* opening a door by hand; one that is taken for granted, too */
};

typedef struct Passage {
    const OsmObject *object; /* NULL for an open border */
    PlanPoint at;
    int level, width_mm, fixed_ms, flags;
} Passage;

/* Where the walls are left open when they are drawn. */
typedef struct Gap {
    int level, width_mm;
    PlanPoint at;
} Gap;

typedef struct Gaps {
    Gap *gap;
    int count;
} Gaps;

/* Joins every two of the spaces, PASSAGE_SIDES_MAX at most; PLAN_NONE among them is the open air. */
void passage_add(Draft *draft, Gaps *gaps, const Passage *passage, const int *space, int count);

/* Only the gap; a width of 0 is drawn as that of a usual door. */
void passage_gap(const Draft *draft, Gaps *gaps, int level, int width_mm, PlanPoint at);

/* The stroke of a space's outlines that is nearest to a point. */
typedef struct PassageWall {
    PlanPoint at, a, b;
    double distance;
} PassageWall;
PassageWall passage_wall(const Draft *draft, int space, PlanPoint at);
