#include "map/outline.h"

#define JOG_MM                                                                                     \
    600 /* the line is drawn that much beside the walls: smaller bends are nobody's decision */
#define APPROACH_MM 6000 /* how far back one's direction is felt */
#define STEP_MM 500      /* less than a pace: no direction yet */
#define SHARP_DEG 45     /* a bend that ends a stretch */
#define ABOUT_TURN_DEG 150

/* ---- the line, simplified -------------------------------------------------------------------- */

const PlanEdge *outline_edge(const Outline *o, int point) {
    int edge = o->path->point[point].edge;
    return edge == PLAN_NONE ? NULL : &o->plan->edge[edge];
}

static bool is_door(const Outline *o, int point) {
    const PlanEdge *edge = outline_edge(o, point);
    return edge && edge->kind == EDGE_DOOR && !(edge->flags & EDGE_BORDER);
}

static double off_line(Spot p, Spot a, Spot b) {
    double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    double share = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return outline_apart(p, (Spot){a.x + share * dx, a.y + share * dy});
}

static Corner *add_corner(Outline *o, int point) {
    const PathPoint *p = &o->path->point[point];
    if (o->corners == OUTLINE_MAX)
        return &o->corner[OUTLINE_MAX - 1];
    Spot at = outline_spot(p->at);
    o->corner[o->corners] = (Corner){.at = at,
                                     .near = at,
                                     .far = at,
                                     .along_mm = p->along_mm,
                                     .near_mm = p->along_mm,
                                     .far_mm = p->along_mm,
                                     .point = point,
                                     .door = PLAN_NONE,
                                     .level = p->level};
    return &o->corner[o->corners++];
}

/* Douglas and Peucker (1973): the bends between two points, without these. */
static void add_bends(Outline *o, int first, int last) {
    const PathPoint *p = o->path->point;
    double most = JOG_MM;
    int worst = PLAN_NONE;
    for (int i = first + 1; i < last; i++) {
        double off =
            off_line(outline_spot(p[i].at), outline_spot(p[first].at), outline_spot(p[last].at));
        if (off > most) {
            most = off;
            worst = i;
        }
    }
    if (worst == PLAN_NONE)
        return;
    add_bends(o, first, worst);
    add_corner(o, worst);
    add_bends(o, worst, last);
}

/* A door's leg goes from the step before it over the threshold, if that is a bend of its own, to
   the step behind it. */
static void add_door(Outline *o, int near, int far) {
    const PathPoint *p = o->path->point;
    bool bent = far - near > 1;
    Corner *c = add_corner(o, bent ? near + 1 : far);
    c->near = outline_spot(p[near].at);
    c->far = outline_spot(p[far].at);
    c->near_mm = p[near].along_mm;
    c->far_mm = p[far].along_mm;
    c->door = p[far].edge;
    c->forward = o->route->leg[p[far].leg].forward;
    if (!bent) {
        c->at = (Spot){(c->near.x + c->far.x) / 2, (c->near.y + c->far.y) / 2};
        c->along_mm = (c->near_mm + c->far_mm) / 2;
    }
}

static int end_of_leg(const Outline *o, int point, int last) {
    int end = point;
    while (end < last && o->path->point[end + 1].leg == o->path->point[point].leg)
        end++;
    return end;
}

void outline_floor(Outline *o, int first, int last) {
    int from = first;
    o->corners = 0;
    add_corner(o, first);
    for (int i = first + 1; i <= last; i++) {
        if (!is_door(o, i))
            continue;
        int far = end_of_leg(o, i, last);
        add_bends(o, from, i - 1);
        add_door(o, i - 1, far);
        from = i = far;
    }
    add_bends(o, from, last);
    if (from < last || o->corners == 1)
        add_corner(o, last);
}

/* ---- headings -------------------------------------------------------------------------------- */

/* Which way one comes: from a few metres back, but not from before the last turn. A step up to a
   door says nothing yet. */
