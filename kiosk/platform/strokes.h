/* Triangles, lines and discs with soft edges, gathered and drawn in one go. Never textured: SDL's software renderer crashes
   on textured triangles that leave the target (SDL 2.26). */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>

typedef struct Strokes {
    SDL_Renderer *renderer;
    SDL_Vertex *vertex;
    int *index;
    int vertices, indices, vertex_room, index_room;
} Strokes;

/* Colours are 0xAARRGGBB; lengths pixels. */
void strokes_triangle(Strokes *s, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb);
void strokes_line(Strokes *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb); /* square ends, edges one pixel soft */
void strokes_hard_line(Strokes *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb); /* the same, hard: a third of the work */
void strokes_disc(Strokes *s, SDL_FPoint middle, float radius, uint32_t argb);

void strokes_draw(Strokes *s, bool opaque); /* and forgets them; opaque: nothing gathered lets anything through */
void strokes_free(Strokes *s);
