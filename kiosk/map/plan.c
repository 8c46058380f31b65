/* What may be passed at a given time, and how long it takes: the one answer for route, words and
   audit. */
#include "map/plan.h"

#include <stdlib.h>

#define WALK_MM_S 1200
#define WALK_STEP_FREE_MM_S 800
#define STAIRS_UP_MM_S 600
#define STAIRS_DOWN_MM_S 700
#define ESCALATOR_MM_S 600
#define RAMP_SLOWS_PM 200 /* a climb of so many per mille doubles the time */

/* ---- the calendar ---------------------------------------------------------------------------- */

static PlanObstacle closed(const Plan *plan, PlanTarget target, int index, Millis when) {
    for (int i = 0; i < plan->closure_count; i++) {
        const PlanClosure *c = &plan->closure[i];
        if (c->target == target && c->index == index && when >= c->from && when < c->to)
            return (PlanObstacle){BAR_CLOSED, i};
    }
    return (PlanObstacle){BAR_NONE, PLAN_NONE};
}

static PlanObstacle zone_shut(const Plan *plan, int zone, Millis when) {
    if (zone == PLAN_NONE)
        return (PlanObstacle){BAR_NONE, PLAN_NONE};
    if (when < plan->zone[zone].opens || when >= plan->zone[zone].closes)
        return (PlanObstacle){BAR_ZONE, zone};
    return closed(plan, TARGET_OF_ZONE, zone, when);
}

PlanObstacle plan_space_shut(const Plan *plan, int space, Millis when) {
    if (space == PLAN_NONE)
        return (PlanObstacle){BAR_NONE, PLAN_NONE};
    PlanObstacle shut = zone_shut(plan, plan->space[space].zone, when);
    return shut.bar ? shut : closed(plan, TARGET_OF_SPACE, space, when);
}

bool plan_space_is_over(const Plan *plan, int space, Millis when) {
    int zone = plan->space[space].zone;
    return zone != PLAN_NONE && when >= plan->zone[zone].closes;
}

static PlanObstacle edge_shut(const Plan *plan, int index, Millis when) {
    const PlanEdge *edge = &plan->edge[index];
    PlanObstacle shut = closed(plan, TARGET_OF_EDGE, index, when);
    if (!shut.bar && edge->connector != PLAN_NONE)
        shut = closed(plan, TARGET_OF_CONNECTOR, edge->connector, when);
    int spaces[3] = {edge->space, plan->node[edge->a].space, plan->node[edge->b].space};
    for (int i = 0; i < 3 && !shut.bar; i++)
        shut = plan_space_shut(plan, spaces[i], when);
    return shut;
}

/* ---- steps, widths, inclines ----------------------------------------------------------------- */

static bool is_steep(const PlanEdge *edge) {
    int incline = abs(edge->incline_pm);
    return incline > PLAN_INCLINE_SHORT_PM ||
           (incline > PLAN_INCLINE_MAX_PM && edge->length_mm > PLAN_SHORT_MM);
}

static ObstacleKind step_free_bar(const PlanEdge *edge) {
    if (edge->kind == EDGE_STAIRS)
        return BAR_STEPS;
    if (edge->kind == EDGE_ESCALATOR)
        return BAR_ESCALATOR;
    if (edge->width_mm && edge->width_mm < PLAN_WIDTH_MIN_MM)
        return BAR_NARROW;
    if (is_steep(edge))
        return BAR_STEEP;
    return edge->flags & EDGE_NO_WHEELCHAIR ? BAR_WHEELCHAIR : BAR_NONE;
}

static bool is_private(const Plan *plan, int space) {
    return space != PLAN_NONE && plan->space[space].access == ACCESS_PRIVATE;
}

static ObstacleKind bar_of(const Plan *plan, const PlanEdge *edge, bool forward,
                           PlanTraveller who) {
    if (edge->flags & EDGE_WALL)
        return BAR_WALL;
    if (edge->flags & EDGE_ONEWAY && !forward)
        return BAR_ONEWAY;
    if (edge->flags & EDGE_ESCAPE)
        return BAR_ESCAPE;
    if (is_private(plan, edge->space) || is_private(plan, plan->node[edge->a].space) ||
        is_private(plan, plan->node[edge->b].space))
        return BAR_PRIVATE;
    return who.step_free ? step_free_bar(edge) : BAR_NONE;
}

PlanObstacle plan_edge_passable(const Plan *plan, int edge, bool forward, PlanTraveller who,
                                Millis when) {
    ObstacleKind bar = bar_of(plan, &plan->edge[edge], forward, who);
    return bar ? (PlanObstacle){bar, PLAN_NONE} : edge_shut(plan, edge, when);
}

/* ---- time ------------------------------------------------------------------------------------ */

static int speed_mm_s(const PlanEdge *edge, bool forward, PlanTraveller who) {
    bool up = edge->up_mm == 0 || (edge->up_mm > 0) == forward;
    switch (edge->kind) {
    case EDGE_STAIRS:
        return up ? STAIRS_UP_MM_S : STAIRS_DOWN_MM_S;
    case EDGE_ESCALATOR:
        return ESCALATOR_MM_S;
    default:
        return who.step_free ? WALK_STEP_FREE_MM_S : WALK_MM_S;
    }
}

int plan_edge_ms(const Plan *plan, int index, bool forward, PlanTraveller who) {
    const PlanEdge *edge = &plan->edge[index];
    int64_t ms = (int64_t)edge->length_mm * 1000 / speed_mm_s(edge, forward, who);
    int climb = forward ? edge->incline_pm : -edge->incline_pm;
    if (edge->kind == EDGE_RAMP && climb > 0)
        ms += ms * climb / RAMP_SLOWS_PM;
    ms += edge->fixed_ms;
    return ms < INT32_MAX ? (int)ms : INT32_MAX;
}

/* ---- looking up ------------------------------------------------------------------------------ */

int plan_find_space(const Plan *plan, Slice id) {
    for (int i = 0; i < plan->space_count; i++)
        if (slice_equal(plan->space[i].id, id))
            return i;
    return PLAN_NONE;
}

int plan_find_kiosk(const Plan *plan, Slice id) {
    for (int i = 0; i < plan->kiosk_count; i++)
        if (slice_equal(plan->kiosk[i].id, id))
            return i;
    return PLAN_NONE;
}

const char *plan_kind_tag(SpaceKind kind) {
    static const char *const TAGS[SPACE_KIND_COUNT] = {
#define SPACE(name, tag, ...) tag,
#include "map/kinds.def"
#undef SPACE
    };
    return TAGS[kind];
}
