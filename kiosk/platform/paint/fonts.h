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

/* How a line is set. */
typedef struct TextLook {
    Face face;
    int size;      /* pixels */
    bool leftward; /* the text as a whole is written from right to left; an icon is turned about */
} TextLook;

/* A line that was drawn, on a transparent ground; the caller frees the surface. */
typedef struct FontLine {
    SDL_Surface *surface;       /* NULL for an empty line */
    int ascent;                 /* pixels from its top to the baseline */
    int own_ascent, own_height; /* of a line of the face itself: one of several faces is higher */
} FontLine;

FontLine fonts_draw(Fonts *fonts, TextLook look, Slice text, uint32_t colour); /* 0xAARRGGBB */

enum { FONTS_ASKED_SIZE = 32 }; /* at which they are opened to be asked */

/* Has the face, or one behind it, that sign? */
bool fonts_has(Fonts *fonts, Face face, uint32_t code);
