#include "media/convert.h"

#define SD_LINES 576

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
        *w = (int)av_rescale(frame->width, pixel.num, pixel.den);
    if (*w < 1 || *w > 16 * frame->width)
        *w = frame->width;
}

/* The same size needs no filter; else two neighbours are enough at the distance of a kiosk. */
static int quality(const AVFrame *frame, int w, int h) {
    return frame->width == w && frame->height == h ? SWS_POINT : SWS_BILINEAR;
}

static void set_colours(Converter *c, const AVFrame *frame) {
    int matrix = convert_is_709(frame) ? SWS_CS_ITU709 : SWS_CS_ITU601, full = frame->color_range == AVCOL_RANGE_JPEG;
    if (c->matrix == matrix && c->full == full)
        return;
    sws_setColorspaceDetails(c->scaler, sws_getCoefficients(matrix), full, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16,
                             1 << 16);
    c->matrix = matrix;
    c->full = full;
}

bool convert_frame(Converter *c, const AVFrame *frame, void *pixels, int pitch, int w, int h) {
    struct SwsContext *scaler =
        sws_getCachedContext(c->scaler, frame->width, frame->height, frame->format, w, h, AV_PIX_FMT_BGR0,
                             quality(frame, w, h), NULL, NULL, NULL);
    if (scaler != c->scaler)
        c->matrix = 0;
    c->scaler = scaler;
    if (!scaler)
        return false;
    set_colours(c, frame);
    uint8_t *rows[4] = {pixels};
    int pitches[4] = {pitch};
    return sws_scale(scaler, (const uint8_t *const *)frame->data, frame->linesize, 0, frame->height, rows, pitches) == h;
}

void convert_free(Converter *c) {
    sws_freeContext(c->scaler);
    *c = (Converter){0};
}
