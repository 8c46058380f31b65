#include "platform/video/video_view.h"

#include "base/log.h"
#include "video/decoder.h"
#include "platform/video/speaker.h"

#include <stdlib.h>

#define HAIR 2 /* pixels: so little is stretched rather than left black beside the picture */

/* One clip of the pack as a source of bytes. */
typedef struct ClipBytes {
    Chunks *chunks;
    int clip;
} ClipBytes;

struct VideoView {
    SDL_Renderer *renderer;
    bool headless, software;
    Decoder *decoder;
    Speaker *speaker;
    Uint32 event;
    ClipBytes *bytes;
    VideoSource *source;
    char (*name)[64];
    int64_t now_us; /* headless */
    FrameInfo due;
    bool aloud; /* what is wished for shall be heard */
    SDL_Texture *texture;
    unsigned painted; /* the number of the picture in the texture */
    Uint32 format;
    int w, h; /* of the texture */
};

/* ---- beginning and end ----------------------------------------------------------------------- */

static int read_clip(void *self, int64_t offset, void *to, int count) {
    ClipBytes *bytes = self;
    return bytes->chunks ? chunks_read(bytes->chunks, bytes->clip, offset, to, count) : -1;
}

static int64_t now_us(const VideoView *c) {
    if (c->headless)
        return c->now_us;
    double ticks = (double)SDL_GetPerformanceCounter(),
           each = (double)SDL_GetPerformanceFrequency();
    return (int64_t)(ticks / each * 1e6);
}

static void fill(void *self, float *stereo, int frames) {
    VideoView *c = self;
    decoder_mix(c->decoder, stereo, frames, now_us(c));
}

static void wake(void *self) {
    VideoView *c = self;
    SDL_PushEvent(&(SDL_Event){.type = c->event});
}

static void load_sources(VideoView *c, const Pack *pack, Chunks *chunks) {
    size_t count = pack ? (size_t)pack->film_count : 0;
    c->bytes = calloc(count + 1, sizeof *c->bytes);
    c->source = calloc(count + 1, sizeof *c->source);
    c->name = calloc(count + 1, sizeof *c->name);
    if (!c->bytes || !c->source || !c->name)
        abort();
    for (size_t i = 0; i < count; i++) {
        const Clip *clip = &pack->clip[i];
        c->bytes[i] = (ClipBytes){chunks, (int)i};
        SDL_snprintf(c->name[i], sizeof c->name[i], SLICE_FMT, SLICE_ARG(clip->id));
        c->source[i] =
            (VideoSource){c->name[i], {&c->bytes[i], clip->bytes, read_clip}, clip->duration};
    }
}

