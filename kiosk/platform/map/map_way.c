/* The way on a map: the ribbon, where it leaves the floor, and where it leads. */
#include "platform/map/map_way.h"

#include <math.h>

/* Pixels of the 1920x1080 drawing. */
#define RIBBON 12
#define RIBBON_CASING 20
#define PIN_RIM 4
#define DOT_RADIUS 17
#define BARRIER_RADIUS 26
#define CHEVRON_EVERY 74
#define RIBBON_TAKES_EVERY 28 /* boxes along the way that names keep off */

/* ---- the way --------------------------------------------------------------------------------- */

/* The part of the path on this floor between two lengths, as lines with round joints. */
static void add_ribbon(MapDraw *d, double from_mm, double to_mm, float width, uint32_t argb) {
    const Path *t = d->view->path;
    for (int i = 1; i < t->count; i++) {
        PathPoint a = t->point[i - 1], b = t->point[i];
        if (a.level != d->view->level || b.level != d->view->level || b.along_mm <= from_mm ||
            a.along_mm >= to_mm)
            continue;
        if (a.along_mm < from_mm)
            a = path_at(t, from_mm);
        if (b.along_mm > to_mm)
            b = path_at(t, to_mm);
        SDL_FPoint p = map_on_display(d, a.at), q = map_on_display(d, b.at);
        triangles_line(&d->p->triangles, p, q, width, argb);
        triangles_disc(&d->p->triangles, p, width / 2, argb);
        triangles_disc(&d->p->triangles, q, width / 2, argb);
    }
}

static void add_chevron(MapDraw *d, SDL_FPoint at, float dx, float dy) {
    float size = map_px(d, RIBBON * 0.3);
    SDL_FPoint tip = {at.x + dx * size, at.y + dy * size};
    for (int side = -1; side <= 1; side += 2) {
        SDL_FPoint end = {at.x - dx * size * 0.6f - dy * size * (float)side,
                          at.y - dy * size * 0.6f + dx * size * (float)side};
        triangles_line(&d->p->triangles, tip, end, map_px(d, 2.6), map_colour(d, PAINT_ON_PRIMARY));
    }
}

/* Arrow points on the ribbon: which way it goes must be clear in a still picture too. */
static void add_chevrons(MapDraw *d) {
    const Path *t = d->view->path;
    double every = map_px(d, CHEVRON_EVERY) / d->camera.scale;
    for (int i = 1; i < t->count; i++) {
        const PathPoint *a = &t->point[i - 1], *b = &t->point[i];
        if (a->level != d->view->level || b->level != d->view->level ||
            b->along_mm - a->along_mm < every / 2)
            continue;
        SDL_FPoint p = map_on_display(d, a->at), q = map_on_display(d, b->at);
        float length = hypotf(q.x - p.x, q.y - p.y);
        for (double at = a->along_mm + every / 2; at < b->along_mm && at < d->view->reached_mm;
             at += every) {
            float share = (float)((at - a->along_mm) / (b->along_mm - a->along_mm));
            add_chevron(d, (SDL_FPoint){p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share},
                        (q.x - p.x) / length, (q.y - p.y) / length);
        }
    }
}

/* Names keep off the way. */
static void take_ribbon(MapDraw *d) {
    const Path *t = d->view->path;
    int half = page_px(d->page, RIBBON_CASING) / 2;
    double every = map_px(d, RIBBON_TAKES_EVERY) / d->camera.scale;
    for (double at = 0; at < t->length_mm; at += every) {
        PathPoint p = path_at(t, at);
        SDL_FPoint here = map_on_display(d, p.at);
        Box box = {(int)here.x - half, (int)here.y - half, 2 * half, 2 * half};
        if (p.level == d->view->level && box_overlap(box, d->box))
            map_take(d, box);
    }
}

/* Who walks the way in the walk-through. */
static void draw_dot(MapDraw *d) {
    PathPoint now = path_at(d->view->path, d->view->reached_mm);
    if (!d->view->walks || now.level != d->view->level)
        return;
    SDL_FPoint at = map_on_display(d, now.at);
    Paint rim = map_is_stark(d) ? PAINT_ON_PRIMARY : PAINT_SURFACE;
    triangles_disc(&d->p->triangles, at, map_px(d, DOT_RADIUS + 7), map_colour(d, rim));
    triangles_disc(&d->p->triangles, at, map_px(d, DOT_RADIUS + 3), map_colour(d, PAINT_INK));
    triangles_disc(&d->p->triangles, at, map_px(d, DOT_RADIUS), map_colour(d, PAINT_ACCENT));
    triangles_draw(&d->p->triangles);
    int r = page_px(d->page, DOT_RADIUS + 7);
    map_take(d, (Box){(int)at.x - r, (int)at.y - r, 2 * r, 2 * r});
}

void map_draw_way(MapDraw *d) {
    const Path *t = d->view->path;
    if (!t || !t->count)
        return;
    double reached = d->view->reached_mm;
    uint32_t casing = map_colour(d, map_is_stark(d) ? PAINT_ON_PRIMARY : PAINT_SURFACE);
    add_ribbon(d, 0, t->length_mm, map_px(d, RIBBON_CASING), casing);
    triangles_draw(&d->p->triangles);
    add_ribbon(d, reached, t->length_mm, map_px(d, RIBBON * 0.5), map_colour(d, PAINT_LINE));
    add_ribbon(d, 0, reached, map_px(d, RIBBON),
               map_colour(d, map_is_stark(d) ? PAINT_FOCUS : PAINT_PRIMARY));
    add_chevrons(d);
    triangles_draw(&d->p->triangles);
    take_ribbon(d);
    draw_dot(d);
}

/* ---- badges and pin -------------------------------------------------------------------------- */

