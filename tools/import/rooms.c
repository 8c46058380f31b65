#include "tools/import/rooms.h"

#include "tools/import/describe.h"
#include "tools/import/floors.h"
#include "tools/import/levels.h"
#include "tools/import/outlines.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define ID_BYTES_MAX                                                                               \
    40 /* with "place/" before it, a button's target still fits where it is written */

typedef struct Gathered {
    PlanSpace space;
    Room room;
} Gathered;

typedef struct RoomGathering {
    PlanDraft *draft;
    Gathered *list;
    int count;
} RoomGathering;

/* ---- one object ------------------------------------------------------------------------------ */

static GEOSGeometry *polygon_of(const PlanDraft *d, const OsmObject *o) {
    RingFlaw flaw;
    Outlines rings = outlines_of(d, o);
    if (!rings.count)
        return NULL;
    GEOSGeometry *polygon = geometry_area(rings, &flaw);
    if (flaw == RING_TANGLED)
        osm_warn(
            d->osm, o,
            "ce tracé se croise lui-même trop de fois ; le redessiner (il est laissé de côté)");
    else if (!polygon)
        osm_warn(d->osm, o, "ce tracé n’enferme aucune surface ; il est laissé de côté");
    else if (flaw == RING_CROSSED)
        osm_warn(d->osm, o,
                 "ce tracé se croise lui-même ; remettre ses points dans l’ordre (la surface "
                 "retenue est celle que l’on voit)");
    return polygon;
}

static PlanSpace describe(const PlanDraft *d, const OsmObject *o, const GEOSGeometry *polygon) {
    Circle circle = geometry_circle(polygon);
    PlanSpace s = {.ref = osm_tag(o, "ref"),
                   .kind = describe_kind(o),
                   .access = describe_access(o),
                   .zone = zone_of(d, o),
                   .connector = PLAN_NONE,
                   .node = PLAN_NONE,
                   .step_free = osm_is(o, "wheelchair", "yes"),
                   .priority = describe_priority(d, o),
                   .anchor = circle.centre,
                   .radius_mm = circle.radius,
                   .box = geometry_box(polygon),
                   .hours = draft_words(d, o, "kiosk:hours")};
    double dm2 = geometry_mm2(polygon) / 10000;
    s.area_dm2 = dm2 < INT_MAX ? (int)(dm2 + 0.5) : INT_MAX;
    describe_name(d, o, &s);
    s.place =
        s.name.plain.in[LANG_FIRST].len && s.access != ACCESS_PRIVATE && !describe_is_shaft(s.kind);
    return s;
}

static void gather_object(RoomGathering *g, const OsmObject *o) {
    PlanDraft *d = g->draft;
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels);
    if (!count && !osm_has(o, "level"))
        osm_warn(d->osm, o, "cet espace n’a pas de niveau ; ajouter level=0");
    GEOSGeometry *polygon = count ? polygon_of(d, o) : NULL;
    if (!polygon)
        return;
    PlanSpace space = describe(d, o, polygon);
    for (int i = 0; i < count; i++) {
        Room room = {.object = o,
                     .polygon = i ? GEOSGeom_clone(polygon) : polygon,
                     .outside = space.kind == SPACE_OUTSIDE};
        room.walled = osm_is(o, "indoor", "room") || osm_is(o, "buildingpart", "room") ||
                      describe_is_shaft(space.kind);
        room.prepared = GEOSPrepare(room.polygon);
        room.floor = room.roomy = room.polygon;
        room.seen = room.prepared;
        space.level = levels[i];
        *LIST_ADD(d->arena, g->list, g->count) = (Gathered){space, room};
    }
}

/* A hall with a desk in it has its label beside the desk. */
static void clear_of_inner_areas(const PlanDraft *d, int index) {
    PlanSpace *s = &d->plan.space[index];
    GEOSGeometry *rest = GEOSGeom_clone(d->room[index].polygon);
    bool cut = false;
    for (int i = index + 1; i < d->plan.space_count && d->plan.space[i].level == s->level; i++) {
        const PlanBox *b = &d->plan.space[i].box;
        bool apart = b->min.x > s->box.max.x || b->max.x < s->box.min.x ||
                     b->min.y > s->box.max.y || b->max.y < s->box.min.y;
        if (apart || !rest ||
            GEOSPreparedContains(d->room[index].prepared, d->room[i].polygon) != 1)
            continue;
        GEOSGeometry *less = GEOSDifference(rest, d->room[i].polygon);
        GEOSGeom_destroy(rest);
        rest = less;
        cut = true;
    }
    if (cut && rest && geometry_mm2(rest) >= 1) {
        Circle circle = geometry_circle(rest);
        s->anchor = circle.centre;
        s->radius_mm = circle.radius;
    }
    if (rest)
        GEOSGeom_destroy(rest);
}

