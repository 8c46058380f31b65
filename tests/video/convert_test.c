/* Pictures of a film as pixels of the glass: against the formulas of ITU-R BT.601 and BT.709 in
 * floating point, at every size. */
#include "video/convert.h"

#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OFF 5 /* levels of 255: the colour planes are rounded three times, and count double */

static int setup(void **state) {
    Error error;
    (void)state;
    return libav_load(&error) ? 0 : -1;
}

static AVFrame *frame_of(int format, int w, int h) {
    AVFrame *frame = av_frame_alloc();
    frame->format = format;
    frame->width = w;
    frame->height = h;
    assert_int_equal(av_frame_get_buffer(frame, 0), 0);
    return frame;
}

/* Soft slopes, so that a picture scaled rightly is the same slopes. */
static double slope(int plane, double x, double y) {
    return plane == 0   ? 40 + 150 * x + 30 * y
           : plane == 1 ? 90 + 60 * y + 20 * x
                        : 170 - 70 * x + 10 * y;
}

static void paint_slopes(AVFrame *frame) {
    for (int p = 0; p < 3; p++) {
        int w = p ? (frame->width + 1) / 2 : frame->width,
            h = p ? (frame->height + 1) / 2 : frame->height;
        for (int y = 0; y < h; y++)
            for (int x = 0; x < w; x++)
                frame->data[p][y * frame->linesize[p] + x] =
                    (uint8_t)lround(slope(p, (x + 0.5) / w, (y + 0.5) / h));
    }
}

static int clamp(double v) {
    return v < 0 ? 0 : v > 255 ? 255 : (int)lround(v);
}

static void expect_colour(const char *what, uint32_t got, double y, double u, double v, double kr,
                          double kb, bool full, int at_x, int at_y) {
    double luma = full ? y / 255 : (y - 16) / 219, scale = full ? 255 : 224, cb = (u - 128) / scale,
           cr = (v - 128) / scale;
    double r = luma + 2 * (1 - kr) * cr, b = luma + 2 * (1 - kb) * cb,
           g = (luma - kr * r - kb * b) / (1 - kr - kb);
    int want[3] = {clamp(r * 255), clamp(g * 255), clamp(b * 255)};
    for (int i = 0; i < 3; i++) {
        int is = (int)(got >> (16 - 8 * i) & 255);
        if (abs(is - want[i]) > OFF)
            fail_msg("%s, at %d,%d: %06X instead of %02X%02X%02X", what, at_x, at_y, got & 0xFFFFFF,
                     want[0], want[1], want[2]);
    }
}

static void check(AVFrame *frame, int w, int h, double kr, double kb, bool full) {
    Converter converter = {0};
    char what[64];
    snprintf(what, sizeof what, "%dx%d as %dx%d", frame->width, frame->height, w, h);
    int pitch = w * 4 + 64; /* a window's row may be longer than the picture */
    uint8_t *pixels = malloc((size_t)(pitch * h));
    memset(pixels, 0x5A, (size_t)(pitch * h));
    paint_slopes(frame);
    assert_true(convert_frame(&converter, frame, pixels, pitch, w, h));
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            uint32_t got;
            memcpy(&got, pixels + y * pitch + 4 * x, 4);
            double sx = (x + 0.5) / w, sy = (y + 0.5) / h, cx = (x / 2 + 0.5) / ((w + 1) / 2),
                   cy = (y / 2 + 0.5) / ((h + 1) / 2);
            expect_colour(what, got, slope(0, sx, sy), slope(1, cx, cy), slope(2, cx, cy), kr, kb,
                          full, x, y);
        }
        for (int i = w * 4; i < pitch; i++) /* nothing beside the picture is touched */
            if (pixels[y * pitch + i] != 0x5A)
                fail_msg("%dx%d: byte %d of row %d is touched", w, h, i, y);
    }
    free(pixels);
    convert_free(&converter);
}