static Icon climb_icon(PlanEdgeKind kind) {
    return kind == EDGE_LIFT        ? ICON_elevator
           : kind == EDGE_ESCALATOR ? ICON_escalator
                                    : ICON_stairs;
}

/* "lift, up, 1": where the way leaves this floor, with the label on the lift's button. */
static void draw_badge(MapDraw *d, const PathPoint *from, const PathPoint *to,
                       const PlanEdge *edge) {
    int size = map_words_size(d), icon = size * 3 / 2, pad = page_px(d->page, 10);
    bool up = d->plan->level[to->level].height_mm > d->plan->level[from->level].height_mm;
    Slice ref = d->plan->level[to->level].ref.in[d->view->lang];
    Slice way = icon_glyph(up ? ICON_expand_less : ICON_expand_more),
          by = icon_glyph(climb_icon(edge->kind));
    int w = 2 * icon + map_words_width(d, FACE_BOLD, size, ref) + 3 * pad, h = icon + pad;
    SDL_FPoint at = map_on_display(d, from->at);
    Box box = {(int)at.x - w / 2, (int)at.y - h - page_px(d->page, 18), w, h};
    if (box.y < d->box.y)
        box.y = (int)at.y + page_px(d->page, 18);
    map_plate(d, box, PAINT_PRIMARY);
    int x = box.x + pad, middle = box.y + h / 2;
    x += map_words(d, FACE_ICON, icon, by, x, middle, PAINT_ON_PRIMARY);
    x += map_words(d, FACE_ICON, icon, way, x, middle, PAINT_ON_PRIMARY);
    map_words(d, FACE_BOLD, size, ref, x + pad / 2, middle, PAINT_ON_PRIMARY);
}

/* Where one gets out: the same stairs may go on to the next floor but one. */
static const PathPoint *climb_end(const MapDraw *d, int first) {
    const Path *t = d->view->path;
    const PathPoint *end = &t->point[first];
    for (int i = first + 1; i < t->count; i++) {
        if (d->plan->edge[t->point[i].edge].connector != d->plan->edge[end->edge].connector)
            break;
        end = t->point[i].level != end->level ? &t->point[i] : end;
    }
    return end;
}

void map_draw_badges(MapDraw *d) {
    const Path *t = d->view->path;
    for (int i = 1; t && i < t->count; i++)
        if (t->point[i - 1].level == d->view->level && t->point[i].level != d->view->level &&
            t->point[i - 1].along_mm <= d->view->reached_mm + 1)
            draw_badge(d, &t->point[i - 1], climb_end(d, i), &d->plan->edge[t->point[i].edge]);
}

/* A rim around the pin: it stands half in a room of its own colour and half outside. */
static void draw_pin_glyph(MapDraw *d, int size, int x, int middle) {
    Slice glyph = icon_glyph(ICON_place);
    Paint ink = map_is_stark(d) ? PAINT_ON_ACCENT : PAINT_CRIMSON,
          rim = map_is_stark(d) ? PAINT_INK : PAINT_SURFACE;
    int by = page_px(d->page, PIN_RIM);
    for (int i = 0; i < 9; i++)
        if (i != 4)
            map_words(d, FACE_ICON, size, glyph, x + (i % 3 - 1) * by, middle + (i / 3 - 1) * by,
                      rim);
    map_words(d, FACE_ICON, size, glyph, x, middle, ink);
}

void map_draw_pin(MapDraw *d) {
    const MapView *view = d->view;
    if (view->chosen == PLAN_NONE || d->plan->space[view->chosen].level != view->level)
        return;
    int size = page_px(d->page, 84);
    SDL_FPoint at = map_on_display(d, d->plan->space[view->chosen].anchor);
    int w = map_words_width(d, FACE_ICON, size, icon_glyph(ICON_place));
    draw_pin_glyph(d, size, (int)at.x - w / 2, (int)at.y - size * 5 / 12);
    triangles_disc(&d->p->triangles, (SDL_FPoint){at.x, at.y - (float)size * 0.52f},
                   (float)size * 0.13f, map_colour(d, map_is_stark(d) ? PAINT_INK : PAINT_ON_TONE));
    triangles_draw(&d->p->triangles);
    map_take(d, (Box){(int)at.x - w / 4, (int)at.y - size * 5 / 6, w / 2, size * 5 / 6});
}

/* ---- closures -------------------------------------------------------------------------------- */

/* A bar across a disc, as on the road. */
static void draw_barrier(MapDraw *d, SDL_FPoint at) {
    float r = map_px(d, BARRIER_RADIUS);
    Paint fill = map_is_stark(d) ? PAINT_INK : PAINT_CRIMSON;
    uint32_t bar = map_colour(d, map_is_stark(d) ? PAINT_BG : PAINT_ON_TONE);
    SDL_FPoint left = {at.x - r * 0.55f, at.y}, right = {at.x + r * 0.55f, at.y};
    triangles_disc(&d->p->triangles, at, r + map_px(d, 4), map_colour(d, PAINT_SURFACE));
    triangles_disc(&d->p->triangles, at, r, map_colour(d, fill));
    triangles_draw(&d->p->triangles); /* an upright stroke does not wait for the rest */
    triangles_line(&d->p->triangles, left, right, r * 0.36f, bar);
    triangles_draw(&d->p->triangles);
    int side = (int)(2 * r);
    map_take(d, (Box){(int)(at.x - r), (int)(at.y - r), side, side});
}

void map_draw_barriers(MapDraw *d) {
    for (int i = 0; i < d->view->barriers; i++)
        if (d->view->barrier[i].level == d->view->level)
            draw_barrier(d, map_on_display(d, d->view->barrier[i].at));
}
