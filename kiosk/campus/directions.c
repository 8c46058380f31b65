#include "campus/directions.h"

#include "campus/camera.h"

#include <math.h>

#define TURN_MAX 256
#define JOG_MM 600          /* the line is drawn that much beside the walls: smaller bends are nobody's decision */
#define SHORT_MM 2500       /* two turns so close together are one */
#define SIGNIFICANT_MM 4000 /* a turn behind a door is worth a word when it is followed that long… */
#define SLIGHT_MM 6000      /* …a slight one, when it is followed that long and nothing was said for as long */
#define DOOR_STEP_MM 2000   /* a point so near before a threshold is the step up to it */
#define APPROACH_MM 6000    /* how far back one's direction is felt */
#define DOOR_TURN_DEG 45    /* a door this far off the line lies at the side… */
#define HALL_DOOR_TURN_DEG 70 /* …and in a hall, which one crosses in any direction, this far */
#define SHARP_DEG 45        /* behind a door or a lift one turns into a corridor: a slanting line hides how sharply */
#define LANDMARK_MM 7000    /* how far a landmark may be from what it marks */
#define BESIDE_MM 2000      /* before or after it: further than that along the way */
#define DOORS_COUNTED 3
#define WALL_MM 4000 /* a door farther to the side belongs to another wall */

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

/* A corner of the simplified line: a bend, or a door whatever the bend. */
typedef struct Corner {
    Spot at;
    double along_mm;
    int point; /* of the path */
    int door;  /* edge; PLAN_NONE */
    bool forward;
    int level;
} Corner;

typedef struct Teller {
    const Plan *plan;
    const Route *route;
    const Path *path;
    int kiosk, space;
    int *kept; /* points of the floor being told, without the steps before and behind doors */
    int kepts;
    Corner corner[TURN_MAX];
    int corners;
    double turned_mm; /* where the last turn was */
    int left_connector; /* the lift or stairs one came out of on this floor; PLAN_NONE */
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
    int edge = t->path->point[point].edge;
    return edge == PLAN_NONE ? NULL : &t->plan->edge[edge];
}

static bool is_door(const Teller *t, int point) {
    const PlanEdge *edge = edge_of(t, point);
    return edge && edge->kind == EDGE_DOOR;
}

static bool same_leg(const Teller *t, int a, int b) {
    return t->path->point[a].leg == t->path->point[b].leg;
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
    t->corner[t->corners++] = (Corner){.at = spot(p->at), .along_mm = p->along_mm, .point = point, .level = p->level,
                                       .door = door ? p->edge : PLAN_NONE, .forward = door && t->route->leg[p->leg].forward};
}

/* Douglas and Peucker (1973) between two points that stay; adds what lies between and the last one. */
static void simplify(Teller *t, int first, int last) {
    const PathPoint *p = t->path->point;
    double most = JOG_MM;
    int worst = PLAN_NONE;
    for (int i = first + 1; i < last; i++) {
        double off = off_line(spot(p[t->kept[i]].at), spot(p[t->kept[first]].at), spot(p[t->kept[last]].at));
        if (off > most) {
            most = off;
            worst = i;
        }
    }
    if (worst != PLAN_NONE) {
        simplify(t, first, worst);
        simplify(t, worst, last);
    } else {
        add_corner(t, t->kept[last]);
    }
}

/* A door is drawn as the step before it, its threshold and the step behind it: only the threshold says where one goes. */
static void keep_points(Teller *t, int first, int last) {
    t->kepts = 0;
    for (int i = first; i <= last; i++) {
        bool behind = i > first && is_door(t, i) && is_door(t, i - 1) && same_leg(t, i, i - 1);
        bool before = i > first && i < last && is_door(t, i + 1) && !is_door(t, i) &&
                      apart(spot(t->path->point[i].at), spot(t->path->point[i + 1].at)) < DOOR_STEP_MM;
        if (!behind && !before)
            t->kept[t->kepts++] = i;
    }
    if (t->kept[t->kepts - 1] != last && !is_door(t, last))
        t->kept[t->kepts++] = last;
}

