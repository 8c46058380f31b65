/* What pages are painted on: a renderer and, where software draws, the pixels of the surface that
   is shown. Boxes and letters go straight into those: SDL fills past the caches, which is slow for
   what is small or blended over afterwards, and mixes colours pixel by pixel. Knows no page. */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Ground {
    SDL_Renderer *renderer;
    SDL_Surface *surface; /* of 0xXXRRGGBB; NULL: everything goes through the renderer */
} Ground;

bool ground_takes(const SDL_Surface *surface); /* are its pixels of that kind? */

/* In 0xAARRGGBB, mixed with what is there when not opaque; only within the clip of the renderer. */
void ground_fill(const Ground *ground, uint32_t argb, SDL_Rect box);
void ground_fill_all(const Ground *ground, uint32_t argb, const SDL_FRect *box,
                     int count); /* whole pixels */

/* Only with a surface: the colour, each pixel of the box as far as `cover` (a byte a pixel, 255 is
   all of it) says. */
void ground_stamp(const Ground *ground, uint32_t argb, const uint8_t *cover, SDL_Rect box);

/* Only with a surface: pixels of 0xAARRGGBB, rows `pitch` pixels apart, each mixed with what is
   there, of which `fade` of 255 is seen all the same. SDL does that too, but rounds otherwise on
   one kind of processor than on another. */
void ground_lay(const Ground *ground, const uint32_t *argb, int pitch, int fade, SDL_Rect box);
