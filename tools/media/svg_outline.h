/* The outlines of shapes as moves, lines and curves at absolute points: every short form that SVG
   knows comes down to these. */
#pragma once

#include "base/affine.h"
#include "tools/media/svg_tree.h"

typedef struct SvgSegment {
    char kind; /* M, L, C or Z */
    AffinePoint at[3];
} SvgSegment;

typedef struct SvgOutline {
    SvgSegment *segment;
    int count;
} SvgOutline;

typedef struct SvgBox {
    double x0, y0, x1, y1; /* x1 < x0: nothing is in it */
} SvgBox;

extern const SvgBox SVG_BOX_NONE;

/* A path's `d`. False: it is understood up to `rest`, and no further. */
bool svg_path(Arena *arena, Slice d, SvgOutline *outline, Slice *rest);

/* What percentages are of, and an "em". */
typedef struct SvgMeasure {
    double width, height, em;
} SvgMeasure;

typedef enum SvgAxis { SVG_ACROSS, SVG_DOWN, SVG_DIAGONAL } SvgAxis;

/* "12", "3.5mm", "20%" in units of the drawing. False: it is no length. */
bool svg_length(Slice text, const SvgMeasure *measure, SvgAxis axis, double *length);

/* Of <rect>, <circle>, <ellipse>, <line>, <polyline>, <polygon>, <path>. False after a fault. */
bool svg_outline(const SvgSource *source, const SvgElement *shape, const SvgMeasure *measure,
                 SvgOutline *outline);

AffinePoint svg_apply(const Affine *matrix, double x, double y);
SvgBox svg_bounds(const SvgOutline *outline, const Affine *matrix);
bool svg_box_in(SvgBox inner, SvgBox outer);