/* Points [first, last] of one floor; doors stay. */
static void list_corners(Teller *t, int first, int last) {
    keep_points(t, first, last);
    t->corners = 0;
    add_corner(t, first);
    t->corner[0].door = PLAN_NONE;
    for (int from = 0, i = 1; i < t->kepts; i++)
        if (i + 1 == t->kepts || is_door(t, t->kept[i])) {
            simplify(t, from, i);
            from = i;
        }
}

/* ---- headings -------------------------------------------------------------------------------------------------------------- */

/* Which way one comes: from a few metres back, but not from before the last turn. */
static double heading_in(const Teller *t, const Corner *c) {
    double back = c->along_mm - APPROACH_MM > t->turned_mm ? c->along_mm - APPROACH_MM : t->turned_mm;
    PathPoint from = path_at(t->path, back);
    if (from.level != c->level || apart(spot(from.at), c->at) < 50)
        from = t->path->point[t->corner[0].point];
    return camera_bearing_deg(spot(from.at), c->at);
}

/* Which way one goes on: to the first corner that is not just here. */
static double heading_out(const Teller *t, int i) {
    for (int j = i + 1; j < t->corners; j++)
        if (apart(t->corner[i].at, t->corner[j].at) > SHORT_MM || j + 1 == t->corners)
            return camera_bearing_deg(t->corner[i].at, t->corner[j].at);
    return i > 0 ? camera_bearing_deg(t->corner[i - 1].at, t->corner[i].at) : 0;
}

/* How far one turns at corner i, having come with heading `in`. Two turns that follow each other closely are told as one,
   unless that would send people back where they come from. */
