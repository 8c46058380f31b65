#include "platform/painter.h"

#include "base/log.h"
#include "platform/graphics.h"
#include "platform/pictures.h"
#include "platform/plates.h"
#include "platform/texts.h"

#include <stdlib.h>
#include <string.h>

#define DAMAGE_MAX 12
#define TRACES_MAX 1024

/* What was painted of a node: enough to tell whether it looks the same now. */
typedef struct Trace {
    uint64_t look;
    Box box; /* with its edge and focus ring */
} Trace;

struct Painter {
    Brush brush;
    SDL_Texture *canvas, *leaving;
    int width, height;
    Trace trace[2][TRACES_MAX];
    int count[2], now;
    bool whole; /* the canvas says nothing yet: paint everything */
    Box damage[DAMAGE_MAX];
    int damages;
    SDL_Window *window; /* whose surface the software renderer paints on; NULL: there is none, or a GPU paints */
    const Page *page;   /* shown last; only to paint a picture of its video on the glass */
    const Node *film;   /* its video */
    Box film_box;
    unsigned picture;   /* of it, on the glass */
    bool straight;      /* only that picture has changed */
    bool behind;        /* the canvas has an older picture than the glass */
    bool bare;          /* the canvas has the picture, but not the captions over it */
};

/* ---- opening --------------------------------------------------------------------------------------------------------- */

Painter *painter_open(SDL_Renderer *renderer, Fonts *fonts, Easel *easel, Cinema *cinema,
                      bool patient) {
    Painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        abort();
    painter->brush = (Brush){
        .renderer = renderer,
        .fonts = fonts,
        .texts = texts_open(renderer, fonts),
        .plates = plates_open(renderer),
        .pictures = pictures_open(renderer, easel, patient),
        .cinema = cinema,
    };
    painter->brush.maps = map_painter_open(renderer, fonts, painter->brush.texts, painter->brush.plates);
    painter->whole = true;
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE)
        painter->window = SDL_RenderGetWindow(renderer);
    return painter;
}

static void drop_texture(SDL_Texture **texture) {
    if (*texture)
        SDL_DestroyTexture(*texture);
    *texture = NULL;
}

void painter_forget(Painter *painter) {
    texts_forget(painter->brush.texts);
    plates_forget(painter->brush.plates);
    pictures_forget(painter->brush.pictures);
    cinema_forget(painter->brush.cinema);
    drop_texture(&painter->canvas);
    drop_texture(&painter->leaving);
    painter->whole = true;
}

void painter_close(Painter *painter) {
    if (!painter)
        return;
    drop_texture(&painter->canvas);
    drop_texture(&painter->leaving);
    map_painter_close(painter->brush.maps);
    pictures_close(painter->brush.pictures);
    plates_close(painter->brush.plates);
    texts_close(painter->brush.texts);
    free(painter);
}

Uint32 painter_event(const Painter *painter) {
    return pictures_event(painter->brush.pictures);
}

/* On a target of ARGB SDL's opengles2 paints the picture of a film with red and blue changed about.
   */
static Uint32 canvas_format(SDL_Renderer *renderer) {
    SDL_RendererInfo info;
    bool gles = SDL_GetRendererInfo(renderer, &info) == 0 && strcmp(info.name, "opengles2") == 0;
    return gles ? SDL_PIXELFORMAT_ABGR8888 : SDL_PIXELFORMAT_ARGB8888;
}

static SDL_Texture *new_canvas(Painter *painter) {
    SDL_Renderer *renderer = painter->brush.renderer;
    SDL_Texture *canvas = SDL_CreateTexture(renderer, canvas_format(renderer), SDL_TEXTUREACCESS_TARGET,
                                            painter->width, painter->height);
    if (!canvas)
        log_line("painter", "no canvas of %dx%d: %s", painter->width, painter->height, SDL_GetError());
    else
        SDL_SetTextureBlendMode(canvas, SDL_BLENDMODE_NONE);
    return canvas;
}

/* ---- damage ---------------------------------------------------------------------------------------------------------- */

static void add_damage(Painter *painter, Box box) {
    box = box_meet(box, (Box){0, 0, painter->width, painter->height});
    if (box_empty(box))
        return;
    for (int i = 0; i < painter->damages; i++)
        if (box_overlap(painter->damage[i], box)) {
            Box both = box_join(painter->damage[i], box);
            painter->damage[i] = painter->damage[--painter->damages];
            add_damage(painter, both); /* what it now touches joins in as well */
            return;
        }
    if (painter->damages == DAMAGE_MAX) {
        painter->damage[0] = box_join(painter->damage[0], box);
        return;
    }
    painter->damage[painter->damages++] = box;
}

static int by_look(const void *a, const void *b) {
    uint64_t x = ((const Trace *)a)->look, y = ((const Trace *)b)->look;
    return x < y ? -1 : x > y;
}

