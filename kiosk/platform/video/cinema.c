#include "platform/video/cinema.h"

#include "base/log.h"
#include "video/projector.h"
#include "platform/video/speaker.h"

#include <stdlib.h>

#define HAIR 2 /* pixels: so little is stretched rather than left black beside the picture */

/* One clip of the pack as a source of bytes. */
typedef struct Spool {
    Chunks *chunks;
    int clip;
} Spool;

struct Cinema {
    SDL_Renderer *renderer;
    bool twin, software;
    Projector *projector;
    Speaker *speaker;
    Uint32 event;
    Spool *spool;
    Reel *reel;
    char (*name)[64];
    int64_t now_us; /* the twin's */
    Picturing due;
    bool aloud; /* what is wished for shall be heard */
    SDL_Texture *texture;
    unsigned painted; /* the number of the picture in the texture */
    Uint32 format;
    int w, h; /* of the texture */
};

/* ---- beginning and end ----------------------------------------------------------------------- */

static int read_spool(void *self, int64_t offset, void *to, int count) {
    Spool *spool = self;
    return spool->chunks ? chunks_read(spool->chunks, spool->clip, offset, to, count) : -1;
}

static int64_t now_us(const Cinema *c) {
    if (c->twin)
        return c->now_us;
    double ticks = (double)SDL_GetPerformanceCounter(),
           each = (double)SDL_GetPerformanceFrequency();
    return (int64_t)(ticks / each * 1e6);
}

static void fill(void *self, float *stereo, int frames) {
    Cinema *c = self;
    projector_mix(c->projector, stereo, frames, now_us(c));
}

static void wake(void *self) {
    Cinema *c = self;
    SDL_PushEvent(&(SDL_Event){.type = c->event});
}

static void load_reels(Cinema *c, const Pack *pack, Chunks *chunks) {
    size_t count = pack ? (size_t)pack->clip_count : 0;
    c->spool = calloc(count + 1, sizeof *c->spool);
    c->reel = calloc(count + 1, sizeof *c->reel);
    c->name = calloc(count + 1, sizeof *c->name);
    if (!c->spool || !c->reel || !c->name)
        abort();
    for (size_t i = 0; i < count; i++) {
        const Clip *clip = &pack->clip[i];
        c->spool[i] = (Spool){chunks, (int)i};
        SDL_snprintf(c->name[i], sizeof c->name[i], SLICE_FMT, SLICE_ARG(clip->id));
        c->reel[i] = (Reel){c->name[i], {&c->spool[i], clip->bytes, read_spool}, clip->duration};
    }
}

