/* Fonts found through fontconfig and shaped by SDL_ttf: measures lines for layout, rasterises them
 * for the painter. */
#pragma once

#include "base/error.h"
#include "ui/typeface.h"

#include <SDL2/SDL.h>

typedef struct Fonts Fonts;

/* NULL only when not one usable font is installed. A missing face is replaced by the nearest and
 * logged. */
Fonts *fonts_open(Error *error);
void fonts_close(Fonts *fonts);
void fonts_rest(
    Fonts *fonts); /* drops what is kept of each size; it is made again when it is asked for */

Typeface fonts_typeface(Fonts *fonts);

/* One line in the colour 0xAARRGGBB on a transparent ground; the caller frees it. NULL for an empty
   line. `ascent` gets the pixels from its top to the baseline. */
SDL_Surface *fonts_draw(Fonts *fonts, Face face, int size, Slice line, uint32_t colour,
                        int *ascent);
