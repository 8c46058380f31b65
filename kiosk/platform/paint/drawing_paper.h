/* The squared paper that the kiosk's drawings lie on, an eighth of their height a square: found in
   the pixels of one, and continued beyond its edges. */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>
#include <stdint.h>

enum { PAPER_LINE = 5 }; /* pixels across a line, and a little of the ground on either side */

typedef struct DrawingPaper {
    bool found;
    double mesh; /* side of a square, in pixels */
    uint32_t ground, across[PAPER_LINE], down[PAPER_LINE];
    bool left, right, top, bottom; /* there the drawing goes on to its edge */
} DrawingPaper;

/* Of 0xAARRGGBB; not found where no corner is free. */
DrawingPaper drawing_paper(const SDL_Surface *drawing);

/* Where a drawing of that size stands in a box of that one: in its middle, or with the edge that
   something goes on to at the edge of the box. */
SDL_Rect drawing_paper_place(const DrawingPaper *paper, const SDL_Surface *drawing, int w, int h);

/* Fills what is free around a drawing that stands there. */
void drawing_paper_continue(const DrawingPaper *paper, SDL_Surface *out, SDL_Rect drawn);