VideoView *video_view_open(VideoViewSpec spec) {
    VideoView *c = calloc(1, sizeof *c);
    if (!c)
        abort();
    SDL_RendererInfo info;
    c->renderer = spec.renderer;
    c->headless = spec.headless;
    c->software =
        SDL_GetRendererInfo(spec.renderer, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    c->event = spec.headless ? 0 : SDL_RegisterEvents(1);
    c->due.clip = VIDEO_NO_CLIP;
    load_sources(c, spec.pack, spec.chunks);
    c->decoder = decoder_open((DecoderSpec){.source = c->source,
                                            .source_count = spec.pack ? spec.pack->film_count : 0,
                                            .headless = spec.headless,
                                            .sound_delay_ms = spec.sound_delay_ms,
                                            .wake = spec.headless ? NULL : wake,
                                            .self = c});
    if (!spec.headless && !spec.silent && spec.pack && spec.pack->clip_count)
        c->speaker = speaker_open(fill, c);
    return c;
}

void video_view_forget(VideoView *c) {
    if (c->texture)
        SDL_DestroyTexture(c->texture);
    c->texture = NULL;
    c->painted = 0;
}

void video_view_close(VideoView *c) {
    if (!c)
        return;
    speaker_close(c->speaker);
    decoder_close(c->decoder);
    video_view_forget(c);
    free(c->bytes);
    free(c->source);
    free(c->name);
    free(c);
}

void video_view_set_time(VideoView *c, Millis now) {
    c->now_us = now * 1000;
}

void video_view_rest(VideoView *c) {
    speaker_rest(c->speaker);
}

Uint32 video_view_event(const VideoView *c) {
    return c->event;
}

/* ---- following the page ---------------------------------------------------------------------- */

void video_view_follow(VideoView *c, VideoWish wish) {
    if (wish.clip == VIDEO_NO_CLIP)
        video_view_forget(c);
    c->aloud = wish.percent > 0;
    decoder_wish(c->decoder, wish, now_us(c));
}

VideoReport video_view_report(VideoView *c) {
    VideoReport report = decoder_report(c->decoder, now_us(c));
    speaker_play(c->speaker, video_plays(report), c->aloud);
    return report;
}

unsigned video_view_due(VideoView *c, int clip) {
    c->due = decoder_due(c->decoder, now_us(c));
    return c->due.clip == clip ? c->due.number : 0;
}

int video_view_wait(VideoView *c) {
    return decoder_wait(c->decoder, now_us(c));
}

int video_view_dropped(const VideoView *c) {
    return decoder_dropped(c->decoder);
}

/* ---- painting -------------------------------------------------------------------------------- */

/* Where in a box a clip of this page lies: all over it, or whole with black around it. */
static Box place_of(const VideoView *c, VideoFit fit, Box box) {
    if (c->due.w < 1 || c->due.h < 1 || fit.covers)
        return box;
    int64_t across = (int64_t)box.h * c->due.w, down = (int64_t)box.w * c->due.h;
    int w = across < down ? (int)(across / c->due.h) : box.w,
        h = across < down ? box.h : (int)(down / c->due.w);
    w = box.w - w <= HAIR ? box.w : w;
    h = box.h - h <= HAIR ? box.h : h;
    return (Box){box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h};
}

static bool ready_texture(VideoView *c, Uint32 format, int w, int h) {
    if (c->texture && c->format == format && c->w == w && c->h == h)
        return true;
    video_view_forget(c);
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
static bool upload_planes(VideoView *c) {
    Planes p;
    if (c->software || !decoder_planes(c->decoder, &p) ||
        !ready_texture(c, SDL_PIXELFORMAT_IYUV, p.w, p.h))
        return false;
    SDL_SetYUVConversionMode(p.bt709 ? SDL_YUV_CONVERSION_BT709 : SDL_YUV_CONVERSION_BT601);
    return SDL_UpdateYUVTexture(c->texture, NULL, p.y, p.y_pitch, p.u, p.u_pitch, p.v, p.v_pitch) ==
           0;
}

static bool upload_pixels(VideoView *c, FramePart part, int w, int h) {
    void *pixels;
    int pitch;
    if (!ready_texture(c, SDL_PIXELFORMAT_ARGB8888, w, h) ||
        SDL_LockTexture(c->texture, NULL, &pixels, &pitch) != 0)
        return false;
    bool good = decoder_paint_part(c->decoder, part, pixels, pitch, w, h);
    SDL_UnlockTexture(c->texture);
    return good;
}

bool video_view_draw(VideoView *c, VideoFit fit, Box box) {
    Box at = place_of(c, fit, box);
    FramePart part = decoder_part(c->decoder, fit, at.w, at.h);
    bool there = c->texture && c->painted == c->due.number &&
                 (c->format == SDL_PIXELFORMAT_IYUV || (c->w == at.w && c->h == at.h));
    if (!there && !upload_planes(c) && !upload_pixels(c, part, at.w, at.h))
        return false;
    c->painted = c->due.number;
    bool planes = c->format == SDL_PIXELFORMAT_IYUV; /* all of the picture, else only its part */
    return SDL_RenderCopy(c->renderer, c->texture,
                          planes ? &(SDL_Rect){part.x, part.y, part.w, part.h} : NULL,
                          &(SDL_Rect){at.x, at.y, at.w, at.h}) == 0;
}

bool video_view_paint(VideoView *c, VideoFit fit, Box box, SDL_Surface *surface) {
    Box at = place_of(c, fit, box);
    bool fits = box_within(at, (Box){0, 0, surface->w, surface->h}) &&
                surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0xFF0000 &&
                !SDL_MUSTLOCK(surface);
    uint8_t *pixels =
        (uint8_t *)surface->pixels + (size_t)at.y * (size_t)surface->pitch + (size_t)at.x * 4;
    return fits && decoder_paint_part(c->decoder, decoder_part(c->decoder, fit, at.w, at.h), pixels,
                                      surface->pitch, at.w, at.h);
}
