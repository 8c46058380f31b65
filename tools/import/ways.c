#include "tools/import/ways.h"

#include "tools/import/connectors.h"
#include "tools/import/doors.h"
#include "tools/import/doorway.h"
#include "tools/import/levels.h"
#include "tools/import/passages.h"

#include <math.h>

/* ---- ways that are drawn --------------------------------------------------------------------- */

static bool is_drawn_way(const OsmObject *o) {
    static const char *const HIGHWAY[] = {"steps", "footway", "corridor", "path", "elevator", NULL};
    bool closed = o->ref_count > 3 && o->ref[0].id == o->ref[o->ref_count - 1].id;
    for (int i = 0; HIGHWAY[i]; i++)
        if (osm_is(o, "highway", HIGHWAY[i]))
            return o->ref_count >= 2 && !closed && (osm_has(o, "level") || osm_has(o, "indoor"));
    return false;
}

/* The plan's node for a point of a drawn way: a door's, one that an earlier way made, or a
   new one. */
typedef struct KnownWays {
    int64_t id;
    int level, node;
} KnownWays;

typedef struct Drawing {
    PlanDraft *draft;
    KnownWays *known;
    int count;
} Drawing;

/* The space at a point of a way; where steps begin on a border, the space that they lead out of. */
static int space_for(const PlanDraft *d, const OsmObject *node, int level, int within) {
    PlanPoint at = draft_point(d, node);
    int best = draft_space_at(d, level, at);
    if (within == PLAN_NONE || best != within)
        return best;
    for (int i = 0; i < d->plan.space_count; i++)
        if (i != within && d->plan.space[i].level == level && !d->room[i].walled &&
            passage_wall_is_near(d, i, at) && passage_wall_is_near(d, within, at))
            return i;
    return best;
}

static int node_for(Drawing *w, const OsmObject *node, int level, int space, int within) {
    PlanDraft *d = w->draft;
    int door =
        doorway_is_door(node) && space != PLAN_NONE ? doors_node(d, node, level, space) : PLAN_NONE;
    if (door != PLAN_NONE)
        return door;
    for (int i = 0; i < w->count; i++)
        if (w->known[i].id == node->id && w->known[i].level == level)
            return w->known[i].node;
    int made =
        draft_add_node(d, NODE_WAY, level, space_for(d, node, level, within), draft_point(d, node));
    *LIST_ADD(d->arena, w->known, w->count) = (KnownWays){node->id, level, made};
    return made;
}

static PlanEdgeKind kind_of_way(const OsmObject *o, int incline_pm) {
    if (osm_is(o, "highway", "elevator"))
        return EDGE_LIFT;
    if (osm_has(o, "conveying") && !osm_is(o, "conveying", "no"))
        return EDGE_ESCALATOR;
    if (osm_is(o, "highway", "steps"))
        return EDGE_STAIRS;
    return incline_pm ? EDGE_RAMP : EDGE_WALK;
}

static PlanPoint middle(PlanPoint a, PlanPoint b) {
    return (PlanPoint){(int32_t)(((int64_t)a.x + b.x) / 2), (int32_t)(((int64_t)a.y + b.y) / 2)};
}

/* From its first point to its last, or the other way round. */
static void carry(PlanEdge *edge, const OsmObject *o) {
    PlanEdge drawn = *edge;
    bool back = osm_is(o, "conveying", "backward");
    if (back) {
        edge->a = drawn.b;
        edge->b = drawn.a;
        edge->incline_pm = -drawn.incline_pm;
        edge->up_mm = -drawn.up_mm;
    }
    if (back || osm_is(o, "conveying", "forward"))
        edge->flags |= EDGE_ONEWAY;
}

static void draw_stroke(Drawing *w, const OsmObject *o, int level, int connector,
                        const OsmObject *from, const OsmObject *to) {
    PlanDraft *d = w->draft;
    PlanPoint p = draft_point(d, from), q = draft_point(d, to);
    int space = draft_space_at(d, level, middle(p, q)), incline = draft_incline(d, o);
    PlanEdgeKind kind = kind_of_way(o, incline);
    int within = kind == EDGE_WALK ? PLAN_NONE : space;
    int a = node_for(w, from, level, space, within), b = node_for(w, to, level, space, within);
    PlanEdge *edge = draft_add_edge(d, kind, a, b, o);
    edge->length_mm = (int)lround(geometry_distance(p, q));
    edge->space = space;
    edge->connector = connector;
    edge->incline_pm = incline;
    edge->up_mm = (int)((int64_t)edge->length_mm * incline / 1000);
    edge->width_mm = draft_width(d, o);
    if (osm_is(o, "wheelchair", "no"))
        edge->flags |= EDGE_NO_WHEELCHAIR;
    if ((edge->kind == EDGE_STAIRS || edge->kind == EDGE_ESCALATOR) && !edge->up_mm)
        edge->up_mm = connector_way_up(o);
    if (edge->kind == EDGE_ESCALATOR)
        carry(edge, o);
}

