/* Cuts shapes by a shape without dents: what is inside stays, what is outside goes, and the outline
   of what lies across is cut (Sutherland and Hodgman, 1974). */
#include "tools/media/drawing_parts.h"

#include <math.h>
#include <string.h>

enum { CURVE_PIECES = 24 };

typedef struct Polygon {
    AffinePoint *at;
    int count;
} Polygon;

/* ---- polygons -------------------------------------------------------------------------------- */

static void add_point(Arena *arena, Polygon *polygon, AffinePoint p) {
    const AffinePoint *last = polygon->count ? &polygon->at[polygon->count - 1] : NULL;
    if (!last || fabs(last->x - p.x) > 1e-9 || fabs(last->y - p.y) > 1e-9)
        *LIST_ADD(arena, polygon->at, polygon->count) = p;
}

static AffinePoint on_curve(AffinePoint from, const AffinePoint *p, double t) {
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, e = t * t * t;
    return (AffinePoint){a * from.x + b * p[0].x + c * p[1].x + e * p[2].x,
                         a * from.y + b * p[0].y + c * p[1].y + e * p[2].y};
}

/* One path of an outline as a polygon; where the next one begins. */
static int flatten(Arena *arena, const SvgOutline *outline, int from, const Affine *matrix,
                   Polygon *polygon) {
    AffinePoint at = outline->segment[from].at[2];
    *polygon = (Polygon){0};
    add_point(arena, polygon, affine_apply(matrix, at));
    int i = from + (outline->segment[from].kind == 'M');
    for (; i < outline->count && outline->segment[i].kind != 'M'; i++) {
        const SvgSegment *segment = &outline->segment[i];
        for (int k = 1; segment->kind == 'C' && k < CURVE_PIECES; k++) {
            AffinePoint p = on_curve(at, segment->at, (double)k / CURVE_PIECES);
            add_point(arena, polygon, affine_apply(matrix, p));
        }
        add_point(arena, polygon, affine_apply(matrix, segment->at[2]));
        at = segment->at[2];
        if (segment->kind == 'Z')
            return i + 1;
    }
    return i;
}

