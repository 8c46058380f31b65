#include "platform/map/map_painter.h"

#include "platform/map/map_draw.h"
#include "platform/map/map_floor.h"
#include "platform/map/map_way.h"

#include <math.h>
#include <stdlib.h>

/* Pixels of the 1920x1080 drawing. */
#define HERE_RADIUS 20
#define SIGHT_LENGTH 76
#define SIGN_SIDE 40
#define SIGN_ICON 32
#define LIT_ICON 52

#define NEW_NAMES_A_FRAME 6

MapPainter *map_painter_open(const Ground *ground, Fonts *fonts, Texts *texts, Plates *plates) {
    MapPainter *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->ground = ground;
    p->fonts = fonts;
    p->texts = texts;
    p->plates = plates;
    return p;
}

void map_painter_close(MapPainter *p) {
    if (!p)
        return;
    triangles_free(&p->triangles);
    map_names_free(&p->names);
    free(p->corner);
    free(p);
}

/* ---- where one is ---------------------------------------------------------------------------- */

static void draw_sight(MapDraw *d, SDL_FPoint at, const PlanKiosk *kiosk) {
    float turn = (float)((kiosk->bearing_cdeg / 100.0 + 180 - d->camera.up_deg) * M_PI / 180),
          length = map_px(d, SIGHT_LENGTH);
    for (int side = 0; side < 2; side++) {
        float a = turn + (side ? 0.0f : -0.5f), b = turn + (side ? 0.5f : 0.0f);
        triangles_add(&d->p->triangles, at,
                      (SDL_FPoint){at.x + sinf(a) * length, at.y - cosf(a) * length},
                      (SDL_FPoint){at.x + sinf(b) * length, at.y - cosf(b) * length},
                      map_faded(map_colour(d, PAINT_CRIMSON), 90));
    }
}

/* Does a box lie over the desk that most people look for? */
static bool hides_reception(const MapDraw *d, Box box) {
    for (int i = 0; i < d->plan->space_count; i++) {
        const PlanSpace *s = &d->plan->space[i];
        if (s->kind != SPACE_RECEPTION || s->priority > 1 || s->level != d->view->level)
            continue;
        SDL_FPoint at = map_on_display(d, s->anchor);
        int r = page_px(d->page, SIGN_SIDE) / 2;
        if (box_overlap(box, (Box){(int)at.x - r, (int)at.y - r, 2 * r, 2 * r}))
            return true;
    }
    return false;
}

static Box pulled_in(const MapDraw *d, Box box) {
    int right = d->box.x + d->box.w - box.w, low = d->box.y + d->box.h - box.h;
    box.x = box.x > right ? right : box.x;
    box.y = box.y > low ? low : box.y;
    box.x = box.x < d->box.x ? d->box.x : box.x;
    box.y = box.y < d->box.y ? d->box.y : box.y;
    return box;
}

/* The first of the four sides on which the words neither leave the map nor cover anything taken. */
static Box beside(const MapDraw *d, SDL_FPoint at, int w, int h) {
    int gap = page_px(d->page, HERE_RADIUS + 12), x = (int)at.x, y = (int)at.y;
    const Box sides[] = {{x - w / 2, y + gap, w, h},
                         {x + gap, y - h / 2, w, h},
                         {x - gap - w, y - h / 2, w, h},
                         {x - w / 2, y - gap - h, w, h}};
    for (int i = 0; i < 4; i++) {
        bool good = box_within(sides[i], d->box) && !hides_reception(d, sides[i]);
        Box local = {sides[i].x - d->box.x, sides[i].y - d->box.y, w, h};
        for (int j = 0; j < d->taken_count; j++)
            good = good && !box_overlap(local, d->taken[j]);
        if (good)
            return sides[i];
    }
    return pulled_in(d, sides[0]);
}

static void draw_here(MapDraw *d) {
    const MapView *view = d->view;
    if (view->kiosk == PLAN_NONE || d->plan->kiosk[view->kiosk].level != view->level)
        return;
    const PlanKiosk *kiosk = &d->plan->kiosk[view->kiosk];
    SDL_FPoint at = map_on_display(d, kiosk->at);
    draw_sight(d, at, kiosk);
    triangles_disc(&d->p->triangles, at, map_px(d, HERE_RADIUS + 4), map_colour(d, PAINT_SURFACE));
    triangles_disc(&d->p->triangles, at, map_px(d, HERE_RADIUS), map_colour(d, PAINT_CRIMSON));
    triangles_disc(&d->p->triangles, at, map_px(d, HERE_RADIUS * 0.4),
                   map_colour(d, PAINT_SURFACE));
    triangles_draw(&d->p->triangles);
    int r = page_px(d->page, HERE_RADIUS + 4);
    map_take(d, (Box){(int)at.x - r, (int)at.y - r, 2 * r, 2 * r});
    int size = map_words_size(d), pad = page_px(d->page, 14),
        w = map_words_width(d, FACE_BOLD, size, view->here) + 2 * pad, h = size * 8 / 5;
    Box plate = beside(d, at, w, h);
    map_plate(d, plate, PAINT_INK);
    map_words(d, FACE_BOLD, size, view->here, plate.x + pad, plate.y + h / 2, PAINT_BG);
}

/* ---- names ----------------------------------------------------------------------------------- */

static Paint name_ink(const MapDraw *d, int space) {
    if (space == d->view->chosen || map_opens(d, &d->plan->space[space]))
        return PAINT_ON_ACCENT;
    return map_is_ghost(d, &d->plan->space[space]) ? PAINT_INK2 : PAINT_INK;
}

