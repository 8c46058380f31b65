#include "tools/media/svg_outline.h"

#include "tools/media/svg_colour.h"

#include <math.h>
#include <string.h>

const SvgBox SVG_BOX_NONE = {1, 1, 0, 0};

/* ---- lengths --------------------------------------------------------------------------------- */

static double whole_of(const SvgMeasure *m, SvgAxis axis) {
    if (axis == SVG_DIAGONAL)
        return sqrt((m->width * m->width + m->height * m->height) / 2);
    return axis == SVG_ACROSS ? m->width : m->height;
}

/* CSS Values 4, 6.2: an inch has 96 of what a drawing calls 1. */
bool svg_length(Slice text, const SvgMeasure *measure, SvgAxis axis, double *length) {
    const struct {
        const char *unit;
        double size;
    } UNITS[] = {{"", 1},
                 {"px", 1},
                 {"mm", 96 / 25.4},
                 {"cm", 96 / 2.54},
                 {"in", 96},
                 {"pt", 96 / 72.0},
                 {"pc", 16},
                 {"em", measure->em},
                 {"ex", measure->em / 2},
                 {"%", whole_of(measure, axis) / 100}};
    text = slice_trim(text);
    if (!svg_take_number(&text, length))
        return false;
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (slice_is(text, UNITS[i].unit)) {
            *length *= UNITS[i].size;
            return true;
        }
    return false;
}

/* ---- shapes ---------------------------------------------------------------------------------- */

typedef struct ShapeReading {
    const SvgSource *source;
    const SvgElement *shape;
    const SvgMeasure *measure;
    SvgOutline *outline;
    bool failed;
} ShapeReading;

static bool given(const ShapeReading *r, const char *name) {
    const char *value = svg_attribute(r->shape, name);
    return value && strcmp(value, "auto") != 0;
}

static double length_of(ShapeReading *r, const char *name, SvgAxis axis) {
    double length = 0;
    if (!given(r, name))
        return 0;
    if (!svg_length(slice_from(svg_attribute(r->shape, name)), r->measure, axis, &length)) {
        report_fault(r->source->report, r->source->file, r->shape->line,
                     "« %s=\"%.40s\" » n’est pas une longueur ; l’écrire en chiffres", name,
                     svg_attribute(r->shape, name));
        r->failed = true;
    }
    return length;
}

static void draw(ShapeReading *r, const char *d) {
    Slice rest;
    svg_path(r->source->arena, slice_from(d), r->outline, &rest);
}

#define DRAW(r, ...) draw((r), arena_printf((r)->source->arena, __VA_ARGS__).at)

static void draw_ellipse(ShapeReading *r, double rx, double ry) {
    double cx = length_of(r, "cx", SVG_ACROSS), cy = length_of(r, "cy", SVG_DOWN);
    if (rx > 0 && ry > 0)
        DRAW(r, "M%.17g %.17gA%.17g %.17g 0 0 1 %.17g %.17gA%.17g %.17g 0 0 1 %.17g %.17gZ",
             cx + rx, cy, rx, ry, cx - rx, cy, rx, ry, cx + rx, cy);
}

static void draw_rect(ShapeReading *r) {
    double x = length_of(r, "x", SVG_ACROSS), y = length_of(r, "y", SVG_DOWN),
           w = length_of(r, "width", SVG_ACROSS), h = length_of(r, "height", SVG_DOWN),
           rx = length_of(r, given(r, "rx") ? "rx" : "ry", SVG_ACROSS),
           ry = length_of(r, given(r, "ry") ? "ry" : "rx", SVG_DOWN);
    if (!(w > 0 && h > 0))
        return;
    rx = fmin(fmax(rx, 0), w / 2);
    ry = fmin(fmax(ry, 0), h / 2);
    if (!(rx > 0 && ry > 0))
        DRAW(r, "M%.17g %.17gh%.17gv%.17gh%.17gz", x, y, w, h, -w);
    else
        DRAW(r,
             "M%.17g %.17gh%.17ga%.17g %.17g 0 0 1 %.17g %.17gv%.17ga%.17g %.17g 0 0 1 %.17g "
             "%.17gh%.17ga%.17g %.17g 0 0 1 %.17g %.17gv%.17ga%.17g %.17g 0 0 1 %.17g %.17gz",
             x + rx, y, w - 2 * rx, rx, ry, rx, ry, h - 2 * ry, rx, ry, -rx, ry, 2 * rx - w, rx, ry,
             -rx, -ry, 2 * ry - h, rx, ry, rx, -ry);
}

static void draw_line(ShapeReading *r) {
    double x1 = length_of(r, "x1", SVG_ACROSS), y1 = length_of(r, "y1", SVG_DOWN),
           x2 = length_of(r, "x2", SVG_ACROSS), y2 = length_of(r, "y2", SVG_DOWN);
    DRAW(r, "M%.17g %.17gL%.17g %.17g", x1, y1, x2, y2);
}

