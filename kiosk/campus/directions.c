#include "campus/directions.h"

#include "campus/camera.h"

#include <math.h>

#define TURN_MAX 256
#define JOG_MM 600          /* the line is drawn that much beside the walls: smaller bends are nobody's decision */
#define SHORT_MM 2500       /* two turns so close together are one */
#define SIGNIFICANT_MM 4000 /* a slight turn is worth a word when it is followed that long */
#define DOOR_TURN_DEG 45    /* a door this far off the line lies at the side */
#define LANDMARK_MM 7000    /* how far a landmark may be from what it marks */
#define BESIDE_MM 2000      /* before or after it: further than that along the way */
#define DOORS_COUNTED 3

Turn turn_of(double deg) {
    double size = fabs(deg);
    if (size <= 20)
        return TURN_STRAIGHT;
    if (size >= 150)
        return TURN_BACK;
    if (size <= 75)
        return deg < 0 ? TURN_SLIGHT_LEFT : TURN_SLIGHT_RIGHT;
    return deg < 0 ? TURN_LEFT : TURN_RIGHT;
}

/* A corner of the simplified line: a bend, or a door whatever the bend. */
typedef struct Corner {
    Spot at;
    double along_mm;
    int door; /* edge; PLAN_NONE */
    bool forward;
    int level;
} Corner;

typedef struct Teller {
    const Plan *plan;
    const Route *route;
    const Path *path;
    int kiosk, space;
    Corner corner[TURN_MAX];
    int corners;
    Decision *decision;
    int count;
} Teller;

static Spot spot(PlanPoint p) {
    return (Spot){p.x, p.y};
}

static double apart(Spot a, Spot b) {
    return hypot(b.x - a.x, b.y - a.y);
}

/* ---- the line, simplified -------------------------------------------------------------------------------------------------- */

static const PlanEdge *edge_of(const Teller *t, int point) {
    int leg = t->path->point[point].leg;
    return leg == PLAN_NONE ? NULL : &t->plan->edge[t->route->leg[leg].edge];
}

static bool is_door(const Teller *t, int point) {
    const PlanEdge *edge = edge_of(t, point);
    return edge && edge->kind == EDGE_DOOR;
}

static double off_line(Spot p, Spot a, Spot b) {
    double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    double share = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return apart(p, (Spot){a.x + share * dx, a.y + share * dy});
}

static void add_corner(Teller *t, int point) {
    const PathPoint *p = &t->path->point[point];
    bool door = is_door(t, point);
    if (t->corners == TURN_MAX)
        return;
    t->corner[t->corners++] = (Corner){.at = spot(p->at), .along_mm = p->along_mm, .level = p->level,
                                       .door = door ? t->route->leg[p->leg].edge : PLAN_NONE,
                                       .forward = door && t->route->leg[p->leg].forward};
}

/* Douglas and Peucker (1973) between two points that stay; adds what lies between and the last one. */
static void simplify(Teller *t, int first, int last) {
    const PathPoint *p = t->path->point;
    double most = JOG_MM;
    int worst = PLAN_NONE;
    for (int i = first + 1; i < last; i++) {
        double off = off_line(spot(p[i].at), spot(p[first].at), spot(p[last].at));
        if (off > most) {
            most = off;
            worst = i;
        }
    }
    if (worst != PLAN_NONE) {
        simplify(t, first, worst);
        simplify(t, worst, last);
    } else {
        add_corner(t, last);
    }
}

/* Points [first, last] of one floor; doors stay. A door is two points: the second, beyond it, stands for it. */
static void list_corners(Teller *t, int first, int last) {
    t->corners = 0;
    add_corner(t, first);
    t->corner[0].door = PLAN_NONE;
    for (int from = first, i = first + 1; i <= last; i++)
        if (i == last || is_door(t, i)) {
            simplify(t, from, i);
            from = i;
        }
}

/* ---- headings -------------------------------------------------------------------------------------------------------------- */

static double heading(Corner a, Corner b) {
    return camera_bearing_deg(a.at, b.at);
}

