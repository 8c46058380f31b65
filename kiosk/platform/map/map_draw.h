/* One drawing of a map: what all that is drawn of it needs. For the files of this folder only. */
#pragma once

#include "platform/map/map_names.h"
#include "platform/paint/plates.h"
#include "platform/paint/texts.h"
#include "platform/paint/triangles.h"
#include "ui/page.h"

enum { TAKEN_MAX = 160 };

typedef struct MapPainter {
    const Ground *ground;
    Fonts *fonts;
    Texts *texts;
    Plates *plates;
    Triangles triangles;
    MapNames names;
    SDL_FPoint *corner; /* the floor's vertices on the glass */
    int corners;
} MapPainter;

/* One drawing: what everything below needs to know. */
typedef struct MapDraw {
    MapPainter *p;
    const Page *page;
    const MapView *view;
    const Plan *plan;
    Camera camera;
    Box box;
    Box taken[TAKEN_MAX]; /* in pixels of the view */
    int taken_count, new_names;
} MapDraw;

static inline uint32_t map_colour(const MapDraw *d, Paint paint) {
    return theme_paint(d->page->settings.theme, paint);
}

static inline uint32_t map_faded(uint32_t argb, unsigned alpha) {
    return (argb & 0xFFFFFF) | alpha << 24;
}

/* `share` of 256 of the one over the other; opaque. */
static inline uint32_t map_mixed(uint32_t one, uint32_t other, unsigned share) {
    uint32_t mixed = 0xFF000000u;
    for (int shift = 0; shift < 24; shift += 8) {
        unsigned a = one >> shift & 0xFF, b = other >> shift & 0xFF;
        mixed |= (a * share + b * (256 - share)) / 256 << shift;
    }
    return mixed;
}

static inline float map_px(const MapDraw *d, double length) {
    return (float)(length * d->page->scale);
}

static inline SDL_FPoint map_on_display(const MapDraw *d, PlanPoint p) {
    Pixel at = camera_project(&d->camera, (Spot){p.x, p.y});
    return (SDL_FPoint){(float)(at.x + d->box.x), (float)(at.y + d->box.y)};
}

static inline void map_take(MapDraw *d, Box box) {
    if (d->taken_count < TAKEN_MAX)
        d->taken[d->taken_count++] = (Box){box.x - d->box.x, box.y - d->box.y, box.w, box.h};
}

bool map_is_ghost(const MapDraw *d, const PlanSpace *s); /* not open yet on the day shown */
bool map_opens(const MapDraw *d, const PlanSpace *s);    /* its zone is opening: it stands out */
bool map_is_stark(const MapDraw *d);

/* Words on the glass, upright. */
int map_words_size(const MapDraw *d);
TextLook map_words_look(const MapDraw *d, Face face, int size);
int map_words_width(const MapDraw *d, Face face, int size, Slice words);
int map_words(const MapDraw *d, Face face, int size, Slice words, int x, int middle_y,
              Paint ink);                        /* answers their width */
void map_plate(MapDraw *d, Box box, Paint fill); /* to write on; names keep off it */
