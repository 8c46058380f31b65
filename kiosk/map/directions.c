#include "map/directions.h"

#include "map/directions_parts.h"
#include "map/outline.h"

#include <math.h>

#define SIGNIFICANT_MM                                                                             \
    4000 /* a turn behind a door is worth a word when it is followed that long… */
#define SLIGHT_MM                                                                                  \
    6000 /* …a slight one, when it is followed that long and nothing was said for as long */
/* a door this far off the line lies at the side; a turn that sharp is always told */
#define SHARP_DEG 45

TurnClass turn_of(double deg) {
    double size = fabs(deg);
    if (size <= 20)
        return TURN_STRAIGHT;
    if (size >= 150)
        return TURN_BACK;
    if (size <= 75)
        return deg < 0 ? TURN_SLIGHT_LEFT : TURN_SLIGHT_RIGHT;
    return deg < 0 ? TURN_LEFT : TURN_RIGHT;
}

typedef struct Teller {
    Outline o; /* of the floor being told */
    int kiosk;
    Decision *decision;
    int count;
    int told;     /* corners before this one are part of what was told last */
    int straight; /* the edge of the last door gone through straight on; PLAN_NONE */
} Teller;

/* ---- decisions ------------------------------------------------------------------------------- */

static Decision *decide(Teller *t, DecisionKind kind, double deg, const Corner *at) {
    Decision *d = &t->decision[t->count++];
    *d = (Decision){.kind = kind,
                    .deg = camera_angle_deg(deg),
                    .turn = turn_of(camera_angle_deg(deg)),
                    .along_mm = at->along_mm,
                    .level = at->level,
                    .to_level = at->level,
                    .edge = PLAN_NONE,
                    .into = PLAN_NONE};
    t->straight = PLAN_NONE;
    return d;
}

static Decision *last(Teller *t) {
    return &t->decision[t->count - 1];
}

/* Where the stretch now walked began: the last decision's spot. */
static Corner walked_from(const Teller *t) {
    Corner from = t->o.corner[0];
    for (int i = 1; i < t->o.corners && t->o.corner[i].along_mm <= t->o.turned_mm + 1; i++)
        from = t->o.corner[i];
    return from;
}

/* Where something lies that one walks up to: ahead, behind, or at a side. */
static TurnClass side_of(double deg) {
    if (fabs(deg) <= SHARP_DEG)
        return TURN_STRAIGHT;
    if (fabs(deg) >= 150)
        return TURN_BACK;
    return deg < 0 ? TURN_LEFT : TURN_RIGHT;
}

static void decide_door(Teller *t, const Corner *c, double deg) {
    bool shaft = landmarks_is_shaft(t->o.plan, outline_far_side(&t->o, c));
    if (!shaft && fabs(deg) <= SHARP_DEG) {
        last(t)->passes += landmarks_has_leaf(&t->o.plan->edge[c->door]);
        t->straight = c->door;
        return;
    }
    Corner from = walked_from(t);
    Decision *d = decide(t, DECIDE_DOOR, deg, c);
    d->turn = side_of(d->deg);
    d->edge = c->door;
    d->into = outline_far_side(&t->o, c) == outline_near_side(&t->o, c)
                  ? PLAN_NONE
                  : outline_far_side(&t->o, c);
    d->nth = shaft ? 0
                   : landmarks_count_doors(&t->o, &from, camera_bearing_deg(from.at, c->at), c,
                                           d->deg > 0);
    landmarks_mark(&t->o, d, from.at, c->at);
    t->o.turned_mm = c->along_mm;
}

static bool is_worth_telling(const Teller *t, const Corner *c, double deg, double on) {
    bool fresh = c->along_mm - t->o.turned_mm >= SLIGHT_MM;
    if (fabs(deg) > SHARP_DEG)
        return on >= OUTLINE_SHORT_MM;
    return fabs(deg) > 20 && on >= SLIGHT_MM && fresh;
}

static bool is_before_door(const Teller *t, int i) {
    const Corner *c = &t->o.corner[i], *next = i + 1 < t->o.corners ? &t->o.corner[i + 1] : NULL;
    return next && next->door != PLAN_NONE && next->near_mm - c->along_mm <= OUTLINE_SHORT_MM;
}