static int list_traces(Painter *painter, const Page *page, Trace *trace) {
    int count = 0;
    for (int i = 0; i < page->shown_count && count < TRACES_MAX; i++) {
        const Node *node = page->shown[i];
        if (graphics_paints(node))
            trace[count++] = (Trace){graphics_look(&painter->brush, page, node), graphics_extent(page, node)};
    }
    qsort(trace, (size_t)count, sizeof *trace, by_look);
    return count;
}

/* Both lists are sorted: what stands in only one of them has come, gone or changed. */
static void find_damage(Painter *painter, const Trace *old, int olds, const Trace *new, int news) {
    for (int i = 0, j = 0; i < olds || j < news;) {
        if (j == news || (i < olds && old[i].look < new[j].look)) {
            add_damage(painter, old[i++].box);
        } else if (i == olds || new[j].look < old[i].look) {
            add_damage(painter, new[j++].box);
        } else {
            i++;
            j++;
        }
    }
}

/* ---- painting -------------------------------------------------------------------------------------------------------- */

static void paint_part(Painter *painter, const Page *page, Box part) {
    SDL_RenderSetClipRect(painter->brush.renderer, &(SDL_Rect){part.x, part.y, part.w, part.h});
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (graphics_paints(node) && box_overlap(graphics_extent(page, node), part))
            graphics_draw(&painter->brush, page, node);
    }
}

static bool ready_canvas(Painter *painter, const Page *page) {
    if (painter->width != page->window.w || painter->height != page->window.h) {
        drop_texture(&painter->canvas);
        drop_texture(&painter->leaving);
        painter->width = page->window.w;
        painter->height = page->window.h;
    }
    if (!painter->canvas) {
        painter->canvas = new_canvas(painter);
        painter->whole = true;
    }
    return painter->canvas != NULL;
}

static bool is_damaged(const Painter *painter, Box box) {
    for (int i = 0; i < painter->damages; i++)
        if (box_overlap(painter->damage[i], box))
            return true;
    return false;
}

/* A new picture of the video goes straight to the glass, past the canvas, as long as nothing else changes there: neither the
   captions over it nor what lies in front. Else it is damage like any other. */
static void look_at_film(Painter *painter, const Page *page) {
    painter->page = page;
    painter->film = page_film(page);
    painter->straight = false;
    if (!painter->film)
        return;
    Box box = painter->film_box = painter->film->box;
    unsigned due = cinema_due(painter->brush.cinema, painter->film->film.clip);
    bool changed = due != painter->picture, damaged = is_damaged(painter, box) || painter->bare;
    painter->picture = due;
    painter->straight = changed && due && painter->window && !painter->film->inert && !damaged;
    if (painter->bare || (changed && !painter->straight) || (painter->behind && damaged))
        add_damage(painter, box);
}

bool painter_paint(Painter *painter, const Page *page) {
    if (!ready_canvas(painter, page))
        return false;
    int last = painter->now, next = 1 - last;
    painter->count[next] = list_traces(painter, page, painter->trace[next]);
    painter->now = next;
    if (painter->whole)
        add_damage(painter, page->window);
    else
        find_damage(painter, painter->trace[last], painter->count[last], painter->trace[next], painter->count[next]);
    painter->whole = false;
    look_at_film(painter, page);
    if (!painter->damages)
        return painter->straight;
    if (!painter->film || is_damaged(painter, painter->film_box))
        painter->behind = painter->bare = false;
    SDL_SetRenderTarget(painter->brush.renderer, painter->canvas);
    for (int i = 0; i < painter->damages; i++)
        paint_part(painter, page, painter->damage[i]);
    SDL_RenderSetClipRect(painter->brush.renderer, NULL);
    SDL_SetRenderTarget(painter->brush.renderer, NULL);
    texts_age(painter->brush.texts);
    return true;
}

/* The canvas gets the picture that the glass has already; the captions come with the next painting. */
static void catch_up(Painter *painter) {
    if (!painter->behind)
        return;
    painter->behind = false;
    painter->bare = true;
    SDL_SetRenderTarget(painter->brush.renderer, painter->canvas);
    cinema_draw(painter->brush.cinema, painter->film_box);
    SDL_SetRenderTarget(painter->brush.renderer, NULL);
}

/* Only the damaged parts go to the display: presenting would send all of it. */
static void update_glass(Painter *painter) {
    SDL_Rect part[DAMAGE_MAX];
    for (int i = 0; i < painter->damages; i++)
        part[i] = (SDL_Rect){painter->damage[i].x, painter->damage[i].y, painter->damage[i].w, painter->damage[i].h};
    SDL_RenderFlush(painter->brush.renderer);
    if (!painter->window || SDL_UpdateWindowSurfaceRects(painter->window, part, painter->damages) != 0)
        SDL_RenderPresent(painter->brush.renderer);
}

