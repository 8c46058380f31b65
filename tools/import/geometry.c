#include "tools/import/geometry.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CIRCLE_TOLERANCE_MM 20.0
#define CROSSINGS_MAX 20

/* GEOS reports by returning NULL, which is asked everywhere; what it would print tells an author
   nothing. */
static void silence(const char *format, ...) {
    (void)format;
}

void geometry_begin(void) {
    initGEOS(silence, silence);
}

void geometry_end(void) {
    finishGEOS();
}

/* ---- from points ----------------------------------------------------------------------------- */

static GEOSCoordSequence *sequence(const PlanPoint *point, int count, bool close) {
    GEOSCoordSequence *seq = GEOSCoordSeq_create((unsigned)(count + close), 2);
    for (int i = 0; seq && i < count + close; i++)
        GEOSCoordSeq_setXY(seq, (unsigned)i, point[i % count].x, point[i % count].y);
    return seq;
}

GEOSGeometry *geometry_line(const PlanPoint *point, int count) {
    return GEOSGeom_createLineString(sequence(point, count, false));
}

GEOSGeometry *geometry_point(PlanPoint at) {
    return GEOSGeom_createPointFromXY(at.x, at.y);
}

static bool is_closed(AreaOutline ring) {
    return ring.count > 1 && ring.point[0].x == ring.point[ring.count - 1].x &&
           ring.point[0].y == ring.point[ring.count - 1].y;
}

static bool has_three_points(AreaOutline ring) {
    return ring.count - is_closed(ring) >= 3;
}

