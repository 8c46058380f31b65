#include "tools/import/walls.h"

#include "tools/import/doorway.h"
#include "tools/import/levels.h"
#include "tools/import/outlines.h"

#include <math.h>
#include <stdlib.h>

#define THICK_MM 20.0      /* half of what a line of a wall takes away */
#define POST_MM 200.0      /* half of a post that is only a point */
#define THICKEST_MM 1000.0 /* of a wall that is drawn as a ring */
#define HOLE_MM 450.0      /* half of a door whose width is not drawn */
#define ALONG_MM 100.0     /* a wall so near to a border runs along it */

/* indoor=wall, a fence, a railing, a pillar. */
static bool is_wall(const OsmObject *o) {
    static const char *const INDOOR[] = {"wall", "pillar", "column", NULL};
    static const char *const BARRIER[] = {
        "wall",    "fence",          "retaining_wall", "hedge",      "guard_rail", "handrail",
        "railing", "jersey_barrier", "city_wall",      "glass_wall", NULL};
    for (int i = 0; INDOOR[i]; i++)
        if (osm_is(o, "indoor", INDOOR[i]))
            return o->kind != OSM_NODE || i > 0;
    for (int i = 0; BARRIER[i] && o->kind != OSM_NODE; i++)
        if (osm_is(o, "barrier", BARRIER[i]))
            return true;
    return false;
}

/* ---- gathering ------------------------------------------------------------------------------- */

/* A ring is a thick wall, or a wall around a part of the floor. */
static bool is_filled(const OsmObject *o, const GEOSGeometry *area) {
    double round = 0;
    bool thin = GEOSLength(area, &round) == 1 && 2 * geometry_mm2(area) <= THICKEST_MM * round;
    return thin || osm_is(o, "area", "yes") || osm_is(o, "indoor", "pillar") ||
           osm_is(o, "indoor", "column");
}

static GEOSGeometry *filled_ring(const OsmObject *o, AreaOutline ring) {
    RingFlaw flaw;
    GEOSGeometry *area = geometry_area((Outlines){&ring, 1}, &flaw);
    if (!area || is_filled(o, area))
        return area;
    GEOSGeom_destroy(area);
    return NULL;
}

static GEOSGeometry *post_of(const PlanDraft *d, const OsmObject *o) {
    GEOSGeometry *point = o->placed ? geometry_point(draft_point(d, o)) : NULL;
    GEOSGeometry *disc = point ? GEOSBuffer(point, POST_MM, 2) : NULL;
    if (point)
        GEOSGeom_destroy(point);
    return disc;
}

/* A relation is drawn around what is wall. */
static GEOSGeometry *area_of(const PlanDraft *d, const OsmObject *o) {
    RingFlaw flaw;
    Outlines rings = outlines_of(d, o);
    return rings.count ? geometry_area(rings, &flaw) : NULL;
}

/* A line, a ring with or without what is inside it, or a post. */
static GEOSGeometry *shape_of(const PlanDraft *d, const OsmObject *o) {
    AreaOutline line;
    if (o->kind == OSM_NODE)
        return post_of(d, o);
    if (o->kind == OSM_RELATION)
        return area_of(d, o);
    if (!draft_outline(d, o, &line) || line.count < 2)
        return NULL;
    bool closed = line.count > 3 && o->ref[0].id == o->ref[o->ref_count - 1].id;
    GEOSGeometry *area = closed ? filled_ring(o, line) : NULL;
    return area ? area : geometry_line(line.point, line.count);
}

static GEOSGeometry *thickened(const GEOSGeometry *shape, double by) {
    return GEOSBufferWithStyle(shape, by, 2, GEOSBUF_CAP_SQUARE, GEOSBUF_JOIN_MITRE, 2);
}

static void gather(PlanDraft *d, const OsmObject *o) {
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels);
    if (!count && !osm_has(o, "level") && osm_has(o, "indoor"))
        osm_warn(d->osm, o, "ce mur n’a pas de niveau ; ajouter level=0");
    if (!count && !osm_has(o, "level") &&
        osm_has(o, "barrier")) { /* out of doors nobody writes a level */
        levels[0] = draft_level(d, 0);
        count = levels[0] != PLAN_NONE;
    }
    for (int i = 0; i < count; i++) {
        GEOSGeometry *shape = shape_of(d, o), *thick = shape ? thickened(shape, THICK_MM) : NULL;
        if (thick)
            *LIST_ADD(d->arena, d->wall, d->wall_count) =
                (Wall){o, levels[i], shape, thick, geometry_box(thick)};
        else if (shape)
            GEOSGeom_destroy(shape);
    }
}

