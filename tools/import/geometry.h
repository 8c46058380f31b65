/* Polygons of rooms in whole millimetres, by GEOS: made valid, cut into triangles, measured, looked
   through. Knows no building. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

#include <geos_c.h>

/* A ring as drawn: the first point may be repeated at the end. */
typedef struct AreaOutline {
    PlanPoint *point;
    int count;
    bool hole;
} AreaOutline;

typedef struct Outlines {
    AreaOutline *ring;
    int count;
} Outlines;

/* Triangles over the points of an area's rings. */
typedef struct AreaTriangles {
    PlanPoint *vertex;
    int vertex_count;
    int32_t *corner; /* three a triangle, counter-clockwise */
    int corner_count;
} AreaTriangles;

typedef struct Circle {
    PlanPoint centre;
    int radius;
} Circle;

void geometry_begin(void);
void geometry_end(void);

/* Rings that cross themselves: a few times, which can be mended, or so often that nobody can tell
   what was meant. */
typedef enum RingFlaw { RING_SOUND, RING_CROSSED, RING_TANGLED } RingFlaw;

/* The area inside the outer rings and outside the holes, as one or several valid polygons on whole
   millimetres; NULL when nothing is left or a ring is tangled. The caller destroys it. */
GEOSGeometry *geometry_area(Outlines rings, RingFlaw *flaw);

/* Union of areas, or of lines with each crossing a point. Takes the members over; NULL for none. */
GEOSGeometry *geometry_union(GEOSGeometry **members, int count);

Outlines geometry_rings(Arena *arena,
                        const GEOSGeometry *area); /* outlines counter-clockwise, holes clockwise */
AreaOutline geometry_points(Arena *arena, const GEOSGeometry *line); /* of one line, as it runs */
AreaTriangles geometry_triangles(Arena *arena, const GEOSGeometry *area);
Circle geometry_circle(const GEOSGeometry *area); /* the largest inside it */
PlanBox geometry_box(const GEOSGeometry *any);
double geometry_mm2(const GEOSGeometry *area);

GEOSGeometry *geometry_line(const PlanPoint *point, int count);
GEOSGeometry *geometry_point(PlanPoint at);

double geometry_off_line(PlanPoint p, PlanPoint a, PlanPoint b); /* distance of p from the stroke */

/* Calls `take` for every straight stroke in a geometry of lines. */
void geometry_strokes(const GEOSGeometry *lines, void (*take)(void *self, PlanPoint a, PlanPoint b),
                      void *self);

static inline double geometry_distance(PlanPoint a, PlanPoint b) {
    double x = (double)a.x - b.x, y = (double)a.y - b.y;
    return __builtin_sqrt(x * x + y * y);
}
