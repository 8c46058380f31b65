#include "tools/import/connectors.h"

#include "base/message.h"
#include "tools/import/levels.h"
#include "tools/import/naming.h"
#include "tools/import/wording.h"

#include <math.h>
#include <stdlib.h>

#define LIFT_STOREY_S 5
#define END_STEP_MM 300 /* on and off a moving walkway */
#define GOING_PER_RISE                                                                             \
    1.7 /* of stairs whose length is not drawn: a step of 29 cm for each 17 cm                     \
         */

/* One floor of a shaft, and which connector it belongs to. */
typedef struct Stop {
    int level, node, connector;
} Stop;

/* ---- which floors belong together ------------------------------------------------------------ */

static PlanEdgeKind edge_kind(SpaceKind kind) {
    return kind == SPACE_LIFT ? EDGE_LIFT : kind == SPACE_ESCALATOR ? EDGE_ESCALATOR : EDGE_STAIRS;
}

static bool is_shaft(const PlanSpace *s) {
    return s->kind == SPACE_LIFT || s->kind == SPACE_STAIRS || s->kind == SPACE_ESCALATOR;
}

static bool stands_over(const PlanDraft *d, int a, int b) {
    GEOSGeometry *pa = geometry_point(d->plan.space[a].anchor),
                 *pb = geometry_point(d->plan.space[b].anchor);
    bool over = GEOSPreparedCovers(d->room[a].prepared, pb) == 1 ||
                GEOSPreparedCovers(d->room[b].prepared, pa) == 1;
    GEOSGeom_destroy(pa);
    GEOSGeom_destroy(pb);
    return over;
}

/* Drawn once for several floors, or given the same kiosk:connector, or one above the other. */
static bool same_shaft(const PlanDraft *d, int a, int b) {
    const OsmObject *x = d->room[a].object, *y = d->room[b].object;
    if (d->plan.space[a].kind != d->plan.space[b].kind ||
        d->plan.space[a].level == d->plan.space[b].level)
        return false;
    if (x == y)
        return true;
    Slice ca = osm_tag(x, "kiosk:connector"), cb = osm_tag(y, "kiosk:connector");
    return ca.len || cb.len ? slice_equal(ca, cb) : stands_over(d, a, b);
}

/* Carries along one floor. */
static bool is_walkway(const PlanDraft *d, const OsmObject *o) {
    int levels[LEVELS_MAX];
    bool steps = osm_is(o, "highway", "steps") || osm_is(o, "room", "escalator");
    return !steps && osm_has(o, "conveying") && draft_levels_of(d, o, levels) < 2;
}

int connector_new(PlanDraft *d, PlanEdgeKind kind, const OsmObject *o) {
    static const SpaceKind AS_SPACE[EDGE_KIND_COUNT] = {
        [EDGE_LIFT] = SPACE_LIFT, [EDGE_STAIRS] = SPACE_STAIRS, [EDGE_ESCALATOR] = SPACE_ESCALATOR};
    Slice id = osm_has(o, "kiosk:connector") ? osm_tag(o, "kiosk:connector") : osm_tag(o, "ref");
    LocalText plain = draft_words(d, o, "name"),
              of_kind = kind == EDGE_RAMP ? wording_all(WORDING_RAMP) : naming_kind(AS_SPACE[kind]);
    if (kind == EDGE_ESCALATOR && is_walkway(d, o))
        of_kind = wording_all(WORDING_WALKWAY);
    if (!plain.in[LANG_FIRST].len)
        plain = id.len ? naming_with_code(d->arena, of_kind, id) : of_kind;
    PlanConnector *c = LIST_ADD(d->arena, d->plan.connector, d->plan.connector_count);
    *c = (PlanConnector){.kind = kind};
    c->id = id.len ? id
                   : arena_printf(d->arena, "%c%lld",
                                  o->kind == OSM_NODE  ? 'n'
                                  : o->kind == OSM_WAY ? 'w'
                                                       : 'r',
                                  (long long)o->id);
    naming_forms(d->arena, (Naming){plain, draft_articles(o), NAMING_AT}, &c->name);
    return d->plan.connector_count - 1;
}

