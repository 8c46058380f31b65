#include "platform/triangles.h"

#include <math.h>
#include <stdlib.h>

#define FEATHER 0.5f /* half the width of a soft edge */
#define DISC_SIDES 24
#define PIECE 20      /* pixels of a slanting line that are drawn at once */
#define ROWS 16384

static void make_room(Triangles *t, int vertices, int indices) {
    while (t->vertices + vertices > t->vertex_room || t->indices + indices > t->index_room) {
        t->vertex_room = t->vertex_room ? t->vertex_room * 2 : 4096;
        t->index_room = t->vertex_room * 3;
        t->vertex = realloc(t->vertex, sizeof *t->vertex * (size_t)t->vertex_room);
        t->index = realloc(t->index, sizeof *t->index * (size_t)t->index_room);
        if (!t->vertex || !t->index)
            abort();
    }
}

static SDL_Color colour(uint32_t argb) {
    return (SDL_Color){(Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, (Uint8)(argb >> 24)};
}

static int add_vertex(Triangles *t, float x, float y, SDL_Color c) {
    t->vertex[t->vertices] = (SDL_Vertex){{x, y}, c, {0, 0}};
    return t->vertices++;
}

static void add_corners(Triangles *t, int a, int b, int c) {
    t->index[t->indices++] = a;
    t->index[t->indices++] = b;
    t->index[t->indices++] = c;
}

/* ---- hard shapes, row by row -------------------------------------------------------------------------------------------------- */

static void draw_rows(Triangles *t) {
    uint32_t argb = t->row_colour;
    if (!t->rows)
        return;
    SDL_SetRenderDrawBlendMode(t->renderer, argb >> 24 == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(t->renderer, (Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb, (Uint8)(argb >> 24));
    SDL_RenderFillRectsF(t->renderer, t->row, t->rows);
    t->rows = 0;
}

static void add_row(Triangles *t, float y, float left, float right, uint32_t argb) {
    if (argb != t->row_colour || t->rows == t->row_room)
        draw_rows(t);
    t->row_colour = argb;
    left = ceilf(fmaxf(left, (float)t->clip.x) - 0.5f);
    right = ceilf(fminf(right, (float)(t->clip.x + t->clip.w)) - 0.5f);
    if (right > left)
        t->row[t->rows++] = (SDL_FRect){left, y, right - left, 1};
}

/* Where the row through y meets the edges of a convex shape; a pixel belongs to it when its middle does. */
static void fill_rows(Triangles *t, const SDL_FPoint *p, int count, uint32_t argb) {
    float top = p[0].y, bottom = p[0].y;
    for (int i = 1; i < count; i++) {
        top = fminf(top, p[i].y);
        bottom = fmaxf(bottom, p[i].y);
    }
    top = fmaxf(ceilf(top - 0.5f), (float)t->clip.y);
    bottom = fminf(bottom, (float)(t->clip.y + t->clip.h));
    for (float y = top; y + 0.5f < bottom; y++) {
        float left = INFINITY, right = -INFINITY, middle = y + 0.5f;
        for (int i = 0; i < count; i++) {
            SDL_FPoint a = p[i], b = p[i + 1 < count ? i + 1 : 0];
            if ((a.y <= middle) == (b.y <= middle))
                continue;
            if (a.y > b.y) { /* the same edge gives the same figure, whichever of its two shapes asks */
                SDL_FPoint swap = a;
                a = b;
                b = swap;
            }
            float x = a.x + (b.x - a.x) * ((middle - a.y) / (b.y - a.y));
            left = fminf(left, x);
            right = fmaxf(right, x);
        }
        add_row(t, y, left, right, argb);
    }
}

void triangles_add(Triangles *t, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb) {
    if (t->software) {
        fill_rows(t, (SDL_FPoint[]){a, b, c}, 3, argb);
        return;
    }
    make_room(t, 3, 3);
    SDL_Color paint = colour(argb);
    int first = add_vertex(t, a.x, a.y, paint);
    add_vertex(t, b.x, b.y, paint);
    add_vertex(t, c.x, c.y, paint);
    add_corners(t, first, first + 1, first + 2);
}

/* ---- lines and discs --------------------------------------------------------------------------------------------------------- */

/* Rows of vertices across the line, from one side to the other, at both of its ends. */
static void add_bands(Triangles *t, SDL_FPoint a, SDL_FPoint b, const float *off, const SDL_Color *paint, int rows) {
    float dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    if (length < 0.01f)
        return;
    dx /= length;
    dy /= length;
    make_room(t, rows * 2, (rows - 1) * 6);
    int first = t->vertices;
    for (int i = 0; i < rows; i++) {
        add_vertex(t, a.x - dy * off[i], a.y + dx * off[i], paint[i]);
        add_vertex(t, b.x - dy * off[i], b.y + dx * off[i], paint[i]);
    }
    for (int i = 0; i + 1 < rows; i++) {
        int at = first + 2 * i;
        add_corners(t, at, at + 1, at + 2);
        add_corners(t, at + 1, at + 3, at + 2);
    }
}

/* Slanting lines go in pieces whose bounding boxes are small. */
static int pieces(const Triangles *t, SDL_FPoint a, SDL_FPoint b) {
    float dx = fabsf(b.x - a.x), dy = fabsf(b.y - a.y);
    return t->software && dx > 2 && dy > 2 ? (int)(fmaxf(dx, dy) / PIECE) + 1 : 1;
}

static SDL_FPoint between(SDL_FPoint a, SDL_FPoint b, float share) {
    return (SDL_FPoint){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static void add_soft(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, SDL_Color full) {
    SDL_Color none = full;
    none.a = 0;
    float half = width / 2;
    if (half <= FEATHER) { /* thinner than a pixel: paler instead */
        full.a = (Uint8)((float)full.a * width);
        add_bands(t, a, b, (float[]){-2 * FEATHER, 0, 2 * FEATHER}, (SDL_Color[]){none, full, none}, 3);
        return;
    }
    add_bands(t, a, b, (float[]){-half - FEATHER, -half + FEATHER, half - FEATHER, half + FEATHER},
              (SDL_Color[]){none, full, full, none}, 4);
}

/* Longer by half its width at both ends: where walls meet, their corner is filled. */
static void stretch(SDL_FPoint *a, SDL_FPoint *b, float by) {
    float dx = b->x - a->x, dy = b->y - a->y, length = fmaxf(hypotf(dx, dy), 0.01f);
    dx *= by / length;
    dy *= by / length;
    *a = (SDL_FPoint){a->x - dx, a->y - dy};
    *b = (SDL_FPoint){b->x + dx, b->y + dy};
}

void triangles_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    int count = pieces(t, a, b);
    stretch(&a, &b, width / 2);
    for (int i = 0; i < count; i++)
        add_soft(t, between(a, b, (float)i / (float)count), between(a, b, (float)(i + 1) / (float)count), width, colour(argb));
}

void triangles_hard_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    float half = fmaxf(width, 1) / 2, dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    if (length < 0.01f)
        return;
    stretch(&a, &b, half);
    float x = -dy / length * half, y = dx / length * half;
    const SDL_FPoint p[] = {{a.x - x, a.y - y}, {b.x - x, b.y - y}, {b.x + x, b.y + y}, {a.x + x, a.y + y}};
    if (t->software) {
        fill_rows(t, p, 4, argb);
    } else {
        triangles_add(t, p[0], p[1], p[2], argb);
        triangles_add(t, p[0], p[2], p[3], argb);
    }
}

void triangles_disc(Triangles *t, SDL_FPoint middle, float radius, uint32_t argb) {
    SDL_Color full = colour(argb), none = full;
    none.a = 0;
    make_room(t, 1 + 2 * DISC_SIDES, 9 * DISC_SIDES);
    int centre = add_vertex(t, middle.x, middle.y, full);
    for (int i = 0; i < DISC_SIDES; i++) {
        float angle = (float)i * 2 * (float)M_PI / DISC_SIDES, c = cosf(angle), n = sinf(angle);
        add_vertex(t, middle.x + c * (radius - FEATHER), middle.y + n * (radius - FEATHER), full);
        add_vertex(t, middle.x + c * (radius + FEATHER), middle.y + n * (radius + FEATHER), none);
    }
    for (int i = 0; i < DISC_SIDES; i++) {
        int inner = centre + 1 + 2 * i, next = centre + 1 + 2 * ((i + 1) % DISC_SIDES);
        add_corners(t, centre, inner, next);
        add_corners(t, inner, inner + 1, next);
        add_corners(t, inner + 1, next + 1, next);
    }
}

void triangles_begin(Triangles *t, SDL_Renderer *renderer, SDL_Rect clip) {
    SDL_RendererInfo info;
    t->renderer = renderer;
    t->software = SDL_GetRendererInfo(renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    t->clip = clip;
    if (!t->row) {
        t->row_room = ROWS;
        t->row = malloc(sizeof *t->row * ROWS);
        if (!t->row)
            abort();
    }
}

void triangles_draw(Triangles *t) {
    draw_rows(t);
    SDL_SetRenderDrawBlendMode(t->renderer, SDL_BLENDMODE_BLEND);
    if (t->indices)
        SDL_RenderGeometry(t->renderer, NULL, t->vertex, t->vertices, t->index, t->indices);
    t->vertices = t->indices = 0;
}

void triangles_free(Triangles *t) {
    free(t->vertex);
    free(t->index);
    free(t->row);
    *t = (Triangles){0};
}
