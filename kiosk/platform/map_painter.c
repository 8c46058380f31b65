#include "platform/map_painter.h"

#include "platform/map_names.h"
#include "platform/triangles.h"

#include <math.h>
#include <stdlib.h>

/* Millimetres in the building. */
#define OUTER_WALL 350
#define INNER_WALL 160
#define THIN_LINE 50

/* Pixels of the 1920x1080 drawing. */
#define RIBBON 12
#define RIBBON_CASING 20
#define CHEVRON_EVERY 74
#define HERE_RADIUS 20
#define SIGHT_LENGTH 76
#define TAKEN_MAX 160
#define RIBBON_TAKES_EVERY 28 /* boxes along the way that names keep off */

#define NEW_NAMES_A_FRAME 6

struct MapPainter {
    SDL_Renderer *renderer;
    Fonts *fonts;
    Texts *texts;
    Plates *plates;
    Triangles triangles;
    MapNames names;
    SDL_FPoint *corner; /* the floor's vertices on the glass */
    int corners;
};

/* One drawing: what everything below needs to know. */
typedef struct Draw {
    MapPainter *p;
    const Page *page;
    const MapView *view;
    const Plan *plan;
    Camera camera;
    Box box;
    Box taken[TAKEN_MAX]; /* in pixels of the view */
    int taken_count, new_names;
} Draw;

