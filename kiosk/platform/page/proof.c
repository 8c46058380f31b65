#include "platform/page/proof.h"

#include "platform/page/painter.h"

#include <stdlib.h>
#include <string.h>

#define WHITE 255
#define PAPER 0xFFFFFFu

static int luma(uint32_t rgb) {
    return (int)((77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) / 256);
}

/* Ink on the glass is a dark blue; on paper that would be dots. */
static void make_black(uint8_t level[WHITE + 1], int ink) {
    for (int i = 0; i <= WHITE; i++)
        level[i] = (uint8_t)(i <= ink ? 0 : (i - ink) * WHITE / (WHITE - ink));
}

static uint8_t *grey_of(const SDL_Surface *surface, int ink) {
    uint8_t level[WHITE + 1], *grey = malloc((size_t)surface->w * (size_t)surface->h), *to = grey;
    make_black(level, ink);
    for (int y = 0; grey && y < surface->h; y++) {
        const uint32_t *row =
            (const uint32_t *)((const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++)
            *to++ = (row[x] & PAPER) == PAPER ? WHITE : level[luma(row[x])]; /* most of them */
    }
    return grey;
}

static bool paint(const Page *page, SDL_Surface *surface, Fonts *fonts, Easel *easel) {
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(surface);
    if (!renderer)
        return false;
    Painter *painter = painter_open((PainterSpec){
        .renderer = renderer, .surface = surface, .fonts = fonts, .easel = easel, .patient = true});
    painter_paint(painter, page);
    SDL_RenderFlush(renderer);
    painter_close(painter);
    SDL_DestroyRenderer(renderer);
    return true;
}

uint8_t *proof_of(const Page *page, Fonts *fonts, Easel *easel) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, page->window.w, page->window.h, 32,
                                                          SDL_PIXELFORMAT_XRGB8888);
    int ink = luma(theme_paint(page->settings.theme, PAINT_INK));
    uint8_t *grey = NULL;
    if (surface && paint(page, surface, fonts, easel))
        grey = grey_of(surface, ink);
    if (surface)
        explicit_bzero(surface->pixels, (size_t)surface->h * (size_t)surface->pitch);
    SDL_FreeSurface(surface);
    return grey;
}
