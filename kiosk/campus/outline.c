#include "campus/outline.h"

#define JOG_MM 600          /* the line is drawn that much beside the walls: smaller bends are nobody's decision */
#define DOOR_STEP_MM 2000   /* a point so near before a threshold is the step up to it */
#define APPROACH_MM 6000    /* how far back one's direction is felt */
#define SHARP_DEG 45        /* a bend that ends a stretch */
#define ABOUT_TURN_DEG 150

/* ---- the line, simplified -------------------------------------------------------------------------------------------------- */

const PlanEdge *outline_edge(const Outline *o, int point) {
    int edge = o->path->point[point].edge;
    return edge == PLAN_NONE ? NULL : &o->plan->edge[edge];
}

static bool is_door(const Outline *o, int point) {
    const PlanEdge *edge = outline_edge(o, point);
    return edge && edge->kind == EDGE_DOOR;
}

static bool same_leg(const Outline *o, int a, int b) {
    return o->path->point[a].leg == o->path->point[b].leg;
}

static double off_line(Spot p, Spot a, Spot b) {
    double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    double share = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return outline_apart(p, (Spot){a.x + share * dx, a.y + share * dy});
}

static void add_corner(Outline *o, int point) {
    const PathPoint *p = &o->path->point[point];
    bool door = is_door(o, point);
    if (o->corners == OUTLINE_MAX)
        return;
    o->corner[o->corners++] = (Corner){.at = outline_spot(p->at), .along_mm = p->along_mm, .point = point, .level = p->level,
                                       .door = door ? p->edge : PLAN_NONE, .forward = door && o->route->leg[p->leg].forward};
}

/* Douglas and Peucker (1973) between two points that stay; adds what lies between and the last one. */
static void simplify(Outline *o, int first, int last) {
    const PathPoint *p = o->path->point;
    double most = JOG_MM;
    int worst = PLAN_NONE;
    for (int i = first + 1; i < last; i++) {
        double off = off_line(outline_spot(p[o->kept[i]].at), outline_spot(p[o->kept[first]].at), outline_spot(p[o->kept[last]].at));
        if (off > most) {
            most = off;
            worst = i;
        }
    }
    if (worst != PLAN_NONE) {
        simplify(o, first, worst);
        simplify(o, worst, last);
    } else {
        add_corner(o, o->kept[last]);
    }
}

/* A door is drawn as the step before it, its threshold and the step behind it: only the threshold says where one goes. */
static void keep_points(Outline *o, int first, int last) {
    o->kepts = 0;
    for (int i = first; i <= last; i++) {
        bool behind = i > first && is_door(o, i) && is_door(o, i - 1) && same_leg(o, i, i - 1);
        bool before = i > first && i < last && is_door(o, i + 1) && !is_door(o, i) &&
                      outline_apart(outline_spot(o->path->point[i].at), outline_spot(o->path->point[i + 1].at)) < DOOR_STEP_MM;
        if (!behind && !before)
            o->kept[o->kepts++] = i;
    }
    if (o->kept[o->kepts - 1] != last && !is_door(o, last))
        o->kept[o->kepts++] = last;
}

/* Points [first, last] of one floor; doors stay. */
void outline_floor(Outline *o, int first, int last) {
    keep_points(o, first, last);
    o->corners = 0;
    add_corner(o, first);
    o->corner[0].door = PLAN_NONE;
    for (int from = 0, i = 1; i < o->kepts; i++)
        if (i + 1 == o->kepts || is_door(o, o->kept[i])) {
            simplify(o, from, i);
            from = i;
        }
}

/* ---- headings -------------------------------------------------------------------------------------------------------------- */

/* Which way one comes: from a few metres back, but not from before the last turn. */
double outline_in(const Outline *o, const Corner *c) {
    double back = c->along_mm - APPROACH_MM > o->turned_mm ? c->along_mm - APPROACH_MM : o->turned_mm;
    PathPoint from = path_at(o->path, back);
    if (from.level != c->level || outline_apart(outline_spot(from.at), c->at) < 50)
        from = o->path->point[o->corner[0].point];
    return camera_bearing_deg(outline_spot(from.at), c->at);
}

/* Which way one goes on: to the first corner that is not just here. */
double outline_out(const Outline *o, int i) {
    for (int j = i + 1; j < o->corners; j++)
        if (outline_apart(o->corner[i].at, o->corner[j].at) > OUTLINE_SHORT_MM || j + 1 == o->corners)
            return camera_bearing_deg(o->corner[i].at, o->corner[j].at);
    return i > 0 ? camera_bearing_deg(o->corner[i - 1].at, o->corner[i].at) : 0;
}

/* How far one turns at corner i, having come with heading `in`. Two turns that follow each other closely are told as one,
   unless that would send people back where they come from. */
double outline_turn(const Outline *o, int i, double in) {
    double deg = camera_angle_deg(outline_out(o, i) - in);
    if (fabs(deg) < ABOUT_TURN_DEG || i + 1 >= o->corners || outline_apart(o->corner[i].at, o->corner[i + 1].at) < 500)
        return deg;
    return camera_angle_deg(camera_bearing_deg(o->corner[i].at, o->corner[i + 1].at) - in);
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
            Spot a = outline_spot(ring[i]), b = outline_spot(ring[(i + 1) % plan->ring[r].point_count]);
            double off = off_line(at, a, b);
            if (off < nearest) {
                nearest = off;
                *bearing = camera_bearing_deg(a, b);
            }
        }
    return nearest < 1000;
}

/* One goes through a door square to its wall, whatever the line before and after. */
double outline_through(const Outline *o, int i) {
    const Corner *c = &o->corner[i];
    const PlanEdge *edge = &o->plan->edge[c->door];
    Spot near = outline_spot(o->plan->node[c->forward ? edge->a : edge->b].at), far = outline_spot(o->plan->node[c->forward ? edge->b : edge->a].at);
    if (outline_apart(near, far) > 100)
        return camera_bearing_deg(near, far);
    double wall, in = outline_in(o, c), along = camera_angle_deg(in + camera_angle_deg(outline_out(o, i) - in) / 2);
    if (!wall_through(o->plan, outline_far_side(o, c), c->at, &wall) && !wall_through(o->plan, outline_near_side(o, c), c->at, &wall))
        return along;
    double one = wall + 90, other = wall - 90;
    return fabs(camera_angle_deg(one - along)) < fabs(camera_angle_deg(other - along)) ? one : other;
}

/* How far one walks on from corner i before the next door or turn. */
double outline_stretch(const Outline *o, int i) {
    int j = i + 1;
    while (j + 1 < o->corners && o->corner[j].door == PLAN_NONE &&
           fabs(camera_angle_deg(camera_bearing_deg(o->corner[j].at, o->corner[j + 1].at) -
                                 camera_bearing_deg(o->corner[i].at, o->corner[j].at))) <= SHARP_DEG)
        j++;
    return j < o->corners ? o->corner[j].along_mm - o->corner[i].along_mm : 0;
}
