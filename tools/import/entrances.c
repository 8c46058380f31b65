#include "tools/import/entrances.h"

#include "tools/import/describe.h"
#include "tools/import/naming.h"
#include "tools/import/wording.h"

#include <string.h>

#define HALF_SIDE_MM 400 /* of the square that stands for the door */

/* ---- which doors ----------------------------------------------------------------------------- */

static bool is_outside(const PlanDraft *d, int space) {
    return space == PLAN_NONE || d->room[space].outside;
}

/* The node inside, of a door between inside and outside; PLAN_NONE of any other. */
static int inner_node(const PlanDraft *d, const PlanEdge *edge) {
    bool a = is_outside(d, d->plan.node[edge->a].space),
         b = is_outside(d, d->plan.node[edge->b].space);
    if (a == b || edge->kind != EDGE_DOOR || (edge->flags & EDGE_ESCAPE))
        return PLAN_NONE;
    return a ? edge->b : edge->a;
}

static bool is_public(const PlanDraft *d, const OsmObject *door, int node) {
    return describe_access(door) != ACCESS_PRIVATE &&
           d->plan.space[d->plan.node[node].space].access != ACCESS_PRIVATE;
}

/* A door of a hall that has an outside on two sides is one door. */
static bool is_added(const PlanDraft *d, int first, const OsmObject *door) {
    for (int i = first; i < d->plan.space_count; i++)
        if (d->room[i].object == door)
            return true;
    return false;
}

/* ---- one entrance ---------------------------------------------------------------------------- */

static PlanName name_of(const PlanDraft *d, const OsmObject *door, bool main) {
    PlanName name = {0};
    LocalText own = draft_words(d, door, "name");
    LocalText plain = own.in[LANG_FIRST].len ? own : naming_kind(SPACE_ENTRANCE);
    if (main && !own.in[LANG_FIRST].len)
        plain = wording_all(WORDING_MAIN_ENTRANCE);
    naming_forms(d->arena, (Naming){plain, draft_articles(door), NAMING_AT}, &name);
    return name;
}

static AreaOutline square_around(const PlanDraft *d, PlanPoint at) {
    PlanPoint *p = arena_array(d->arena, PlanPoint, 4);
    for (int i = 0; i < 4; i++)
        p[i] = (PlanPoint){at.x + (i == 1 || i == 2 ? HALF_SIDE_MM : -HALF_SIDE_MM),
                           at.y + (i > 1 ? HALF_SIDE_MM : -HALF_SIDE_MM)};
    return (AreaOutline){.point = p, .count = 4};
}

static void add_ring(PlanDraft *d, PlanSpace *s, AreaOutline square) {
    s->first_ring = d->plan.ring_count;
    s->ring_count = 1;
    *LIST_ADD(d->arena, d->plan.ring, d->plan.ring_count) =
        (PlanRing){false, d->plan.point_count, square.count};
    for (int i = 0; i < square.count; i++)
        *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = square.point[i];
}

static Room room_of(const OsmObject *door, AreaOutline square) {
    RingFlaw flaw;
    GEOSGeometry *polygon = geometry_area((Outlines){&square, 1}, &flaw);
    const GEOSPreparedGeometry *prepared = GEOSPrepare(polygon);
    return (Room){.object = door,
                  .polygon = polygon,
                  .prepared = prepared,
                  .floor = polygon,
                  .seen = prepared,
                  .roomy = polygon};
}

static Slice id_of(const PlanDraft *d, const OsmObject *door) {
    if (osm_has(door, "kiosk:ref"))
        return osm_tag(door, "kiosk:ref");
    return osm_has(door, "ref") ? osm_tag(door, "ref")
                                : arena_printf(d->arena, "n%lld", (long long)door->id);
}

static void add(PlanDraft *d, const OsmObject *door, const PlanEdge *edge, int node) {
    PlanNode inside = d->plan.node[node];
    PlanPoint at = edge->point_count ? d->plan.point[edge->first_point] : inside.at;
    AreaOutline square = square_around(d, at);
    PlanSpace s = {.id = id_of(d, door),
                   .ref = osm_tag(door, "ref"),
                   .kind = SPACE_ENTRANCE,
                   .access = describe_access(door),
                   .level = inside.level,
                   .zone = d->plan.space[inside.space].zone,
                   .connector = PLAN_NONE,
                   .place = true,
                   .priority = edge->flags & EDGE_MAIN ? 1 : 4,
                   .anchor = at,
                   .radius_mm = HALF_SIDE_MM,
                   .node = node,
                   .box = {square.point[0], square.point[2]},
                   .name = name_of(d, door, edge->flags & EDGE_MAIN)};
    s.step_free = !(edge->flags & EDGE_NO_WHEELCHAIR) && osm_is(door, "wheelchair", "yes");
    add_ring(d, &s, square);
    d->room[d->plan.space_count] = room_of(door, square);
    d->plan.space[d->plan.space_count++] = s;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Spaces and rooms were counted once; there is to be room for some more. */
static void make_room(PlanDraft *d, int more) {
    int count = d->plan.space_count;
    PlanSpace *space = arena_array(d->arena, PlanSpace, count + more + 1);
    Room *room = arena_array(d->arena, Room, count + more + 1);
    memcpy(space, d->plan.space, sizeof *space * (size_t)count);
    memcpy(room, d->room, sizeof *room * (size_t)count);
    d->plan.space = space;
    d->room = room;
}

void entrances_add(PlanDraft *d) {
    int first = d->plan.space_count, doors = 0;
    for (int i = 0; i < d->plan.edge_count; i++)
        doors += d->edge_object[i] && inner_node(d, &d->plan.edge[i]) != PLAN_NONE;
    make_room(d, doors);
    for (int i = 0; i < d->plan.edge_count; i++) {
        const OsmObject *door = d->edge_object[i];
        int node = door ? inner_node(d, &d->plan.edge[i]) : PLAN_NONE;
        if (node != PLAN_NONE && is_public(d, door, node) && !is_added(d, first, door))
            add(d, door, &d->plan.edge[i], node);
    }
}