static double side_of(AffinePoint a, AffinePoint b, AffinePoint p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static double area_of(const Polygon *p) {
    double area = 0;
    for (int i = 0; i < p->count; i++) {
        AffinePoint a = p->at[i], b = p->at[(i + 1) % p->count];
        area += (a.x * b.y - b.x * a.y) / 2;
    }
    return area;
}

/* Never turns the other way; points all on one line enclose nothing. */
static bool has_no_dent(const Polygon *p) {
    double area = area_of(p), slack = 1e-6 * fabs(area);
    for (int i = 0; i < p->count; i++) {
        double turn = side_of(p->at[i], p->at[(i + 1) % p->count], p->at[(i + 2) % p->count]);
        if ((area > 0 ? turn : -turn) < -slack)
            return false;
    }
    return fabs(area) > 1e-9;
}

static void turn_positive(Polygon *p) {
    if (area_of(p) > 0)
        return;
    for (int i = 0, j = p->count - 1; i < j; i++, j--) {
        AffinePoint a = p->at[i];
        p->at[i] = p->at[j];
        p->at[j] = a;
    }
}

static bool is_around(const Polygon *p, SvgBox box) {
    AffinePoint corner[4] = {
        {box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}};
    for (int i = 0; i < p->count; i++) {
        AffinePoint a = p->at[i], b = p->at[(i + 1) % p->count];
        double slack = 1e-3 * hypot(b.x - a.x, b.y - a.y);
        for (int k = 0; k < 4; k++)
            if (side_of(a, b, corner[k]) < -slack)
                return false;
    }
    return true;
}

/* ---- cutting --------------------------------------------------------------------------------- */

static Polygon cut_by_edge(Arena *arena, const Polygon *p, AffinePoint a, AffinePoint b) {
    Polygon kept = {0};
    for (int i = 0; i < p->count; i++) {
        AffinePoint from = p->at[i], to = p->at[(i + 1) % p->count];
        double f = side_of(a, b, from), t = side_of(a, b, to);
        if (f >= 0)
            add_point(arena, &kept, from);
        if ((f > 0 && t < 0) || (f < 0 && t > 0)) {
            double u = f / (f - t);
            add_point(arena, &kept,
                      (AffinePoint){from.x + (to.x - from.x) * u, from.y + (to.y - from.y) * u});
        }
    }
    return kept;
}

static void add_outline(Arena *arena, SvgOutline *outline, const Polygon *p) {
    for (int i = 0; i < p->count && p->count > 2; i++) {
        SvgSegment *segment = LIST_ADD(arena, outline->segment, outline->count);
        *segment = (SvgSegment){i ? 'L' : 'M', {p->at[i], p->at[i], p->at[i]}};
    }
    if (p->count > 2) {
        SvgSegment *segment = LIST_ADD(arena, outline->segment, outline->count);
        *segment = (SvgSegment){'Z', {p->at[0], p->at[0], p->at[0]}};
    }
}

static SvgOutline cut(Arena *arena, const SvgOutline *outline, const Polygon *by) {
    static const Affine HERE = {1, 0, 0, 0, 1, 0};
    SvgOutline kept = {0};
    for (int i = 0; i < outline->count;) {
        Polygon p;
        i = flatten(arena, outline, i, &HERE, &p);
        for (int k = 0; k < by->count && p.count; k++)
            p = cut_by_edge(arena, &p, by->at[k], by->at[(k + 1) % by->count]);
        add_outline(arena, &kept, &p);
    }
    return kept;
}

static Polygon in_units_of(Arena *arena, const Polygon *p, const Affine *back) {
    Polygon own = {arena_array(arena, AffinePoint, p->count), p->count};
    for (int i = 0; i < p->count; i++)
        own.at[i] = affine_apply(back, p->at[i]);
    turn_positive(&own);
    return own;
}

static SvgBox overlap(SvgBox a, SvgBox b) {
    return (SvgBox){fmax(a.x0, b.x0), fmax(a.y0, b.y0), fmin(a.x1, b.x1), fmin(a.y1, b.y1)};
}

/* False: nothing is left of it. */
static bool cut_shape(Drawing *d, DrawnShape *shape, const Polygon *by, const char *word) {
    SvgBox seen = overlap(shape->seen, d->view);
    Affine back;
    if (seen.x1 < seen.x0 || seen.y1 < seen.y0)
        return false;
    if (is_around(by, seen) || !svg_turn_back(&shape->state.matrix, &back))
        return true;
    if (shape->stroke.on) {
        DRAWING_FAULT(d, shape->line,
                      "« %s » couperait un contour ; convertir ce contour en tracé, ou redessiner "
                      "sans lui",
                      word);
        return true;
    }
    Polygon own = in_units_of(d->source.arena, by, &back);
    shape->outline = cut(d->source.arena, &shape->outline, &own);
    shape->seen = svg_bounds(&shape->outline, &shape->state.matrix);
    return shape->outline.count > 0;
}

/* ---- what cuts ------------------------------------------------------------------------------- */

static bool is_alpha(const SvgElement *mask) {
    const char *type = svg_attribute(mask, "mask-type");
    return type && strcmp(type, "alpha") == 0;
}

/* A mask is as good as a clip when it is plain and lets all through. */
static bool lets_through(const DrawnShape *shape, const SvgElement *by) {
    if (svg_is(by, "clipPath"))
        return true;
    bool white = is_alpha(by) || shape->fill.colour.rgb == 0xFFFFFF;
    return !shape->stroke.on && shape->fill.on && !shape->fill.gradient && white &&
           shape->fill.opacity * shape->opacity >= 1;
}

/* The one shape that cuts, in units of the drawing. False after a fault. */
static bool read_clip(Drawing *d, const SvgElement *element, const SvgState *state, SvgElement *by,
                      const char *word, Polygon *polygon) {
    SvgState inside = {.matrix = state->matrix, .uses = state->uses + 1};
    const char *units =
        svg_attribute(by, svg_is(by, "mask") ? "maskContentUnits" : "clipPathUnits");
    int from = d->shapes, end = 0;
    for (SvgElement *child = by->first; child; child = child->next)
        drawing_walk(d, child, &inside);
    const DrawnShape *shape = &d->shape[from];
    bool one = d->shapes == from + 1 && (!units || strcmp(units, "userSpaceOnUse") == 0) &&
               !svg_attribute(by, "clip-path") && lets_through(shape, by);
    if (one)
        end = flatten(d->source.arena, &shape->outline, 0, &shape->state.matrix, polygon);
    one = one && end == shape->outline.count && has_no_dent(polygon);
    if (one)
        turn_positive(polygon);
    else
        DRAWING_FAULT(d, element->line,
                      "« %s » : seule une forme simple, sans creux, peut couper ; redessiner sans "
                      "lui",
                      word);
    d->shapes = from;
    return one;
}

static void cut_all(Drawing *d, const SvgElement *element, const SvgState *state, int from,
                    const char *word) {
    const char *text = svg_attribute(element, word);
    if (!text || strcmp(text, "none") == 0)
        return;
    SvgElement *by = drawing_target(d, text);
    Polygon polygon = {0};
    if (!by || svg_is(by, "svg")) {
        DRAWING_FAULT(d, element->line, "« %s » mène à « %.60s », qui n’est pas dans ce dessin",
                      word, text);
        return;
    }
    if (state->uses >= SVG_USES_MAX || !read_clip(d, element, state, by, word, &polygon))
        return; /* a clip that is cut by itself has been named on the way here */
    int kept = from;
    for (int i = from; i < d->shapes; i++)
        if (cut_shape(d, &d->shape[i], &polygon, word))
            d->shape[kept++] = d->shape[i];
    d->shapes = kept;
}

void drawing_clip(Drawing *d, const SvgElement *element, const SvgState *state, int from) {
    cut_all(d, element, state, from, "clip-path");
    cut_all(d, element, state, from, "mask");
}