/* The heading out of corner i, past corners that lie on the same spot. */
static double heading_out(const Teller *t, int i) {
    for (int j = i + 1; j < t->corners; j++)
        if (apart(t->corner[i].at, t->corner[j].at) > 50)
            return heading(t->corner[i], t->corner[j]);
    return i > 0 ? heading(t->corner[i - 1], t->corner[i]) : 0;
}

static int far_side(const Teller *t, const Corner *c) {
    const PlanEdge *edge = &t->plan->edge[c->door];
    return t->plan->node[c->forward ? edge->b : edge->a].space;
}

static int near_side(const Teller *t, const Corner *c) {
    const PlanEdge *edge = &t->plan->edge[c->door];
    return t->plan->node[c->forward ? edge->a : edge->b].space;
}

/* The wall of the space that runs through the spot: bearing along it; false when none is near. */
static bool wall_through(const Plan *plan, int space, Spot at, double *bearing) {
    double nearest = 1000;
    if (space == PLAN_NONE)
        return false;
    const PlanSpace *s = &plan->space[space];
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++)
        for (int i = 0; i < plan->ring[r].point_count; i++) {
            const PlanPoint *ring = plan->point + plan->ring[r].first_point;
            Spot a = spot(ring[i]), b = spot(ring[(i + 1) % plan->ring[r].point_count]);
            double off = off_line(at, a, b);
            if (off < nearest) {
                nearest = off;
                *bearing = camera_bearing_deg(a, b);
            }
        }
    return nearest < 1000;
}

/* One goes through a door square to its wall, whatever the line before and after. */
static double heading_through(const Teller *t, int i, double in) {
    const Corner *c = &t->corner[i];
    double wall, out = heading_out(t, i);
    double along = camera_angle_deg(in + camera_angle_deg(out - in) / 2);
    if (!wall_through(t->plan, far_side(t, c), c->at, &wall) && !wall_through(t->plan, near_side(t, c), c->at, &wall))
        return along;
    double one = wall + 90, other = wall - 90;
    return fabs(camera_angle_deg(one - along)) < fabs(camera_angle_deg(other - along)) ? one : other;
}

/* ---- doors and landmarks ------------------------------------------------------------------------------------------------------ */

static bool has_leaf(const PlanEdge *edge) {
    return edge->kind == EDGE_DOOR && !(edge->flags & (EDGE_OPENING | EDGE_ASSUMED));
}

static bool is_shaft(const Plan *plan, int space) {
    return space != PLAN_NONE && plan->space[space].connector != PLAN_NONE;
}

/* Where a door of `space` lies, seen from `from` looking towards `to`: how far along, and on which side. */
typedef struct Sight {
    double along, right;
} Sight;

static Sight sight(Spot from, double toward, Spot at) {
    double bearing = camera_bearing_deg(from, at) - toward, away = apart(from, at), radian = bearing * acos(-1) / 180;
    return (Sight){away * cos(radian), away * sin(radian)};
}

/* Counts the doors of the same sort on the same side, from `from` up to the one taken; 0 when it is the only one. */
static int count_doors(const Teller *t, const Corner *from, double toward, const Corner *door, bool right) {
    const Plan *plan = t->plan;
    int space = near_side(t, door), nth = 1, others = 0;
    double reached = sight(from->at, toward, door->at).along;
    for (int e = 0; e < plan->edge_count; e++) {
        const PlanEdge *edge = &plan->edge[e];
        if (edge->kind != EDGE_DOOR || e == door->door || has_leaf(edge) != has_leaf(&plan->edge[door->door]))
            continue;
        bool here = plan->node[edge->a].space == space, there = plan->node[edge->b].space == space;
        int beyond = plan->node[here ? edge->b : edge->a].space;
        if ((!here && !there) || is_shaft(plan, beyond))
            continue;
        Sight s = sight(from->at, toward, spot(plan->node[edge->a].at));
        bool same_side = (s.right > 0) == right && fabs(s.right) > 300 && s.along > 500;
        nth += same_side && s.along < reached - 300;
        others += same_side;
    }
    return !others || nth > DOORS_COUNTED ? 0 : nth;
}