/* ---- doors in walls -------------------------------------------------------------------------- */

static bool near_box(PlanBox box, PlanPoint at, double slack) {
    return at.x >= box.min.x - slack && at.x <= box.max.x + slack && at.y >= box.min.y - slack &&
           at.y <= box.max.y + slack;
}

static double distance(const GEOSGeometry *a, const GEOSGeometry *b) {
    double away = INFINITY;
    return GEOSDistance(a, b, &away) == 1 ? away : INFINITY;
}

static bool is_on_level(const PlanDraft *d, const OsmObject *o, int level) {
    int levels[LEVELS_MAX], count = osm_has(o, "level") ? draft_levels_of(d, o, levels) : 0;
    for (int i = 0; i < count; i++)
        if (levels[i] == level)
            return true;
    return !osm_has(o, "level");
}

/* A door between two spaces is passed, whatever wall is drawn along them. */
static void open_for_door(const PlanDraft *d, Wall *wall, const OsmObject *door) {
    PlanPoint at = draft_point(d, door);
    if (!near_box(wall->box, at, WALL_GRIP_MM) || !is_on_level(d, door, wall->level) ||
        !doorway_joins(d, wall->level, at))
        return;
    GEOSGeometry *point = geometry_point(at);
    if (distance(point, wall->shape) <= WALL_GRIP_MM) {
        int width = draft_width(d, door);
        GEOSGeometry *hole = GEOSBuffer(point, width ? width / 2.0 : HOLE_MM, 4);
        GEOSGeometry *rest = hole ? GEOSDifference(wall->thick, hole) : NULL;
        if (hole)
            GEOSGeom_destroy(hole);
        if (rest) {
            GEOSGeom_destroy(wall->thick);
            wall->thick = rest;
        }
    }
    GEOSGeom_destroy(point);
}

static void open_for_doors(PlanDraft *d) {
    for (int i = 0; i < d->osm->count[OSM_NODE] && d->wall_count; i++) {
        const OsmObject *o = &d->osm->object[OSM_NODE][i];
        for (int w = 0; w < d->wall_count && o->placed && doorway_is_door(o); w++)
            open_for_door(d, &d->wall[w], o);
    }
}

/* ---- floors without walls -------------------------------------------------------------------- */

static bool boxes_meet(PlanBox a, PlanBox b) {
    return a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y;
}

/* Narrow necks go, the rest stays as it is: shrunk, and grown again. */
GEOSGeometry *walls_roomy(const GEOSGeometry *area, double width_mm) {
    double half = width_mm / 2;
    GEOSGeometry *less =
        GEOSBufferWithStyle(area, -half, 2, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 5);
    GEOSGeometry *more =
        less ? GEOSBufferWithStyle(less, half + 1, 2, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 5)
             : NULL;
    GEOSGeometry *kept = more ? GEOSIntersection(more, area) : NULL;
    if (less)
        GEOSGeom_destroy(less);
    if (more)
        GEOSGeom_destroy(more);
    return kept;
}

static void cut_out_walls(PlanDraft *d, int space) {
    GEOSGeometry *rest = NULL;
    for (int w = 0; w < d->wall_count; w++) {
        const Wall *wall = &d->wall[w];
        if (wall->level != d->plan.space[space].level ||
            !boxes_meet(wall->box, d->plan.space[space].box) ||
            GEOSPreparedIntersects(d->room[space].prepared, wall->thick) != 1)
            continue;
        GEOSGeometry *less = GEOSDifference(rest ? rest : d->room[space].polygon, wall->thick);
        if (rest)
            GEOSGeom_destroy(rest);
        rest = less;
    }
    GEOSGeometry *roomy = rest ? walls_roomy(rest, WALL_NECK_MM) : NULL;
    if (!roomy || GEOSisEmpty(roomy) ==
                      1) { /* a space full of walls: rather none of them than no way at all */
        if (roomy)
            GEOSGeom_destroy(roomy);
        if (rest)
            GEOSGeom_destroy(rest);
        return;
    }
    Room *room = &d->room[space];
    room->floor = rest;
    room->roomy = roomy;
    room->seen = GEOSPrepare(rest);
    room->cut = true;
}

