/* How a path is filled and outlined: the colours and line weights of the drawings. Knows nothing of
 * shapes. */
#pragma once

#include "tools/clips/words.h"

#include <cairo.h>

typedef struct Colour {
    double r, g, b;
} Colour;

extern const Colour COLOUR_GROUND, COLOUR_GRID;

typedef struct Style {
    Colour fill, line;
    bool filled, lined, hatched;
    double width, alpha;
    double from, to; /* how much of the outline is drawn already, 0 to 1 */
    double dash[4];  /* all 0 for a plain line */
    double offset;   /* into the dashes: what makes them run */
} Style;

Style style_closed(void); /* white, outlined in blue */
Style style_open(void);   /* outlined only */
Style style_ink(void);    /* filled in the ink of figures */

/* The words that are left on the line, such as "fill amber width 3 alpha u". */
void style_read(Style *style, StageWords *words);

/* Whether the next word begins a style, or none is left: there the numbers of a path end. */
bool style_next(const StageWords *words);

Colour colour_read(StageWords *words); /* a name, or "mix COLOUR COLOUR U" */
void colour_use(cairo_t *cairo, Colour colour, double alpha);

void style_paint(const Style *style, cairo_t *cairo); /* consumes the path */
