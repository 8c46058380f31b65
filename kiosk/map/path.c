#include "map/path.h"

#include "map/path_parts.h"

#include <math.h>
#include <stdlib.h>

static void add(Path *t, PathPoint point) {
    t->point[t->count++] = point;
}

static void measure(Path *t) {
    t->length_mm = 0;
    for (int i = 0; i < t->count; i++) {
        PathPoint *p = &t->point[i], *last = p - 1;
        if (i)
            t->length_mm +=
                p->climb_mm + hypot((double)p->at.x - last->at.x, (double)p->at.y - last->at.y);
        p->along_mm = t->length_mm;
    }
}

static int points_needed(const Plan *plan, const Route *route) {
    int count = 1;
    for (int i = 0; i < route->leg_count; i++)
        count += plan->edge[route->leg[i].edge].point_count + 1;
    return count;
}

static void add_leg(Path *t, const Plan *plan, const Route *route, int leg) {
    int index = route->leg[leg].edge;
    bool forward = route->leg[leg].forward;
    const PlanEdge *edge = &plan->edge[index];
    int bends = edge->flags & EDGE_BORDER ? 0 : edge->point_count;
    for (int i = 0; i < bends; i++) {
        int at = edge->first_point + (forward ? i : bends - 1 - i);
        add(t, (PathPoint){.at = plan->point[at],
                           .level = plan->node[edge->a].level,
                           .leg = leg,
                           .edge = index});
    }
    const PlanNode *end = &plan->node[forward ? edge->b : edge->a];
    bool climbs = end->level != t->point[t->count - 1].level;
    add(t, (PathPoint){.at = end->at,
                       .level = end->level,
                       .leg = leg,
                       .edge = index,
                       .climb_mm = climbs ? abs(edge->up_mm) : 0});
}

Path path_of(const Plan *plan, const Route *route, int from, Arena *arena) {
    Path t = {0};
    if (!route->found)
        return t;
    t.point = arena_array(arena, PathPoint, points_needed(plan, route));
    add(&t, (PathPoint){.at = plan->node[from].at,
                        .level = plan->node[from].level,
                        .leg = PLAN_NONE,
                        .edge = PLAN_NONE});
    for (int i = 0; i < route->leg_count; i++)
        add_leg(&t, plan, route, i);
    straighten(plan, &t);
    measure(&t);
    return t;
}

PathPoint path_at(const Path *t, double along_mm) {
    int i = 1;
    while (i < t->count - 1 && t->point[i].along_mm < along_mm)
        i++;
    if (t->count < 2 || along_mm <= 0)
        return t->point[0];
    PathPoint a = t->point[i - 1], b = t->point[i];
    if (along_mm >= b.along_mm)
        return b;
    double share = (along_mm - a.along_mm) / (b.along_mm - a.along_mm);
    a.at.x += (int32_t)lround((double)(b.at.x - a.at.x) * share);
    a.at.y += (int32_t)lround((double)(b.at.y - a.at.y) * share);
    a.along_mm = along_mm;
    return a;
}
