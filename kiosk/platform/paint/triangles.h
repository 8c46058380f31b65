/* Flat shapes with soft or hard edges, gathered and drawn in one go. Never textured: SDL's software
   renderer crashes on textured triangles that leave the target (SDL 2.26). */
#pragma once

#include "platform/paint/rows.h"

#include <stdbool.h>

/* SDL's software renderer tests every pixel of a triangle's bounding box: what slants costs ten
   times its area. There hard shapes and straight lines are boxes instead, and soft lines that slant
   short pieces. */
typedef struct Triangles {
    const Ground *ground;
    bool software;
    SDL_Rect clip;
    SDL_Vertex *vertex;
    int *index;
    int vertices, indices, vertex_room, index_room;
    Rows rows; /* in software: all that is hard */
} Triangles;

void triangles_begin(Triangles *t, const Ground *ground, SDL_Rect clip); /* for one drawing */

/* Colours are 0xAARRGGBB; lengths pixels. A shape is `count` / 3 triangles whose corners are given
 * by their numbers. */
void triangles_shape(Triangles *t, const SDL_FPoint *at, const int32_t *corner, int count,
                     uint32_t argb); /* hard edges */
void triangles_add(Triangles *t, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c,
                   uint32_t argb); /* hard edges */
void triangles_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width,
                    uint32_t argb); /* square ends, edges a pixel soft */
void triangles_hard_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb);
void triangles_disc(Triangles *t, SDL_FPoint middle, float radius, uint32_t argb); /* soft */

void triangles_draw(Triangles *t); /* what was gathered; hard shapes lie below soft ones */
void triangles_free(Triangles *t);