double outline_in(const Outline *o, const Corner *c) {
    double back = c->near_mm - APPROACH_MM > o->turned_mm ? c->near_mm - APPROACH_MM : o->turned_mm;
    PathPoint from = path_at(o->path, back);
    if (from.level != c->level || outline_apart(outline_spot(from.at), c->near) < STEP_MM)
        return c->door == PLAN_NONE ? camera_bearing_deg(o->corner[0].at, c->at)
                                    : camera_bearing_deg(c->near, c->far);
    return camera_bearing_deg(outline_spot(from.at), c->near);
}

/* Which way one goes on: to the first corner that is not just here, or through the next door. */
double outline_out(const Outline *o, int i, int *to) {
    const Corner *c = &o->corner[i];
    for (int j = i + 1; j < o->corners; j++) {
        const Corner *next = &o->corner[j];
        bool far = outline_apart(c->far, next->near) > OUTLINE_SHORT_MM;
        if (!far && next->door == PLAN_NONE && j + 1 < o->corners)
            continue;
        if (to)
            *to = j;
        return outline_apart(c->far, next->near) > STEP_MM
                   ? camera_bearing_deg(c->far, next->near)
                   : camera_bearing_deg(next->near, next->far);
    }
    return c->door == PLAN_NONE ? outline_in(o, c) : camera_bearing_deg(c->near, c->far);
}

/* How far one turns at corner i, having come with heading `in`. Two turns that follow each other
   closely are told as one, unless that would send people back where they come from. */
double outline_turn(const Outline *o, int i, double in, int *to) {
    double deg = camera_angle_deg(outline_out(o, i, to) - in);
    if (fabs(deg) < ABOUT_TURN_DEG || i + 1 >= o->corners ||
        outline_apart(o->corner[i].far, o->corner[i + 1].near) < STEP_MM)
        return deg;
    if (to)
        *to = i + 1;
    return camera_angle_deg(camera_bearing_deg(o->corner[i].far, o->corner[i + 1].near) - in);
}

int outline_far_side(const Outline *o, const Corner *c) {
    const PlanEdge *edge = &o->plan->edge[c->door];
    return o->plan->node[c->forward ? edge->b : edge->a].space;
}

int outline_near_side(const Outline *o, const Corner *c) {
    const PlanEdge *edge = &o->plan->edge[c->door];
    return o->plan->node[c->forward ? edge->a : edge->b].space;
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
            Spot a = outline_spot(ring[i]),
                 b = outline_spot(ring[(i + 1) % plan->ring[r].point_count]);
            double off = off_line(at, a, b);
            if (off < nearest) {
                nearest = off;
                *bearing = camera_bearing_deg(a, b);
            }
        }
    return nearest < 1000;
}

/* From the step before a door to the step behind it; where the two are one point, square to the
   wall. */
double outline_through(const Outline *o, int i) {
    const Corner *c = &o->corner[i];
    if (outline_apart(c->near, c->far) > 100)
        return camera_bearing_deg(c->near, c->far);
    double wall = 0, in = outline_in(o, c),
           along = in + camera_angle_deg(outline_out(o, i, NULL) - in) / 2;
    if (!wall_through(o->plan, outline_far_side(o, c), c->at, &wall) &&
        !wall_through(o->plan, outline_near_side(o, c), c->at, &wall))
        return along;
    double one = wall + 90, other = wall - 90;
    return fabs(camera_angle_deg(one - along)) < fabs(camera_angle_deg(other - along)) ? one
                                                                                       : other;
}

/* How far one walks on from corner i before the next door or turn. */
double outline_stretch(const Outline *o, int i) {
    int j = i + 1;
    while (j + 1 < o->corners && o->corner[j].door == PLAN_NONE &&
           fabs(camera_angle_deg(camera_bearing_deg(o->corner[j].at, o->corner[j + 1].near) -
                                 camera_bearing_deg(o->corner[i].far, o->corner[j].at))) <=
               SHARP_DEG)
        j++;
    return j < o->corners ? o->corner[j].near_mm - o->corner[i].far_mm : 0;
}
