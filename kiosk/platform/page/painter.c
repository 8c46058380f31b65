#include "platform/page/painter.h"

#include "base/log.h"
#include "platform/page/graphics.h"
#include "platform/paint/pictures.h"
#include "platform/paint/plates.h"
#include "platform/paint/texts.h"

#include <stdlib.h>
#include <string.h>

#define DAMAGE_MAX 12
#define TRACES_MAX 1024

/* What was painted of a node: enough to tell whether it looks the same now. */
typedef struct Trace {
    uint64_t look;
    Box box; /* with its edge and focus ring */
} Trace;

/* Where pages are painted: a software renderer paints on the surface that is shown (the window's,
   or the headless one's), because that keeps what it has; a GPU paints on a canvas of its own,
   because what it shows is lost when it is presented. */
struct Painter {
    Brush brush;
    bool direct;                   /* on the surface that is shown */
    SDL_Texture *canvas, *leaving; /* of a GPU; `leaving` while a page slides */
    uint8_t *aside; /* direct: while a page slides, first what leaves, then what comes */
    bool slides, exchanged;
    int slid; /* direct: columns that have come */
    int width, height;
    Trace trace[2][TRACES_MAX];
    int count[2], now;
    bool whole; /* nothing is painted yet: paint everything */
    Box damage[DAMAGE_MAX];
    int damages;
    SDL_Window *window;   /* whose surface is painted on directly; NULL: there is none */
    SDL_Surface *surface; /* headless */
    const Page *page;     /* shown last; only to paint a picture of its video on the glass */
    const Node *video;    /* its video */
    Box video_box;
    unsigned picture; /* of it, on the glass */
    unsigned signs;   /* of what stands beside it */
    bool straight;    /* only that picture has changed */
};

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

static void drop_texture(SDL_Texture **texture) {
    if (*texture)
        SDL_DestroyTexture(*texture);
    *texture = NULL;
}

