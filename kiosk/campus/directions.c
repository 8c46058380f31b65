#include "campus/directions.h"

#include "campus/landmarks.h"
#include "campus/outline.h"

#include <math.h>

#define SIGNIFICANT_MM 4000 /* a turn behind a door is worth a word when it is followed that long… */
#define SLIGHT_MM 6000      /* …a slight one, when it is followed that long and nothing was said for as long */
#define DOOR_TURN_DEG 45    /* a door this far off the line lies at the side… */
#define HALL_DOOR_TURN_DEG 70 /* …and in a hall, which one crosses in any direction, this far */
#define SHARP_DEG 45        /* behind a door or a lift one turns into a corridor: a slanting line hides how sharply */

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
} Teller;

/* ---- decisions ---------------------------------------------------------------------------------------------------------------- */

static Decision *decide(Teller *t, DecisionKind kind, double deg, const Corner *at) {
    Decision *d = &t->decision[t->count++];
    *d = (Decision){.kind = kind, .deg = camera_angle_deg(deg), .turn = turn_of(camera_angle_deg(deg)),
                    .along_mm = at->along_mm, .level = at->level, .to_level = at->level, .edge = PLAN_NONE,
                    .into = PLAN_NONE, .passes = PLAN_NONE};
    return d;
}

static Decision *last(Teller *t) {
    return &t->decision[t->count - 1];
}

static bool in_corridor(const Teller *t, const Corner *c) {
    int space = outline_near_side(&t->o, c);
    return space != PLAN_NONE && t->o.plan->space[space].kind == SPACE_CORRIDOR;
}

/* Where the stretch now walked began: the last decision's spot. */
static Corner walked_from(const Teller *t) {
    Corner from = t->o.corner[0];
    for (int i = 1; i < t->o.corners && t->o.corner[i].along_mm <= t->o.turned_mm + 1; i++)
        from = t->o.corner[i];
    return from;
}

static void decide_door(Teller *t, const Corner *c, double deg) {
    bool shaft = landmarks_is_shaft(t->o.plan, outline_far_side(&t->o, c));
    if (!shaft && fabs(deg) <= (in_corridor(t, c) ? DOOR_TURN_DEG : HALL_DOOR_TURN_DEG)) {
        if (landmarks_has_leaf(&t->o.plan->edge[c->door]))
            last(t)->passes = c->door;
        return;
    }
    Corner from = walked_from(t);
    Decision *d = decide(t, DECIDE_DOOR, deg, c);
    d->edge = c->door;
    d->into = outline_far_side(&t->o, c);
    d->nth = shaft ? 0 : landmarks_count_doors(&t->o, &from, camera_bearing_deg(from.at, c->at), c, d->deg > 0);
    landmarks_mark(&t->o, d, from.at, c->at);
    t->o.turned_mm = c->along_mm;
}

static void decide_bend(Teller *t, int i, double deg) {
    const Corner *c = &t->o.corner[i];
    double size = fabs(deg), on = outline_stretch(&t->o, i);
    bool slight = size <= 75;
    if (size <= 20 || on < (slight ? SLIGHT_MM : OUTLINE_SHORT_MM) || (slight && c->along_mm - t->o.turned_mm < SLIGHT_MM))
        return;
    if (t->count && last(t)->kind == DECIDE_TURN && c->along_mm - last(t)->along_mm < OUTLINE_SHORT_MM) {
        double sum = camera_angle_deg(last(t)->deg + deg); /* a chicane is no turn, two halves are one */
        t->count--;
        if (fabs(sum) <= 20)
            return;
        deg = sum;
    }
    Corner from = walked_from(t);
    landmarks_mark(&t->o, decide(t, DECIDE_TURN, deg, c), from.at, c->at);
    t->o.turned_mm = c->along_mm;
}