/* Right before a door: then the door's side says it, measured from before the bend; unless both
   together lead back, around the end of a wall. */
static bool belongs_to_door(const Teller *t, int i) {
    if (!is_before_door(t, i))
        return false;
    double in = outline_in(&t->o, &t->o.corner[i]);
    return fabs(camera_angle_deg(outline_through(&t->o, i + 1) - in)) < 150;
}

/* A line slants across a corridor: what looks slight on it is a turn to who walks. */
static TurnClass sharp_turn(double deg) {
    return fabs(deg) <= SHARP_DEG ? turn_of(deg) : side_of(deg);
}

static void decide_bend(Teller *t, int i) {
    const Corner *c = &t->o.corner[i];
    int to = i + 1;
    double deg = outline_turn(&t->o, i, outline_in(&t->o, c), &to), on = outline_stretch(&t->o, i);
    bool around = fabs(deg) > SHARP_DEG && is_before_door(t, i);
    if (!around && !is_worth_telling(t, c, deg, on))
        return;
    Corner from = walked_from(t);
    Decision *d = decide(t, DECIDE_TURN, deg, c);
    d->turn = around ? sharp_turn(deg) : d->turn;
    landmarks_mark(&t->o, d, from.at, c->at);
    t->o.turned_mm = t->o.corner[to - 1].along_mm;
    t->told = to;
}

/* Right behind a door; a door just taken at the side has been told already. */
static void decide_behind(Teller *t, const Corner *c, double deg, int to) {
    Corner from = walked_from(t);
    bool straight = t->straight == c->door;
    Decision *d = decide(t, DECIDE_TURN, deg, c);
    if (straight && landmarks_has_leaf(&t->o.plan->edge[c->door]))
        d[-1].passes--;
    d->edge = straight ? c->door : PLAN_NONE;
    d->turn = straight ? turn_of(deg) : sharp_turn(deg);
    if (d->edge == PLAN_NONE)
        landmarks_mark(&t->o, d, from.at, c->at);
    t->o.turned_mm = to ? t->o.corner[to - 1].far_mm : c->far_mm;
    t->told = to;
}

/* Through a door, and perhaps a turn behind it: not in the place one goes to, nor on stairs. */
static void tell_door(Teller *t, int i, double in) {
    const Corner *c = &t->o.corner[i];
    double through = outline_through(&t->o, i);
    int to = i + 1;
    int near = outline_near_side(&t->o, c);
    if (landmarks_is_shaft(t->o.plan, near) && near != t->o.left)
        return; /* coming out of a lift is told as such */
    decide_door(t, c, camera_angle_deg(through - in));
    if (outline_far_side(&t->o, c) == t->o.space ||
        landmarks_is_shaft(t->o.plan, outline_far_side(&t->o, c)))
        return;
    /* What a door gone through straight on leaves untold is part of the turn behind it. */
    double deg = outline_turn(&t->o, i, t->straight == c->door ? in : through, &to);
    if (fabs(deg) > SHARP_DEG && outline_stretch(&t->o, i) > SIGNIFICANT_MM)
        decide_behind(t, c, deg, to);
}

/* ---- steps and ramps ------------------------------------------------------------------------- */

static bool climbs(const PlanEdge *edge) {
    return edge->kind == EDGE_STAIRS || edge->kind == EDGE_LIFT || edge->kind == EDGE_ESCALATOR;
}

static Decision *climb_at(Teller *t, int point) {
    const PathPoint *before = &t->o.path->point[point - 1];
    Corner here = {.at = outline_spot(before->at),
                   .along_mm = before->along_mm,
                   .level = before->level,
                   .door = PLAN_NONE};
    return decide(t, DECIDE_CLIMB, 0, &here);
}

static bool goes_up(const Teller *t, int point) {
    const RouteLeg *leg = &t->o.route->leg[t->o.path->point[point].leg];
    return (t->o.plan->edge[leg->edge].up_mm > 0) == leg->forward;
}

