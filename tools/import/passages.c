#include "tools/import/passages.h"

#include <math.h>

#define WALL_DEPTH_MM 1200.0 /* a wall thicker than that is no wall */
#define DRAWN_WIDTH_MM 900   /* of a gap whose width is not known */

/* ---- stepping inside ------------------------------------------------------------------------- */

PassageWall passage_wall(const PlanDraft *d, int space, PlanPoint at) {
    const PlanSpace *s = &d->plan.space[space];
    PassageWall best = {.at = at, .distance = INFINITY};
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanRing *ring = &d->plan.ring[r];
        const PlanPoint *p = d->plan.point + ring->first_point;
        for (int i = 0; i < ring->point_count; i++) {
            PlanPoint a = p[i], b = p[(i + 1) % ring->point_count];
            double away = geometry_off_line(at, a, b);
            if (away < best.distance)
                best = (PassageWall){at, a, b, away};
        }
    }
    return best;
}

static bool sees(const PlanDraft *d, int space, PlanPoint from, PlanPoint to) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){from, to}, 2);
    bool inside = GEOSPreparedCovers(d->room[space].seen, line) == 1;
    GEOSGeom_destroy(line);
    return inside;
}

bool passage_wall_is_near(const PlanDraft *d, int space, PlanPoint at) {
    return passage_wall(d, space, at).distance <= draft_tolerance(d);
}

static PlanPoint moved(PlanPoint at, double nx, double ny, double by) {
    return (PlanPoint){(int32_t)lround(at.x + nx * by), (int32_t)lround(at.y + ny * by)};
}

/* Into the middle of a corridor, a step into a room: where a person would stand before turning. */
static bool step_along(const PlanDraft *d, int space, PlanPoint *at, double nx, double ny) {
    static const double DEPTHS[] = {2400, 2000, 1600, 1200, 800, 400, 200};
    double most = d->room[space].walled ? 600 : 1200, skin = d->room[space].cut ? 30 : 5;
    for (size_t i = 0; i < sizeof DEPTHS / sizeof *DEPTHS; i++) {
        double deep = DEPTHS[i], step = deep / 2 < most ? deep / 2 : most;
        if (!sees(d, space, moved(*at, nx, ny, skin), moved(*at, nx, ny, deep)))
            continue;
        *at = moved(*at, nx, ny, step);
        return true;
    }
    return false;
}

/* The left of a ring's stroke is inside, whichever way the ring runs around. */
static PlanPoint step_inside(const PlanDraft *d, int space, PlanPoint at) {
    PassageWall wall = passage_wall(d, space, at);
    double x = (double)wall.b.x - wall.a.x, y = (double)wall.b.y - wall.a.y,
           length = sqrt(x * x + y * y);
    if (length > 0)
        step_along(d, space, &at, -y / length, x / length);
    return at;
}

/* ---- one passage ----------------------------------------------------------------------------- */

static int side_node(PlanDraft *d, const Passage *p, int space) {
    return draft_add_node(d, NODE_DOOR, p->level, space,
                          space == PLAN_NONE ? p->at : step_inside(d, space, p->at));
}

static void join(PlanDraft *d, const Passage *p, int a, int b) {
    int first = d->plan.point_count;
    *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = p->at;
    PlanEdge *edge = draft_add_edge(d, EDGE_DOOR, a, b, p->object);
    edge->length_mm = (int)lround(geometry_distance(d->plan.node[a].at, p->at) +
                                  geometry_distance(p->at, d->plan.node[b].at));
    edge->width_mm = p->width_mm;
    edge->fixed_ms = p->fixed_ms;
    edge->flags = p->flags;
    edge->first_point = first;
    edge->point_count = 1;
}

void passage_gap(const PlanDraft *d, Gaps *gaps, int level, int width_mm, PlanPoint at) {
    *LIST_ADD(d->arena, gaps->gap, gaps->count) =
        (Gap){level, width_mm ? width_mm : DRAWN_WIDTH_MM, at};
}

