#include "map/strokes.h"

#include "map/levels.h"
#include "map/rooms.h"

#include <math.h>
#include <stdlib.h>

#define TREAD_MM 420.0
#define FACADE_MM 30.0 /* a wall so near to the façade is the façade */

typedef struct Strokes {
    Draft *draft;
    PlanLineKind kind;
} Strokes;

static void take(void *self, PlanPoint a, PlanPoint b) {
    Strokes *s = self;
    *LIST_ADD(s->draft->arena, s->draft->plan.line, s->draft->plan.line_count) = (PlanLine){s->kind, a, b};
}

static void destroy(GEOSGeometry *any) {
    if (any)
        GEOSGeom_destroy(any);
}

/* `lines` without what lies in `away`; takes `lines` over. */
static GEOSGeometry *without(GEOSGeometry *lines, const GEOSGeometry *away) {
    GEOSGeometry *rest = lines && away ? GEOSDifference(lines, away) : NULL;
    if (!rest)
        return lines;
    GEOSGeom_destroy(lines);
    return rest;
}

static void draw(Draft *d, PlanLineKind kind, const GEOSGeometry *lines) {
    GEOSGeometry *merged = lines ? GEOSLineMerge(lines) : NULL;
    GEOSGeometry *straight = merged ? GEOSSimplify(merged, 1.0) : NULL;
    Strokes strokes = {d, kind};
    if (straight)
        geometry_strokes(straight, take, &strokes);
    destroy(merged);
    destroy(straight);
}

/* ---- walls ----------------------------------------------------------------------------------------------------------------------------- */

static GEOSGeometry *outlines(const Draft *d, int level, bool walled) {
    GEOSGeometry **part = calloc((size_t)d->plan.space_count + 1, sizeof *part);
    int count = 0;
    if (!part)
        abort();
    for (int i = 0; i < d->plan.space_count; i++)
        if (d->plan.space[i].level == level && d->room[i].walled == walled)
            part[count++] = GEOSBoundary(d->room[i].polygon);
    GEOSGeometry *whole = geometry_union(part, count);
    free(part);
    return whole;
}

static GEOSGeometry *openings(const Gaps *gaps, int level) {
    GEOSGeometry **disc = calloc((size_t)gaps->count + 1, sizeof *disc);
    int count = 0;
    if (!disc)
        abort();
    for (int i = 0; i < gaps->count; i++)
        if (gaps->gap[i].level == level) {
            GEOSGeometry *point = geometry_point(gaps->gap[i].at);
            disc[count++] = GEOSBuffer(point, gaps->gap[i].width_mm / 2.0, 6);
            GEOSGeom_destroy(point);
        }
    GEOSGeometry *whole = geometry_union(disc, count);
    free(disc);
    return whole;
}

static GEOSGeometry *facade(const Draft *d, int level) {
    GEOSGeometry *footprint = rooms_footprint(d, level);
    GEOSGeometry *edge = footprint ? GEOSBoundary(footprint) : NULL;
    destroy(footprint);
    return edge;
}

static void draw_walls(Draft *d, const Gaps *gaps, int level) {
    GEOSGeometry *open = openings(gaps, level), *outer = facade(d, level);
    GEOSGeometry *near = outer ? GEOSBuffer(outer, FACADE_MM, 2) : NULL;
    GEOSGeometry *walls = without(outlines(d, level, true), near);
    GEOSGeometry *near_walls = walls ? GEOSBuffer(walls, FACADE_MM, 2) : NULL;
    GEOSGeometry *low = without(without(outlines(d, level, false), near), near_walls);
    outer = without(outer, open);
    walls = without(walls, open);
    draw(d, LINE_LOW, low);
    draw(d, LINE_WALL, walls);
    draw(d, LINE_OUTER, outer);
    GEOSGeometry *all[] = {open, outer, near, walls, near_walls, low};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        destroy(all[i]);
}

/* Walls that stand alone in a hall, open at their doors. */
static void draw_single_walls(Draft *d, const Gaps *gaps, int level) {
    GEOSGeometry *open = openings(gaps, level);
    for (int w = 0; w < d->wall_count; w++) {
        if (d->wall[w].level != level)
            continue;
        bool area = GEOSGeom_getDimensions(d->wall[w].shape) == 2;
        GEOSGeometry *line = area ? GEOSBoundary(d->wall[w].shape) : GEOSGeom_clone(d->wall[w].shape);
        line = without(line, open);
        if (line)
            geometry_strokes(line, take, &(Strokes){d, LINE_WALL});
        destroy(line);
    }
    destroy(open);
}

/* ---- steps and lifts -------------------------------------------------------------------------------------------------------------------- */

/* The four corners of the narrowest rectangle around a space; its first side is the longer one. */
static bool rectangle_of(const Draft *d, int space, PlanPoint corner[4]) {
    GEOSGeometry *around = GEOSMinimumRotatedRectangle(d->room[space].polygon);
    Outlines rings = around && GEOSGeomTypeId(around) == GEOS_POLYGON ? geometry_rings(d->arena, around) : (Outlines){0};
    bool good = rings.count == 1 && rings.ring[0].count == 4;
    for (int i = 0; good && i < 4; i++)
        corner[i] = rings.ring[0].point[i];
    if (good && geometry_distance(corner[0], corner[1]) < geometry_distance(corner[1], corner[2])) {
        PlanPoint first = corner[0];
        for (int i = 0; i < 3; i++)
            corner[i] = corner[i + 1];
        corner[3] = first;
    }
    destroy(around);
    return good;
}

static PlanPoint between(PlanPoint a, PlanPoint b, double t) {
    return (PlanPoint){(int32_t)lround(a.x + t * ((double)b.x - a.x)), (int32_t)lround(a.y + t * ((double)b.y - a.y))};
}

static void draw_clipped(Draft *d, int space, PlanPoint a, PlanPoint b) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){a, b}, 2);
    GEOSGeometry *inside = GEOSIntersection(line, d->room[space].polygon);
    if (inside)
        geometry_strokes(inside, take, &(Strokes){d, LINE_TREAD});
    destroy(inside);
    destroy(line);
}

static void draw_treads(Draft *d, int space, const PlanPoint c[4]) {
    int steps = (int)(geometry_distance(c[0], c[1]) / TREAD_MM);
    for (int i = 1; i < steps && steps < 500; i++)
        draw_clipped(d, space, between(c[0], c[1], (double)i / steps), between(c[3], c[2], (double)i / steps));
    if (d->plan.space[space].kind == SPACE_STAIRS) /* the two flights */
        draw_clipped(d, space, between(c[0], c[3], 0.5), between(c[1], c[2], 0.5));
}

static void draw_shafts(Draft *d, int level) {
    for (int i = 0; i < d->plan.space_count; i++) {
        const PlanSpace *s = &d->plan.space[i];
        PlanPoint corner[4];
        if (s->level != level || s->connector == PLAN_NONE || !rectangle_of(d, i, corner))
            continue;
        if (s->kind == SPACE_LIFT) { /* crossed out, as on every plan */
            draw_clipped(d, i, corner[0], corner[2]);
            draw_clipped(d, i, corner[1], corner[3]);
        } else {
            draw_treads(d, i, corner);
        }
    }
}

void strokes_draw(Draft *d, const Gaps *gaps) {
    for (int level = 0; level < d->plan.level_count; level++) {
        d->plan.level[level].first_line = d->plan.line_count;
        draw_shafts(d, level);
        draw_walls(d, gaps, level);
        draw_single_walls(d, gaps, level);
        d->plan.level[level].line_count = d->plan.line_count - d->plan.level[level].first_line;
    }
}