/* The most telling landmark beside the corner, the visitor coming from `from`. */
static void mark_by_landmark(const Teller *t, Decision *d, Spot from, Spot at) {
    double toward = camera_bearing_deg(from, at), walked = apart(from, at);
    int best = INT32_MAX;
    for (int i = 0; i < t->plan->landmark_count; i++) {
        const PlanLandmark *mark = &t->plan->landmark[i];
        Spot there = spot(mark->at);
        if (mark->level != d->level || mark->space == t->space || apart(at, there) > LANDMARK_MM)
            continue;
        double past = walked - sight(from, toward, there).along; /* above 0: one has gone by it */
        int rank = mark->salience * 10 + (past < -BESIDE_MM ? 5 : 0);
        if (rank >= best || past > walked)
            continue;
        best = rank;
        d->landmark = &mark->name;
        d->relation = past > BESIDE_MM ? RELATION_AFTER : past < -BESIDE_MM ? RELATION_BEFORE : RELATION_AT;
    }
}

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

static void decide_door(Teller *t, int i, int from, double deg) {
    const Corner *c = &t->corner[i];
    bool shaft = is_shaft(t->plan, far_side(t, c)), leaving = is_shaft(t->plan, near_side(t, c));
    if (leaving)
        return;
    if (!shaft && fabs(deg) <= DOOR_TURN_DEG) {
        if (has_leaf(&t->plan->edge[c->door]))
            last(t)->passes = c->door;
        return;
    }
    Decision *d = decide(t, DECIDE_DOOR, deg, c);
    d->edge = c->door;
    d->into = far_side(t, c);
    d->nth = count_doors(t, &t->corner[from], heading(t->corner[from], *c), c, d->deg > 0);
    mark_by_landmark(t, d, t->corner[from].at, c->at);
}

/* How far the line goes on from corner i before it bends or meets a door. */
static double stretch(const Teller *t, int i) {
    return i + 1 < t->corners ? apart(t->corner[i].at, t->corner[i + 1].at) : 0;
}

static void decide_bend(Teller *t, int i, int from, double deg) {
    double size = fabs(camera_angle_deg(deg));
    if (size <= 20 || stretch(t, i) < (size <= 75 ? SIGNIFICANT_MM : SHORT_MM))
        return;
    const Corner *c = &t->corner[i];
    if (t->count && last(t)->kind == DECIDE_TURN && c->along_mm - last(t)->along_mm < SHORT_MM) {
        double sum = camera_angle_deg(last(t)->deg + deg); /* a chicane is no turn, two halves are one */
        t->count--;
        if (fabs(sum) <= 20)
            return;
        deg = sum;
    }
    mark_by_landmark(t, decide(t, DECIDE_TURN, deg, c), t->corner[from].at, c->at);
}

/* Everything between entering a floor and leaving it. `in`: the heading so far. */
static void tell_floor(Teller *t, double in) {
    int from = 0;
    for (int i = 1; i < t->corners; i++) {
        const Corner *c = &t->corner[i];
        if (c->door == PLAN_NONE && i + 1 == t->corners)
            break;
        if (apart(t->corner[i - 1].at, c->at) > 50)
            in = heading(t->corner[i - 1], *c);
        double out = heading_out(t, i);
        if (c->door != PLAN_NONE) {
            double through = heading_through(t, i, in);
            int before = t->count;
            decide_door(t, i, from, camera_angle_deg(through - in));
            if (t->count == before || !is_shaft(t->plan, far_side(t, c)))
                in = through;
            if (far_side(t, c) == t->space || is_shaft(t->plan, far_side(t, c)) || is_shaft(t->plan, near_side(t, c)))
                out = in; /* what one does inside needs no telling */
            if (fabs(camera_angle_deg(out - in)) <= 75)
                out = in;
        }
        decide_bend(t, i, from, camera_angle_deg(out - in));
        from = i;
    }
}

/* ---- floors --------------------------------------------------------------------------------------------------------------------- */

static bool climbs(const PlanEdge *edge) {
    return edge->kind == EDGE_STAIRS || edge->kind == EDGE_LIFT || edge->kind == EDGE_ESCALATOR;
}

static Decision *climb_at(Teller *t, int point) {
    const PathPoint *before = &t->path->point[point - 1];
    Corner here = {.at = spot(before->at), .along_mm = before->along_mm, .level = before->level, .door = PLAN_NONE};
    return decide(t, DECIDE_CLIMB, 0, &here);
}