void passage_add(PlanDraft *d, Gaps *gaps, const Passage *p, const int *space, int count) {
    int node[PASSAGE_SIDES_MAX];
    for (int i = 0; i < count; i++)
        node[i] = side_node(d, p, space[i]);
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            join(d, p, node[i], node[j]);
    passage_gap(d, gaps, p->level, p->width_mm, p->at);
}

int passage_add_between(PlanDraft *d, Gaps *gaps, const Passage *p, int low, int high) {
    Passage side = *p;
    int node[2], space[2] = {low, high};
    for (int i = 0; i < 2; i++) {
        side.level = d->plan.space[space[i]].level;
        node[i] = side_node(d, &side, space[i]);
        passage_gap(d, gaps, side.level, p->width_mm, p->at);
    }
    join(d, p, node[0], node[1]);
    return d->plan.edge_count - 1;
}

/* ---- through a wall in a hall ---------------------------------------------------------------- */

/* Beyond the wall, however thick it is. */
static bool step_through(const PlanDraft *d, int space, PlanPoint *at, double nx, double ny) {
    for (double skin = 30; skin <= WALL_DEPTH_MM; skin += 60) {
        PlanPoint behind = moved(*at, nx, ny, skin);
        if (!step_along(d, space, &behind, nx, ny))
            continue;
        *at = behind;
        return true;
    }
    return false;
}

bool passage_add_in_wall(PlanDraft *d, Gaps *gaps, const Passage *p, int space, PlanPoint a,
                         PlanPoint b) {
    double x = (double)b.x - a.x, y = (double)b.y - a.y, length = sqrt(x * x + y * y);
    PlanPoint one = p->at, other = p->at;
    if (length <= 0 || !step_through(d, space, &one, -y / length, x / length) ||
        !step_through(d, space, &other, y / length, -x / length))
        return false;
    int from = draft_add_node(d, NODE_DOOR, p->level, space, one),
        to = draft_add_node(d, NODE_DOOR, p->level, space, other);
    join(d, p, from, to);
    passage_gap(d, gaps, p->level, p->width_mm, p->at);
    return true;
}

/* ---- over an open border --------------------------------------------------------------------- */

static bool stands(const PlanDraft *d, int space, PlanPoint at) {
    GEOSGeometry *point = geometry_point(at);
    bool inside =
        GEOSPreparedContains(d->room[space].seen, point) == 1; /* on its outline is not in it */
    GEOSGeom_destroy(point);
    return inside;
}

/* A hand's breadth into the space, square to the border if one can stand there. */
static PlanPoint just_inside(const PlanDraft *d, int space, PlanPoint at, double nx, double ny) {
    static const double TURN[] = {0, 30, -30, 60, -60, 90, -90, 180, 150, -150, 120, -120};
    for (int away = 40; away <= 200; away *= 2)
        for (size_t i = 0; i < sizeof TURN / sizeof *TURN; i++) {
            double c = cos(TURN[i] * M_PI / 180), s = sin(TURN[i] * M_PI / 180);
            PlanPoint there = moved(at, nx * c - ny * s, nx * s + ny * c, away);
            if (stands(d, space, there))
                return there;
        }
    return at;
}

void passage_add_border(PlanDraft *d, const PassageBorder *border, int level, PlanPoint at,
                        PlanPoint towards, const int space[2]) {
    double x = (double)towards.x - at.x, y = (double)towards.y - at.y, length = sqrt(x * x + y * y);
    double nx = length > 0 ? -y / length : 0, ny = length > 0 ? x / length : 1;
    /* `towards` follows the second space's outline, which lies to the left of it. */
    int b = draft_add_node(d, NODE_DOOR, level, space[1], just_inside(d, space[1], at, nx, ny));
    int a = draft_add_node(d, NODE_DOOR, level, space[0], just_inside(d, space[0], at, -nx, -ny));
    PlanEdge *edge = draft_add_edge(d, EDGE_DOOR, a, b, NULL);
    edge->width_mm = border->width_mm;
    edge->flags = EDGE_OPENING | EDGE_BORDER;
    edge->first_point = border->first;
    edge->point_count = border->count;
}