/* A ramp, or a few steps, on one floor. */
static void decide_ramp(Teller *t, int point) {
    Decision *d = climb_at(t, point);
    d->edge = t->o.route->leg[t->o.path->point[point].leg].edge;
    d->up = goes_up(t, point);
}

static bool is_ramp(const Outline *o, int point) {
    const PlanEdge *edge = outline_edge(o, point), *before = outline_edge(o, point - 1);
    if (!edge || (edge->kind != EDGE_RAMP && !climbs(edge)))
        return false;
    if (o->plan->node[edge->a].level != o->plan->node[edge->b].level)
        return false; /* told where the floor is left */
    return !before || before->kind != edge->kind || before->connector != edge->connector;
}

/* Those that begin before a place on the path, from one of its points on; answers the next to look
   at. */
static int tell_ramps(Teller *t, int point, int last_point, double before_mm) {
    for (; point <= last_point && t->o.path->point[point - 1].along_mm < before_mm; point++)
        if (is_ramp(&t->o, point))
            decide_ramp(t, point);
    return point;
}

/* Everything between entering a floor and leaving it. */
static void tell_floor(Teller *t, int first, int last_point) {
    double in = 0;
    int bent = PLAN_NONE,
        point = first +
                1; /* the bend that belongs to the next door; points whose ramps have been told */
    for (int i = 1; i < t->o.corners; i++) {
        const Corner *c = &t->o.corner[i];
        point = tell_ramps(t, point, last_point, c->near_mm);
        if (c->door != PLAN_NONE) {
            tell_door(t, i, bent == i - 1 ? in : outline_in(&t->o, c));
        } else if (i + 1 < t->o.corners && i >= t->told) {
            bent = belongs_to_door(t, i) ? i : PLAN_NONE;
            in = bent == i ? outline_in(&t->o, c) : 0;
            if (bent != i)
                decide_bend(t, i);
        }
    }
    tell_ramps(t, point, last_point, INFINITY);
}

/* ---- floors ---------------------------------------------------------------------------------- */

/* Steps that are drawn lead somewhere; in a shaft one goes up where one stands. */
static void turn_to_climb(Teller *t, Decision *d, int point) {
    const PathPoint *p = &t->o.path->point[point];
    Spot from = outline_spot(p[-1].at), to = outline_spot(p->at);
    if (outline_apart(from, to) < 300)
        return;
    double in = outline_in(&t->o, &t->o.corner[t->o.corners - 1]);
    d->deg = camera_angle_deg(camera_bearing_deg(from, to) - in);
    d->turn = side_of(d->deg);
}

static void decide_climb(Teller *t, int point) {
    const PathPoint *p = &t->o.path->point[point], *before = &t->o.path->point[point - 1];
    const PlanEdge *edge = outline_edge(&t->o, point);
    bool up = goes_up(t, point);
    Decision *previous = t->count ? last(t) : NULL;
    if (previous && previous->kind == DECIDE_CLIMB && previous->up == up &&
        t->o.plan->edge[previous->edge].connector == edge->connector &&
        previous->to_level == before->level) {
        previous->to_level = p->level; /* the next flight of the same stairs */
        return;
    }
    bool door =
        previous && previous->kind == DECIDE_DOOR && landmarks_is_shaft(t->o.plan, previous->into);
    Decision *d = door ? previous : climb_at(t, point);
    d->kind = DECIDE_CLIMB;
    if (!door)
        turn_to_climb(t, d, point);
    d->edge = t->o.route->leg[p->leg].edge;
    d->to_level = p->level;
    d->up = up;
    d->nth = 0;
}

/* The heading of somebody who comes out of the shaft, and whether one comes out here at all. */
static bool heading_leaving(const Teller *t, double *in, int *at) {
    for (int i = 1; i < t->o.corners; i++)
        if (t->o.corner[i].door != PLAN_NONE &&
            landmarks_is_shaft(t->o.plan, outline_near_side(&t->o, &t->o.corner[i]))) {
            *in = outline_through(&t->o, i);
            *at = i;
            return !landmarks_is_shaft(t->o.plan, outline_far_side(&t->o, &t->o.corner[i]));
        }
    return false;
}

