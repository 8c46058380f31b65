#include "map/directions_parts.h"

#include <math.h>
#include <stddef.h>

#define LANDMARK_MM 7000 /* how far a landmark may be from what it marks */
#define BESIDE_MM 2000   /* before or after it: further than that along the way */
#define DOORS_COUNTED 3
#define WALL_MM 4000 /* a door farther to the side belongs to another wall */

bool landmarks_has_leaf(const PlanEdge *edge) {
    return edge->kind == EDGE_DOOR && !(edge->flags & (EDGE_OPENING | EDGE_ASSUMED));
}

bool landmarks_is_shaft(const Plan *plan, int space) {
    return space != PLAN_NONE && plan->space[space].connector != PLAN_NONE;
}

/* Where a door of `space` lies, seen from `from` looking towards `to`: how far along, and on which
   side. */
typedef struct Sight {
    double along, right;
} Sight;

static Sight sight(Spot from, double toward, Spot at) {
    double bearing = camera_bearing_deg(from, at) - toward, away = outline_apart(from, at),
           radian = bearing * acos(-1) / 180;
    return (Sight){away * cos(radian), away * sin(radian)};
}

static bool is_alike(const Plan *plan, int space, const PlanSpace *other) {
    return space != PLAN_NONE && plan->space[space].kind == other->kind &&
           plan->space[space].level == other->level;
}

int landmarks_count_doors(const Outline *o, const Corner *from, double toward, const Corner *door,
                          bool right) {
    const Plan *plan = o->plan;
    const PlanSpace *walked =
        &plan->space[outline_near_side(o, door)]; /* a corridor may be drawn in several pieces */
    int nth = 1, others = 0;
    double reached = sight(from->at, toward, door->at).along;
    for (int e = 0; e < plan->edge_count; e++) {
        const PlanEdge *edge = &plan->edge[e];
        if (edge->kind != EDGE_DOOR || edge->flags & EDGE_BORDER || e == door->door ||
            landmarks_has_leaf(edge) != landmarks_has_leaf(&plan->edge[door->door]))
            continue;
        bool here = is_alike(plan, plan->node[edge->a].space, walked),
             there = is_alike(plan, plan->node[edge->b].space, walked);
        if (here == there || landmarks_is_shaft(plan, plan->node[here ? edge->b : edge->a].space))
            continue;
        Sight s = sight(from->at, toward, outline_spot(plan->node[edge->a].at));
        bool same_side = (s.right > 0) == right && fabs(s.right) > 300 && fabs(s.right) < WALL_MM &&
                         s.along > 500;
        nth += same_side && s.along < reached - 300;
        others += same_side;
    }
    return !others || nth > DOORS_COUNTED ? 0 : nth;
}

/* The space in which one stands at the corner: a room is no landmark to somebody inside it. */
static int space_at(const Outline *o, Spot at) {
    for (int i = 0; i < o->corners; i++)
        if (outline_apart(o->corner[i].at, at) < 1 && o->corner[i].door != PLAN_NONE)
            return outline_near_side(o, &o->corner[i]);
        else if (outline_apart(o->corner[i].at, at) < 1 && outline_edge(o, o->corner[i].point))
            return outline_edge(o, o->corner[i].point)->space;
    return PLAN_NONE;
}

/* Kinds of places that everybody recognises by their door alone, the more telling first; 0: not at
   all (IJGI 6(6), 183, 2017: categories do as well as salience rated place by place). */
static const int KIND_SALIENCE[SPACE_KIND_COUNT] = {
    [SPACE_RECEPTION] = 2, [SPACE_LIFT] = 2,      [SPACE_STAIRS] = 2,  [SPACE_ESCALATOR] = 2,
    [SPACE_CAFETERIA] = 3, [SPACE_LIBRARY] = 3,   [SPACE_TOILETS] = 4, [SPACE_AUDITORIUM] = 3,
    [SPACE_FABLAB] = 3,    [SPACE_DESIGNLAB] = 3,
};

/* What is compared while looking for the landmark of one decision. */
typedef struct Marking {
    Decision *decision;
    Spot from, at;
    double toward, walked;
    int rank; /* of the best so far: the lower the better */
} Marking;

static void offer_landmark(Marking *m, Spot there, int salience, const PlanName *name) {
    double past =
        m->walked - sight(m->from, m->toward, there).along; /* above 0: one has gone by it */
    int rank = salience * 10 + (past < -BESIDE_MM ? 5 : 0);
    if (rank >= m->rank || past > m->walked || outline_apart(m->at, there) > LANDMARK_MM ||
        !name->the.in[LANG_FIRST].len)
        return;
    m->rank = rank;
    m->decision->landmark = name;
    m->decision->relation = past > BESIDE_MM    ? RELATION_AFTER
                            : past < -BESIDE_MM ? RELATION_BEFORE
                                                : RELATION_AT;
}

static const PlanName *name_of(const Plan *plan, const PlanSpace *space) {
    return space->connector == PLAN_NONE ? &space->name : &plan->connector[space->connector].name;
}

/* The doors of telling kinds of places, save the one that is taken and the shaft one has
   just left. */
static void offer_doors(const Outline *o, Marking *m, int inside) {
    const Plan *plan = o->plan;
    for (int e = 0; e < plan->edge_count; e++) {
        const PlanEdge *edge = &plan->edge[e];
        for (int side = 0; side < 2 && edge->kind == EDGE_DOOR && !(edge->flags & EDGE_BORDER);
             side++) {
            const PlanNode *node = &plan->node[side ? edge->b : edge->a];
            if (node->space == PLAN_NONE || node->level != m->decision->level ||
                node->space == inside || node->space == o->space || node->space == o->left ||
                e == m->decision->edge || !KIND_SALIENCE[plan->space[node->space].kind])
                continue;
            if (plan->space[node->space].connector != PLAN_NONE &&
                plan->space[node->space].connector == o->left_connector)
                continue;
            offer_landmark(m, outline_spot(node->at), KIND_SALIENCE[plan->space[node->space].kind],
                           name_of(plan, &plan->space[node->space]));
        }
    }
}

void landmarks_mark(const Outline *o, Decision *d, Spot from, Spot at) {
    Marking m = {d, from, at, camera_bearing_deg(from, at), outline_apart(from, at), INT32_MAX};
    int inside = space_at(o, at);
    for (int i = 0; i < o->plan->landmark_count; i++) {
        const PlanLandmark *mark = &o->plan->landmark[i];
        bool here = mark->space != PLAN_NONE &&
                    (mark->space == inside || mark->space == o->space || mark->space == o->left);
        if (mark->level == d->level && !here)
            offer_landmark(&m, outline_spot(mark->at), mark->salience, &mark->name);
    }
    offer_doors(o, &m, inside);
}