static void claim(PlanDraft *d, int first) {
    int connector = connector_new(d, edge_kind(d->plan.space[first].kind), d->room[first].object);
    d->plan.space[first].connector = connector;
    d->plan.space[first].name = d->plan.connector[connector].name;
    /* Spaces come floor by floor, so that a shaft is followed upwards. */
    for (int last = first, i = first + 1; i < d->plan.space_count; i++) {
        PlanSpace *s = &d->plan.space[i];
        if (is_shaft(s) && s->connector == PLAN_NONE && s->level > d->plan.space[last].level &&
            same_shaft(d, last, i)) {
            s->connector = connector;
            s->name = d->plan.connector[connector].name;
            last = i;
        }
    }
}

/* ---- edges between floors -------------------------------------------------------------------- */

static int direction_of(const PlanDraft *d, const OsmObject *o) {
    Slice way =
        osm_has(o, "kiosk:direction") ? osm_tag(o, "kiosk:direction") : osm_tag(o, "incline");
    bool backward = osm_is(o, "conveying", "backward");
    if (slice_is(way, "both") || osm_is(o, "conveying", "reversible"))
        return 0;
    if (!way.len && !osm_has(o, "conveying"))
        osm_warn(d->osm, o, "cet escalator n’a pas de sens ; ajouter kiosk:direction=up ou down");
    return (slice_is(way, "down") ? -1 : 1) * (backward ? -1 : 1);
}

static void ride(PlanDraft *d, const OsmObject *o, int connector, Stop low, Stop high) {
    int storeys = d->plan.level[high.level].hundredths -
                  d->plan.level[low.level].hundredths; /* hundredths of them */
    int per_storey = draft_seconds(d, o, "kiosk:storey", LIFT_STOREY_S);
    PlanEdge *edge = draft_add_edge(d, EDGE_LIFT, low.node, high.node, o);
    edge->length_mm = 0;
    edge->fixed_ms =
        draft_seconds(d, o, "kiosk:wait", CONNECTOR_WAIT_S) * 1000 + per_storey * storeys * 10;
    edge->width_mm = draft_width(d, o);
    edge->connector = connector;
}

static void climb(PlanDraft *d, const OsmObject *o, int connector, Stop low, Stop high) {
    PlanEdgeKind kind = d->plan.connector[connector].kind;
    int rise = d->plan.level[high.level].height_mm - d->plan.level[low.level].height_mm;
    int direction = kind == EDGE_ESCALATOR ? direction_of(d, o) : 0;
    PlanEdge *edge = draft_add_edge(d, kind, direction < 0 ? high.node : low.node,
                                    direction < 0 ? low.node : high.node, o);
    edge->length_mm = (int)lround(rise * GOING_PER_RISE);
    edge->connector = connector;
    edge->flags |= direction ? EDGE_ONEWAY : 0;
}

void connector_finish(PlanDraft *d, int index, const OsmObject *o) {
    PlanEdge *edge = &d->plan.edge[index];
    const PlanNode *a = &d->plan.node[edge->a], *b = &d->plan.node[edge->b];
    edge->up_mm = d->plan.level[b->level].height_mm - d->plan.level[a->level].height_mm;
    if (osm_is(o, "wheelchair", "no"))
        edge->flags |= EDGE_NO_WHEELCHAIR;
}

static const char *this_one(PlanEdgeKind kind) {
    if (kind == EDGE_LIFT)
        return message("cet ascenseur");
    return kind == EDGE_ESCALATOR ? message("cet escalator") : message("cet escalier");
}

/* Lifts go from any floor to any other; stairs to the next. Stops come from the lowest upwards. */
static void join_stops(PlanDraft *d, const OsmObject *o, int connector, const Stop *stop,
                       int count) {
    bool lift = d->plan.connector[connector].kind == EDGE_LIFT;
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < (lift ? count : i + 2) && j < count; j++) {
            int edge = d->plan.edge_count;
            (lift ? ride : climb)(d, o, connector, stop[i], stop[j]);
            connector_finish(d, edge, o);
        }
    int levels[LEVELS_MAX];
    if (count < 2 && draft_levels_of(d, o, levels) < 2)
        osm_warn(d->osm, o,
                 "%s n’est que sur un niveau et ne mène nulle part ; écrire tous ses niveaux, "
                 "comme level=0-2",
                 this_one(d->plan.connector[connector].kind));
}