static bool goes_up(const Teller *t, int point) {
    const RouteLeg *leg = &t->route->leg[t->path->point[point].leg];
    return (t->plan->edge[leg->edge].up_mm > 0) == leg->forward;
}

static void decide_climb(Teller *t, int point) {
    const PathPoint *p = &t->path->point[point], *before = &t->path->point[point - 1];
    const PlanEdge *edge = edge_of(t, point);
    bool up = goes_up(t, point);
    Decision *previous = t->count ? last(t) : NULL;
    if (previous && previous->kind == DECIDE_CLIMB && previous->up == up &&
        t->plan->edge[previous->edge].connector == edge->connector && previous->to_level == before->level) {
        previous->to_level = p->level; /* the next flight of the same stairs */
        return;
    }
    bool door = previous && previous->kind == DECIDE_DOOR && is_shaft(t->plan, previous->into);
    Decision *d = door ? previous : climb_at(t, point);
    d->kind = DECIDE_CLIMB;
    d->edge = t->route->leg[p->leg].edge;
    d->to_level = p->level;
    d->up = up;
    d->nth = 0;
}

/* The heading of somebody who comes out of the shaft, and whether one comes out here at all. */
static bool heading_leaving(const Teller *t, double *in, int *at) {
    for (int i = 1; i < t->corners; i++)
        if (t->corner[i].door != PLAN_NONE && is_shaft(t->plan, near_side(t, &t->corner[i]))) {
            *in = heading_through(t, i, heading(t->corner[0], t->corner[i]));
            *at = i;
            return !is_shaft(t->plan, far_side(t, &t->corner[i]));
        }
    return false;
}

static void decide_leaving(Teller *t) {
    double in = 0;
    int at = 0;
    if (!heading_leaving(t, &in, &at) || at + 1 >= t->corners)
        return;
    Decision *d = decide(t, DECIDE_LEAVE, camera_angle_deg(heading_out(t, at) - in), &t->corner[at]);
    d->edge = t->decision[t->count - 2].edge;
}

static void decide_start(Teller *t) {
    double normal = t->kiosk == PLAN_NONE ? 0 : t->plan->kiosk[t->kiosk].bearing_cdeg / 100.0;
    decide(t, DECIDE_START, camera_angle_deg(heading_out(t, 0) - normal), &t->corner[0]);
}

/* The last door, taken or gone through, is where one arrives; without one, the place itself lies at a side. */
static void decide_arrival(Teller *t) {
    const Corner *end = &t->corner[t->corners - 1];
    Decision *d = t->count ? last(t) : NULL;
    if (d && d->kind == DECIDE_DOOR && d->into == t->space) {
        d->kind = DECIDE_ARRIVE;
        return;
    }
    int door = d ? d->passes : PLAN_NONE;
    if (door != PLAN_NONE)
        d->passes = PLAN_NONE;
    d = decide(t, DECIDE_ARRIVE, 0, end);
    d->edge = door;
    d->into = t->space;
}

/* A ramp, or a few steps, on one floor. */
static void decide_ramp(Teller *t, int point) {
    Decision *d = climb_at(t, point);
    d->edge = t->route->leg[t->path->point[point].leg].edge;
    d->up = goes_up(t, point);
}

static void tell_ramps(Teller *t, int first, int last_point) {
    for (int i = first + 1; i <= last_point; i++) {
        const PlanEdge *edge = edge_of(t, i);
        if (edge && (edge->kind == EDGE_RAMP || climbs(edge)) && t->path->point[i].leg != t->path->point[i - 1].leg)
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
    list_corners(t, first, last_point);
    int begun = t->count;
    if (starts)
        decide_start(t);
    else
        decide_leaving(t);
    if (t->corners > 1)
        tell_floor(t, heading_out(t, 0));
    tell_ramps(t, first, last_point);
    sort_by_along(t->decision + begun, t->count - begun);
}

Decisions directions_decide(const Plan *plan, const Route *route, const Path *path, int kiosk, int space, Arena *arena) {
    if (!route->found || path->count < 2)
        return (Decisions){0};
    Teller *t = arena_new(arena, Teller);
    *t = (Teller){.plan = plan, .route = route, .path = path, .kiosk = kiosk, .space = space};
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
