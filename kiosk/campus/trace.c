#include "campus/trace.h"

#include <math.h>

static void add(Trace *t, PlanPoint at, int level, int leg, double climbed_mm) {
    double step = climbed_mm;
    if (t->count) {
        const TracePoint *last = &t->point[t->count - 1];
        step += hypot((double)at.x - last->at.x, (double)at.y - last->at.y);
    }
    t->length_mm += t->count ? step : 0;
    t->point[t->count++] = (TracePoint){at, level, t->length_mm, leg};
}

static int points_needed(const Plan *plan, const Route *route) {
    int count = 1;
    for (int i = 0; i < route->leg_count; i++)
        count += plan->edge[route->leg[i].edge].point_count + 1;
    return count;
}

static void add_bends(Trace *t, const Plan *plan, const PlanEdge *edge, int leg, bool forward) {
    for (int i = 0; i < edge->point_count; i++) {
        int at = edge->first_point + (forward ? i : edge->point_count - 1 - i);
        add(t, plan->point[at], plan->node[edge->a].level, leg, 0);
    }
}

Trace trace_of(const Plan *plan, const Route *route, int from, Arena *arena) {
    Trace t = {0};
    if (!route->found)
        return t;
    t.point = arena_array(arena, TracePoint, points_needed(plan, route));
    add(&t, plan->node[from].at, plan->node[from].level, PLAN_NONE, 0);
    for (int i = 0; i < route->leg_count; i++) {
        const PlanEdge *edge = &plan->edge[route->leg[i].edge];
        bool forward = route->leg[i].forward;
        add_bends(&t, plan, edge, i, forward);
        const PlanNode *end = &plan->node[forward ? edge->b : edge->a];
        bool climbs = end->level != t.point[t.count - 1].level;
        add(&t, end->at, end->level, i, climbs ? fabs((double)edge->up_mm) : 0);
    }
    return t;
}

TracePoint trace_at(const Trace *t, double along_mm) {
    int i = 1;
    while (i < t->count - 1 && t->point[i].along_mm < along_mm)
        i++;
    if (t->count < 2 || along_mm <= 0)
        return t->point[0];
    TracePoint a = t->point[i - 1], b = t->point[i];
    if (along_mm >= b.along_mm)
        return b;
    double share = (along_mm - a.along_mm) / (b.along_mm - a.along_mm);
    a.at.x += (int32_t)lround((double)(b.at.x - a.at.x) * share);
    a.at.y += (int32_t)lround((double)(b.at.y - a.at.y) * share);
    a.along_mm = along_mm;
    return a;
}

const TracePoint *trace_next_floor(const Trace *t, double along_mm) {
    int level = trace_at(t, along_mm).level;
    for (int i = 0; i < t->count; i++)
        if (t->point[i].along_mm > along_mm && t->point[i].level != level)
            return &t->point[i];
    return NULL;
}