/* A line slants across a corridor: what looks slight on it is a turn to who walks. */
static TurnClass sharp_turn(double deg) {
    return fabs(deg) <= SHARP_DEG ? turn_of(deg) : fabs(deg) >= 150 ? TURN_BACK : deg < 0 ? TURN_LEFT : TURN_RIGHT;
}

/* Right behind a door; a door just taken at the side has been told already. */
static void decide_behind(Teller *t, const Corner *c, double deg) {
    Corner from = walked_from(t);
    Decision *d = decide(t, DECIDE_TURN, deg, c);
    if (d > t->decision && d[-1].passes == c->door)
        d[-1].passes = PLAN_NONE;
    d->edge = d > t->decision && d[-1].edge == c->door ? PLAN_NONE : c->door;
    d->turn = sharp_turn(deg);
    if (d->edge == PLAN_NONE)
        landmarks_mark(&t->o, d, from.at, c->at);
    t->o.turned_mm = c->along_mm;
}

/* Through a door, and perhaps a turn behind it: not in the place one goes to, nor on stairs. */
static void tell_door(Teller *t, int i) {
    const Corner *c = &t->o.corner[i];
    double through = outline_through(&t->o, i);
    if (landmarks_is_shaft(t->o.plan, outline_near_side(&t->o, c)))
        return; /* coming out of a lift is told as such */
    decide_door(t, c, camera_angle_deg(through - outline_in(&t->o, c)));
    if (outline_far_side(&t->o, c) == t->o.space || landmarks_is_shaft(t->o.plan, outline_far_side(&t->o, c)))
        return;
    double deg = outline_turn(&t->o, i, through);
    if (fabs(deg) > SHARP_DEG && outline_stretch(&t->o, i) > SIGNIFICANT_MM)
        decide_behind(t, c, deg);
}

/* Everything between entering a floor and leaving it. */
static void tell_floor(Teller *t) {
    for (int i = 1; i < t->o.corners; i++) {
        if (t->o.corner[i].door != PLAN_NONE)
            tell_door(t, i);
        else if (i + 1 < t->o.corners)
            decide_bend(t, i, outline_turn(&t->o, i, outline_in(&t->o, &t->o.corner[i])));
    }
}

/* ---- floors --------------------------------------------------------------------------------------------------------------------- */

static bool climbs(const PlanEdge *edge) {
    return edge->kind == EDGE_STAIRS || edge->kind == EDGE_LIFT || edge->kind == EDGE_ESCALATOR;
}

static Decision *climb_at(Teller *t, int point) {
    const PathPoint *before = &t->o.path->point[point - 1];
    Corner here = {.at = outline_spot(before->at), .along_mm = before->along_mm, .level = before->level, .door = PLAN_NONE};
    return decide(t, DECIDE_CLIMB, 0, &here);
}

static bool goes_up(const Teller *t, int point) {
    const RouteLeg *leg = &t->o.route->leg[t->o.path->point[point].leg];
    return (t->o.plan->edge[leg->edge].up_mm > 0) == leg->forward;
}

static void decide_climb(Teller *t, int point) {
    const PathPoint *p = &t->o.path->point[point], *before = &t->o.path->point[point - 1];
    const PlanEdge *edge = outline_edge(&t->o, point);
    bool up = goes_up(t, point);
    Decision *previous = t->count ? last(t) : NULL;
    if (previous && previous->kind == DECIDE_CLIMB && previous->up == up &&
        t->o.plan->edge[previous->edge].connector == edge->connector && previous->to_level == before->level) {
        previous->to_level = p->level; /* the next flight of the same stairs */
        return;
    }
    bool door = previous && previous->kind == DECIDE_DOOR && landmarks_is_shaft(t->o.plan, previous->into);
    Decision *d = door ? previous : climb_at(t, point);
    d->kind = DECIDE_CLIMB;
    d->edge = t->o.route->leg[p->leg].edge;
    d->to_level = p->level;
    d->up = up;
    d->nth = 0;
}

