/* Shared by the files that make up drawing.h. */
#pragma once

#include "tools/media/svg_colour.h"
#include "tools/media/svg_outline.h"

enum { SVG_USES_MAX = 8 }; /* <use> in <use>, and clips in clips */

/* What is handed down from an element to those in it. */
typedef enum SvgProperty {
    SVG_FILL,
    SVG_FILL_OPACITY,
    SVG_FILL_RULE,
    SVG_STROKE,
    SVG_STROKE_OPACITY,
    SVG_STROKE_WIDTH,
    SVG_STROKE_LINECAP,
    SVG_STROKE_LINEJOIN,
    SVG_STROKE_MITERLIMIT,
    SVG_STROKE_DASHARRAY,
    SVG_STROKE_DASHOFFSET,
    SVG_COLOR,
    SVG_VISIBILITY,
    SVG_PAINT_ORDER,
    SVG_FONT_SIZE,
    SVG_PROPERTY_COUNT
} SvgProperty;

typedef struct SvgState {
    const char *property[SVG_PROPERTY_COUNT]; /* NULL: as it is when nobody says anything */
    Affine matrix;                            /* to the drawing as a whole */
    int uses;                                 /* <use> within <use> */
} SvgState;

typedef struct Paint {
    bool on;
    SvgColour colour;
    double opacity;
    SvgElement *gradient; /* NULL: a plain colour */
} Paint;

typedef struct DrawnShape {
    SvgOutline outline;
    SvgState state;
    Paint fill, stroke;
    double opacity;
    SvgBox own, seen; /* of the outline in its own units; with its stroke, in the drawing */
    int line;
} DrawnShape;

typedef struct Drawing {
    SvgSource source;
    SvgElement *root;
    SvgMeasure measure;
    SvgBox view; /* the viewBox */
    DrawnShape *shape;
    int shapes;
    int walked; /* elements, as often as they are used */
    bool full;  /* more than can be told, and said so */
} Drawing;

#define DRAWING_FAULT(d, line, ...)                                                                \
    report_fault((d)->source.report, (d)->source.file, (line), __VA_ARGS__)

/* drawing_walk.c: all that is visible in an element, as shapes at the end of the list. */
void drawing_walk(Drawing *d, SvgElement *element, const SvgState *state);

/* drawing_paint.c */
Paint drawing_paint(Drawing *d, int line, const SvgState *state, SvgProperty paint);
double drawing_opacity(const char *text); /* a share or a percentage; NULL is 1 */
/* The element that "url(#id)" means; NULL when there is none, or `text` is nothing of the kind. */
SvgElement *drawing_target(const Drawing *d, const char *text);

/* drawing_clip.c: cuts the shapes from `from` on by what clip-path="…" or mask="…" says. */
void drawing_clip(Drawing *d, const SvgElement *element, const SvgState *state, int from);

/* drawing_write.c */
Slice drawing_write(const Drawing *d);

/* svg_transform.c. False: the text is understood in part only. */
bool svg_transform(Slice text, Affine *matrix);
bool svg_turn_back(const Affine *matrix, Affine *back); /* false: there is no way back */

/* svg_plain.c: says nothing but what the kiosk draws as it is meant. */
bool svg_is_plain(const SvgElement *root);
