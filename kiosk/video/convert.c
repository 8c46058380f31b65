#include "video/convert.h"

#include <stdlib.h>
#include <string.h>

#define SD_LINES 576
#define BAND 16 /* rows */
#define ACROSS                                                                                     \
    16 /* libswscale writes so many points at once, beyond the end of a row if they are not all    \
          its own */
#define ROOM(width)                                                                                \
    (((size_t)(width) + 2 * SCALE_PAD) / SCALE_PAD *                                               \
     SCALE_PAD) /* of a row, with what may be touched behind it */

bool convert_is_709(const AVFrame *frame) {
    if (frame->colorspace == AVCOL_SPC_BT470BG || frame->colorspace == AVCOL_SPC_SMPTE170M)
        return false;
    return frame->colorspace == AVCOL_SPC_BT709 || frame->height > SD_LINES;
}

void convert_size(const AVFrame *frame, int *w, int *h) {
    AVRational pixel = frame->sample_aspect_ratio;
    *w = frame->width;
    *h = frame->height;
    if (pixel.num > 0 && pixel.den > 0)
        *w = (int)libav.av_rescale(frame->width, pixel.num, pixel.den);
    if (*w < 1 || *w > 16 * frame->width)
        *w = frame->width;
}

static uint8_t *scratch(Converter *c, size_t bytes) {
    if (c->room < bytes) {
        free(c->scratch);
        c->scratch = malloc(bytes);
        c->room = c->scratch ? bytes : 0;
    }
    return c->scratch;
}

/* ---- colours: libswscale --------------------------------------------------------------------- */

static bool ready_colours(Colours *c, const AVFrame *frame, int from_w, int from_h, int w, int h) {
    int quality = from_w == w && from_h == h ? SWS_POINT : SWS_BILINEAR;
    bool full = frame->color_range == AVCOL_RANGE_JPEG || frame->format == AV_PIX_FMT_YUVJ420P;
    int format = frame->format == AV_PIX_FMT_YUVJ420P ? AV_PIX_FMT_YUV420P : frame->format;
    struct SwsContext *scaler = libav.sws_getCachedContext(
        c->scaler, from_w, from_h, format, w, h, AV_PIX_FMT_BGR0, quality, NULL, NULL, NULL);
    if (scaler != c->scaler)
        c->matrix = 0;
    c->scaler = scaler;
    int matrix = convert_is_709(frame) ? SWS_CS_ITU709 : SWS_CS_ITU601;
    if (scaler && (c->matrix != matrix || c->full != full))
        libav.sws_setColorspaceDetails(scaler, libav.sws_getCoefficients(matrix), full,
                                       libav.sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16,
                                       1 << 16);
    c->matrix = matrix;
    c->full = full;
    return scaler != NULL;
}

/* ---- in bands: what lies between scaling and colours never leaves the processor's first caches
 * ---- */

/* `rows` rows from `top` on of the h that are wanted of a plane of `plane_h`. */
static void scale_band(const RowScale *scale, const uint8_t *plane, int pitch, int plane_h, int top,
                       int rows, int h, uint8_t *between, uint8_t *band) {
    for (int at = top; at < top + rows; at++, band += ROOM(scale->to)) {
        int64_t place = scale_place(at, plane_h, h);
        int above = (int)(place >> 16), below = above + 1 < plane_h ? above + 1 : above;
        scale_between(plane + (ptrdiff_t)above * pitch, plane + (ptrdiff_t)below * pitch,
                      (int)(place & 0xFFFF), between, scale->from);
        scale_row(scale, between, band);
    }
}

static void copy_rows(uint8_t *to, int pitch, const uint8_t *from, size_t from_pitch, int w,
                      int h) {
    for (int at = 0; at < h; at++)
        memcpy(to + (ptrdiff_t)at * pitch, from + (size_t)at * from_pitch, 4 * (size_t)w);
}

