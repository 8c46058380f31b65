#include "platform/page/painter_parts.h"

#include "base/log.h"
#include "platform/paint/pictures.h"
#include "platform/paint/plates.h"
#include "platform/paint/texts.h"

#include <stdlib.h>
#include <string.h>

/* ---- opening --------------------------------------------------------------------------------- */

Painter *painter_open(PainterSpec spec) {
    Painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        abort();
    SDL_RendererInfo info;
    SDL_Renderer *renderer = spec.renderer;
    painter->direct =
        SDL_GetRendererInfo(renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    painter->window = painter->direct ? SDL_RenderGetWindow(renderer) : NULL;
    painter->surface = spec.surface;
    painter->whole = true;
    Brush *brush = &painter->brush;
    brush->ground.renderer = renderer;
    brush->fonts = spec.fonts;
    brush->texts = texts_open(&brush->ground, spec.fonts);
    brush->plates = plates_open(&brush->ground);
    brush->pictures = pictures_open(&brush->ground, spec.easel, spec.patient);
    brush->view = spec.view;
    brush->signs = spec.signs;
    brush->shapes = shapes_open(&brush->ground, brush->plates);
    brush->maps = map_painter_open(&brush->ground, spec.fonts, brush->texts, brush->plates);
    return painter;
}

void painter_drop_texture(SDL_Texture **texture) {
    if (*texture)
        SDL_DestroyTexture(*texture);
    *texture = NULL;
}

static void drop_sheets(Painter *painter) {
    painter_drop_texture(&painter->canvas);
    painter_drop_texture(&painter->leaving);
    free(painter->aside);
    painter->aside = NULL;
}

void painter_rest(Painter *painter) {
    fonts_rest(painter->brush.fonts);
    texts_forget(painter->brush.texts);
    plates_forget(painter->brush.plates);
    pictures_forget(painter->brush.pictures);
    video_view_forget(painter->brush.view);
    if (painter->brush.signs)
        video_view_forget(painter->brush.signs);
}

void painter_forget(Painter *painter) {
    painter_rest(painter);
    drop_sheets(painter);
    painter->whole = true;
}

void painter_close(Painter *painter) {
    if (!painter)
        return;
    drop_sheets(painter);
    map_painter_close(painter->brush.maps);
    shapes_close(painter->brush.shapes);
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

SDL_Texture *painter_new_canvas(Painter *painter) {
    SDL_Renderer *renderer = painter->brush.ground.renderer;
    SDL_Texture *canvas =
        SDL_CreateTexture(renderer, canvas_format(renderer), SDL_TEXTUREACCESS_TARGET,
                          painter->width, painter->height);
    if (!canvas)
        log_line("painter", "no canvas of %dx%d: %s", painter->width, painter->height,
                 SDL_GetError());
    else
        SDL_SetTextureBlendMode(canvas, SDL_BLENDMODE_NONE);
    return canvas;
}

SDL_Surface *painter_surface(Painter *painter) {
    return painter->window ? SDL_GetWindowSurface(painter->window) : painter->surface;
}

/* ---- damage ---------------------------------------------------------------------------------- */

void painter_damage(Painter *painter, Box box) {
    box = box_meet(box, (Box){0, 0, painter->width, painter->height});
    if (box_empty(box))
        return;
    for (int i = 0; i < painter->damages; i++)
        if (box_overlap(painter->damage[i], box)) {
            Box both = box_join(painter->damage[i], box);
            painter->damage[i] = painter->damage[--painter->damages];
            painter_damage(painter, both); /* what it now touches joins in as well */
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
            trace[count++] =
                (Trace){graphics_look(&painter->brush, page, node), graphics_extent(page, node)};
    }
    qsort(trace, (size_t)count, sizeof *trace, by_look);
    return count;
}

/* Both lists are sorted: what stands in only one of them has come, gone or changed. */
static void find_damage(Painter *painter, const Trace *old, int olds, const Trace *new, int news) {
    for (int i = 0, j = 0; i < olds || j < news;) {
        if (j == news || (i < olds && old[i].look < new[j].look)) {
            painter_damage(painter, old[i++].box);
        } else if (i == olds || new[j].look < old[i].look) {
            painter_damage(painter, new[j++].box);
        } else {
            i++;
            j++;
        }
    }
}

/* ---- painting -------------------------------------------------------------------------------- */

static void paint_part(Painter *painter, const Page *page, Box part) {
    SDL_RenderSetClipRect(painter->brush.ground.renderer,
                          &(SDL_Rect){part.x, part.y, part.w, part.h});
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (graphics_paints(node) && box_overlap(graphics_extent(page, node), part))
            graphics_draw(&painter->brush, page, node);
    }
}

static void paint_damage(Painter *painter, const Page *page) {
    SDL_Renderer *renderer = painter->brush.ground.renderer;
    SDL_Surface *surface = painter->direct ? painter_surface(painter) : NULL;
    painter->brush.ground.surface = ground_takes(surface) ? surface : NULL;
    SDL_SetRenderTarget(renderer, painter->canvas);
    for (int i = 0; i < painter->damages; i++)
        paint_part(painter, page, painter->damage[i]);
    SDL_RenderSetClipRect(renderer, NULL);
    SDL_SetRenderTarget(renderer, NULL);
}

static bool ready_canvas(Painter *painter, const Page *page) {
    if (painter->width != page->window.w || painter->height != page->window.h) {
        drop_sheets(painter);
        painter->width = page->window.w;
        painter->height = page->window.h;
        painter->whole = true;
    }
    if (painter->direct || painter->canvas)
        return true;
    painter->canvas = painter_new_canvas(painter);
    painter->whole = true;
    return painter->canvas != NULL;
}

static bool is_damaged(const Painter *painter, Box box) {
    for (int i = 0; i < painter->damages; i++)
        if (box_overlap(painter->damage[i], box))
            return true;
    return false;
}

/* A new picture of the video goes straight to the glass as long as nothing else changes there:
   neither the captions over it nor what lies in front. Else it is damage like any other. */
static void look_at_picture(Painter *painter, const Page *page) {
    painter->page = page;
    painter->video = page_video(page);
    painter->straight = false;
    if (!painter->video)
        return;
    Box box = painter->video_box = painter->video->box;
    unsigned due = video_view_due(painter->brush.view, painter->video->graphic.video.wish.clip);
    bool changed = due != painter->picture;
    painter->picture = due;
    painter->straight =
        changed && due && painter->window && !painter->video->inert && !is_damaged(painter, box);
    if (changed && !painter->straight)
        painter_damage(painter, box);
}

/* What stands beside the video lies over it: painted with it, or by itself. */
static void look_at_signs(Painter *painter, const Page *page) {
    const Node *node = painter->brush.signs ? page_signs(page) : NULL;
    if (!node)
        return;
    unsigned due = video_view_due(painter->brush.signs, node->graphic.video.wish.clip);
    if (due != painter->signs && !painter->straight)
        painter_damage(painter, node->box);
    painter->signs = due;
}

static void look_at_video(Painter *painter, const Page *page) {
    look_at_picture(painter, page);
    look_at_signs(painter, page);
}

bool painter_paint(Painter *painter, const Page *page) {
    if (!ready_canvas(painter, page))
        return false;
    int last = painter->now, next = 1 - last;
    painter->count[next] = list_traces(painter, page, painter->trace[next]);
    painter->now = next;
    if (painter->whole)
        painter_damage(painter, page->window);
    else
        find_damage(painter, painter->trace[last], painter->count[last], painter->trace[next],
                    painter->count[next]);
    painter->whole = false;
    look_at_video(painter, page);
    if (!painter->damages)
        return painter->straight;
    paint_damage(painter, page);
    texts_age(painter->brush.texts);
    return true;
}

void painter_update(Painter *painter) {
    SDL_Rect part[DAMAGE_MAX];
    for (int i = 0; i < painter->damages; i++)
        part[i] = (SDL_Rect){painter->damage[i].x, painter->damage[i].y, painter->damage[i].w,
                             painter->damage[i].h};
    SDL_RenderFlush(painter->brush.ground.renderer);
    if (!painter->window ||
        SDL_UpdateWindowSurfaceRects(painter->window, part, painter->damages) != 0)
        SDL_RenderPresent(painter->brush.ground.renderer);
}

/* Straight onto the surface of the window, its captions over it, and only that part is presented: a
 * third of the cost. */
static bool present_video(Painter *painter) {
    SDL_Renderer *renderer = painter->brush.ground.renderer;
    SDL_Surface *surface = painter_surface(painter);
    Box box = painter->video->box;
    SDL_RenderFlush(renderer);
    if (!surface ||
        !video_view_paint(painter->brush.view, painter->video->graphic.video.fit, box, surface))
        return false;
    SDL_RenderSetClipRect(renderer, &(SDL_Rect){box.x, box.y, box.w, box.h});
    bool above = false;
    for (int i = 0; i < painter->page->shown_count; i++) {
        const Node *node = painter->page->shown[i];
        if (above && graphics_paints(node) &&
            box_overlap(graphics_extent(painter->page, node), box))
            graphics_draw(&painter->brush, painter->page, node);
        above |= node == painter->video;
    }
    SDL_RenderSetClipRect(renderer, NULL);
    SDL_RenderFlush(renderer);
    return SDL_UpdateWindowSurfaceRects(painter->window, &(SDL_Rect){box.x, box.y, box.w, box.h},
                                        1) == 0;
}

void painter_expose(Painter *painter) {
    if (painter->whole)
        return;
    painter_damage(painter, (Box){0, 0, painter->width, painter->height});
    painter_present(painter);
}

static void present_canvas(Painter *painter) {
    if (!painter->direct)
        SDL_RenderCopy(painter->brush.ground.renderer, painter->canvas, NULL, NULL);
    painter_update(painter);
    painter->damages = 0;
}

void painter_present(Painter *painter) {
    if (painter->straight) {
        painter->straight = false;
        if (!present_video(painter)) {
            painter_damage(painter, painter->video_box);
            paint_damage(painter, painter->page);
        }
    }
    if (painter->damages)
        present_canvas(painter);
}

SDL_Surface *painter_shot(Painter *painter) {
    SDL_Surface *shot = SDL_CreateRGBSurfaceWithFormat(0, painter->width, painter->height, 32,
                                                       SDL_PIXELFORMAT_XRGB8888);
    if (!shot || painter->whole)
        return shot;
    SDL_RenderFlush(painter->brush.ground.renderer);
    if (painter->window) { /* the picture of a film may have gone past the canvas */
        SDL_BlitSurface(SDL_GetWindowSurface(painter->window), NULL, shot, NULL);
        return shot;
    }
    SDL_SetRenderTarget(painter->brush.ground.renderer, painter->canvas);
    SDL_RenderReadPixels(painter->brush.ground.renderer, NULL, SDL_PIXELFORMAT_XRGB8888,
                         shot->pixels, shot->pitch);
    SDL_SetRenderTarget(painter->brush.ground.renderer, NULL);
    return shot;
}
