#include "tools/import/walks.h"

#include "tools/import/describe.h"
#include "tools/import/walls.h"

#include <math.h>
#include <stdlib.h>

#define CORNER_MM 600.0 /* how far from a corner one walks around it */
#define SKIN_MM 3.0     /* rounding of what is drawn to millimetres */
#define NODES_MAX 800   /* of one space; a railway hall has 150 */

typedef struct Floor {
    PlanDraft *draft;
    int space;
    GEOSGeometry *grown; /* by SKIN_MM, so that walking along a wall is walking inside */
    const GEOSPreparedGeometry *prepared;
    const GEOSPreparedGeometry *wide; /* where a wheelchair passes; NULL in a space without walls */
    int node[NODES_MAX];
    int count, doors; /* doors and the like come first, corners behind them */
    int *joined;      /* by drawn ways: a representative of each node of the plan */
} Floor;

/* ---- seeing ---------------------------------------------------------------------------------- */

static bool covers(const GEOSPreparedGeometry *area, PlanPoint a, PlanPoint b) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){a, b}, 2);
    bool inside = line && GEOSPreparedCovers(area, line) == 1;
    if (line)
        GEOSGeom_destroy(line);
    return inside;
}

static bool stands(const GEOSPreparedGeometry *area, PlanPoint at) {
    GEOSGeometry *point = geometry_point(at);
    bool inside = GEOSPreparedCovers(area, point) == 1;
    GEOSGeom_destroy(point);
    return inside;
}

/* What stands closer to a wall than a person fits is reached all the same. */
static bool sees(const Floor *f, PlanPoint a, PlanPoint b) {
    if (covers(f->prepared, a, b))
        return true;
    const Room *room = &f->draft->room[f->space];
    return room->cut && (!stands(f->prepared, a) || !stands(f->prepared, b)) &&
           covers(room->seen, a, b);
}

static PlanPoint at(const Floor *f, int i) {
    return f->draft->plan.node[f->node[i]].at;
}

/* ---- what the author drew -------------------------------------------------------------------- */

static int representative(int *joined, int node) {
    while (joined[node] != node)
        node = joined[node] = joined[joined[node]];
    return node;
}

static void join_drawn(const PlanDraft *d, int *joined) {
    for (int i = 0; i < d->plan.node_count; i++)
        joined[i] = i;
    for (int i = 0; i < d->plan.edge_count; i++) {
        const PlanEdge *e = &d->plan.edge[i];
        if (e->space != PLAN_NONE) /* doors and connectors between floors have none */
            joined[representative(joined, e->a)] = representative(joined, e->b);
    }
}

static bool is_drawn(const Floor *f, int i, int j) {
    return representative(f->joined, f->node[i]) == representative(f->joined, f->node[j]);
}

/* ---- corners --------------------------------------------------------------------------------- */

/* A hand's breadth off the corner towards the inside; nearer when the passage is narrow. */
static PlanPoint beside_corner(const Floor *f, PlanPoint corner, double nx, double ny) {
    static const double SHARES[] = {1, 0.5, 0.2};
    double length = sqrt(nx * nx + ny * ny);
    for (size_t i = 0; i < sizeof SHARES / sizeof *SHARES && length > 0; i++) {
        double away = CORNER_MM * SHARES[i] * M_SQRT2;
        PlanPoint beside = {(int32_t)lround(corner.x + nx / length * away),
                            (int32_t)lround(corner.y + ny / length * away)};
        if (sees(f, corner, beside))
            return beside;
    }
    return corner;
}

/* The inside lies to the left of a ring's strokes: where they turn right, one has to
   walk around. */
static void add_corners_of(Floor *f, const PlanPoint *p, int count) {
    PlanDraft *d = f->draft;
    for (int i = 0; i < count && f->count < NODES_MAX; i++) {
        PlanPoint a = p[(i + count - 1) % count], b = p[i], c = p[(i + 1) % count];
        double ux = b.x - a.x, uy = b.y - a.y, vx = c.x - b.x, vy = c.y - b.y;
        double u = sqrt(ux * ux + uy * uy), v = sqrt(vx * vx + vy * vy);
        if (u <= 0 || v <= 0 || (ux * vy - uy * vx) / (u * v) > -0.05)
            continue;
        PlanPoint beside = beside_corner(f, b, -uy / u - vy / v, ux / u + vx / v);
        f->node[f->count++] =
            draft_add_node(d, NODE_CORNER, d->plan.space[f->space].level, f->space, beside);
    }
}

static void add_corners(Floor *f) {
    Outlines rings = geometry_rings(f->draft->arena, f->draft->room[f->space].roomy);
    for (int r = 0; r < rings.count; r++)
        add_corners_of(f, rings.ring[r].point, rings.ring[r].count);
}

