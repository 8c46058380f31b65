#include "tools/import/strokes.h"

#include "tools/import/levels.h"
#include "tools/import/rooms.h"

#include <math.h>
#include <stdlib.h>

#define TREAD_MM 420.0
#define FACADE_MM 30.0 /* a wall so near to the façade is the façade */

/* Strokes gathered before they are cut. */
typedef struct Strokes {
    PlanDraft *draft;
    PlanLine *line;
    int count;
    PlanLineKind kind;
} Strokes;

static void gather(void *self, PlanPoint a, PlanPoint b) {
    Strokes *s = self;
    *LIST_ADD(s->draft->arena, s->line, s->count) = (PlanLine){s->kind, a, b};
}

static void take(void *self, PlanPoint a, PlanPoint b) {
    Strokes *s = self;
    *LIST_ADD(s->draft->arena, s->draft->plan.line, s->draft->plan.line_count) =
        (PlanLine){s->kind, a, b};
}

/* ---- cutting --------------------------------------------------------------------------------- */

enum { CUTS_MAX = 512 };

/* What of a stroke is not drawn, in millimetres along it. */
typedef struct Cut {
    double from, to;
} Cut;

typedef struct Cuts {
    PlanPoint a, b;
    double length;
    Cut cut[CUTS_MAX];
    int count;
} Cuts;

static void cut(Cuts *c, double from, double to) {
    if (to > 0 && from < c->length && c->count < CUTS_MAX)
        c->cut[c->count++] = (Cut){from, to};
}

/* Where a point stands beside the stroke. */
static double along(const Cuts *c, PlanPoint p, double *off) {
    double ux = ((double)c->b.x - c->a.x) / c->length, uy = ((double)c->b.y - c->a.y) / c->length;
    double x = (double)p.x - c->a.x, y = (double)p.y - c->a.y;
    *off = fabs(x * uy - y * ux);
    return x * ux + y * uy;
}

static int by_from(const void *a, const void *b) {
    double x = ((const Cut *)a)->from, y = ((const Cut *)b)->from;
    return x < y ? -1 : x > y;
}

static PlanPoint point_along(const Cuts *c, double mm) {
    double t = mm / c->length;
    return (PlanPoint){(int32_t)lround(c->a.x + t * ((double)c->b.x - c->a.x)),
                       (int32_t)lround(c->a.y + t * ((double)c->b.y - c->a.y))};
}

static void draw_rest(PlanDraft *d, PlanLineKind kind, Cuts *c) {
    double drawn = 0;
    qsort(c->cut, (size_t)c->count, sizeof *c->cut, by_from);
    for (int i = 0; i <= c->count; i++) {
        double to = i < c->count ? fmin(c->cut[i].from, c->length) : c->length;
        if (to - drawn > 1)
            take(&(Strokes){.draft = d, .kind = kind}, point_along(c, drawn), point_along(c, to));
        drawn = i < c->count ? fmax(drawn, c->cut[i].to) : drawn;
    }
}

static void cut_gaps(Cuts *c, const Gaps *gaps, int level) {
    for (int i = 0; i < gaps->count; i++) {
        double off, half = gaps->gap[i].width_mm / 2.0;
        if (gaps->gap[i].level != level)
            continue;
        double at = along(c, gaps->gap[i].at, &off);
        if (off < half)
            cut(c, at - sqrt(half * half - off * off), at + sqrt(half * half - off * off));
    }
}

/* Where another stroke runs along it. */
static void cut_walls(Cuts *c, const Strokes *walls) {
    for (int i = 0; i < walls->count; i++) {
        double off_a, off_b, a = along(c, walls->line[i].a, &off_a),
                             b = along(c, walls->line[i].b, &off_b);
        if (off_a <= FACADE_MM && off_b <= FACADE_MM)
            cut(c, fmin(a, b) - FACADE_MM, fmax(a, b) + FACADE_MM);
    }
}

static void draw_cut(PlanDraft *d, const Strokes *strokes, const Gaps *gaps, int level,
                     const Strokes *walls) {
    static Cuts c;
    for (int i = 0; i < strokes->count; i++) {
        c.a = strokes->line[i].a;
        c.b = strokes->line[i].b;
        c.length = geometry_distance(c.a, c.b);
        c.count = 0;
        if (c.length < 1)
            continue;
        if (gaps)
            cut_gaps(&c, gaps, level);
        if (walls)
            cut_walls(&c, walls);
        draw_rest(d, strokes->kind, &c);
    }
}

