/* The line that a route draws across the floors, point by point. Knows no words and no pixels. */
#pragma once

#include "base/arena.h"
#include "map/route.h"

typedef struct PathPoint {
    PlanPoint at;
    int level;
    double along_mm; /* from the start, climbing included */
    double climb_mm; /* on the way here from the point before */
    int leg, edge;   /* of the route and of the plan, that lead here; PLAN_NONE at the start */
} PathPoint;

typedef struct Path {
    PathPoint *point;
    int count;
    double length_mm;
} Path;

/* `from` is the node where the route begins. Lives in the arena; empty for a route that was not
   found. */
Path path_of(const Plan *plan, const Route *route, int from, Arena *arena);

/* Where one is after so many millimetres; within the line. The level is the one being left while
   changing floors. */
PathPoint path_at(const Path *path, double along_mm);
