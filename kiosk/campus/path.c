#include "campus/path.h"

#include <math.h>

static void add(Path *t, PathPoint point, double climbed_mm) {
    double step = climbed_mm;
    if (t->count) {
        const PathPoint *last = &t->point[t->count - 1];
        step += hypot((double)point.at.x - last->at.x, (double)point.at.y - last->at.y);
    }
    t->length_mm += t->count ? step : 0;
    point.along_mm = t->length_mm;
    t->point[t->count++] = point;
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
    for (int i = 0; i < edge->point_count; i++) {
        int at = edge->first_point + (forward ? i : edge->point_count - 1 - i);
        add(t, (PathPoint){.at = plan->point[at], .level = plan->node[edge->a].level, .leg = leg, .edge = index}, 0);
    }
    const PlanNode *end = &plan->node[forward ? edge->b : edge->a];
    bool climbs = end->level != t->point[t->count - 1].level;
    add(t, (PathPoint){.at = end->at, .level = end->level, .leg = leg, .edge = index}, climbs ? fabs((double)edge->up_mm) : 0);
}

Path path_of(const Plan *plan, const Route *route, int from, Arena *arena) {
    Path t = {0};
    if (!route->found)
        return t;
    t.point = arena_array(arena, PathPoint, points_needed(plan, route));
    add(&t, (PathPoint){.at = plan->node[from].at, .level = plan->node[from].level, .leg = PLAN_NONE, .edge = PLAN_NONE}, 0);
    for (int i = 0; i < route->leg_count; i++)
        add_leg(&t, plan, route, i);
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

const PathPoint *path_next_floor(const Path *t, double along_mm) {
    int level = path_at(t, along_mm).level;
    for (int i = 0; i < t->count; i++)
        if (t->point[i].along_mm > along_mm && t->point[i].level != level)
            return &t->point[i];
    return NULL;
}