/* A map that moves draws a few new names a frame; the others follow with the next frames. */
static bool is_affordable(MapDraw *d, const NameForm *form, Face face, int size, uint32_t ink) {
    if (!d->view->moving ||
        texts_ready(d->p->texts, map_words_look(d, face, size), form->line[0], ink))
        return true;
    return d->new_names++ < NEW_NAMES_A_FRAME;
}

static void draw_sign_plate(MapDraw *d, Box box, Paint fill, Paint border) {
    plates_draw(d->p->plates, box,
                (PlateStyle){.radius = page_px(d->page, 8),
                             .fill = map_colour(d, fill),
                             .border = page_px(d->page, 2),
                             .border_colour = map_colour(d, border)});
}

/* While signs are lit, the others step back. */
static Paint sign_fill(const MapDraw *d, const LabelSpot *spot) {
    return d->view->lit ? PAINT_SURFACE : map_names_sign_paint(d->plan->space[spot->space].kind);
}

/* On a plate the ink is the plate's. */
static Paint form_ink(const MapDraw *d, const LabelSpot *spot, NameLook look) {
    if (look == NAME_LIT)
        return PAINT_ON_ACCENT;
    if (look == NAME_SIGN && d->view->lit)
        return PAINT_INK2;
    if (look == NAME_SIGN)
        return map_names_sign_paint(d->plan->space[spot->space].kind) == PAINT_INK
                   ? PAINT_BG
                   : PAINT_ON_PRIMARY;
    return look == NAME_PLATE ? PAINT_INK : name_ink(d, spot->space);
}

static void draw_name(MapDraw *d, const LabelSpot *spot, NameSizes sizes) {
    const NameForm *form = &d->p->names.form[spot->space][spot->form];
    Paint ink = form_ink(d, spot, form->look);
    int y = d->box.y + spot->box.y + (form->look >= NAME_SIGN ? sizes.air : 0);
    if (!is_affordable(d, form, map_names_face(form, 0), map_names_size(form, 0, sizes),
                       map_colour(d, ink)))
        return;
    Box box = {d->box.x + spot->box.x, d->box.y + spot->box.y, spot->box.w, spot->box.h};
    if (form->look == NAME_SIGN)
        draw_sign_plate(d, box, sign_fill(d, spot), d->view->lit ? PAINT_INK2 : PAINT_SURFACE);
    if (form->look == NAME_LIT)
        draw_sign_plate(d, box, PAINT_ACCENT, PAINT_INK);
    if (form->look == NAME_PLATE)
        draw_sign_plate(d, box, PAINT_SURFACE, PAINT_INK2);
    for (int i = 0; i < NAME_LINES && form->line[i].len; i++) {
        Face face = map_names_face(form, i);
        int size = map_names_size(form, i, sizes), high = face == FACE_ICON ? size : sizes.leading;
        int w = map_words_width(d, face, size, form->line[i]);
        map_words(d, face, size, form->line[i], box.x + (box.w - w) / 2, y + high / 2, ink);
        y += high;
    }
}

static void draw_names(MapDraw *d) {
    int size = map_words_size(d);
    NameSizes sizes = {size,
                       size * 6 / 5,
                       page_px(d->page, 40),
                       page_px(d->page, SIGN_ICON),
                       page_px(d->page, LIT_ICON),
                       page_px(d->page, (SIGN_SIDE - SIGN_ICON) / 2)};
    map_names_measure(&d->p->names, d->view, d->p->fonts, sizes);
    map_names_place(&d->p->names, d->view, &d->camera, d->taken, d->taken_count);
    for (int i = 0; i < d->p->names.spots; i++)
        draw_name(d, &d->p->names.spot[i], sizes);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Narrows the clip to the map; false when nothing of it is to be painted. */
static bool clip_to(MapPainter *p, Box box, SDL_Rect *before) {
    SDL_Renderer *renderer = p->ground->renderer;
    SDL_RenderGetClipRect(renderer, before);
    Box clip = SDL_RenderIsClipEnabled(renderer)
                   ? box_meet(box, (Box){before->x, before->y, before->w, before->h})
                   : box;
    SDL_RenderSetClipRect(renderer, &(SDL_Rect){clip.x, clip.y, clip.w, clip.h});
    triangles_begin(&p->triangles, p->ground, (SDL_Rect){clip.x, clip.y, clip.w, clip.h});
    return !box_empty(clip);
}

void map_painter_draw(MapPainter *p, const Page *page, const Node *node, Box box) {
    const MapView *view = node->graphic.map;
    SDL_Rect before;
    Box inner = box_grow(box, -page_px(page, theme_border(page->settings.theme)));
    MapDraw d = {.p = p,
                 .page = page,
                 .view = view,
                 .plan = view->plan,
                 .box = inner,
                 .camera = view_camera(view, inner.w, inner.h)};
    if (box_empty(inner))
        return;
    const PlanLevel *level = &view->plan->level[view->level];
    bool clipped = SDL_RenderIsClipEnabled(p->ground->renderer);
    if (clip_to(p, inner, &before)) {
        map_draw_floor(&d, level);
        map_draw_walls(&d, level);
        map_draw_ghosts(&d, level);
        map_draw_way(&d);
        map_draw_pin(&d);
        map_draw_badges(&d);
        map_draw_barriers(&d);
        draw_here(&d);
        draw_names(&d);
    }
    SDL_RenderSetClipRect(p->ground->renderer, clipped ? &before : NULL);
}