static double turn_at(const Teller *t, int i, double in) {
    double deg = camera_angle_deg(heading_out(t, i) - in);
    if (turn_of(deg) != TURN_BACK || i + 1 >= t->corners || apart(t->corner[i].at, t->corner[i + 1].at) < 500)
        return deg;
    return camera_angle_deg(camera_bearing_deg(t->corner[i].at, t->corner[i + 1].at) - in);
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
static double heading_through(const Teller *t, int i) {
    const Corner *c = &t->corner[i];
    const PlanEdge *edge = &t->plan->edge[c->door];
    Spot near = spot(t->plan->node[c->forward ? edge->a : edge->b].at), far = spot(t->plan->node[c->forward ? edge->b : edge->a].at);
    if (apart(near, far) > 100)
        return camera_bearing_deg(near, far);
    double wall, in = heading_in(t, c), along = camera_angle_deg(in + camera_angle_deg(heading_out(t, i) - in) / 2);
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

static bool is_alike(const Plan *plan, int space, const PlanSpace *other) {
    return space != PLAN_NONE && plan->space[space].kind == other->kind && plan->space[space].level == other->level;
}

/* Counts the doors of the same sort on the same side, from `from` up to the one taken; 0 when it is the only one. */
static int count_doors(const Teller *t, const Corner *from, double toward, const Corner *door, bool right) {
    const Plan *plan = t->plan;
    const PlanSpace *walked = &plan->space[near_side(t, door)]; /* a corridor may be drawn in several pieces */
    int nth = 1, others = 0;
    double reached = sight(from->at, toward, door->at).along;
    for (int e = 0; e < plan->edge_count; e++) {
        const PlanEdge *edge = &plan->edge[e];
        if (edge->kind != EDGE_DOOR || e == door->door || has_leaf(edge) != has_leaf(&plan->edge[door->door]))
            continue;
        bool here = is_alike(plan, plan->node[edge->a].space, walked), there = is_alike(plan, plan->node[edge->b].space, walked);
        if (here == there || is_shaft(plan, plan->node[here ? edge->b : edge->a].space))
            continue;
        Sight s = sight(from->at, toward, spot(plan->node[edge->a].at));
        bool same_side = (s.right > 0) == right && fabs(s.right) > 300 && fabs(s.right) < WALL_MM && s.along > 500;
        nth += same_side && s.along < reached - 300;
        others += same_side;
    }
    return !others || nth > DOORS_COUNTED ? 0 : nth;
}

/* The space in which one stands at the corner: a room is no landmark to somebody inside it. */
static int space_at(const Teller *t, Spot at) {
    for (int i = 0; i < t->corners; i++)
        if (apart(t->corner[i].at, at) < 1 && t->corner[i].door != PLAN_NONE)
            return near_side(t, &t->corner[i]);
        else if (apart(t->corner[i].at, at) < 1 && edge_of(t, t->corner[i].point))
            return edge_of(t, t->corner[i].point)->space;
    return PLAN_NONE;
}

/* Kinds of places that everybody recognises by their door alone, the more telling first; 0: not at all (IJGI
   6(6), 183, 2017: categories do as well as salience rated place by place). */
static const int KIND_SALIENCE[SPACE_KIND_COUNT] = {
    [SPACE_RECEPTION] = 2, [SPACE_LIFT] = 2,    [SPACE_STAIRS] = 2,     [SPACE_ESCALATOR] = 2, [SPACE_CAFETERIA] = 3,
    [SPACE_LIBRARY] = 3,   [SPACE_TOILETS] = 4, [SPACE_AUDITORIUM] = 3, [SPACE_FABLAB] = 3,    [SPACE_DESIGNLAB] = 3,
};

/* What is compared while looking for the landmark of one decision. */
typedef struct Marking {
    Decision *decision;
    Spot from, at;
    double toward, walked;
    int rank; /* of the best so far: the lower the better */
} Marking;

static void offer_landmark(Marking *m, Spot there, int salience, const PlanName *name) {
    double past = m->walked - sight(m->from, m->toward, there).along; /* above 0: one has gone by it */
    int rank = salience * 10 + (past < -BESIDE_MM ? 5 : 0);
    if (rank >= m->rank || past > m->walked || apart(m->at, there) > LANDMARK_MM || !name->the.in[LANG_FR].len)
        return;
    m->rank = rank;
    m->decision->landmark = name;
    m->decision->relation = past > BESIDE_MM ? RELATION_AFTER : past < -BESIDE_MM ? RELATION_BEFORE : RELATION_AT;
}

static const PlanName *name_of(const Plan *plan, const PlanSpace *space) {
    return space->connector == PLAN_NONE ? &space->name : &plan->connector[space->connector].name;
}

/* The doors of telling kinds of places, save the one that is taken and the shaft one has just left. */
static void offer_doors(const Teller *t, Marking *m, int inside) {
    const Plan *plan = t->plan;
    for (int e = 0; e < plan->edge_count; e++) {
        const PlanEdge *edge = &plan->edge[e];
        for (int side = 0; side < 2 && edge->kind == EDGE_DOOR; side++) {
            const PlanNode *node = &plan->node[side ? edge->b : edge->a];
            if (node->space == PLAN_NONE || node->level != m->decision->level || node->space == inside ||
                node->space == t->space || e == m->decision->edge || !KIND_SALIENCE[plan->space[node->space].kind])
                continue;
            if (plan->space[node->space].connector != PLAN_NONE && plan->space[node->space].connector == t->left_connector)
                continue;
            offer_landmark(m, spot(node->at), KIND_SALIENCE[plan->space[node->space].kind], name_of(plan, &plan->space[node->space]));
        }
    }
}

/* The most telling landmark beside the corner, the visitor coming from `from`. */
static void mark_by_landmark(const Teller *t, Decision *d, Spot from, Spot at) {
    Marking m = {d, from, at, camera_bearing_deg(from, at), apart(from, at), INT32_MAX};
    int inside = space_at(t, at);
    for (int i = 0; i < t->plan->landmark_count; i++) {
        const PlanLandmark *mark = &t->plan->landmark[i];
        bool here = mark->space != PLAN_NONE && (mark->space == inside || mark->space == t->space);
        if (mark->level == d->level && !here)
            offer_landmark(&m, spot(mark->at), mark->salience, &mark->name);
    }
    offer_doors(t, &m, inside);
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

static bool in_corridor(const Teller *t, const Corner *c) {
    int space = near_side(t, c);
    return space != PLAN_NONE && t->plan->space[space].kind == SPACE_CORRIDOR;
}

/* Where the stretch now walked began: the last decision's spot. */
static Corner walked_from(const Teller *t) {
    Corner from = t->corner[0];
    for (int i = 1; i < t->corners && t->corner[i].along_mm <= t->turned_mm + 1; i++)
        from = t->corner[i];
    return from;
}

static void decide_door(Teller *t, const Corner *c, double deg) {
    bool shaft = is_shaft(t->plan, far_side(t, c));
    if (!shaft && fabs(deg) <= (in_corridor(t, c) ? DOOR_TURN_DEG : HALL_DOOR_TURN_DEG)) {
        if (has_leaf(&t->plan->edge[c->door]))
            last(t)->passes = c->door;
        return;
    }
    Corner from = walked_from(t);
    Decision *d = decide(t, DECIDE_DOOR, deg, c);
    d->edge = c->door;
    d->into = far_side(t, c);
    d->nth = shaft ? 0 : count_doors(t, &from, camera_bearing_deg(from.at, c->at), c, d->deg > 0);
    mark_by_landmark(t, d, from.at, c->at);
    t->turned_mm = c->along_mm;
}

/* How far one walks on from corner i before the next door or turn. */
static double stretch(const Teller *t, int i) {
    int j = i + 1;
    while (j + 1 < t->corners && t->corner[j].door == PLAN_NONE &&
           fabs(camera_angle_deg(camera_bearing_deg(t->corner[j].at, t->corner[j + 1].at) -
                                 camera_bearing_deg(t->corner[i].at, t->corner[j].at))) <= SHARP_DEG)
        j++;
    return j < t->corners ? t->corner[j].along_mm - t->corner[i].along_mm : 0;
}

static void decide_bend(Teller *t, int i, double deg) {
    const Corner *c = &t->corner[i];
    double size = fabs(deg), on = stretch(t, i);
    bool slight = size <= 75;
    if (size <= 20 || on < (slight ? SLIGHT_MM : SHORT_MM) || (slight && c->along_mm - t->turned_mm < SLIGHT_MM))
        return;
    if (t->count && last(t)->kind == DECIDE_TURN && c->along_mm - last(t)->along_mm < SHORT_MM) {
        double sum = camera_angle_deg(last(t)->deg + deg); /* a chicane is no turn, two halves are one */
        t->count--;
        if (fabs(sum) <= 20)
            return;
        deg = sum;
    }
    Corner from = walked_from(t);
    mark_by_landmark(t, decide(t, DECIDE_TURN, deg, c), from.at, c->at);
    t->turned_mm = c->along_mm;
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
        mark_by_landmark(t, d, from.at, c->at);
    t->turned_mm = c->along_mm;
}

/* Through a door, and perhaps a turn behind it: not in the place one goes to, nor on stairs. */
static void tell_door(Teller *t, int i) {
    const Corner *c = &t->corner[i];
    double through = heading_through(t, i);
    if (is_shaft(t->plan, near_side(t, c)))
        return; /* coming out of a lift is told as such */
    decide_door(t, c, camera_angle_deg(through - heading_in(t, c)));
    if (far_side(t, c) == t->space || is_shaft(t->plan, far_side(t, c)))
        return;
    double deg = turn_at(t, i, through);
    if (fabs(deg) > SHARP_DEG && stretch(t, i) > SIGNIFICANT_MM)
        decide_behind(t, c, deg);
}

/* Everything between entering a floor and leaving it. */
static void tell_floor(Teller *t) {
    for (int i = 1; i < t->corners; i++) {
        if (t->corner[i].door != PLAN_NONE)
            tell_door(t, i);
        else if (i + 1 < t->corners)
            decide_bend(t, i, turn_at(t, i, heading_in(t, &t->corner[i])));
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
            *in = heading_through(t, i);
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
    Decision *d = decide(t, DECIDE_LEAVE, turn_at(t, at, in), &t->corner[at]);
    d->edge = t->decision[t->count - 2].edge;
    d->turn = sharp_turn(d->deg);
    t->turned_mm = d->along_mm;
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
    t->turned_mm = t->corner[0].along_mm;
    t->left_connector = starts ? PLAN_NONE : t->plan->edge[t->decision[t->count - 1].edge].connector;
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
    *t = (Teller){.plan = plan, .route = route, .path = path, .kiosk = kiosk, .space = space};
    t->decision = arena_array(arena, Decision, 2 * path->count + 2);
    t->kept = arena_array(arena, int, path->count + 1);
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