static const GEOSGeometry *largest_part(const GEOSGeometry *area) {
    const GEOSGeometry *best = area;
    for (int i = 0; i < GEOSGetNumGeometries(area); i++) {
        const GEOSGeometry *part = GEOSGetGeometryN(area, i);
        if (best == area || geometry_mm2(part) > geometry_mm2(best))
            best = part;
    }
    return best;
}

/* Where a way to the space ends is beside the wall, not in it, nor in a nook that it shuts off. */
static void move_anchor(PlanDraft *d, int space) {
    PlanSpace *s = &d->plan.space[space];
    const GEOSGeometry *main_part = largest_part(d->room[space].roomy);
    GEOSGeometry *point = geometry_point(s->anchor);
    bool shut_off = main_part != d->room[space].roomy && GEOSCovers(main_part, point) != 1;
    if (shut_off || GEOSPreparedCovers(d->room[space].seen, point) != 1) {
        Circle circle = geometry_circle(main_part);
        s->anchor = circle.centre;
        s->radius_mm = circle.radius;
    }
    GEOSGeom_destroy(point);
}

void walls_read(PlanDraft *d) {
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            if (is_wall(&d->osm->object[kind][i]))
                gather(d, &d->osm->object[kind][i]);
    open_for_doors(d);
    for (int i = 0; i < d->plan.space_count && d->wall_count; i++) {
        cut_out_walls(d, i);
        if (d->room[i].cut)
            move_anchor(d, i);
    }
}

void walls_free(PlanDraft *d) {
    for (int w = 0; w < d->wall_count; w++) {
        GEOSGeom_destroy(d->wall[w].shape);
        GEOSGeom_destroy(d->wall[w].thick);
    }
    for (int i = 0; i < d->plan.space_count; i++)
        if (d->room[i].cut) {
            GEOSPreparedGeom_destroy(d->room[i].seen);
            GEOSGeom_destroy(d->room[i].floor);
            GEOSGeom_destroy(d->room[i].roomy);
        }
}

/* ---- asking ---------------------------------------------------------------------------------- */

typedef struct Nearest {
    PlanPoint at, a, b;
    double distance;
} Nearest;

static void keep_nearest(void *self, PlanPoint a, PlanPoint b) {
    Nearest *n = self;
    double away = geometry_off_line(n->at, a, b);
    if (away < n->distance)
        *n = (Nearest){n->at, a, b, away};
}

int walls_near(const PlanDraft *d, int level, PlanPoint at, PlanPoint *a, PlanPoint *b) {
    Nearest best = {.at = at, .distance = WALL_GRIP_MM};
    int found = PLAN_NONE;
    for (int w = 0; w < d->wall_count; w++) {
        double before = best.distance;
        if (d->wall[w].level != level || !near_box(d->wall[w].box, at, WALL_GRIP_MM))
            continue;
        bool area = GEOSGeom_getDimensions(d->wall[w].shape) == 2;
        GEOSGeometry *edge = area ? GEOSBoundary(d->wall[w].shape) : NULL;
        geometry_strokes(edge ? edge : d->wall[w].shape, keep_nearest, &best);
        if (edge)
            GEOSGeom_destroy(edge);
        found = best.distance < before ? w : found;
    }
    *a = best.a;
    *b = best.b;
    return found;
}

int walls_between(const PlanDraft *d, int level, PlanPoint from, PlanPoint to) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){from, to}, 2);
    int found = PLAN_NONE;
    for (int w = 0; w < d->wall_count && line && found == PLAN_NONE; w++)
        if (d->wall[w].level == level && GEOSIntersects(line, d->wall[w].thick) == 1)
            found = w;
    if (line)
        GEOSGeom_destroy(line);
    return found;
}

GEOSGeometry *walls_off(const PlanDraft *d, int level, GEOSGeometry *lines) {
    PlanBox box =
        lines && GEOSisEmpty(lines) != 1 ? geometry_box(lines) : (PlanBox){{0, 0}, {0, 0}};
    for (int w = 0; w < d->wall_count && lines; w++) {
        if (d->wall[w].level != level || !boxes_meet(d->wall[w].box, box))
            continue;
        GEOSGeometry *near = thickened(d->wall[w].thick, ALONG_MM),
                     *rest = near ? GEOSDifference(lines, near) : NULL;
        if (near)
            GEOSGeom_destroy(near);
        if (!rest)
            continue;
        GEOSGeom_destroy(lines);
        lines = rest;
    }
    return lines;
}