/* Straight onto the surface of the window, its captions over it, and only that part is presented: a third of the cost. */
static bool present_film(Painter *painter) {
    SDL_Renderer *renderer = painter->brush.renderer;
    SDL_Surface *surface = SDL_GetWindowSurface(painter->window);
    Box box = painter->film->box;
    SDL_RenderFlush(renderer);
    if (!surface || !cinema_paint(painter->brush.cinema, box, surface))
        return false;
    SDL_RenderSetClipRect(renderer, &(SDL_Rect){box.x, box.y, box.w, box.h});
    bool above = false;
    for (int i = 0; i < painter->page->shown_count; i++) {
        const Node *node = painter->page->shown[i];
        if (above && graphics_paints(node) && box_overlap(graphics_extent(painter->page, node), box))
            graphics_draw(&painter->brush, painter->page, node);
        above |= node == painter->film;
    }
    SDL_RenderSetClipRect(renderer, NULL);
    SDL_RenderFlush(renderer);
    return SDL_UpdateWindowSurfaceRects(painter->window, &(SDL_Rect){box.x, box.y, box.w, box.h}, 1) == 0;
}

void painter_expose(Painter *painter) {
    if (!painter->canvas)
        return;
    catch_up(painter);
    add_damage(painter, (Box){0, 0, painter->width, painter->height});
    painter_present(painter);
}

static void present_canvas(Painter *painter) {
    SDL_Renderer *renderer = painter->brush.renderer;
    SDL_RendererInfo info;
    bool keeps = SDL_GetRendererInfo(renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    if (!keeps) { /* the back buffer of a GPU holds nothing after a present */
        SDL_RenderCopy(renderer, painter->canvas, NULL, NULL);
    } else {
        for (int i = 0; i < painter->damages; i++) {
            Box b = painter->damage[i];
            SDL_RenderCopy(renderer, painter->canvas, &(SDL_Rect){b.x, b.y, b.w, b.h}, &(SDL_Rect){b.x, b.y, b.w, b.h});
        }
    }
    update_glass(painter);
    painter->damages = 0;
}

void painter_present(Painter *painter) {
    if (painter->straight) {
        painter->straight = false;
        painter->behind = true;
        if (!present_film(painter)) {
            catch_up(painter);
            add_damage(painter, painter->film_box);
        }
    }
    if (painter->damages)
        present_canvas(painter);
}

/* ---- sliding --------------------------------------------------------------------------------------------------------- */

void painter_slide_begin(Painter *painter) {
    if (!painter->canvas)
        return;
    catch_up(painter);
    drop_texture(&painter->leaving);
    painter->leaving = painter->canvas;
    painter->canvas = new_canvas(painter);
    painter->whole = true;
}

/* Two opaque copies side by side: a crossfade of the whole page would cost 16 ms, this costs one. */
void painter_slide(Painter *painter, double progress, bool back) {
    if (!painter->leaving || !painter->canvas)
        return;
    SDL_Renderer *renderer = painter->brush.renderer;
    int in = (int)(painter->width * progress), out = painter->width - in, h = painter->height;
    SDL_Rect left = {0, 0, back ? in : out, h}, right = {back ? in : out, 0, back ? out : in, h};
    SDL_Rect from_new = {back ? painter->width - in : 0, 0, in, h}, from_old = {back ? 0 : in, 0, out, h};
    SDL_RenderCopy(renderer, painter->leaving, &from_old, back ? &right : &left);
    SDL_RenderCopy(renderer, painter->canvas, &from_new, back ? &left : &right);
    SDL_RenderPresent(renderer);
}

void painter_slide_end(Painter *painter) {
    drop_texture(&painter->leaving);
    painter->damages = 0;
    add_damage(painter, (Box){0, 0, painter->width, painter->height});
    painter_present(painter);
}

SDL_Surface *painter_shot(Painter *painter) {
    SDL_Surface *shot = SDL_CreateRGBSurfaceWithFormat(0, painter->width, painter->height, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!shot || !painter->canvas)
        return shot;
    SDL_RenderFlush(painter->brush.renderer);
    if (painter->window) { /* the picture of a film may have gone past the canvas */
        SDL_BlitSurface(SDL_GetWindowSurface(painter->window), NULL, shot, NULL);
        return shot;
    }
    SDL_SetRenderTarget(painter->brush.renderer, painter->canvas);
    SDL_RenderReadPixels(painter->brush.renderer, NULL, SDL_PIXELFORMAT_XRGB8888, shot->pixels, shot->pitch);
    SDL_SetRenderTarget(painter->brush.renderer, NULL);
    return shot;
}