/* ---- edges ----------------------------------------------------------------------------------- */

/* Does a nearer node lie so exactly between the two that the way over it is no longer? */
static bool is_needless(const Floor *f, int i, int j) {
    double direct = geometry_distance(at(f, i), at(f, j));
    for (int k = 0; k < f->count; k++)
        if (k != i && k != j &&
            geometry_distance(at(f, i), at(f, k)) + geometry_distance(at(f, k), at(f, j)) <=
                direct + 0.5 &&
            geometry_distance(at(f, i), at(f, k)) > 1 && geometry_distance(at(f, k), at(f, j)) > 1)
            return true;
    return false;
}

/* Of a gap between walls, to a centimetre: found by halving between what a person and a wheelchair
   need. */
static int gap_width(const Floor *f, int i, int j) {
    double low = WALL_NECK_MM, high = PLAN_WIDTH_MIN_MM;
    if (covers(f->wide, at(f, i), at(f, j)))
        return 0;
    while (high - low > 10) {
        GEOSGeometry *area = walls_roomy(f->draft->room[f->space].floor, (low + high) / 2);
        const GEOSPreparedGeometry *prepared = area ? GEOSPrepare(area) : NULL;
        bool fits = prepared && covers(prepared, at(f, i), at(f, j));
        *(fits ? &low : &high) = (low + high) / 2;
        if (prepared)
            GEOSPreparedGeom_destroy(prepared);
        if (area)
            GEOSGeom_destroy(area);
    }
    return (int)(low / 10) * 10;
}

/* Does what joins floors leave from a node, arrive there, or both? One way only. */
static void carries(const Plan *p, int node, bool *leaves, bool *arrives) {
    *leaves = *arrives = false;
    for (int i = 0; i < p->edge_count; i++) {
        bool both = !(p->edge[i].flags & EDGE_ONEWAY);
        if (p->edge[i].kind != EDGE_ESCALATOR)
            continue;
        *leaves |= p->edge[i].a == node || (both && p->edge[i].b == node);
        *arrives |= p->edge[i].b == node || (both && p->edge[i].a == node);
    }
}

/* Onto an escalator where it leaves, off it where it arrives: it is no corridor between
   its doors. */
static void turn_walk(const Floor *f, PlanEdge *edge) {
    const Plan *p = &f->draft->plan;
    bool leaves, arrives, port_last = p->node[edge->b].kind == NODE_PORT;
    int port = port_last ? edge->b : edge->a, door = port_last ? edge->a : edge->b;
    if (p->space[f->space].kind != SPACE_ESCALATOR || p->node[port].kind != NODE_PORT)
        return;
    carries(p, port, &leaves, &arrives);
    if (leaves == arrives)
        return;
    edge->a = leaves ? door : port;
    edge->b = leaves ? port : door;
    edge->flags |= EDGE_ONEWAY;
}

static void add_walk(Floor *f, int i, int j) {
    PlanEdge *edge = draft_add_edge(f->draft, EDGE_WALK, f->node[i], f->node[j], NULL);
    edge->space = f->space;
    turn_walk(f, edge);
    if (f->wide && stands(f->wide, at(f, i)) && stands(f->wide, at(f, j)))
        edge->width_mm = gap_width(f, i, j);
}

static bool all_see_each_other(const Floor *f) {
    for (int i = 0; i < f->count; i++)
        for (int j = i + 1; j < f->count; j++)
            if (!sees(f, at(f, i), at(f, j)))
                return false;
    return true;
}

/* In a shaft one walks from a door to the lift or the steps behind it, and nowhere else. */
static bool is_shut_off(const Floor *f, int i, int j) {
    const Plan *p = &f->draft->plan;
    if (p->space[f->space].connector == PLAN_NONE)
        return false;
    int door = p->node[f->node[i]].kind == NODE_PORT ? j : i, port = door == i ? j : i;
    if (p->node[f->node[port]].kind != NODE_PORT || p->node[f->node[door]].kind == NODE_PORT)
        return p->node[f->node[i]].kind != NODE_CORNER && p->node[f->node[j]].kind != NODE_CORNER;
    for (int k = 0; k < f->count; k++)
        if (k != port && p->node[f->node[k]].kind == NODE_PORT &&
            geometry_distance(at(f, k), at(f, door)) < geometry_distance(at(f, port), at(f, door)))
            return true;
    return false;
}

static void join_seen(Floor *f) {
    for (int i = 0; i < f->count; i++)
        for (int j = i + 1; j < f->count; j++)
            if (!(i < f->doors && j < f->doors && is_drawn(f, i, j)) && !is_shut_off(f, i, j) &&
                !is_needless(f, i, j) && sees(f, at(f, i), at(f, j)))
                add_walk(f, i, j);
}

