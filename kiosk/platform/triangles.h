/* Triangles, lines and discs with soft edges, gathered and drawn in one go. Never textured: SDL's software renderer crashes
   on textured triangles that leave the target (SDL 2.26). */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>

typedef struct Triangles {
    SDL_Renderer *renderer;
    SDL_Vertex *vertex;
    int *index;
    int vertices, indices, vertex_room, index_room;
} Triangles;

/* Colours are 0xAARRGGBB; lengths pixels. */
void triangles_add(Triangles *s, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb);
void triangles_line(Triangles *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb); /* square ends, edges one pixel soft */
void triangles_hard_line(Triangles *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb); /* the same, hard: a third of the work */
void triangles_disc(Triangles *s, SDL_FPoint middle, float radius, uint32_t argb);

void triangles_draw(Triangles *s, bool opaque); /* and forgets them; opaque: nothing gathered lets anything through */
void triangles_free(Triangles *s);
