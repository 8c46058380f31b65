#include "platform/paint/triangles.h"

#include <math.h>
#include <stdlib.h>

#define FEATHER 0.5f /* half the width of a soft edge */
#define DISC_SIDES 24
#define PIECE 20 /* pixels of a slanting line that are drawn at once */

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

/* ---- hard shapes ----------------------------------------------------------------------------- */

static void add_triangle(Triangles *t, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb) {
    make_room(t, 3, 3);
    SDL_Color paint = colour(argb);
    int first = add_vertex(t, a.x, a.y, paint);
    add_vertex(t, b.x, b.y, paint);
    add_vertex(t, c.x, c.y, paint);
    add_corners(t, first, first + 1, first + 2);
}

void triangles_shape(Triangles *t, const SDL_FPoint *at, const int32_t *corner, int count,
                     uint32_t argb) {
    for (const int32_t *c = corner; c + 2 < corner + count; c += 3) {
        if (t->software)
            rows_piece(&t->rows, (SDL_FPoint[]){at[c[0]], at[c[1]], at[c[2]]}, 3);
        else
            add_triangle(t, at[c[0]], at[c[1]], at[c[2]], argb);
    }
    if (t->software)
        rows_end_shape(&t->rows, argb);
}

void triangles_add(Triangles *t, SDL_FPoint a, SDL_FPoint b, SDL_FPoint c, uint32_t argb) {
    triangles_shape(t, (SDL_FPoint[]){a, b, c}, (int32_t[]){0, 1, 2}, 3, argb);
}

/* ---- lines and discs ------------------------------------------------------------------------- */

/* Rows of vertices across the line, from one side to the other, at both of its ends. */
static void add_bands(Triangles *t, SDL_FPoint a, SDL_FPoint b, const float *off,
                      const SDL_Color *paint, int rows) {
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
        add_bands(t, a, b, (float[]){-2 * FEATHER, 0, 2 * FEATHER}, (SDL_Color[]){none, full, none},
                  3);
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

/* One side of a box in whole pixels: up to three spans, and how much of each the box covers. */
typedef struct Spans {
    float at[3], length[3], covers[3];
    int count;
} Spans;

static Spans spans_of(float from, float to) {
    float first = floorf(from), last = ceilf(to) - 1;
    if (last <= first)
        return (Spans){{first}, {1}, {to - from}, 1};
    return (Spans){
        {first, first + 1, last}, {1, last - first - 1, 1}, {first + 1 - from, 1, to - last}, 3};
}

/* Upright or level, as most walls are: pixels as opaque as they are covered, and whole ones without
 * any blending. */
static void add_box(Triangles *t, float left, float top, float right, float bottom, uint32_t argb) {
    Spans across = spans_of(left, right), down = spans_of(top, bottom);
    SDL_Rect clip = t->clip;
    for (int j = 0; j < down.count; j++)
        for (int i = 0; i < across.count; i++) {
            uint32_t alpha =
                (uint32_t)((float)(argb >> 24) * across.covers[i] * down.covers[j] + 0.5f);
            float x = fmaxf(across.at[i], (float)clip.x), y = fmaxf(down.at[j], (float)clip.y);
            float w = fminf(across.at[i] + across.length[i], (float)(clip.x + clip.w)) - x;
            float h = fminf(down.at[j] + down.length[j], (float)(clip.y + clip.h)) - y;
            if (alpha && w > 0 && h > 0)
                rows_box(&t->rows, (SDL_FRect){x, y, w, h}, (argb & 0xFFFFFF) | alpha << 24);
        }
}

static bool is_straight(SDL_FPoint a, SDL_FPoint b) {
    return fabsf(a.x - b.x) < 0.02f || fabsf(a.y - b.y) < 0.02f;
}

void triangles_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    int count = pieces(t, a, b);
    stretch(&a, &b, width / 2);
    if (t->software && is_straight(a, b)) {
        bool level = fabsf(a.x - b.x) > fabsf(a.y - b.y);
        float side_x = level ? 0 : width / 2, side_y = level ? width / 2 : 0;
        add_box(t, fminf(a.x, b.x) - side_x, fminf(a.y, b.y) - side_y, fmaxf(a.x, b.x) + side_x,
                fmaxf(a.y, b.y) + side_y, argb);
        return;
    }
    for (int i = 0; i < count; i++)
        add_soft(t, between(a, b, (float)i / (float)count),
                 between(a, b, (float)(i + 1) / (float)count), width, colour(argb));
}

void triangles_hard_line(Triangles *t, SDL_FPoint a, SDL_FPoint b, float width, uint32_t argb) {
    float half = fmaxf(width, 1) / 2, dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    if (length < 0.01f)
        return;
    stretch(&a, &b, half);
    float x = -dy / length * half, y = dx / length * half;
    const SDL_FPoint p[] = {
        {a.x - x, a.y - y}, {b.x - x, b.y - y}, {b.x + x, b.y + y}, {a.x + x, a.y + y}};
    triangles_shape(t, p, (int32_t[]){0, 1, 2, 0, 2, 3}, 6, argb);
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

void triangles_begin(Triangles *t, const Ground *ground, SDL_Rect clip) {
    SDL_RendererInfo info;
    t->ground = ground;
    t->software =
        SDL_GetRendererInfo(ground->renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    t->clip = clip;
    if (t->software)
        rows_begin(&t->rows, ground, clip);
}

void triangles_draw(Triangles *t) {
    rows_draw(&t->rows);
    SDL_SetRenderDrawBlendMode(t->ground->renderer, SDL_BLENDMODE_BLEND);
    if (t->indices)
        SDL_RenderGeometry(t->ground->renderer, NULL, t->vertex, t->vertices, t->index, t->indices);
    t->vertices = t->indices = 0;
}

void triangles_free(Triangles *t) {
    free(t->vertex);
    free(t->index);
    rows_free(&t->rows);
    *t = (Triangles){0};
}
