#include "platform/paint/ground.h"

#include <string.h>
#include <wchar.h>

#define NARROW 8 /* pixels: below, a call costs more than what it does */

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wmemset fills pixels");

/* Two bytes of colour in each of eight lanes: any processor with vectors, and a loop on one
 * without. */
typedef uint16_t Lanes __attribute__((vector_size(16)));

bool ground_takes(const SDL_Surface *surface) {
    return surface && surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0xFF0000 &&
           surface->format->Bmask == 0xFF && !SDL_MUSTLOCK(surface);
}

static Lanes all(unsigned value) {
    uint16_t v = (uint16_t)value;
    return (Lanes){v, v, v, v, v, v, v, v};
}

/* Divided by 255, exactly, of anything up to 255 x 255. */
static Lanes by_255(Lanes x) {
    return (x + 1 + (x >> 8)) >> 8;
}

typedef struct Mix {
    Lanes rest;      /* of 255, what stays of the colours that are there */
    Lanes even, odd; /* what is added to bytes 0, 2… and 1, 3… */
} Mix;

static Mix mix_of(uint32_t argb) {
    unsigned alpha = argb >> 24, byte[3];
    for (int i = 0; i < 3; i++)
        byte[i] = (argb >> 8 * i & 0xFF) * alpha / 255;
    uint16_t b = (uint16_t)byte[0], g = (uint16_t)byte[1], r = (uint16_t)byte[2],
             a = (uint16_t)alpha;
    return (Mix){all(255 - alpha), {b, r, b, r, b, r, b, r}, {g, a, g, a, g, a, g, a}};
}

static Lanes mixed(const Mix *mix, Lanes pixels) {
    Lanes even = by_255((pixels & 0xFF) * mix->rest) + mix->even,
          odd = by_255((pixels >> 8) * mix->rest) + mix->odd;
    return even | odd << 8;
}

static void mix_row(const Mix *mix, uint32_t *row, int width) {
    Lanes pixels = {0};
    for (; width >= 4; row += 4, width -= 4) {
        memcpy(&pixels, row, sizeof pixels);
        pixels = mixed(mix, pixels);
        memcpy(row, &pixels, sizeof pixels);
    }
    for (; width > 0; row++, width--) {
        memcpy(&pixels, row, sizeof *row);
        pixels = mixed(mix, pixels);
        memcpy(row, &pixels, sizeof *row);
    }
}

static uint32_t *row_at(const SDL_Surface *surface, int x, int y) {
    return (uint32_t *)(void *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch) + x;
}

/* The side of a border is a few pixels wide and a thousand rows high. */
static void fill_row(uint32_t *row, uint32_t argb, int width) {
    if (width > NARROW)
        wmemset((wchar_t *)row, (wchar_t)argb, (size_t)width);
    else
        for (int x = 0; x < width; x++)
            row[x] = argb;
}

static void fill_pixels(SDL_Surface *surface, uint32_t argb, SDL_Rect box) {
    bool opaque = argb >> 24 == 255;
    Mix mix = mix_of(argb);
    for (int y = box.y; y < box.y + box.h; y++) {
        uint32_t *row = row_at(surface, box.x, y);
        if (opaque)
            fill_row(row, argb, box.w);
        else
            mix_row(&mix, row, box.w);
    }
}

/* ---- stamps ---------------------------------------------------------------------------------- */

typedef uint8_t Bytes __attribute__((vector_size(16)));
typedef uint32_t Words __attribute__((vector_size(16)));

typedef struct Ink {
    uint32_t argb;
    Lanes even, odd; /* its bytes 0, 2… and 1, 3… */
} Ink;

static Ink ink_of(uint32_t argb) {
    uint16_t b = argb & 0xFF, g = argb >> 8 & 0xFF, r = argb >> 16 & 0xFF;
    return (Ink){argb, {b, r, b, r, b, r, b, r}, {g, 255, g, 255, g, 255, g, 255}};
}

/* Four pixels, each covered by a part of 255, rounded to the nearest. */
static Lanes stamped(Lanes pixels, uint32_t four, const Ink *ink) {
    const Bytes none = {0}, cover = (Bytes)(Words){four};
    Bytes twice = __builtin_shufflevector(cover, cover, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6,
                                          22, 7, 23);
    Lanes part = (Lanes)__builtin_shufflevector(twice, none, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5,
                                                21, 6, 22, 7, 23);
    Lanes rest = 255 - part;
    Lanes even = by_255((pixels & 0xFF) * rest + ink->even * part + 127);
    Lanes odd = by_255((pixels >> 8) * rest + ink->odd * part + 127);
    return even | odd << 8;
}

/* Most of a line of text is paper, and most of the rest is ink all over. */
static inline void stamp_four(uint32_t *row, uint32_t four, const Ink *ink) {
    if (!four)
        return;
    if (four == UINT32_MAX) {
        row[0] = row[1] = row[2] = row[3] = ink->argb;
        return;
    }
    Lanes pixels;
    memcpy(&pixels, row, sizeof pixels);
    pixels = stamped(pixels, four, ink);
    memcpy(row, &pixels, sizeof pixels);
}

static void stamp_rest(uint32_t *row, const uint8_t *cover, const Ink *ink, int width) {
    uint32_t last[4] = {0}, four = 0;
    memcpy(last, row, sizeof *row * (size_t)width);
    memcpy(&four, cover, (size_t)width);
    stamp_four(last, four, ink);
    memcpy(row, last, sizeof *row * (size_t)width);
}

