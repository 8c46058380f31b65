/* Draws a prism from back to front: the sides that face the viewer, then the face that does. */
#include "tools/clips/solid.h"

#include <math.h>
#include <stdlib.h>

#define CORNERS_MAX 32
#define DEGREES (M_PI / 180)

typedef struct View {
    double x, y, scale, yaw, pitch;
} View;

typedef struct SolidPlace {
    double x, y, depth; /* on the picture; depth grows towards the viewer */
} SolidPlace;

typedef struct Side {
    int from, to;
    double depth;
} Side;

typedef struct Prism {
    View view;
    double x[CORNERS_MAX], y[CORNERS_MAX];
    int corners;
    double back, front, layer; /* layer 0: none drawn */
} Prism;

static SolidPlace seen(const View *view, double x, double y, double z) {
    double cy = cos(view->yaw), sy = sin(view->yaw), cp = cos(view->pitch), sp = sin(view->pitch);
    double across = x * cy + z * sy, away = z * cy - x * sy;
    double up = y * cp - away * sp;
    return (SolidPlace){view->x + across * view->scale, view->y - up * view->scale,
                        away * cp + y * sp};
}

static SolidPlace corner(const Prism *prism, int i, double z) {
    i %= prism->corners;
    return seen(&prism->view, prism->x[i], prism->y[i], z);
}

static double turn_of(SolidPlace a, SolidPlace b, SolidPlace c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int nearer_last(const void *a, const void *b) {
    double x = ((const Side *)a)->depth, y = ((const Side *)b)->depth;
    return x < y ? -1 : x > y;
}

/* Corners run anticlockwise, so a side faces us when its four corners run clockwise in the
 * picture's downward y. */
static int facing_sides(const Prism *prism, Side *sides) {
    int count = 0;
    for (int i = 0; i < prism->corners; i++) {
        SolidPlace a = corner(prism, i, prism->front), b = corner(prism, i + 1, prism->front),
                   c = corner(prism, i, prism->back);
        if (turn_of(a, b, c) > 0)
            sides[count++] =
                (Side){i, i + 1,
                       (a.depth + b.depth + c.depth + corner(prism, i + 1, prism->back).depth) / 4};
    }
    qsort(sides, (size_t)count, sizeof *sides, nearer_last);
    return count;
}

static void draw_layers(const Prism *prism, const Side *side, cairo_t *cairo, const Style *style) {
    Style hair = *style;
    hair.filled = hair.hatched = false;
    hair.width = 1.5;
    hair.alpha *= 0.55;
    for (double z = prism->back + prism->layer; prism->layer > 0 && z < prism->front;
         z += prism->layer) {
        SolidPlace a = corner(prism, side->from, z), b = corner(prism, side->to, z);
        cairo_move_to(cairo, a.x, a.y);
        cairo_line_to(cairo, b.x, b.y);
        style_paint(&hair, cairo);
    }
}

/* Flat sides take more light than upright ones. */
static double darker(const Prism *prism, const Side *side) {
    int to = side->to % prism->corners;
    double across = prism->x[to] - prism->x[side->from], up = prism->y[to] - prism->y[side->from];
    return 0.92 - 0.2 * fabs(up) / (hypot(across, up) + 0.001);
}

static void draw_side(const Prism *prism, const Side *side, cairo_t *cairo, const Style *style) {
    SolidPlace p[4] = {corner(prism, side->from, prism->front),
                       corner(prism, side->to, prism->front), corner(prism, side->to, prism->back),
                       corner(prism, side->from, prism->back)};
    for (int i = 0; i < 4; i++)
        cairo_line_to(cairo, p[i].x, p[i].y);
    cairo_close_path(cairo);
    Style shaded = *style;
    double shade = darker(prism, side);
    shaded.fill = (Colour){style->fill.r * shade, style->fill.g * shade, style->fill.b * shade};
    style_paint(&shaded, cairo);
    draw_layers(prism, side, cairo, style);
}

static void draw_face(const Prism *prism, cairo_t *cairo, const Style *style) {
    double z = cos(prism->view.yaw) * cos(prism->view.pitch) >= 0 ? prism->front : prism->back;
    for (int i = 0; i < prism->corners; i++) {
        SolidPlace p = corner(prism, i, z);
        cairo_line_to(cairo, p.x, p.y);
    }
    cairo_close_path(cairo);
    style_paint(style, cairo);
}

static Prism read_prism(StageWords *words) {
    Prism prism = {.view = {.x = words_number(words)}};
    prism.view.y = words_number(words);
    prism.view.scale = words_number(words);
    prism.view.yaw = words_number(words) * DEGREES;
    prism.view.pitch = words_number(words) * DEGREES;
    prism.back = words_number(words);
    prism.front = words_number(words);
    prism.layer = words_take(words, "layers") ? words_number(words) : 0;
    while (!style_next(words) && prism.corners < CORNERS_MAX) {
        prism.x[prism.corners] = words_number(words);
        prism.y[prism.corners++] = words_number(words);
    }
    return prism;
}

void solid_prism(cairo_t *cairo, StageWords *words) {
    Prism prism = read_prism(words);
    Style style = style_closed();
    style_read(&style, words);
    Side sides[CORNERS_MAX];
    int count = prism.front > prism.back ? facing_sides(&prism, sides) : 0;
    for (int i = 0; i < count; i++)
        draw_side(&prism, &sides[i], cairo, &style);
    draw_face(&prism, cairo, &style);
}
