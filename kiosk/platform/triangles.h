/* Flat shapes with soft or hard edges, gathered and drawn in one go. Never textured: SDL's software renderer crashes on
   textured triangles that leave the target (SDL 2.26). */
#pragma once

#include <SDL2/SDL.h>
#include <stdbool.h>

/* SDL's software renderer tests every pixel of a triangle's bounding box: what slants costs ten times its area. There hard
   shapes are cut into rows instead, which are filled as fast as memory goes, and soft lines into short pieces. */
typedef struct Triangles {
    SDL_Renderer *renderer;
    bool software;
    SDL_Rect clip;    /* rows outside are not made */
    SDL_Vertex *vertex;
    int *index;
    int vertices, indices, vertex_room, index_room;
    SDL_FRect *row;   /* of one colour, not yet drawn */
    int rows, row_room;
    uint32_t row_colour;
} Triangles;

void triangles_begin(Triangles *t, SDL_Renderer *renderer, SDL_Rect clip); /* for one drawing */

/* Colours are 0xAARRGGBB; lengths pixels. */
void triangles_add(Triangles *t, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb); /* hard edges */
void triangles_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb); /* square ends, edges a pixel soft */
void triangles_hard_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb);
void triangles_disc(Triangles *t, SDL_FPoint middle, float radius, uint32_t argb); /* soft */

void triangles_draw(Triangles *t); /* what was gathered; hard shapes lie below soft ones */
void triangles_free(Triangles *t);