/* The heading of somebody who comes out of the shaft, and whether one comes out here at all. */
static bool heading_leaving(const Teller *t, double *in, int *at) {
    for (int i = 1; i < t->o.corners; i++)
        if (t->o.corner[i].door != PLAN_NONE && landmarks_is_shaft(t->o.plan, outline_near_side(&t->o, &t->o.corner[i]))) {
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
    Decision *d = decide(t, DECIDE_LEAVE, outline_turn(&t->o, at, in), &t->o.corner[at]);
    d->edge = t->decision[t->count - 2].edge;
    d->turn = sharp_turn(d->deg);
    t->o.turned_mm = d->along_mm;
}

static void decide_start(Teller *t) {
    double normal = t->kiosk == PLAN_NONE ? 0 : t->o.plan->kiosk[t->kiosk].bearing_cdeg / 100.0;
    decide(t, DECIDE_START, camera_angle_deg(outline_out(&t->o, 0) - normal), &t->o.corner[0]);
}

/* The last door, taken or gone through, is where one arrives; without one, the place itself lies at a side. */
static void decide_arrival(Teller *t) {
    const Corner *end = &t->o.corner[t->o.corners - 1];
    Decision *d = t->count ? last(t) : NULL;
    if (d && d->kind == DECIDE_DOOR && d->into == t->o.space) {
        d->kind = DECIDE_ARRIVE;
        return;
    }
    int door = d ? d->passes : PLAN_NONE;
    if (door != PLAN_NONE)
        d->passes = PLAN_NONE;
    d = decide(t, DECIDE_ARRIVE, 0, end);
    d->edge = door;
    d->into = t->o.space;
}

/* A ramp, or a few steps, on one floor. */
static void decide_ramp(Teller *t, int point) {
    Decision *d = climb_at(t, point);
    d->edge = t->o.route->leg[t->o.path->point[point].leg].edge;
    d->up = goes_up(t, point);
}

static void tell_ramps(Teller *t, int first, int last_point) {
    for (int i = first + 1; i <= last_point; i++) {
        const PlanEdge *edge = outline_edge(&t->o, i);
        if (edge && (edge->kind == EDGE_RAMP || climbs(edge)) && t->o.path->point[i].leg != t->o.path->point[i - 1].leg)
            decide_ramp(t, i);
    }
}

static int compare_along(const Decision *a, const Decision *b) {
    return a->along_mm < b->along_mm ? -1 : a->along_mm > b->along_mm;
}

/* Ramps were found last: each goes to its place among the turns of its floor. */
static void sort_by_along(Decision *d, int count) {
    for (int i = 1; i < count; i++)
        for (int j = i; j > 0 && compare_along(&d[j], &d[j - 1]) < 0; j--) {
            Decision swap = d[j];
            d[j] = d[j - 1];
            d[j - 1] = swap;
        }
}

static void tell_section(Teller *t, int first, int last_point, bool starts) {
    outline_floor(&t->o, first, last_point);
    int begun = t->count;
    t->o.turned_mm = t->o.corner[0].along_mm;
    t->o.left_connector = starts ? PLAN_NONE : t->o.plan->edge[t->decision[t->count - 1].edge].connector;
    if (starts)
        decide_start(t);
    else
        decide_leaving(t);
    tell_floor(t);
    tell_ramps(t, first, last_point);
    sort_by_along(t->decision + begun, t->count - begun);
}

Decisions directions_decide(const Plan *plan, const Route *route, const Path *path, int kiosk, int space, Arena *arena) {
    if (!route->found || path->count < 2)
        return (Decisions){0};
    Teller *t = arena_new(arena, Teller);
    *t = (Teller){.o = {.plan = plan, .route = route, .path = path, .space = space}, .kiosk = kiosk};
    t->decision = arena_array(arena, Decision, 2 * path->count + 2);
    t->o.kept = arena_array(arena, int, path->count + 1);
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
