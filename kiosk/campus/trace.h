/* The line that a route draws across the floors, point by point. Knows no words and no pixels. */
#pragma once

#include "base/arena.h"
#include "campus/route.h"

typedef struct TracePoint {
    PlanPoint at;
    int level;
    double along_mm; /* from the start, climbing included */
    int leg;         /* of the route, that leads here; PLAN_NONE at the start */
} TracePoint;

typedef struct Trace {
    TracePoint *point;
    int count;
    double length_mm;
} Trace;

/* `from` is the node where the route begins. Lives in the arena; empty for a route that was not found. */
Trace trace_of(const Plan *plan, const Route *route, int from, Arena *arena);

/* Where one is after so many millimetres; within the line. The level is the one being left while changing floors. */
TracePoint trace_at(const Trace *trace, double along_mm);

/* The first point on another floor than the one reached after `along_mm`, or NULL. */
const TracePoint *trace_next_floor(const Trace *trace, double along_mm);