static void test_true_at_every_size(void **state) {
    (void)state;
    static const int SIZES[][2] = {{320, 180}, {224, 126}, {224, 112}, {208, 117},
                                   {216, 122}, {208, 116}, {213, 120}, {214, 121},
                                   {160, 90},  {400, 226}, {320, 100}, {184, 180}};
    AVFrame *frame = frame_of(AV_PIX_FMT_YUV420P, 320, 180),
            *odd = frame_of(AV_PIX_FMT_YUV420P, 321, 181);
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        check(frame, SIZES[i][0], SIZES[i][1], 0.299, 0.114, false);
        check(odd, SIZES[i][0], SIZES[i][1], 0.299, 0.114, false);
    }
    av_frame_free(&frame);
    av_frame_free(&odd);
}

static void test_true_in_every_colour_space(void **state) {
    (void)state;
    AVFrame *frame = frame_of(AV_PIX_FMT_YUV420P, 128, 96),
            *full = frame_of(AV_PIX_FMT_YUVJ420P, 128, 96);
    AVFrame *large = frame_of(AV_PIX_FMT_YUV420P, 128, 720);
    frame->colorspace = full->colorspace = AVCOL_SPC_BT709;
    check(frame, 96, 72, 0.2126, 0.0722, false);
    check(full, 96, 72, 0.2126, 0.0722, true);
    frame->color_range = AVCOL_RANGE_JPEG;
    check(frame, 96, 72, 0.2126, 0.0722, true);
    frame->colorspace = AVCOL_SPC_SMPTE170M;
    check(frame, 96, 72, 0.299, 0.114, true);
    check(large, 96, 540, 0.2126, 0.0722, false); /* untagged and high: BT.709 */
    large->colorspace = AVCOL_SPC_BT470BG;
    check(large, 96, 540, 0.299, 0.114, false);
    av_frame_free(&frame);
    av_frame_free(&full);
    av_frame_free(&large);
}

/* azimut-pack refuses such films; one that comes all the same is shown rightly. */
static void test_other_kinds_of_points(void **state) {
    (void)state;
    Converter converter = {0};
    static uint32_t pixels[48 * 32];
    AVFrame *ten = frame_of(AV_PIX_FMT_YUV420P10, 64, 64),
            *grey = frame_of(AV_PIX_FMT_GRAY8, 64, 64);
    for (int p = 0; p < 3; p++)
        for (int i = 0; i < ten->linesize[p] / 2 * (p ? 32 : 64); i++)
            ((uint16_t *)(void *)ten->data[p])[i] = 512;
    memset(grey->data[0], 128, (size_t)grey->linesize[0] * 64);
    assert_true(convert_frame(&converter, ten, pixels, 48 * 4, 48, 32));
    expect_colour("ten bits", pixels[48 * 16 + 24], 128, 128, 128, 0.299, 0.114, false, 24, 16);
    assert_true(convert_frame(&converter, grey, pixels, 48 * 4, 48, 32));
    assert_false(convert_frame(&converter, grey, pixels, 4, 0, 1));
    assert_false(convert_frame(&converter, grey, pixels, 4, 1, -1));
    convert_free(&converter);
    av_frame_free(&ten);
    av_frame_free(&grey);
}

static void test_anamorphic_points_are_made_square(void **state) {
    (void)state;
    AVFrame *frame = frame_of(AV_PIX_FMT_YUV420P, 720, 576);
    int w, h;
    frame->sample_aspect_ratio = (AVRational){64, 45};
    convert_size(frame, &w, &h);
    assert_int_equal(w, 1024);
    assert_int_equal(h, 576);
    frame->sample_aspect_ratio = (AVRational){1000, 1}; /* nonsense */
    convert_size(frame, &w, &h);
    assert_int_equal(w, 720);
    av_frame_free(&frame);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_true_at_every_size),
        cmocka_unit_test(test_true_in_every_colour_space),
        cmocka_unit_test(test_other_kinds_of_points),
        cmocka_unit_test(test_anamorphic_points_are_made_square),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