int connector_way_up(const OsmObject *o) {
    return osm_is(o, "incline", "down") ? -1 : osm_is(o, "incline", "up");
}

/* ---- stairs and moving walkways on one floor ------------------------------------------------- */

/* The two ends of the long axis; the first is the one where the drawing began. */
static bool ends_of(const PlanDraft *d, int space, PlanPoint end[2]) {
    GEOSGeometry *around = GEOSMinimumRotatedRectangle(d->room[space].polygon);
    Outlines rings = around && GEOSGeomTypeId(around) == GEOS_POLYGON
                         ? geometry_rings(d->arena, around)
                         : (Outlines){0};
    AreaOutline drawn;
    bool good = rings.count == 1 && rings.ring[0].count == 4 &&
                d->room[space].object->kind == OSM_WAY &&
                draft_outline(d, d->room[space].object, &drawn);
    if (around)
        GEOSGeom_destroy(around);
    if (!good)
        return false;
    const PlanPoint *c = rings.ring[0].point;
    int long_side = geometry_distance(c[0], c[1]) < geometry_distance(c[1], c[2]);
    for (int i = 0; i < 2; i++) {
        PlanPoint a = c[(long_side + 1 + 2 * i) % 4], b = c[(long_side + 2 + 2 * i) % 4];
        end[i] =
            (PlanPoint){(int32_t)(((int64_t)a.x + b.x) / 2), (int32_t)(((int64_t)a.y + b.y) / 2)};
    }
    if (geometry_distance(end[1], drawn.point[0]) < geometry_distance(end[0], drawn.point[0])) {
        PlanPoint kept = end[0];
        end[0] = end[1];
        end[1] = kept;
    }
    return true;
}

static PlanPoint toward(PlanPoint from, PlanPoint to, double mm) {
    double length = geometry_distance(from, to), t = length > 0 ? mm / length : 0;
    return (PlanPoint){(int32_t)lround(from.x + t * ((double)to.x - from.x)),
                       (int32_t)lround(from.y + t * ((double)to.y - from.y))};
}

/* A step out of an end, into what lies there without a wall; or through a door of the author's. */
static void open_end(PlanDraft *d, int space, int port, PlanPoint end, PlanPoint other) {
    PlanPoint outside = toward(end, other, -END_STEP_MM);
    int level = d->plan.space[space].level, next = draft_space_at(d, level, outside);
    if (next == PLAN_NONE || next == space || d->room[next].walled)
        return;
    int node = draft_add_node(d, NODE_DOOR, level, next, outside);
    draft_add_edge(d, EDGE_DOOR, node, port, NULL)->flags = EDGE_OPENING | EDGE_BORDER;
}

/* Along the long axis, in the sense of conveying=*: forward is from where the outline begins. */
static bool join_flat(PlanDraft *d, int space) {
    PlanPoint end[2];
    const OsmObject *o = d->room[space].object;
    PlanEdgeKind kind = edge_kind(d->plan.space[space].kind);
    if (kind == EDGE_LIFT || !ends_of(d, space, end))
        return false;
    int level = d->plan.space[space].level, port[2];
    for (int i = 0; i < 2; i++) {
        port[i] = draft_add_node(d, NODE_PORT, level, space, toward(end[i], end[!i], END_STEP_MM));
        open_end(d, space, port[i], end[i], end[!i]);
    }
    bool back = osm_is(o, "conveying", "backward");
    int index = d->plan.edge_count;
    PlanEdge *edge = draft_add_edge(d, kind, port[back], port[!back], o);
    edge->connector = d->plan.space[space].connector;
    edge->width_mm = draft_width(d, o);
    if (kind == EDGE_ESCALATOR && !osm_is(o, "conveying", "reversible"))
        edge->flags |= EDGE_ONEWAY;
    d->plan.space[space].node = port[1];
    connector_finish(d, index, o);
    edge->up_mm = kind == EDGE_STAIRS ? connector_way_up(o) : 0;
    return true;
}

