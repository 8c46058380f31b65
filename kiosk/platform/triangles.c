#include "platform/triangles.h"

#include <math.h>
#include <stdlib.h>

#define FEATHER 0.5f /* half the width of a soft edge */
#define DISC_SIDES 24

static void make_room(Triangles *s, int vertices, int indices) {
    while (s->vertices + vertices > s->vertex_room || s->indices + indices > s->index_room) {
        s->vertex_room = s->vertex_room ? s->vertex_room * 2 : 4096;
        s->index_room = s->vertex_room * 3;
        s->vertex = realloc(s->vertex, sizeof *s->vertex * (size_t)s->vertex_room);
        s->index = realloc(s->index, sizeof *s->index * (size_t)s->index_room);
        if (!s->vertex || !s->index)
            abort();
    }
}

static SDL_Color colour(uint32_t argb) {
    return (SDL_Color){(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, (Uint8)(argb >> 24)};
}

static int add_vertex(Triangles *s, float x, float y, SDL_Color c) {
    s->vertex[s->vertices] = (SDL_Vertex){{x, y}, c, {0, 0}};
    return s->vertices++;
}

static void add_corners(Triangles *s, int a, int b, int c) {
    s->index[s->indices++] = a;
    s->index[s->indices++] = b;
    s->index[s->indices++] = c;
}

void triangles_add(Triangles *s, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb) {
    make_room(s, 3, 3);
    SDL_Color paint = colour(argb);
    int first = add_vertex(s, a.x, a.y, paint);
    add_vertex(s, b.x, b.y, paint);
    add_vertex(s, c.x, c.y, paint);
    add_corners(s, first, first + 1, first + 2);
}

/* Rows of vertices across the line, from one side to the other, at both of its ends. */
static void add_bands(Triangles *s, SDL_FPoint a, SDL_FPoint b, const float *off, const SDL_Color *paint, int rows, float longer) {
    float dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    if (length < 0.01f)
        return;
    dx /= length;
    dy /= length;
    make_room(s, rows * 2, (rows - 1) * 6);
    int first = s->vertices;
    for (int i = 0; i < rows; i++) {
        add_vertex(s, a.x - dy * off[i] - dx * longer, a.y + dx * off[i] - dy * longer, paint[i]);
        add_vertex(s, b.x - dy * off[i] + dx * longer, b.y + dx * off[i] + dy * longer, paint[i]);
    }
    for (int i = 0; i + 1 < rows; i++) {
        int at = first + 2 * i;
        add_corners(s, at, at + 1, at + 2);
        add_corners(s, at + 1, at + 3, at + 2);
    }
}

void triangles_line(Triangles *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    SDL_Color full = colour(argb), none = full;
    none.a = 0;
    float half = width / 2;
    if (half <= FEATHER) { /* thinner than a pixel: paler instead */
        full.a = (Uint8)((float)full.a * width);
        add_bands(s, a, b, (float[]){-2 * FEATHER, 0, 2 * FEATHER}, (SDL_Color[]){none, full, none}, 3, half);
        return;
    }
    add_bands(s, a, b, (float[]){-half - FEATHER, -half + FEATHER, half - FEATHER, half + FEATHER},
              (SDL_Color[]){none, full, full, none}, 4, half);
}

void triangles_hard_line(Triangles *s, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    SDL_Color full = colour(argb);
    float half = fmaxf(width, 1) / 2;
    add_bands(s, a, b, (float[]){-half, half}, (SDL_Color[]){full, full}, 2, half);
}

void triangles_disc(Triangles *s, SDL_FPoint middle, float radius, uint32_t argb) {
    SDL_Color full = colour(argb), none = full;
    none.a = 0;
    make_room(s, 1 + 2 * DISC_SIDES, 9 * DISC_SIDES);
    int centre = add_vertex(s, middle.x, middle.y, full);
    for (int i = 0; i < DISC_SIDES; i++) {
        float angle = (float)i * 2 * (float)M_PI / DISC_SIDES, c = cosf(angle), n = sinf(angle);
        add_vertex(s, middle.x + c * (radius - FEATHER), middle.y + n * (radius - FEATHER), full);
        add_vertex(s, middle.x + c * (radius + FEATHER), middle.y + n * (radius + FEATHER), none);
    }
    for (int i = 0; i < DISC_SIDES; i++) {
        int inner = centre + 1 + 2 * i, next = centre + 1 + 2 * ((i + 1) % DISC_SIDES);
        add_corners(s, centre, inner, next);
        add_corners(s, inner, inner + 1, next);
        add_corners(s, inner + 1, next + 1, next);
    }
}

void triangles_draw(Triangles *s, bool opaque) {
    SDL_SetRenderDrawBlendMode(s->renderer, opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    if (s->indices)
        SDL_RenderGeometry(s->renderer, NULL, s->vertex, s->vertices, s->index, s->indices);
    s->vertices = s->indices = 0;
}

void triangles_free(Triangles *s) {
    free(s->vertex);
    free(s->index);
    *s = (Triangles){.renderer = s->renderer};
}