static void decide_leaving(Teller *t) {
    double in = 0;
    int at = 0;
    if (!heading_leaving(t, &in, &at) || at + 1 >= t->o.corners)
        return;
    int to = at + 1;
    Decision *d = decide(t, DECIDE_LEAVE, outline_turn(&t->o, at, in, &to), &t->o.corner[at]);
    d->edge = t->decision[t->count - 2].edge;
    d->turn = sharp_turn(d->deg);
    t->told = to;
    t->o.turned_mm = t->o.corner[to - 1].far_mm;
}

/* The place whose node the way starts from, such as a way in; else the space around it. */
static int left_place(const Plan *plan, const Route *route, int kiosk) {
    const PlanEdge *edge = &plan->edge[route->leg[0].edge];
    int from = route->leg[0].forward ? edge->a : edge->b;
    for (int i = 0; i < plan->space_count && kiosk == PLAN_NONE; i++)
        if (plan->space[i].place && plan->space[i].node == from)
            return i;
    return kiosk == PLAN_NONE ? plan->node[from].space : PLAN_NONE;
}

/* Without a kiosk, the place that is left says where one starts. */
static void decide_start(Teller *t) {
    double normal = t->kiosk == PLAN_NONE ? 0 : t->o.plan->kiosk[t->kiosk].bearing_cdeg / 100.0;
    Decision *d =
        decide(t, DECIDE_START, camera_angle_deg(outline_out(&t->o, 0, &t->told) - normal),
               &t->o.corner[0]);
    if (d->turn != TURN_STRAIGHT) /* left and right are those of who faces the screen */
        d->turn = d->deg > 0 ? TURN_LEFT : TURN_RIGHT;
    d->into = t->o.left;
}

/* The last door, taken or gone through, is where one arrives; without one, the place itself lies at
   a side. */
static void decide_arrival(Teller *t) {
    const Corner *end = &t->o.corner[t->o.corners - 1];
    Decision *d = t->count ? last(t) : NULL;
    if (d && d->kind == DECIDE_DOOR && d->into == t->o.space) {
        d->kind = DECIDE_ARRIVE;
        return;
    }
    int door = t->straight;
    const PlanEdge *edge = door == PLAN_NONE ? NULL : &t->o.plan->edge[door];
    bool own = edge && (t->o.plan->node[edge->a].space == t->o.space ||
                        t->o.plan->node[edge->b].space == t->o.space);
    if (d && own)
        d->passes -= landmarks_has_leaf(edge);
    d = decide(t, DECIDE_ARRIVE, 0, end);
    d->edge = own ? door : PLAN_NONE;
    d->into = t->o.space;
}

static int left_shaft(const Teller *t) {
    return t->o.left == PLAN_NONE ? PLAN_NONE : t->o.plan->space[t->o.left].connector;
}

static void tell_section(Teller *t, int first, int last_point, bool starts) {
    outline_floor(&t->o, first, last_point);
    t->told = 0;
    t->o.turned_mm = t->o.corner[0].along_mm;
    t->o.left_connector = starts ? left_shaft(t) : t->o.plan->edge[last(t)->edge].connector;
    if (starts)
        decide_start(t);
    else
        decide_leaving(t);
    tell_floor(t, first, last_point);
}

Decisions directions_decide(const Plan *plan, const Route *route, const Path *path, int kiosk,
                            int space, Arena *arena) {
    if (!route->found || path->count < 2)
        return (Decisions){0};
    Teller *t = arena_new(arena, Teller);
    int left = left_place(plan, route, kiosk);
    *t = (Teller){.o = {.plan = plan, .route = route, .path = path, .space = space, .left = left},
                  .kiosk = kiosk};
    t->decision = arena_array(arena, Decision, 2 * path->count + 2);
    for (int first = 0, i = 1; i <= path->count; i++) {
        if (i < path->count && path->point[i].level == path->point[first].level)
            continue;
        tell_section(t, first, i - 1, first == 0);
        if (i < path->count)
            decide_climb(t, i);
        first = i;
    }
    decide_arrival(t);
    for (int i = 0; i < t->count; i++)
        t->decision[i].until_mm = i + 1 < t->count ? t->decision[i + 1].along_mm : path->length_mm;
    return (Decisions){t->decision, t->count};
}