static void stamp_row(uint32_t *row, const uint8_t *cover, const Ink *ink, int width) {
    int x = 0;
    for (; x + 8 <= width; x += 8) {
        uint32_t four[2];
        memcpy(four, cover + x, sizeof four);
        if (!(four[0] | four[1]))
            continue;
        stamp_four(row + x, four[0], ink);
        stamp_four(row + x + 4, four[1], ink);
    }
    for (; x < width; x += 4)
        stamp_rest(row + x, cover + x, ink, width - x < 4 ? width - x : 4);
}

/* ---- pixels that are seen through ------------------------------------------------------------ */

/* Two bytes of colour at once, in the halves of a word: divided by 255, exactly. */
static uint32_t halves_by_255(uint32_t x) {
    return (x + 0x10001 + (x >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
}

/* As far as its alpha says, rounded to the nearest. */
static uint32_t laid(uint32_t was, uint32_t argb) {
    uint32_t part = argb >> 24, rest = 255 - part;
    uint32_t even = (was & 0xFF00FF) * rest + (argb & 0xFF00FF) * part + 0x7F007F;
    uint32_t odd = (was >> 8 & 0xFF00FF) * rest + (argb >> 8 & 0xFF) * part + 0x7F007F;
    return halves_by_255(even) | (halves_by_255(odd) | 0xFF0000) << 8;
}

static uint32_t faded(uint32_t argb, unsigned keep) {
    return ((argb >> 24) * keep + 127) / 255 << 24 | (argb & 0xFFFFFF);
}

static void lay_pixels(uint32_t *row, const uint32_t *argb, unsigned keep, int width) {
    for (int x = 0; x < width; x++) {
        uint32_t over = keep < 255 ? faded(argb[x], keep) : argb[x];
        if (over >> 24 == 255)
            row[x] = over;
        else if (over >> 24)
            row[x] = laid(row[x], over);
    }
}

/* Most of a picture is seen through nowhere: eight pixels at a time are copied, or left out. */
static void lay_row(uint32_t *row, const uint32_t *argb, unsigned keep, int width) {
    int x = 0;
    for (; keep == 255 && x + 8 <= width; x += 8) {
        uint32_t all = UINT32_MAX, any = 0;
        for (int i = 0; i < 8; i++) {
            all &= argb[x + i];
            any |= argb[x + i];
        }
        if (all >> 24 == 255)
            memcpy(row + x, argb + x, 8 * sizeof *row);
        else if (any >> 24)
            lay_pixels(row + x, argb + x, keep, 8);
    }
    lay_pixels(row + x, argb + x, keep, width - x);
}

/* ---- within the clip ------------------------------------------------------------------------- */

static SDL_Rect clip_of(const Ground *ground) {
    SDL_Rect whole = {0, 0, ground->surface->w, ground->surface->h}, clip;
    SDL_RenderGetClipRect(ground->renderer, &clip);
    if (SDL_RenderIsClipEnabled(ground->renderer))
        SDL_IntersectRect(&whole, &clip, &whole);
    return whole;
}

static void set_colour(SDL_Renderer *renderer, uint32_t argb) {
    SDL_SetRenderDrawBlendMode(renderer,
                               argb >> 24 == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, (Uint8)(argb >> 16), (Uint8)(argb >> 8), (Uint8)argb,
                           (Uint8)(argb >> 24));
}

void ground_fill_all(const Ground *ground, uint32_t argb, const SDL_FRect *box, int count) {
    if (!ground->surface) {
        set_colour(ground->renderer, argb);
        SDL_RenderFillRectsF(ground->renderer, box, count);
        return;
    }
    SDL_RenderFlush(ground->renderer); /* what is to lie below */
    SDL_Rect clip = clip_of(ground), part;
    for (int i = 0; i < count; i++) {
        SDL_Rect whole = {(int)box[i].x, (int)box[i].y, (int)box[i].w, (int)box[i].h};
        if (SDL_IntersectRect(&whole, &clip, &part))
            fill_pixels(ground->surface, argb, part);
    }
}

void ground_stamp(const Ground *ground, uint32_t argb, const uint8_t *cover, SDL_Rect box) {
    SDL_RenderFlush(ground->renderer);
    SDL_Rect clip = clip_of(ground), part;
    if (!SDL_IntersectRect(&box, &clip, &part))
        return;
    Ink ink = ink_of(argb | 0xFF000000u);
    for (int y = part.y; y < part.y + part.h; y++) {
        ptrdiff_t start = (ptrdiff_t)(y - box.y) * box.w + (part.x - box.x);
        stamp_row(row_at(ground->surface, part.x, y), cover + start, &ink, part.w);
    }
}

void ground_lay(const Ground *ground, const uint32_t *argb, int pitch, int fade, SDL_Rect box) {
    SDL_RenderFlush(ground->renderer);
    SDL_Rect clip = clip_of(ground), part;
    if (!SDL_IntersectRect(&box, &clip, &part))
        return;
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint32_t *from = argb + (ptrdiff_t)(y - box.y) * pitch + (part.x - box.x);
        lay_row(row_at(ground->surface, part.x, y), from, (unsigned)(255 - fade), part.w);
    }
}

void ground_fill(const Ground *ground, uint32_t argb, SDL_Rect box) {
    ground_fill_all(ground, argb,
                    &(SDL_FRect){(float)box.x, (float)box.y, (float)box.w, (float)box.h}, 1);
}