static bool convert_bands(Converter *c, const AVFrame *f, uint8_t *pixels, int pitch, int w,
                          int h) {
    int uv_w = (w + 1) / 2, uv_h = (h + 1) / 2, f_w = (f->width + 1) / 2, f_h = (f->height + 1) / 2;
    size_t y_pitch = ROOM(w), uv_pitch = ROOM(uv_w);
    uint8_t *between = scratch(c, ROOM(f->width) + BAND * 5 * y_pitch + BAND * uv_pitch);
    if (!between || !scale_prepare(&c->y, f->width, w) || !scale_prepare(&c->uv, f_w, uv_w) ||
        !ready_colours(&c->scaled, f, w, BAND, w, BAND))
        return false;
    uint8_t *y = between + ROOM(f->width), *u = y + BAND * y_pitch, *v = u + BAND / 2 * uv_pitch,
            *colours = v + BAND / 2 * uv_pitch;
    for (int top = 0; top < h; top += BAND) {
        int rows = h - top < BAND ? h - top : BAND, pairs = (rows + 1) / 2;
        scale_band(&c->y, f->data[0], f->linesize[0], f->height, top, rows, h, between, y);
        scale_band(&c->uv, f->data[1], f->linesize[1], f_h, top / 2, pairs, uv_h, between, u);
        scale_band(&c->uv, f->data[2], f->linesize[2], f_h, top / 2, pairs, uv_h, between, v);
        bool fits =
            w % ACROSS == 0 && rows % 2 == 0; /* nothing is written beside it: without a copy */
        uint8_t *out = fits ? pixels + (ptrdiff_t)top * pitch : colours;
        libav.sws_scale(c->scaled.scaler, (const uint8_t *[4]){y, u, v},
                        (int[4]){(int)y_pitch, (int)uv_pitch, (int)uv_pitch}, 0, 2 * pairs,
                        (uint8_t *[4]){out}, (int[4]){fits ? pitch : (int)(4 * y_pitch)});
        if (!fits)
            copy_rows(pixels + (ptrdiff_t)top * pitch, pitch, colours, 4 * y_pitch, w, rows);
    }
    return true;
}

/* ---- what the bands are not for: the same size, less than half of it, other kinds of points ----
 */

static bool convert_whole(Converter *c, const AVFrame *f, uint8_t *pixels, int pitch, int w,
                          int h) {
    return ready_colours(&c->whole, f, f->width, f->height, w, h) &&
           libav.sws_scale(c->whole.scaler, (const uint8_t *const *)f->data, f->linesize, 0,
                           f->height, (uint8_t *[4]){pixels}, (int[4]){pitch}) == h;
}

static bool convert_beside(Converter *c, const AVFrame *frame, uint8_t *pixels, int pitch, int w,
                           int h) {
    size_t room = 4 * ROOM(w);
    uint8_t *beside = scratch(c, room * (size_t)(h + 1));
    if (!beside || !convert_whole(c, frame, beside, (int)room, w, h))
        return false;
    copy_rows(pixels, pitch, beside, room, w, h);
    return true;
}

bool convert_parts(const AVFrame *frame) {
    return frame->format == AV_PIX_FMT_YUV420P || frame->format == AV_PIX_FMT_YUVJ420P;
}

bool convert_frame(Converter *c, const AVFrame *frame, void *pixels, int pitch, int w, int h) {
    if (w < 1 || h < 1)
        return false;
    bool even = w % ACROSS == 0 && h % 2 == 0;
    if (convert_parts(frame) && frame->width <= 2 * w && frame->height <= 2 * h &&
        !(even && frame->width == w && frame->height == h))
        return convert_bands(c, frame, pixels, pitch, w, h);
    return (even ? convert_whole : convert_beside)(c, frame, pixels, pitch, w, h);
}

bool convert_part(Converter *c, const AVFrame *frame, FramePart part, void *pixels, int pitch,
                  int w, int h) {
    AVFrame seen = *frame; /* only looked at: it owns nothing */
    seen.data[0] += (ptrdiff_t)part.y * frame->linesize[0] + part.x;
    for (int plane = 1; plane <= 2; plane++)
        seen.data[plane] += (ptrdiff_t)(part.y / 2) * frame->linesize[plane] + part.x / 2;
    seen.width = part.w;
    seen.height = part.h;
    return convert_frame(c, &seen, pixels, pitch, w, h);
}

void convert_free(Converter *c) {
    if (c->scaled.scaler)
        libav.sws_freeContext(c->scaled.scaler);
    if (c->whole.scaler)
        libav.sws_freeContext(c->whole.scaler);
    scale_free(&c->y);
    scale_free(&c->uv);
    free(c->scratch);
    *c = (Converter){0};
}