static bool is_flat(const PlanDraft *d, int first) {
    const OsmObject *o = d->room[first].object;
    for (int i = first + 1; i < d->plan.space_count; i++)
        if (d->plan.space[i].connector == d->plan.space[first].connector)
            return false;
    return osm_has(o, "conveying") || osm_is(o, "highway", "steps");
}

static void join_shaft(PlanDraft *d, int first) {
    Stop stop[LEVELS_MAX];
    int count = 0, connector = d->plan.space[first].connector;
    if (is_flat(d, first) && join_flat(d, first))
        return;
    for (int i = first; i < d->plan.space_count && count < LEVELS_MAX; i++) {
        PlanSpace *s = &d->plan.space[i];
        if (s->connector != connector)
            continue;
        s->node = draft_add_node(d, NODE_PORT, s->level, i, s->anchor);
        stop[count++] = (Stop){s->level, s->node, connector};
    }
    join_stops(d, d->room[first].object, connector, stop, count);
}

/* Its levels are written, but nothing is drawn around it on one of them. */
static void say_unserved(const PlanDraft *d, const OsmObject *o, const int *levels, int count,
                         const Stop *stop, int stops) {
    PlanPoint at = draft_point(d, o);
    for (int i = 0, s = 0; i < count; i++) {
        bool served = s < stops && stop[s].level == levels[i];
        s += served;
        if (!served && draft_space_at(d, levels[i], at) == PLAN_NONE)
            osm_warn(d->osm, o,
                     "aucun espace n’entoure cet ascenseur au niveau « " SLICE_FMT
                     " » ; y dessiner son palier, ou le déplacer",
                     SLICE_ARG(d->plan.level[levels[i]].ref.in[LANG_FIRST]));
    }
}

/* A lift that is only a point, as many real plans have it. */
static void read_lift_node(PlanDraft *d, const OsmObject *o) {
    Stop stop[LEVELS_MAX];
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels), stops = 0, connector = PLAN_NONE;
    PlanPoint at = draft_point(d, o);
    draft_say_missing_levels(d, o);
    for (int i = 0; i < count; i++) {
        int space = draft_space_at(d, levels[i], at);
        if (space == PLAN_NONE || is_shaft(&d->plan.space[space]))
            continue;
        if (connector == PLAN_NONE)
            connector = connector_new(d, EDGE_LIFT, o);
        stop[stops++] =
            (Stop){levels[i], draft_add_node(d, NODE_PORT, levels[i], space, at), connector};
    }
    if (!osm_has(o, "level"))
        osm_warn(d->osm, o, "cet ascenseur n’a pas de niveaux ; ajouter par exemple level=0-2");
    else if (stops)
        join_stops(d, o, connector, stop, stops);
    say_unserved(d, o, levels, count, stop, stops);
}

/* A floor where there is nothing but shafts. */
static void say_empty_floors(const PlanDraft *d) {
    for (int level = 0; level < d->plan.level_count; level++) {
        int shaft = PLAN_NONE, others = 0;
        for (int i = 0; i < d->plan.space_count; i++) {
            bool here = d->plan.space[i].level == level;
            others += here && !is_shaft(&d->plan.space[i]);
            shaft = here && is_shaft(&d->plan.space[i]) ? i : shaft;
        }
        if (!others && shaft != PLAN_NONE)
            osm_warn(d->osm, d->room[shaft].object,
                     "aucun espace n’est dessiné au niveau « " SLICE_FMT
                     " », où ceci mène ; l’y dessiner, ou"
                     " corriger level",
                     SLICE_ARG(d->plan.level[level].ref.in[LANG_FIRST]));
    }
}

void connectors_read(PlanDraft *d) {
    say_empty_floors(d);
    for (int i = 0; i < d->plan.space_count; i++)
        if (is_shaft(&d->plan.space[i]) && d->plan.space[i].connector == PLAN_NONE) {
            claim(d, i);
            join_shaft(d, i);
        }
    for (int i = 0; i < d->osm->count[OSM_NODE]; i++) {
        const OsmObject *o = &d->osm->object[OSM_NODE][i];
        if (osm_is(o, "highway", "elevator") && o->placed)
            read_lift_node(d, o);
    }
}