/* ---- ids ------------------------------------------------------------------------------------- */

/* Ids that are given, by their hash: a plan of ten thousand rooms asks ten thousand times. */
typedef struct RoomIds {
    int *slot; /* a space + 1; 0: free */
    int size;  /* a power of two, never full */
} RoomIds;

static int *slot_of(const Plan *p, const RoomIds *ids, Slice id) {
    unsigned mask = (unsigned)ids->size - 1, at = (unsigned)slice_hash(id, 0) & mask;
    while (ids->slot[at] && !slice_equal(p->space[ids->slot[at] - 1].id, id))
        at = (at + 1) & mask;
    return &ids->slot[at];
}

static RoomIds ids_for(Arena *arena, int count) {
    RoomIds ids = {.size = 16};
    while (ids.size < 2 * count)
        ids.size *= 2;
    ids.slot = arena_array(arena, int, ids.size);
    return ids;
}

/* Whose code it is already; one object on several floors has one code. */
static void say_twice(const PlanDraft *d, Slice code, int first, int second) {
    const OsmObject *o = d->room[second].object, *other = d->room[first].object;
    if (o == other || (describe_is_shaft(d->plan.space[second].kind) &&
                       describe_is_shaft(d->plan.space[first].kind)))
        return;
    osm_warn(d->osm, o,
             "le code « " SLICE_FMT
             " » est donné deux fois, ici et à « %s », ligne %d (%s %lld) ; en changer un",
             SLICE_ARG(code), draft_title(d, first).at, other->line,
             other->kind == OSM_WAY ? "chemin" : "relation", (long long)other->id);
}

static void name_space(PlanDraft *d, const RoomIds *ids, int index) {
    PlanSpace *s = &d->plan.space[index];
    const OsmObject *o = d->room[index].object;
    Slice told = osm_has(o, "kiosk:ref") ? osm_tag(o, "kiosk:ref") : s->ref;
    if (told.len > ID_BYTES_MAX)
        osm_warn(d->osm, o, "code trop long : %d octets, %d au plus ; l’abréger", told.len,
                 ID_BYTES_MAX);
    told.len = told.len > ID_BYTES_MAX ? 0 : told.len;
    Slice number =
        arena_printf(d->arena, "%c%lld", o->kind == OSM_WAY ? 'w' : 'r', (long long)o->id);
    s->id = told.len ? told : number;
    int taken = *slot_of(&d->plan, ids, s->id) - 1;
    if (taken < 0)
        return;
    if (told.len)
        say_twice(d, told, taken, index);
    Slice level = d->plan.level[s->level].ref.in[LANG_FIRST];
    s->id = arena_printf(d->arena, SLICE_FMT "-" SLICE_FMT, SLICE_ARG(s->id), SLICE_ARG(level));
    if (*slot_of(&d->plan, ids, s->id))
        s->id =
            arena_printf(d->arena, SLICE_FMT "-" SLICE_FMT, SLICE_ARG(number), SLICE_ARG(level));
}

static void give_id(PlanDraft *d, const RoomIds *ids, int index) {
    name_space(d, ids, index);
    *slot_of(&d->plan, ids, d->plan.space[index].id) = index + 1;
}

/* ---- meshes ---------------------------------------------------------------------------------- */

static void add_mesh(PlanDraft *d, PlanLevel *level, const GEOSGeometry *area) {
    AreaTriangles t = geometry_triangles(d->arena, area);
    int base = level->vertex_count;
    for (int i = 0; i < t.vertex_count; i++)
        *LIST_ADD(d->arena, level->vertex, level->vertex_count) = t.vertex[i];
    for (int i = 0; i < t.corner_count; i++)
        *LIST_ADD(d->arena, level->corner, level->corner_count) = base + t.corner[i];
}

static void add_rings(PlanDraft *d, PlanSpace *s, const GEOSGeometry *area) {
    Outlines rings = geometry_rings(d->arena, area);
    s->first_ring = d->plan.ring_count;
    s->ring_count = rings.count;
    for (int i = 0; i < rings.count; i++) {
        *LIST_ADD(d->arena, d->plan.ring, d->plan.ring_count) =
            (PlanRing){rings.ring[i].hole, d->plan.point_count, rings.ring[i].count};
        for (int p = 0; p < rings.ring[i].count; p++)
            *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = rings.ring[i].point[p];
    }
}

static PlanBox join(PlanBox a, PlanBox b) {
    return (PlanBox){
        {a.min.x < b.min.x ? a.min.x : b.min.x, a.min.y < b.min.y ? a.min.y : b.min.y},
        {a.max.x > b.max.x ? a.max.x : b.max.x, a.max.y > b.max.y ? a.max.y : b.max.y}};
}

/* What stands on a floor, seen as one: its ground and its façade. The caller destroys it; NULL for
   an empty floor. */