static void not_understood(ShapeReading *r, const char *name, Slice rest) {
    report_fault(r->source->report, r->source->file, r->shape->line,
                 "le tracé « %s » n’est pas compris à partir de « %.*s » ; l’exporter à nouveau, "
                 "sans compression",
                 name, utf8_start(rest, rest.len < 24 ? rest.len : 24), rest.at);
    r->failed = true;
}

static void draw_points(ShapeReading *r, bool closed) {
    Slice rest = slice_from(svg_attribute(r->shape, "points"));
    Slice d =
        arena_printf(r->source->arena, "M" SLICE_FMT "%s", SLICE_ARG(rest), closed ? "Z" : "");
    if (slice_trim(rest).len && !svg_path(r->source->arena, d, r->outline, &rest))
        not_understood(r, "points", rest);
}

static void draw_path(ShapeReading *r) {
    Slice rest = slice_from(svg_attribute(r->shape, "d"));
    if (rest.len && !slice_is(rest, "none") && !svg_path(r->source->arena, rest, r->outline, &rest))
        not_understood(r, "d", rest);
}

bool svg_outline(const SvgSource *source, const SvgElement *shape, const SvgMeasure *measure,
                 SvgOutline *outline) {
    ShapeReading r = {source, shape, measure, outline, false};
    *outline = (SvgOutline){0};
    double radius = svg_is(shape, "circle") ? length_of(&r, "r", SVG_DIAGONAL) : 0;
    if (svg_is(shape, "circle"))
        draw_ellipse(&r, radius, radius);
    else if (svg_is(shape, "ellipse"))
        draw_ellipse(&r, length_of(&r, given(&r, "rx") ? "rx" : "ry", SVG_ACROSS),
                     length_of(&r, given(&r, "ry") ? "ry" : "rx", SVG_DOWN));
    else if (svg_is(shape, "rect"))
        draw_rect(&r);
    else if (svg_is(shape, "line"))
        draw_line(&r);
    else if (svg_is(shape, "path"))
        draw_path(&r);
    else
        draw_points(&r, svg_is(shape, "polygon"));
    return !r.failed;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

AffinePoint svg_apply(const Affine *matrix, double x, double y) {
    AffinePoint at = {x, y};
    return affine_apply(matrix, at);
}

static void stretch(SvgBox *box, AffinePoint p) {
    bool none = box->x1 < box->x0;
    box->x0 = none ? p.x : fmin(box->x0, p.x);
    box->y0 = none ? p.y : fmin(box->y0, p.y);
    box->x1 = none ? p.x : fmax(box->x1, p.x);
    box->y1 = none ? p.y : fmax(box->y1, p.y);
}

static double on_curve(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* Where a curve turns back along one axis: the roots of its derivative. */
static int turns(double a, double b, double c, double d, double *t) {
    double p = d - a + 3 * (b - c), q = 2 * (a - 2 * b + c), r = b - a, count = 0;
    double inside = q * q - 4 * p * r;
    if (fabs(p) < 1e-12) {
        t[0] = fabs(q) < 1e-12 ? -1 : -r / q;
        count = 1;
    } else if (inside >= 0) {
        t[0] = (-q + sqrt(inside)) / (2 * p);
        t[1] = (-q - sqrt(inside)) / (2 * p);
        count = 2;
    }
    return (int)count;
}

static void stretch_by_curve(SvgBox *box, AffinePoint from, const AffinePoint *p) {
    double t[4];
    int count = turns(from.x, p[0].x, p[1].x, p[2].x, t);
    count += turns(from.y, p[0].y, p[1].y, p[2].y, t + count);
    for (int i = 0; i < count; i++)
        if (t[i] > 0 && t[i] < 1)
            stretch(box, (AffinePoint){on_curve(from.x, p[0].x, p[1].x, p[2].x, t[i]),
                                       on_curve(from.y, p[0].y, p[1].y, p[2].y, t[i])});
    stretch(box, p[2]);
}

SvgBox svg_bounds(const SvgOutline *outline, const Affine *matrix) {
    SvgBox box = SVG_BOX_NONE;
    AffinePoint at = {0, 0};
    for (int i = 0; i < outline->count; i++) {
        const SvgSegment *segment = &outline->segment[i];
        AffinePoint p[3];
        for (int k = 0; k < 3; k++)
            p[k] = affine_apply(matrix, segment->at[k]);
        bool last_move =
            segment->kind == 'M' && (i + 1 == outline->count || segment[1].kind == 'M');
        if (segment->kind == 'C')
            stretch_by_curve(&box, at, p);
        else if (!last_move)
            stretch(&box, p[2]);
        at = p[2];
    }
    return box;
}

bool svg_box_in(SvgBox inner, SvgBox outer) {
    const double SLACK = 1e-3;
    return inner.x1 < inner.x0 || (inner.x0 >= outer.x0 - SLACK && inner.y0 >= outer.y0 - SLACK &&
                                   inner.x1 <= outer.x1 + SLACK && inner.y1 <= outer.y1 + SLACK);
}
