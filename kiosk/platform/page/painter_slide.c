/* The page that leaves moves out while the next one moves in. */
#include "platform/page/painter_parts.h"

#include <stdlib.h>
#include <string.h>

/* What is seen now is kept aside, and the next page painted over it. */
static bool put_aside(Painter *painter) {
    SDL_Surface *surface = painter_surface(painter);
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
        painter_drop_texture(&painter->leaving);
        painter->leaving = painter->canvas;
        painter->canvas = painter_new_canvas(painter);
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
    SDL_Surface *surface = painter_surface(painter);
    if (!surface || surface->w != painter->width || surface->h != painter->height)
        return;
    SDL_RenderFlush(painter->brush.ground.renderer);
    if (!painter->exchanged) /* in the first frame, which has nothing to push yet */
        exchange(surface, painter->aside);
    painter->exchanged = true;
    if (in <= painter->slid)
        return;
    size_t each = surface->format->BytesPerPixel, more = (size_t)(in - painter->slid) * each;
    for (int y = 0; y < surface->h; y++)
        push_row((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch,
                 painter->aside + (ptrdiff_t)y * surface->pitch, (size_t)in * each, more,
                 (size_t)surface->w * each, back);
    painter->slid = in;
    painter->damages = 0;
    painter_damage(painter, (Box){0, 0, painter->width, painter->height});
    painter_update(painter);
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
        painter_damage(painter, (Box){0, 0, painter->width, painter->height});
        painter_present(painter);
    }
    painter->slides = painter->exchanged = false;
    painter_drop_texture(&painter->leaving);
    free(painter->aside); /* eight megabytes that are not missed until the next page */
    painter->aside = NULL;
}