static GEOSGeometry *footprint(const PlanDraft *d, int level) {
    GEOSGeometry **part = calloc((size_t)d->plan.space_count + 1, sizeof *part);
    int count = 0;
    if (!part)
        abort();
    for (int i = 0; i < d->plan.space_count; i++)
        if (d->plan.space[i].level == level && !d->room[i].outside)
            part[count++] = GEOSGeom_clone(d->room[i].polygon);
    GEOSGeometry *whole = geometry_union(part, count);
    free(part);
    return whole;
}

const GEOSPreparedGeometry *rooms_facade(const PlanDraft *d, int level) {
    Facade *facade = &d->facade[level];
    if (facade->prepared)
        return facade->prepared;
    GEOSGeometry *whole = footprint(d, level);
    facade->edge = whole ? GEOSBoundary(whole) : NULL;
    facade->prepared = facade->edge ? GEOSPrepare(facade->edge) : NULL;
    if (whole)
        GEOSGeom_destroy(whole);
    return facade->prepared;
}

static void mesh_level(PlanDraft *d, int index) {
    PlanLevel *level = &d->plan.level[index];
    GEOSGeometry *ground = footprint(d, index);
    bool first = true;
    if (ground && GEOSisEmpty(ground) != 1)
        add_mesh(d, level, ground);
    if (ground)
        GEOSGeom_destroy(ground);
    level->ground_corners = level->corner_count;
    for (int i = 0; i < d->plan.space_count; i++) {
        PlanSpace *s = &d->plan.space[i];
        if (s->level != index)
            continue;
        s->first_corner = level->corner_count;
        add_mesh(d, level, d->room[i].polygon);
        s->corner_count = level->corner_count - s->first_corner;
        add_rings(d, s, d->room[i].polygon);
        level->box = first ? s->box : join(level->box, s->box);
        first = false;
    }
    if (!first)
        d->plan.box =
            d->plan.box.max.x > d->plan.box.min.x ? join(d->plan.box, level->box) : level->box;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Floor by floor; on a floor open areas first and the larger ones first, so that what lies in
   another is drawn over it. */
static int by_floor_and_size(const void *a, const void *b) {
    const Gathered *x = a, *y = b;
    if (x->space.level != y->space.level)
        return x->space.level - y->space.level;
    if (x->room.walled != y->room.walled)
        return x->room.walled - y->room.walled;
    if (x->space.area_dm2 != y->space.area_dm2)
        return x->space.area_dm2 > y->space.area_dm2 ? -1 : 1;
    return x->room.object->id < y->room.object->id ? -1 : x->room.object->id > y->room.object->id;
}

/* Meant as a space, but the last point is not the first. */
static bool is_left_open(const OsmObject *o) {
    return o->kind == OSM_WAY && (osm_is(o, "indoor", "room") || osm_is(o, "indoor", "corridor") ||
                                  osm_is(o, "indoor", "area"));
}

void rooms_read(PlanDraft *d) {
    RoomGathering g = {.draft = d};
    for (int kind = OSM_WAY; kind <= OSM_RELATION; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            if (floors_is_space(&d->osm->object[kind][i]))
                gather_object(&g, &d->osm->object[kind][i]);
            else if (is_left_open(&d->osm->object[kind][i]))
                osm_warn(d->osm, &d->osm->object[kind][i],
                         "ce tracé n’est pas fermé ; le ramener à son premier point");
    if (g.count)
        qsort(g.list, (size_t)g.count, sizeof *g.list, by_floor_and_size);
    d->plan.space = arena_array(d->arena, PlanSpace, g.count + 1);
    d->room = arena_array(d->arena, Room, g.count + 1);
    d->facade = arena_array(d->arena, Facade, d->plan.level_count + 1);
    d->plan.space_count = g.count;
    RoomIds ids = ids_for(d->arena, g.count);
    for (int i = 0; i < g.count; i++) {
        d->plan.space[i] = g.list[i].space;
        d->room[i] = g.list[i].room;
        give_id(d, &ids, i);
    }
    for (int i = 0; i < g.count; i++)
        clear_of_inner_areas(d, i);
    for (int level = 0; level < d->plan.level_count; level++)
        mesh_level(d, level);
}

void rooms_free(PlanDraft *d) {
    for (int level = 0; level < d->plan.level_count; level++)
        if (d->facade[level].edge) {
            GEOSPreparedGeom_destroy(d->facade[level].prepared);
            GEOSGeom_destroy(d->facade[level].edge);
        }
    for (int i = 0; i < d->plan.space_count; i++) {
        if (d->room[i].reach)
            GEOSGeom_destroy(d->room[i].reach);
        GEOSPreparedGeom_destroy(d->room[i].prepared);
        GEOSGeom_destroy(d->room[i].polygon);
    }
}