Cinema *cinema_open(CinemaSpec spec) {
    Cinema *c = calloc(1, sizeof *c);
    if (!c)
        abort();
    SDL_RendererInfo info;
    c->renderer = spec.renderer;
    c->twin = spec.twin;
    c->software =
        SDL_GetRendererInfo(spec.renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    c->event = spec.twin ? 0 : SDL_RegisterEvents(1);
    c->due.clip = FILM_NO_CLIP;
    load_reels(c, spec.pack, spec.chunks);
    c->projector =
        projector_open((ProjectorSpec){.reel = c->reel,
                                       .reel_count = spec.pack ? spec.pack->clip_count : 0,
                                       .twin = spec.twin,
                                       .sound_delay_ms = spec.sound_delay_ms,
                                       .wake = spec.twin ? NULL : wake,
                                       .self = c});
    if (!spec.twin && spec.pack && spec.pack->clip_count)
        c->speaker = speaker_open(fill, c);
    return c;
}

void cinema_forget(Cinema *c) {
    if (c->texture)
        SDL_DestroyTexture(c->texture);
    c->texture = NULL;
    c->painted = 0;
}

void cinema_close(Cinema *c) {
    if (!c)
        return;
    speaker_close(c->speaker);
    projector_close(c->projector);
    cinema_forget(c);
    free(c->spool);
    free(c->reel);
    free(c->name);
    free(c);
}

void cinema_pass(Cinema *c, Millis now) {
    c->now_us = now * 1000;
}

void cinema_rest(Cinema *c) {
    speaker_rest(c->speaker);
}

Uint32 cinema_event(const Cinema *c) {
    return c->event;
}

/* ---- following the page ---------------------------------------------------------------------- */

void cinema_follow(Cinema *c, const Page *page) {
    FilmWish wish = page_film_wish(page);
    if (wish.clip == FILM_NO_CLIP)
        cinema_forget(c);
    c->aloud = wish.percent > 0;
    projector_wish(c->projector, wish, now_us(c));
}

FilmReport cinema_report(Cinema *c) {
    FilmReport report = projector_report(c->projector, now_us(c));
    speaker_play(c->speaker, film_plays(report), c->aloud);
    return report;
}

unsigned cinema_due(Cinema *c, int clip) {
    c->due = projector_due(c->projector, now_us(c));
    return c->due.clip == clip ? c->due.number : 0;
}

int cinema_wait(Cinema *c) {
    return projector_wait(c->projector, now_us(c));
}

int cinema_dropped(const Cinema *c) {
    return projector_dropped(c->projector);
}

/* ---- painting -------------------------------------------------------------------------------- */

/* Where in a box a clip of this page lies whole, black around it. */
static Box place_of(const Cinema *c, Box box) {
    if (c->due.w < 1 || c->due.h < 1)
        return box;
    int64_t across = (int64_t)box.h * c->due.w, down = (int64_t)box.w * c->due.h;
    int w = across < down ? (int)(across / c->due.h) : box.w,
        h = across < down ? box.h : (int)(down / c->due.w);
    w = box.w - w <= HAIR ? box.w : w;
    h = box.h - h <= HAIR ? box.h : h;
    return (Box){box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h};
}

static bool ready_texture(Cinema *c, Uint32 format, int w, int h) {
    if (c->texture && c->format == format && c->w == w && c->h == h)
        return true;
    cinema_forget(c);
    c->texture = SDL_CreateTexture(c->renderer, format, SDL_TEXTUREACCESS_STREAMING, w, h);
    if (!c->texture)
        return false;
    SDL_SetTextureBlendMode(c->texture, SDL_BLENDMODE_NONE);
    c->format = format;
    c->w = w;
    c->h = h;
    return true;
}

/* A GPU turns planes into colours and scales them for nothing; SDL's switch for the colours is a
 * global one. */
static bool upload_planes(Cinema *c) {
    Planes p;
    if (c->software || !projector_planes(c->projector, &p) ||
        !ready_texture(c, SDL_PIXELFORMAT_IYUV, p.w, p.h))
        return false;
    SDL_SetYUVConversionMode(p.bt709 ? SDL_YUV_CONVERSION_BT709 : SDL_YUV_CONVERSION_BT601);
    return SDL_UpdateYUVTexture(c->texture, NULL, p.y, p.y_pitch, p.u, p.u_pitch, p.v, p.v_pitch) ==
           0;
}

static bool upload_pixels(Cinema *c, int w, int h) {
    void *pixels;
    int pitch;
    if (!ready_texture(c, SDL_PIXELFORMAT_ARGB8888, w, h) ||
        SDL_LockTexture(c->texture, NULL, &pixels, &pitch) != 0)
        return false;
    bool good = projector_paint(c->projector, pixels, pitch, w, h);
    SDL_UnlockTexture(c->texture);
    return good;
}

bool cinema_draw(Cinema *c, Box box) {
    Box at = place_of(c, box);
    bool there = c->texture && c->painted == c->due.number &&
                 (c->format == SDL_PIXELFORMAT_IYUV || (c->w == at.w && c->h == at.h));
    if (!there && !upload_planes(c) && !upload_pixels(c, at.w, at.h))
        return false;
    c->painted = c->due.number;
    return SDL_RenderCopy(c->renderer, c->texture, NULL, &(SDL_Rect){at.x, at.y, at.w, at.h}) == 0;
}

bool cinema_paint(Cinema *c, Box box, SDL_Surface *surface) {
    Box at = place_of(c, box);
    bool fits = box_within(at, (Box){0, 0, surface->w, surface->h}) &&
                surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0xFF0000 &&
                !SDL_MUSTLOCK(surface);
    uint8_t *pixels =
        (uint8_t *)surface->pixels + (size_t)at.y * (size_t)surface->pitch + (size_t)at.x * 4;
    return fits && projector_paint(c->projector, pixels, surface->pitch, at.w, at.h);
}