/* All its points lie on one floor. */
static void draw_on_floor(Drawing *w, const OsmObject *o, int level) {
    PlanDraft *d = w->draft;
    PlanEdgeKind kind = kind_of_way(o, draft_incline(d, o));
    int connector = kind == EDGE_WALK ? PLAN_NONE : connector_new(d, kind, o);
    for (int i = 1; i < o->ref_count; i++) {
        const OsmObject *from = osm_find(d->osm, OSM_NODE, o->ref[i - 1].id),
                        *to = osm_find(d->osm, OSM_NODE, o->ref[i].id);
        if (from && to && from->placed && to->placed)
            draw_stroke(w, o, level, connector, from, to);
    }
}

static int drawn_length(const PlanDraft *d, const OsmObject *o) {
    AreaOutline line;
    double length = 0;
    if (!draft_outline(d, o, &line))
        return 0;
    for (int i = 1; i < line.count; i++)
        length += geometry_distance(line.point[i - 1], line.point[i]);
    return (int)lround(length);
}

static bool stands_at(const PlanDraft *d, int level, const OsmObject *node) {
    return draft_space_at(d, level, draft_point(d, node)) != PLAN_NONE;
}

/* Does it begin on the higher floor? incline=* says so, unless only the other way round both its
   ends stand somewhere. */
static bool leads_down(const PlanDraft *d, const OsmObject *o, const int *level,
                       const OsmObject *first, const OsmObject *last) {
    bool down = osm_is(o, "incline", "down");
    bool stands = stands_at(d, level[down], first) && stands_at(d, level[!down], last);
    bool turned = stands_at(d, level[!down], first) && stands_at(d, level[down], last);
    return turned && !stands ? !down : down;
}

/* From its first point on one floor to its last on another; drawn upwards unless it is said or seen
   to lead down. */
static void draw_between_floors(Drawing *w, const OsmObject *o, const int *levels, int count) {
    PlanDraft *d = w->draft;
    const OsmObject *first = osm_find(d->osm, OSM_NODE, o->ref[0].id),
                    *last = osm_find(d->osm, OSM_NODE, o->ref[o->ref_count - 1].id);
    PlanEdgeKind kind = kind_of_way(o, draft_incline(d, o));
    if (!first || !last || !first->placed || !last->placed || count != 2) {
        osm_warn(d->osm, o,
                 "ce tracé doit aller d’un niveau à un seul autre, comme level=0;1 ; il est laissé "
                 "de côté");
        return;
    }
    bool down = leads_down(d, o, levels, first, last);
    int la = down ? levels[1] : levels[0], lb = down ? levels[0] : levels[1];
    int a = node_for(w, first, la, draft_space_at(d, la, draft_point(d, first)), PLAN_NONE);
    int b = node_for(w, last, lb, draft_space_at(d, lb, draft_point(d, last)), PLAN_NONE);
    int connector = connector_new(d, kind == EDGE_WALK ? EDGE_RAMP : kind, o),
        index = d->plan.edge_count;
    bool back = osm_is(o, "conveying", "backward");
    PlanEdge *edge =
        draft_add_edge(d, d->plan.connector[connector].kind, back ? b : a, back ? a : b, o);
    edge->length_mm = kind == EDGE_LIFT ? 0 : drawn_length(d, o);
    edge->connector = connector;
    edge->incline_pm = kind == EDGE_STAIRS || kind == EDGE_ESCALATOR ? 0 : draft_incline(d, o);
    edge->width_mm = draft_width(d, o);
    edge->fixed_ms = kind == EDGE_LIFT ? CONNECTOR_WAIT_S * 1000 : 0;
    if (kind == EDGE_ESCALATOR && (back || osm_is(o, "conveying", "forward")))
        edge->flags |= EDGE_ONEWAY;
    connector_finish(d, index, o);
}

void ways_read(PlanDraft *d) {
    Drawing w = {.draft = d};
    for (int i = 0; i < d->osm->count[OSM_WAY]; i++) {
        const OsmObject *o = &d->osm->object[OSM_WAY][i];
        int levels[LEVELS_MAX], count = is_drawn_way(o) ? draft_levels_of(d, o, levels) : 0;
        if (is_drawn_way(o))
            draft_say_missing_levels(d, o);
        if (count == 1)
            draw_on_floor(&w, o, levels[0]);
        else if (count)
            draw_between_floors(&w, o, levels, count);
    }
}
