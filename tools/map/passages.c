#include "map/passages.h"

#include <math.h>

#define DRAWN_WIDTH_MM 900 /* of a gap whose width is not known */

/* ---- stepping inside --------------------------------------------------------------------------------------------------------------------- */

static double distance_to(PlanPoint p, PlanPoint a, PlanPoint b) {
    double x = b.x - a.x, y = b.y - a.y, length2 = x * x + y * y;
    double t = length2 > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / length2 : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double dx = a.x + t * x - p.x, dy = a.y + t * y - p.y;
    return sqrt(dx * dx + dy * dy);
}

PassageWall passage_wall(const Draft *d, int space, PlanPoint at) {
    const PlanSpace *s = &d->plan.space[space];
    PassageWall best = {.at = at, .distance = INFINITY};
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanRing *ring = &d->plan.ring[r];
        const PlanPoint *p = d->plan.point + ring->first_point;
        for (int i = 0; i < ring->point_count; i++) {
            PlanPoint a = p[i], b = p[(i + 1) % ring->point_count];
            double away = distance_to(at, a, b);
            if (away < best.distance)
                best = (PassageWall){at, a, b, away};
        }
    }
    return best;
}

static bool sees(const Draft *d, int space, PlanPoint from, PlanPoint to) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){from, to}, 2);
    bool inside = GEOSPreparedCovers(d->room[space].prepared, line) == 1;
    GEOSGeom_destroy(line);
    return inside;
}

/* Into the middle of a corridor, a step into a room: where a person would stand before turning. The left of a ring's stroke is
   inside, whichever way the ring runs around. */
static PlanPoint step_inside(const Draft *d, int space, PlanPoint at) {
    static const double DEPTHS[] = {2400, 2000, 1600, 1200, 800, 400, 200};
    PassageWall wall = passage_wall(d, space, at);
    double x = wall.b.x - wall.a.x, y = wall.b.y - wall.a.y, length = sqrt(x * x + y * y);
    double most = d->room[space].walled ? 600 : 1200;
    for (size_t i = 0; i < sizeof DEPTHS / sizeof *DEPTHS && length > 0; i++) {
        double nx = -y / length, ny = x / length, deep = DEPTHS[i], step = deep / 2 < most ? deep / 2 : most;
        PlanPoint skin = {(int32_t)lround(at.x + nx * 5), (int32_t)lround(at.y + ny * 5)};
        PlanPoint far = {(int32_t)lround(at.x + nx * deep), (int32_t)lround(at.y + ny * deep)};
        if (sees(d, space, skin, far))
            return (PlanPoint){(int32_t)lround(at.x + nx * step), (int32_t)lround(at.y + ny * step)};
    }
    return at;
}

/* ---- one passage -------------------------------------------------------------------------------------------------------------------------- */

static int side_node(Draft *d, const Passage *p, int space) {
    return draft_add_node(d, NODE_DOOR, p->level, space, space == PLAN_NONE ? p->at : step_inside(d, space, p->at));
}

static void join(Draft *d, const Passage *p, int a, int b) {
    int first = d->plan.point_count;
    *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = p->at;
    PlanEdge *edge = draft_add_edge(d, EDGE_DOOR, a, b, p->object);
    edge->length_mm = (int)lround(geometry_distance(d->plan.node[a].at, p->at) + geometry_distance(p->at, d->plan.node[b].at));
    edge->width_mm = p->width_mm;
    edge->fixed_ms = p->fixed_ms;
    edge->flags = p->flags;
    edge->first_point = first;
    edge->point_count = 1;
}

void passage_gap(const Draft *d, Gaps *gaps, int level, int width_mm, PlanPoint at) {
    *LIST_ADD(d->arena, gaps->gap, gaps->count) = (Gap){level, width_mm ? width_mm : DRAWN_WIDTH_MM, at};
}

void passage_add(Draft *d, Gaps *gaps, const Passage *p, const int *space, int count) {
    int node[PASSAGE_SIDES_MAX];
    for (int i = 0; i < count; i++)
        node[i] = side_node(d, p, space[i]);
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            join(d, p, node[i], node[j]);
    if (p->object) /* an open border has no wall to be left open */
        passage_gap(d, gaps, p->level, p->width_mm, p->at);
}