/* ---- by GEOS --------------------------------------------------------------------------------- */

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

static Strokes straight_strokes(PlanDraft *d, PlanLineKind kind, const GEOSGeometry *lines) {
    GEOSGeometry *merged = lines ? GEOSLineMerge(lines) : NULL;
    GEOSGeometry *straight = merged ? GEOSSimplify(merged, 1.0) : NULL;
    Strokes strokes = {.draft = d, .kind = kind};
    if (straight)
        geometry_strokes(straight, gather, &strokes);
    destroy(merged);
    destroy(straight);
    return strokes;
}

/* ---- walls ----------------------------------------------------------------------------------- */

static GEOSGeometry *outlines(const PlanDraft *d, int level, bool walled) {
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

static void draw_walls(PlanDraft *d, const Gaps *gaps, int level) {
    const GEOSGeometry *edge = rooms_facade(d, level) ? d->facade[level].edge : NULL;
    GEOSGeometry *near = edge ? GEOSBuffer(edge, FACADE_MM, 2) : NULL;
    GEOSGeometry *inner = without(outlines(d, level, true), near),
                 *open = without(outlines(d, level, false), near);
    Strokes outer = straight_strokes(d, LINE_OUTER, edge),
            walls = straight_strokes(d, LINE_WALL, inner);
    Strokes low = straight_strokes(d, LINE_LOW, open);
    draw_cut(d, &low, NULL, level, &walls);
    draw_cut(d, &walls, gaps, level, NULL);
    draw_cut(d, &outer, gaps, level, NULL);
    destroy(near);
    destroy(inner);
    destroy(open);
}

/* Walls that stand alone in a hall, open at their doors. */
static void draw_single_walls(PlanDraft *d, const Gaps *gaps, int level) {
    for (int w = 0; w < d->wall_count; w++) {
        if (d->wall[w].level != level)
            continue;
        bool area = GEOSGeom_getDimensions(d->wall[w].shape) == 2;
        GEOSGeometry *line =
            area ? GEOSBoundary(d->wall[w].shape) : GEOSGeom_clone(d->wall[w].shape);
        Strokes strokes = straight_strokes(d, LINE_WALL, line);
        draw_cut(d, &strokes, gaps, level, NULL);
        destroy(line);
    }
}

/* ---- steps and lifts ------------------------------------------------------------------------- */

/* The four corners of the narrowest rectangle around a space; its first side is the longer one. */
static bool rectangle_of(const PlanDraft *d, int space, PlanPoint corner[4]) {
    GEOSGeometry *around = GEOSMinimumRotatedRectangle(d->room[space].polygon);
    Outlines rings = around && GEOSGeomTypeId(around) == GEOS_POLYGON
                         ? geometry_rings(d->arena, around)
                         : (Outlines){0};
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
    return (PlanPoint){(int32_t)lround(a.x + t * ((double)b.x - a.x)),
                       (int32_t)lround(a.y + t * ((double)b.y - a.y))};
}

static void draw_clipped(PlanDraft *d, int space, PlanPoint a, PlanPoint b) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){a, b}, 2);
    GEOSGeometry *inside = GEOSIntersection(line, d->room[space].polygon);
    if (inside)
        geometry_strokes(inside, take, &(Strokes){.draft = d, .kind = LINE_TREAD});
    destroy(inside);
    destroy(line);
}

static void draw_treads(PlanDraft *d, int space, const PlanPoint c[4]) {
    int steps = (int)(geometry_distance(c[0], c[1]) / TREAD_MM);
    for (int i = 1; i < steps && steps < 500; i++)
        draw_clipped(d, space, between(c[0], c[1], (double)i / steps),
                     between(c[3], c[2], (double)i / steps));
    if (d->plan.space[space].kind == SPACE_STAIRS) /* the two flights */
        draw_clipped(d, space, between(c[0], c[3], 0.5), between(c[1], c[2], 0.5));
}

static void draw_shafts(PlanDraft *d, int level) {
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

void strokes_draw(PlanDraft *d, const Gaps *gaps) {
    for (int level = 0; level < d->plan.level_count; level++) {
        d->plan.level[level].first_line = d->plan.line_count;
        draw_shafts(d, level);
        draw_walls(d, gaps, level);
        draw_single_walls(d, gaps, level);
        d->plan.level[level].line_count = d->plan.line_count - d->plan.level[level].first_line;
    }
}