static int side(PlanPoint a, PlanPoint b, PlanPoint c) {
    double turn =
        ((double)b.x - a.x) * ((double)c.y - a.y) - ((double)c.x - a.x) * ((double)b.y - a.y);
    return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

/* Strokes of a ring that properly cross, counted up to one more than can be mended. */
static int crossings(AreaOutline ring) {
    int count = 0, n = ring.count;
    for (int i = 0; i < n; i++)
        for (int j = i + 2; j < n && count <= CROSSINGS_MAX; j++) {
            PlanPoint a = ring.point[i], b = ring.point[(i + 1) % n], c = ring.point[j],
                      d = ring.point[(j + 1) % n];
            count += side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        }
    return count;
}

/* One ring as an area; rings that cross themselves become what an even-odd eye sees. */
static GEOSGeometry *area_of_ring(AreaOutline ring, RingFlaw *flaw) {
    if (crossings(ring) >
        CROSSINGS_MAX) { /* mending would take minutes, and the outcome would mean nothing */
        *flaw = RING_TANGLED;
        return NULL;
    }
    GEOSGeometry *shell =
        GEOSGeom_createLinearRing(sequence(ring.point, ring.count, !is_closed(ring)));
    GEOSGeometry *drawn = shell ? GEOSGeom_createPolygon(shell, NULL, 0) : NULL;
    if (!drawn || GEOSisValid(drawn) == 1)
        return drawn;
    *flaw = *flaw == RING_TANGLED ? RING_TANGLED : RING_CROSSED;
    GEOSGeometry *valid = GEOSMakeValid(drawn);
    GEOSGeom_destroy(drawn);
    return valid;
}

GEOSGeometry *geometry_union(GEOSGeometry **members, int count) {
    GEOSGeometry *all =
        count ? GEOSGeom_createCollection(GEOS_GEOMETRYCOLLECTION, members, (unsigned)count) : NULL;
    GEOSGeometry *whole = all ? GEOSUnaryUnion(all) : NULL;
    if (all)
        GEOSGeom_destroy(all);
    return whole;
}

static GEOSGeometry *area_of_rings(Outlines rings, bool holes, RingFlaw *flaw) {
    GEOSGeometry **member = calloc((size_t)rings.count + 1, sizeof *member);
    int count = 0;
    if (!member)
        abort();
    for (int i = 0; i < rings.count; i++)
        if (rings.ring[i].hole == holes && has_three_points(rings.ring[i])) {
            GEOSGeometry *area = area_of_ring(rings.ring[i], flaw);
            if (area)
                member[count++] = area;
        }
    GEOSGeometry *whole = geometry_union(member, count);
    free(member);
    return whole;
}

/* Only what has an area remains: a crossing may leave lines and points behind. */
static GEOSGeometry *keep_areas(GEOSGeometry *any) {
    GEOSGeometry *area = any ? GEOSBuffer(any, 0, 1) : NULL;
    if (any)
        GEOSGeom_destroy(any);
    if (area && (GEOSisEmpty(area) == 1 || geometry_mm2(area) < 1)) {
        GEOSGeom_destroy(area);
        area = NULL;
    }
    return area;
}

static GEOSGeometry *on_grid(GEOSGeometry *area) {
    GEOSGeometry *rounded = area ? GEOSGeom_setPrecision(area, 1.0, 0) : NULL;
    if (area)
        GEOSGeom_destroy(area);
    return rounded;
}

static bool is_plain_area(const GEOSGeometry *any) {
    int type = any ? GEOSGeomTypeId(any) : -1;
    return (type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON) && GEOSisValid(any) == 1;
}

GEOSGeometry *geometry_area(Outlines rings, RingFlaw *flaw) {
    *flaw = RING_SOUND;
    GEOSGeometry *outer = area_of_rings(rings, false, flaw),
                 *inner = area_of_rings(rings, true, flaw);
    if (outer && inner) {
        GEOSGeometry *rest = GEOSDifference(outer, inner);
        GEOSGeom_destroy(outer);
        outer = rest;
    }
    if (inner)
        GEOSGeom_destroy(inner);
    /* One sound ring lies on whole millimetres already; crossings and cuts may have made points
       between them. */
    GEOSGeometry *rounded = *flaw == RING_SOUND && rings.count == 1 ? outer : on_grid(outer);
    GEOSGeometry *area =
        is_plain_area(rounded) && geometry_mm2(rounded) >= 1 ? rounded : keep_areas(rounded);
    if (area && *flaw == RING_TANGLED) {
        GEOSGeom_destroy(area);
        area = NULL;
    }
    return area;
}

/* ---- back to points -------------------------------------------------------------------------- */

static PlanPoint point_at(const GEOSCoordSequence *seq, unsigned i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY(seq, i, &x, &y);
    return (PlanPoint){(int32_t)lround(x), (int32_t)lround(y)};
}

static double turn_of(const PlanPoint *p, int count) {
    double twice = 0;
    for (int i = 0; i < count; i++) {
        PlanPoint a = p[i], b = p[(i + 1) % count];
        twice += (double)a.x * b.y - (double)b.x * a.y;
    }
    return twice;
}

static void turn_around(PlanPoint *p, int count) {
    for (int i = 0; i < count / 2; i++) {
        PlanPoint kept = p[i];
        p[i] = p[count - 1 - i];
        p[count - 1 - i] = kept;
    }
}

static AreaOutline outline_of(Arena *arena, const GEOSGeometry *ring, bool hole) {
    const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize(seq, &size);
    AreaOutline outline = {arena_array(arena, PlanPoint, size + 1), size ? (int)size - 1 : 0, hole};
    for (int i = 0; i < outline.count; i++)
        outline.point[i] = point_at(seq, (unsigned)i);
    if ((turn_of(outline.point, outline.count) < 0) != hole)
        turn_around(outline.point, outline.count);
    return outline;
}

AreaOutline geometry_points(Arena *arena, const GEOSGeometry *line) {
    const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(line);
    unsigned size = 0;
    GEOSCoordSeq_getSize(seq, &size);
    AreaOutline outline = {arena_array(arena, PlanPoint, size + 1), (int)size, false};
    for (unsigned i = 0; i < size; i++)
        outline.point[i] = point_at(seq, i);
    return outline;
}

Outlines geometry_rings(Arena *arena, const GEOSGeometry *area) {
    Outlines all = {0};
    int parts = GEOSGetNumGeometries(area), total = 0;
    for (int i = 0; i < parts; i++)
        total += 1 + GEOSGetNumInteriorRings(GEOSGetGeometryN(area, i));
    all.ring = arena_array(arena, AreaOutline, total + 1);
    for (int i = 0; i < parts; i++) {
        const GEOSGeometry *part = GEOSGetGeometryN(area, i);
        all.ring[all.count++] = outline_of(arena, GEOSGetExteriorRing(part), false);
        for (int hole = 0; hole < GEOSGetNumInteriorRings(part); hole++)
            all.ring[all.count++] = outline_of(arena, GEOSGetInteriorRingN(part, hole), true);
    }
    return all;
}

/* ---- triangles ------------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b) {
    const PlanPoint *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

static void gather_vertices(Arena *arena, const GEOSGeometry *area, AreaTriangles *t) {
    Outlines rings = geometry_rings(arena, area);
    int total = 0, kept = 0;
    for (int i = 0; i < rings.count; i++)
        total += rings.ring[i].count;
    t->vertex = arena_array(arena, PlanPoint, total + 1);
    for (int i = 0; i < rings.count; i++) {
        memcpy(t->vertex + t->vertex_count, rings.ring[i].point,
               sizeof *t->vertex * (size_t)rings.ring[i].count);
        t->vertex_count += rings.ring[i].count;
    }
    qsort(t->vertex, (size_t)t->vertex_count, sizeof *t->vertex, by_place);
    for (int i = 0; i < t->vertex_count; i++)
        if (!i || by_place(&t->vertex[i], &t->vertex[kept - 1]) != 0)
            t->vertex[kept++] = t->vertex[i];
    t->vertex_count = kept;
}

static void add_triangle(AreaTriangles *t, const GEOSGeometry *triangle) {
    const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(GEOSGetExteriorRing(triangle));
    PlanPoint corner[3];
    for (unsigned i = 0; i < 3; i++)
        corner[i] = point_at(seq, i);
    if (turn_of(corner, 3) < 0)
        turn_around(corner, 3);
    for (int i = 0; i < 3; i++) {
        PlanPoint *found =
            bsearch(&corner[i], t->vertex, (size_t)t->vertex_count, sizeof *t->vertex, by_place);
        t->corner[t->corner_count + i] = found ? (int32_t)(found - t->vertex) : 0;
    }
    t->corner_count += 3;
}

AreaTriangles geometry_triangles(Arena *arena, const GEOSGeometry *area) {
    AreaTriangles t = {0};
    GEOSGeometry *cut = GEOSConstrainedDelaunayTriangulation(area);
    int count = cut ? GEOSGetNumGeometries(cut) : 0;
    gather_vertices(arena, area, &t);
    t.corner = arena_array(arena, int32_t, count * 3 + 1);
    for (int i = 0; i < count; i++)
        add_triangle(&t, GEOSGetGeometryN(cut, i));
    if (cut)
        GEOSGeom_destroy(cut);
    return t;
}

/* ---- measures -------------------------------------------------------------------------------- */

double geometry_mm2(const GEOSGeometry *area) {
    double mm2 = 0;
    GEOSArea(area, &mm2);
    return mm2;
}

PlanBox geometry_box(const GEOSGeometry *any) {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    GEOSGeom_getXMin(any, &x0);
    GEOSGeom_getYMin(any, &y0);
    GEOSGeom_getXMax(any, &x1);
    GEOSGeom_getYMax(any, &y1);
    return (PlanBox){{(int32_t)floor(x0), (int32_t)floor(y0)},
                     {(int32_t)ceil(x1), (int32_t)ceil(y1)}};
}

/* ---- the largest circle ---------------------------------------------------------------------- */

/* The corners of a ring without the points on its straight sides; how many, at most five. */
static int corners_of(const GEOSGeometry *area, PlanPoint corner[5]) {
    bool plain = GEOSGeomTypeId(area) == GEOS_POLYGON && GEOSGetNumInteriorRings(area) == 0;
    const GEOSCoordSequence *seq = plain ? GEOSGeom_getCoordSeq(GEOSGetExteriorRing(area)) : NULL;
    unsigned size = 0;
    int count = 0;
    if (seq)
        GEOSCoordSeq_getSize(seq, &size);
    for (unsigned i = 0; i + 1 < size && count < 5; i++) {
        PlanPoint a = point_at(seq, i ? i - 1 : size - 2), b = point_at(seq, i),
                  c = point_at(seq, i + 1);
        if (geometry_off_line(b, a, c) > 1.5)
            corner[count++] = b;
    }
    return count;
}

/* Most rooms are rectangles, to a millimetre: their circle stands in the middle, and is found at
   once. */
static bool circle_of_rectangle(const GEOSGeometry *area, Circle *circle) {
    PlanPoint c[5];
    if (corners_of(area, c) != 4)
        return false;
    double side = geometry_distance(c[0], c[1]), other = geometry_distance(c[1], c[2]);
    double across = geometry_distance(c[0], c[2]), crosswise = geometry_distance(c[1], c[3]);
    double skew = fabs((double)c[0].x + c[2].x - c[1].x - c[3].x) +
                  fabs((double)c[0].y + c[2].y - c[1].y - c[3].y);
    if (skew > 6 || fabs(across - crosswise) > 3)
        return false;
    circle->centre = (PlanPoint){(int32_t)(((int64_t)c[0].x + c[2].x) / 2),
                                 (int32_t)(((int64_t)c[0].y + c[2].y) / 2)};
    circle->radius = (int)(fmin(side, other) / 2) - 2;
    return true;
}

/* The radius line of GEOS goes from the centre to the wall; without one (a sliver) any point inside
   must do. */
Circle geometry_circle(const GEOSGeometry *area) {
    Circle circle = {0};
    if (circle_of_rectangle(area, &circle))
        return circle;
    GEOSGeometry *radius = GEOSMaximumInscribedCircle(area, CIRCLE_TOLERANCE_MM);
    if (radius && GEOSGetNumCoordinates(radius) == 2) {
        const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(radius);
        circle.centre = point_at(seq, 0);
        circle.radius = (int)geometry_distance(circle.centre, point_at(seq, 1));
    } else {
        GEOSGeometry *inside = GEOSPointOnSurface(area);
        double x = 0, y = 0;
        if (inside && GEOSGeomGetX(inside, &x) == 1 && GEOSGeomGetY(inside, &y) == 1)
            circle.centre = (PlanPoint){(int32_t)lround(x), (int32_t)lround(y)};
        if (inside)
            GEOSGeom_destroy(inside);
    }
    if (radius)
        GEOSGeom_destroy(radius);
    return circle;
}

double geometry_off_line(PlanPoint p, PlanPoint a, PlanPoint b) {
    double x = (double)b.x - a.x, y = (double)b.y - a.y, length2 = x * x + y * y;
    double t = length2 > 0 ? (((double)p.x - a.x) * x + ((double)p.y - a.y) * y) / length2 : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double dx = a.x + t * x - p.x, dy = a.y + t * y - p.y;
    return sqrt(dx * dx + dy * dy);
}

void geometry_strokes(const GEOSGeometry *lines, void (*take)(void *self, PlanPoint a, PlanPoint b),
                      void *self) {
    int parts = GEOSGetNumGeometries(lines);
    if (parts > 1 || (parts == 1 && GEOSGetGeometryN(lines, 0) != lines)) {
        for (int i = 0; i < parts; i++)
            geometry_strokes(GEOSGetGeometryN(lines, i), take, self);
        return;
    }
    int type = GEOSGeomTypeId(lines);
    if (type != GEOS_LINESTRING && type != GEOS_LINEARRING)
        return;
    const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(lines);
    unsigned size = 0;
    GEOSCoordSeq_getSize(seq, &size);
    for (unsigned i = 1; i < size; i++)
        take(self, point_at(seq, i - 1), point_at(seq, i));
}