static void drop_sheets(Painter *painter) {
    drop_texture(&painter->canvas);
    drop_texture(&painter->leaving);
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

static SDL_Texture *new_canvas(Painter *painter) {
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

/* What is painted on directly; NULL with a GPU. The window has a new one when its size has changed.
 */
static SDL_Surface *shown_surface(Painter *painter) {
    return painter->window ? SDL_GetWindowSurface(painter->window) : painter->surface;
}

/* ---- damage ---------------------------------------------------------------------------------- */

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
            add_damage(painter, old[i++].box);
        } else if (i == olds || new[j].look < old[i].look) {
            add_damage(painter, new[j++].box);
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
    SDL_Surface *surface = painter->direct ? shown_surface(painter) : NULL;
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
    painter->canvas = new_canvas(painter);
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
        add_damage(painter, box);
}

/* What stands beside the video lies over it: painted with it, or by itself. */
static void look_at_signs(Painter *painter, const Page *page) {
    const Node *node = painter->brush.signs ? page_signs(page) : NULL;
    if (!node)
        return;
    unsigned due = video_view_due(painter->brush.signs, node->graphic.video.wish.clip);
    if (due != painter->signs && !painter->straight)
        add_damage(painter, node->box);
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
        add_damage(painter, page->window);
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

/* Only the damaged parts go to the display: presenting would send all of it. */
static void update_display(Painter *painter) {
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
    SDL_Surface *surface = shown_surface(painter);
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
    add_damage(painter, (Box){0, 0, painter->width, painter->height});
    painter_present(painter);
}

static void present_canvas(Painter *painter) {
    if (!painter->direct)
        SDL_RenderCopy(painter->brush.ground.renderer, painter->canvas, NULL, NULL);
    update_display(painter);
    painter->damages = 0;
}

void painter_present(Painter *painter) {
    if (painter->straight) {
        painter->straight = false;
        if (!present_video(painter)) {
            add_damage(painter, painter->video_box);
            paint_damage(painter, painter->page);
        }
    }
    if (painter->damages)
        present_canvas(painter);
}

/* ---- sliding --------------------------------------------------------------------------------- */

/* What is seen now is kept aside, and the next page painted over it. */
static bool put_aside(Painter *painter) {
    SDL_Surface *surface = shown_surface(painter);
    free(painter->aside);
    painter->aside = surface ? malloc((size_t)surface->h * (size_t)surface->pitch) : NULL;
    if (painter->aside)
        memcpy(painter->aside, surface->pixels, (size_t)surface->h * (size_t)surface->pitch);
    return painter->aside != NULL;
}

void painter_slide_begin(Painter *painter) {
    if (painter->whole)
        return;
    if (painter->direct) {
        painter->slides = put_aside(painter);
    } else {
        drop_texture(&painter->leaving);
        painter->leaving = painter->canvas;
        painter->canvas = new_canvas(painter);
        painter->slides = painter->canvas != NULL;
    }
    painter->exchanged = false;
    painter->slid = 0;
    painter->whole = true;
}

/* The page that leaves comes back before it moves, and the next one waits aside. */
static void exchange(SDL_Surface *surface, uint8_t *aside) {
    uint8_t block[4096];
    size_t bytes = (size_t)surface->h * (size_t)surface->pitch, part;
    for (uint8_t *shown = surface->pixels; bytes; bytes -= part, shown += part, aside += part) {
        part = bytes < sizeof block ? bytes : sizeof block;
        memcpy(block, shown, part);
        memcpy(shown, aside, part);
        memcpy(aside, block, part);
    }
}

/* What is seen is pushed along by some columns, and those of the next page come in behind it. */
static void push_row(uint8_t *shown, const uint8_t *aside, size_t in, size_t more, size_t width,
                     bool back) {
    memmove(back ? shown + more : shown, back ? shown : shown + more, width - more);
    memcpy(back ? shown : shown + width - more, back ? aside + width - in : aside + in - more,
           more);
}

static void push(Painter *painter, int in, bool back) {
    SDL_Surface *surface = shown_surface(painter);
    if (!surface || surface->w != painter->width || surface->h != painter->height ||
        in <= painter->slid)
        return;
    SDL_RenderFlush(painter->brush.ground.renderer);
    if (!painter->exchanged)
        exchange(surface, painter->aside);
    painter->exchanged = true;
    size_t each = surface->format->BytesPerPixel, more = (size_t)(in - painter->slid) * each;
    for (int y = 0; y < surface->h; y++)
        push_row((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch,
                 painter->aside + (ptrdiff_t)y * surface->pitch, (size_t)in * each, more,
                 (size_t)surface->w * each, back);
    painter->slid = in;
    painter->damages = 0;
    add_damage(painter, (Box){0, 0, painter->width, painter->height});
    update_display(painter);
}

/* Two opaque copies side by side: a crossfade of the whole page would cost 16 ms, this costs one.
 */
static void copy_both(Painter *painter, int in, bool back) {
    SDL_Renderer *renderer = painter->brush.ground.renderer;
    int out = painter->width - in, h = painter->height;
    SDL_Rect left = {0, 0, back ? in : out, h}, right = {back ? in : out, 0, back ? out : in, h};
    SDL_Rect from_new = {back ? painter->width - in : 0, 0, in, h},
             from_old = {back ? 0 : in, 0, out, h};
    SDL_RenderCopy(renderer, painter->leaving, &from_old, back ? &right : &left);
    SDL_RenderCopy(renderer, painter->canvas, &from_new, back ? &left : &right);
    SDL_RenderPresent(renderer);
}

void painter_slide(Painter *painter, double progress, bool back) {
    if (painter->slides)
        (painter->direct ? push : copy_both)(painter, (int)(painter->width * progress), back);
}

void painter_slide_end(Painter *painter, bool back) {
    if (painter->exchanged) {
        push(painter, painter->width, back);
    } else {
        painter->damages = 0;
        add_damage(painter, (Box){0, 0, painter->width, painter->height});
        painter_present(painter);
    }
    painter->slides = painter->exchanged = false;
    drop_texture(&painter->leaving);
    free(painter->aside); /* eight megabytes that are not missed until the next page */
    painter->aside = NULL;
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