/* ---- walls that cut a space in two ----------------------------------------------------------- */

/* What walking joins, by node of the plan; only nodes of this space are looked at. */
static void join_walked(const Floor *f, int first_edge, int *of) {
    const Plan *p = &f->draft->plan;
    for (int i = 0; i < f->count; i++)
        of[f->node[i]] = f->node[i];
    for (int i = 0; i < f->doors; i++)
        for (int j = i + 1; j < f->doors; j++)
            if (is_drawn(f, i, j))
                of[representative(of, f->node[i])] = representative(of, f->node[j]);
    for (int i = first_edge; i < p->edge_count; i++)
        of[representative(of, p->edge[i].a)] = representative(of, p->edge[i].b);
}

/* An edge that nobody passes names the wall to whoever looks for a way. */
static void say_walls(Floor *f, int first_edge) {
    PlanDraft *d = f->draft;
    int *of = arena_array(d->arena, int, d->plan.node_count + 1);
    join_walked(f, first_edge, of);
    for (int i = 1; i < f->doors; i++) {
        int a = f->node[0], b = f->node[i];
        if (representative(of, a) == representative(of, b))
            continue;
        of[representative(of, b)] = representative(of, a);
        int wall = walls_between(d, d->plan.node[a].level, at(f, 0), at(f, i));
        PlanEdge *edge =
            draft_add_edge(d, EDGE_WALK, a, b, wall == PLAN_NONE ? NULL : d->wall[wall].object);
        edge->space = f->space;
        edge->flags = EDGE_WALL;
    }
}

static void walk_space(Floor *f) {
    PlanDraft *d = f->draft;
    f->grown = GEOSBufferWithStyle(d->room[f->space].roomy, SKIN_MM, 1, GEOSBUF_CAP_FLAT,
                                   GEOSBUF_JOIN_MITRE, 5);
    if (!f->grown)
        return;
    f->prepared = GEOSPrepare(f->grown);
    GEOSGeometry *wide =
        d->room[f->space].cut ? walls_roomy(d->room[f->space].floor, PLAN_WIDTH_MIN_MM) : NULL;
    f->wide = wide ? GEOSPrepare(wide) : NULL;
    f->doors = f->count;
    if (!all_see_each_other(f))
        add_corners(f);
    if (f->count == NODES_MAX)
        osm_warn(d->osm, d->room[f->space].object,
                 "plus de %d portes et angles dans un seul espace ; le partager en plusieurs",
                 NODES_MAX);
    int first_edge = d->plan.edge_count;
    join_seen(f);
    if (d->room[f->space].cut)
        say_walls(f, first_edge);
    if (f->wide)
        GEOSPreparedGeom_destroy(f->wide);
    if (wide)
        GEOSGeom_destroy(wide);
    GEOSPreparedGeom_destroy(f->prepared);
    GEOSGeom_destroy(f->grown);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Where a shaft is entered on its floor; PLAN_NONE of a lift that is none. */
static int port_of(const PlanDraft *d, int space) {
    for (int i = 0; i < d->plan.node_count; i++)
        if (d->plan.node[i].kind == NODE_PORT && d->plan.node[i].space == space)
            return i;
    return PLAN_NONE;
}

/* Lifts and stairs are looked for like any room; they have their names from what they are part of.
 */
static void add_shaft(PlanDraft *d, int space) {
    PlanSpace *s = &d->plan.space[space];
    s->node = port_of(d, space);
    s->place =
        s->node != PLAN_NONE && s->name.plain.in[LANG_FIRST].len && s->access != ACCESS_PRIVATE;
}

static void add_places(PlanDraft *d) {
    for (int i = 0; i < d->plan.space_count; i++) {
        PlanSpace *s = &d->plan.space[i];
        if (describe_is_shaft(s->kind))
            add_shaft(d, i);
        if (s->place && s->node == PLAN_NONE)
            s->node = draft_add_node(d, NODE_PLACE, s->level, i, s->anchor);
    }
}

static void gather(Floor *f, int nodes) {
    const Plan *p = &f->draft->plan;
    f->count = 0;
    for (int i = 0; i < nodes && f->count < NODES_MAX; i++)
        if (p->node[i].space == f->space)
            f->node[f->count++] = i;
}

void walks_find(PlanDraft *d) {
    Floor *f = calloc(1, sizeof *f);
    if (!f)
        abort();
    add_places(d);
    f->draft = d;
    f->joined = arena_array(d->arena, int, d->plan.node_count + 1);
    join_drawn(d, f->joined);
    int nodes = d->plan.node_count; /* corners that are added belong to one space and are gathered
                                       by nobody else */
    for (f->space = 0; f->space < d->plan.space_count; f->space++) {
        gather(f, nodes);
        if (f->count > 1)
            walk_space(f);
    }
    free(f);
}
