/* Colours as drawing programs write them. */
#pragma once

#include "base/slice.h"

#include <stdint.h>

typedef struct SvgColour {
    uint32_t rgb;
    double alpha; /* 0 to 1 */
} SvgColour;

/* "#c33", "rgb(80%, 20%, 20%)", "hsl(120deg 100% 25% / .5)", "steelblue", "transparent"… False: it
   is none. */
bool svg_colour(Slice text, SvgColour *colour);

/* A number at the beginning, taken off; false and nothing taken: there is none. */
bool svg_take_number(Slice *text, double *value);
void svg_skip_blanks(Slice *text); /* and one comma */