MapPainter *map_painter_open(SDL_Renderer *renderer, Fonts *fonts, Texts *texts, Plates *plates) {
    MapPainter *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->renderer = renderer;
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

static uint32_t colour(const Draw *d, Paint paint) {
    return theme_paint(d->page->settings.theme, paint);
}

static uint32_t faded(uint32_t argb, unsigned alpha) {
    return (argb & 0xFFFFFF) | alpha << 24;
}

static float px(const Draw *d, double length) {
    return (float)(length * d->page->scale);
}

static SDL_FPoint on_glass(const Draw *d, PlanPoint p) {
    Pixel at = camera_project(&d->camera, (Spot){p.x, p.y});
    return (SDL_FPoint){(float)(at.x + d->box.x), (float)(at.y + d->box.y)};
}

static void take(Draw *d, Box box) {
    if (d->taken_count < TAKEN_MAX)
        d->taken[d->taken_count++] = (Box){box.x - d->box.x, box.y - d->box.y, box.w, box.h};
}

/* ---- floors ------------------------------------------------------------------------------------------------------------------ */

static bool is_ghost(const Draw *d, const PlanSpace *s) {
    return s->zone != PLAN_NONE && plan_space_shut(d->plan, (int)(s - d->plan->space), d->view->when).bar == BAR_ZONE;
}

static Paint floor_paint(const Draw *d, const PlanSpace *s) {
    if (s == d->plan->space + d->view->chosen && d->view->chosen != PLAN_NONE)
        return PAINT_ACCENT;
    if (is_ghost(d, s) || s->kind == SPACE_OUTSIDE)
        return PAINT_BG;
    switch (s->kind) {
    case SPACE_CORRIDOR:
    case SPACE_HALL:
        return PAINT_FIELD;
    case SPACE_STAIRS:
    case SPACE_LIFT:
    case SPACE_ESCALATOR:
        return PAINT_SOFT;
    default:
        return s->access == ACCESS_PRIVATE ? PAINT_GRID : PAINT_SURFACE;
    }
}

static void project_floor(Draw *d, const PlanLevel *level) {
    MapPainter *p = d->p;
    if (p->corners < level->vertex_count) {
        free(p->corner);
        p->corners = level->vertex_count;
        p->corner = calloc((size_t)p->corners, sizeof *p->corner);
        if (!p->corner)
            abort();
    }
    for (int i = 0; i < level->vertex_count; i++)
        p->corner[i] = on_glass(d, level->vertex[i]);
}

static void add_triangles(Draw *d, const PlanLevel *level, int first, int count, uint32_t argb) {
    const SDL_FPoint *at = d->p->corner;
    for (const int32_t *c = level->corner + first; c + 2 < level->corner + first + count; c += 3)
        triangles_add(&d->p->triangles, at[c[0]], at[c[1]], at[c[2]], argb);
}

static bool in_sight(const Draw *d, PlanBox box) {
    double x = ((double)box.min.x + box.max.x) / 2, y = ((double)box.min.y + box.max.y) / 2;
    double reach = hypot((double)box.max.x - box.min.x, (double)box.max.y - box.min.y) / 2 * d->camera.scale;
    Pixel middle = camera_project(&d->camera, (Spot){x, y});
    return middle.x + reach >= 0 && middle.y + reach >= 0 && middle.x - reach <= d->camera.w && middle.y - reach <= d->camera.h;
}

static void draw_floor(Draw *d, const PlanLevel *level) {
    project_floor(d, level);
    add_triangles(d, level, 0, level->ground_corners, colour(d, PAINT_FIELD));
    triangles_draw(&d->p->triangles);
    for (int i = 0; i < d->plan->space_count; i++) {
        const PlanSpace *s = &d->plan->space[i];
        if (s->level == d->view->level && in_sight(d, s->box))
            add_triangles(d, level, s->first_corner, s->corner_count, colour(d, floor_paint(d, s)));
    }
    triangles_draw(&d->p->triangles);
}

/* A veil over what is not open yet: its walls are there, but nobody walks there. */
static void draw_ghosts(Draw *d, const PlanLevel *level) {
    for (int i = 0; i < d->plan->space_count; i++) {
        const PlanSpace *s = &d->plan->space[i];
        if (s->level == d->view->level && i != d->view->chosen && is_ghost(d, s) && in_sight(d, s->box))
            add_triangles(d, level, s->first_corner, s->corner_count, faded(colour(d, PAINT_BG), 190));
    }
    triangles_draw(&d->p->triangles);
}

/* ---- walls ------------------------------------------------------------------------------------------------------------------- */

static const struct {
    int width_mm;
    float least_px;
    Paint paint;
} LINES[LINE_KIND_COUNT] = {
    [LINE_OUTER] = {OUTER_WALL, 3, PAINT_INK},
    [LINE_WALL] = {INNER_WALL, 1.6f, PAINT_INK2},
    [LINE_LOW] = {THIN_LINE, 1, PAINT_LINE},
    [LINE_TREAD] = {THIN_LINE, 1, PAINT_LINE},
};

static bool misses(const Draw *d, SDL_FPoint a, SDL_FPoint b) {
    float left = (float)d->box.x, top = (float)d->box.y, right = left + (float)d->box.w, bottom = top + (float)d->box.h;
    return (a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top) ||
           (a.y > bottom && b.y > bottom);
}

/* Walls that move are drawn hard: a finger feels a late frame, the eye sees no jagged edge before it rests. */
static void draw_walls(Draw *d, const PlanLevel *level) {
    bool hard = d->view->moving;
    for (int i = level->first_line; i < level->first_line + level->line_count; i++) {
        const PlanLine *line = &d->plan->line[i];
        SDL_FPoint a = on_glass(d, line->a), b = on_glass(d, line->b);
        if (misses(d, a, b))
            continue;
        float width = (float)(LINES[line->kind].width_mm * d->camera.scale);
        width = fmaxf(width, px(d, LINES[line->kind].least_px));
        (hard ? triangles_hard_line : triangles_line)(&d->p->triangles, a, b, width, colour(d, LINES[line->kind].paint));
    }
    triangles_draw(&d->p->triangles);
}

/* ---- the way ----------------------------------------------------------------------------------------------------------------- */

/* In the theme of few colours yellow is what is looked for, so the way there takes another. */
static bool is_stark(const Draw *d) {
    return d->page->settings.theme == THEME_CONTRASTE;
}

/* The part of the path on this floor between two lengths, as lines with round joints. */
static void add_ribbon(Draw *d, double from_mm, double to_mm, float width, uint32_t argb) {
    const Path *t = d->view->path;
    for (int i = 1; i < t->count; i++) {
        PathPoint a = t->point[i - 1], b = t->point[i];
        if (a.level != d->view->level || b.level != d->view->level || b.along_mm <= from_mm || a.along_mm >= to_mm)
            continue;
        if (a.along_mm < from_mm)
            a = path_at(t, from_mm);
        if (b.along_mm > to_mm)
            b = path_at(t, to_mm);
        SDL_FPoint p = on_glass(d, a.at), q = on_glass(d, b.at);
        triangles_line(&d->p->triangles, p, q, width, argb);
        triangles_disc(&d->p->triangles, p, width / 2, argb);
        triangles_disc(&d->p->triangles, q, width / 2, argb);
    }
}

static void add_chevron(Draw *d, SDL_FPoint at, float dx, float dy) {
    float size = px(d, RIBBON * 0.3);
    SDL_FPoint tip = {at.x + dx * size, at.y + dy * size};
    for (int side = -1; side <= 1; side += 2) {
        SDL_FPoint end = {at.x - dx * size * 0.6f - dy * size * (float)side, at.y - dy * size * 0.6f + dx * size * (float)side};
        triangles_line(&d->p->triangles, tip, end, px(d, 2.6), colour(d, PAINT_ON_PRIMARY));
    }
}

/* Arrow points on the ribbon: which way it goes must be clear in a still picture too. */
static void add_chevrons(Draw *d) {
    const Path *t = d->view->path;
    double every = px(d, CHEVRON_EVERY) / d->camera.scale;
    for (int i = 1; i < t->count; i++) {
        const PathPoint *a = &t->point[i - 1], *b = &t->point[i];
        if (a->level != d->view->level || b->level != d->view->level || b->along_mm - a->along_mm < every / 2)
            continue;
        SDL_FPoint p = on_glass(d, a->at), q = on_glass(d, b->at);
        float length = hypotf(q.x - p.x, q.y - p.y);
        for (double at = a->along_mm + every / 2; at < b->along_mm && at < d->view->reached_mm; at += every) {
            float share = (float)((at - a->along_mm) / (b->along_mm - a->along_mm));
            add_chevron(d, (SDL_FPoint){p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share}, (q.x - p.x) / length,
                        (q.y - p.y) / length);
        }
    }
}

/* Names keep off the way. */
static void take_ribbon(Draw *d) {
    const Path *t = d->view->path;
    int half = page_px(d->page, RIBBON_CASING) / 2;
    double every = px(d, RIBBON_TAKES_EVERY) / d->camera.scale;
    for (double at = 0; at < t->length_mm; at += every) {
        PathPoint p = path_at(t, at);
        SDL_FPoint here = on_glass(d, p.at);
        Box box = {(int)here.x - half, (int)here.y - half, 2 * half, 2 * half};
        if (p.level == d->view->level && box_overlap(box, d->box))
            take(d, box);
    }
}

static void draw_way(Draw *d) {
    const Path *t = d->view->path;
    if (!t || !t->count)
        return;
    double reached = d->view->reached_mm;
    uint32_t casing = colour(d, is_stark(d) ? PAINT_ON_PRIMARY : PAINT_SURFACE);
    add_ribbon(d, 0, t->length_mm, px(d, RIBBON_CASING), casing);
    triangles_draw(&d->p->triangles);
    add_ribbon(d, reached, t->length_mm, px(d, RIBBON * 0.5), colour(d, PAINT_LINE));
    add_ribbon(d, 0, reached, px(d, RIBBON), colour(d, is_stark(d) ? PAINT_FOCUS : PAINT_PRIMARY));
    add_chevrons(d);
    triangles_draw(&d->p->triangles);
    take_ribbon(d);
}

/* ---- words on plates ------------------------------------------------------------------------------------------------------------ */

static int words_size(const Draw *d) {
    return page_px(d->page, theme_size(TYPE_LABEL, d->page->settings.step));
}

static int draw_words(const Draw *d, Face face, int size, Slice words, int x, int middle_y, Paint ink) {
    const TextImage *image = texts_get(d->p->texts, face, size, words, colour(d, ink));
    if (!image)
        return 0;
    SDL_RenderCopy(d->p->renderer, image->texture, NULL,
                   &(SDL_Rect){x, middle_y - image->height / 2, image->width, image->height});
    return image->width;
}

static int width_of(const Draw *d, Face face, int size, Slice words) {
    Typeface typeface = fonts_typeface(d->p->fonts);
    return typeface.advance(typeface.self, face, size, words);
}

static void draw_plate(Draw *d, Box box, Paint fill) {
    plates_draw(d->p->plates, box,
                (PlateStyle){.radius = page_px(d->page, 10), .fill = colour(d, fill), .border = page_px(d->page, 2),
                             .border_colour = colour(d, PAINT_SURFACE)});
    take(d, box);
}

static Icon climb_icon(PlanEdgeKind kind) {
    return kind == EDGE_LIFT ? ICON_elevator : kind == EDGE_ESCALATOR ? ICON_escalator : ICON_stairs;
}

/* "lift, up, 1": where the way leaves this floor, with the label on the lift's button. */
static void draw_badge(Draw *d, const PathPoint *from, const PathPoint *to, const PlanEdge *edge) {
    int size = words_size(d), icon = size * 3 / 2, pad = page_px(d->page, 10);
    bool up = d->plan->level[to->level].height_mm > d->plan->level[from->level].height_mm;
    Slice ref = d->plan->level[to->level].ref.in[d->view->lang];
    Slice way = icon_glyph(up ? ICON_expand_less : ICON_expand_more), by = icon_glyph(climb_icon(edge->kind));
    int w = 2 * icon + width_of(d, FACE_BOLD, size, ref) + 3 * pad, h = icon + pad;
    SDL_FPoint at = on_glass(d, from->at);
    Box box = {(int)at.x - w / 2, (int)at.y - h - page_px(d->page, 18), w, h};
    if (box.y < d->box.y)
        box.y = (int)at.y + page_px(d->page, 18);
    draw_plate(d, box, PAINT_PRIMARY);
    int x = box.x + pad, middle = box.y + h / 2;
    x += draw_words(d, FACE_ICON, icon, by, x, middle, PAINT_ON_PRIMARY);
    x += draw_words(d, FACE_ICON, icon, way, x, middle, PAINT_ON_PRIMARY);
    draw_words(d, FACE_BOLD, size, ref, x + pad / 2, middle, PAINT_ON_PRIMARY);
}

static void draw_badges(Draw *d) {
    const Path *t = d->view->path;
    for (int i = 1; t && i < t->count; i++)
        if (t->point[i - 1].level == d->view->level && t->point[i].level != d->view->level &&
            t->point[i - 1].along_mm <= d->view->reached_mm + 1)
            draw_badge(d, &t->point[i - 1], &t->point[i], &d->plan->edge[t->point[i].edge]);
}

static void draw_pin(Draw *d) {
    const MapView *view = d->view;
    if (view->chosen == PLAN_NONE || d->plan->space[view->chosen].level != view->level)
        return;
    int size = page_px(d->page, 84);
    SDL_FPoint at = on_glass(d, d->plan->space[view->chosen].anchor);
    int w = width_of(d, FACE_ICON, size, icon_glyph(ICON_place));
    triangles_disc(&d->p->triangles, (SDL_FPoint){at.x, at.y - (float)size * 0.52f}, (float)size * 0.16f, colour(d, PAINT_ON_TONE));
    triangles_draw(&d->p->triangles);
    draw_words(d, FACE_ICON, size, icon_glyph(ICON_place), (int)at.x - w / 2, (int)at.y - size * 5 / 12,
               is_stark(d) ? PAINT_ON_ACCENT : PAINT_CRIMSON);
    take(d, (Box){(int)at.x - w / 4, (int)at.y - size * 5 / 6, w / 2, size * 5 / 6});
}

/* ---- where one is -------------------------------------------------------------------------------------------------------------- */

static void draw_sight(Draw *d, SDL_FPoint at, const PlanKiosk *kiosk) {
    float turn = (float)((kiosk->bearing_cdeg / 100.0 + 180 - d->camera.up_deg) * M_PI / 180), length = px(d, SIGHT_LENGTH);
    for (int side = 0; side < 2; side++) {
        float a = turn + (side ? 0.0f : -0.5f), b = turn + (side ? 0.5f : 0.0f);
        triangles_add(&d->p->triangles, at, (SDL_FPoint){at.x + sinf(a) * length, at.y - cosf(a) * length},
                         (SDL_FPoint){at.x + sinf(b) * length, at.y - cosf(b) * length}, faded(colour(d, PAINT_CRIMSON), 90));
    }
}

/* The first of the four sides on which the words neither leave the map nor cover anything taken. */
static Box beside(const Draw *d, SDL_FPoint at, int w, int h) {
    int gap = page_px(d->page, HERE_RADIUS + 12), x = (int)at.x, y = (int)at.y;
    const Box sides[] = {{x - w / 2, y + gap, w, h}, {x + gap, y - h / 2, w, h}, {x - gap - w, y - h / 2, w, h}, {x - w / 2, y - gap - h, w, h}};
    for (int i = 0; i < 4; i++) {
        bool good = box_within(sides[i], d->box);
        Box local = {sides[i].x - d->box.x, sides[i].y - d->box.y, w, h};
        for (int j = 0; j < d->taken_count; j++)
            good = good && !box_overlap(local, d->taken[j]);
        if (good)
            return sides[i];
    }
    return sides[0];
}

static void draw_here(Draw *d) {
    const MapView *view = d->view;
    if (view->kiosk == PLAN_NONE || d->plan->kiosk[view->kiosk].level != view->level)
        return;
    const PlanKiosk *kiosk = &d->plan->kiosk[view->kiosk];
    SDL_FPoint at = on_glass(d, kiosk->at);
    draw_sight(d, at, kiosk);
    triangles_disc(&d->p->triangles, at, px(d, HERE_RADIUS + 4), colour(d, PAINT_SURFACE));
    triangles_disc(&d->p->triangles, at, px(d, HERE_RADIUS), colour(d, PAINT_CRIMSON));
    triangles_disc(&d->p->triangles, at, px(d, HERE_RADIUS * 0.4), colour(d, PAINT_SURFACE));
    triangles_draw(&d->p->triangles);
    int r = page_px(d->page, HERE_RADIUS + 4);
    take(d, (Box){(int)at.x - r, (int)at.y - r, 2 * r, 2 * r});
    int size = words_size(d), pad = page_px(d->page, 14), w = width_of(d, FACE_BOLD, size, view->here) + 2 * pad, h = size * 8 / 5;
    Box plate = beside(d, at, w, h);
    draw_plate(d, plate, PAINT_INK);
    draw_words(d, FACE_BOLD, size, view->here, plate.x + pad, plate.y + h / 2, PAINT_BG);
}

/* ---- names ----------------------------------------------------------------------------------------------------------------------- */

static Paint name_ink(const Draw *d, int space) {
    if (space == d->view->chosen)
        return PAINT_ON_ACCENT;
    return is_ghost(d, &d->plan->space[space]) ? PAINT_INK2 : PAINT_INK;
}

/* A map that moves draws a few new names a frame; the others follow with the next frames. */
static bool is_affordable(Draw *d, const NameForm *form, Face face, int size, uint32_t ink) {
    if (!d->view->moving || texts_ready(d->p->texts, face, size, form->line[0], ink))
        return true;
    return d->new_names++ < NEW_NAMES_A_FRAME;
}

static void draw_name(Draw *d, const LabelSpot *spot, NameSizes sizes) {
    const NameForm *form = &d->p->names.form[spot->space][spot->form];
    Face face = form->icon ? FACE_ICON : FACE_BOLD;
    int size = map_names_size(form, sizes), lines = form->line[1].len ? 2 : 1;
    if (!is_affordable(d, form, face, size, colour(d, name_ink(d, spot->space))))
        return;
    for (int i = 0; i < lines; i++) {
        int w = width_of(d, face, size, form->line[i]), x = d->box.x + spot->box.x + (spot->box.w - w) / 2;
        int middle = d->box.y + spot->box.y + spot->box.h * (2 * i + 1) / (2 * lines);
        draw_words(d, face, size, form->line[i], x, middle, name_ink(d, spot->space));
    }
}

static void draw_names(Draw *d) {
    int size = words_size(d);
    NameSizes sizes = {size, size * 6 / 5, page_px(d->page, 40)};
    map_names_measure(&d->p->names, d->view, d->p->fonts, sizes);
    map_names_place(&d->p->names, d->view, &d->camera, d->taken, d->taken_count);
    for (int i = 0; i < d->p->names.spots; i++)
        draw_name(d, &d->p->names.spot[i], sizes);
}

/* ---- the whole --------------------------------------------------------------------------------------------------------------------- */

/* Narrows the clip to the map; false when nothing of it is to be painted. */
static bool clip_to(MapPainter *p, Box box, SDL_Rect *before) {
    SDL_Renderer *renderer = p->renderer;
    SDL_RenderGetClipRect(renderer, before);
    Box clip = SDL_RenderIsClipEnabled(renderer) ? box_meet(box, (Box){before->x, before->y, before->w, before->h}) : box;
    SDL_RenderSetClipRect(renderer, &(SDL_Rect){clip.x, clip.y, clip.w, clip.h});
    triangles_begin(&p->triangles, renderer, (SDL_Rect){clip.x, clip.y, clip.w, clip.h});
    return !box_empty(clip);
}

void map_painter_draw(MapPainter *p, const Page *page, const Node *node, Box box) {
    const MapView *view = node->map;
    SDL_Rect before;
    Box inner = box_grow(box, -page_px(page, theme_border(page->settings.theme)));
    Draw d = {.p = p, .page = page, .view = view, .plan = view->plan, .box = inner,
              .camera = view_camera(view, inner.w, inner.h)};
    if (box_empty(inner))
        return;
    const PlanLevel *level = &view->plan->level[view->level];
    bool clipped = SDL_RenderIsClipEnabled(p->renderer);
    if (clip_to(p, inner, &before)) {
        draw_floor(&d, level);
        draw_walls(&d, level);
        draw_ghosts(&d, level);
        draw_way(&d);
        draw_pin(&d);
        draw_badges(&d);
        draw_here(&d);
        draw_names(&d);
    }
    SDL_RenderSetClipRect(p->renderer, clipped ? &before : NULL);
}
