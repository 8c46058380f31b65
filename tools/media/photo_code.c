#include "tools/media/photo_parts.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <webp/decode.h>

/* ---- JPEG ------------------------------------------------------------------------------------ */

typedef struct JpegTrouble {
    struct jpeg_error_mgr base;
    jmp_buf out;
} JpegTrouble;

static void give_up(j_common_ptr jpeg) {
    longjmp(((JpegTrouble *)jpeg->err)->out, 1);
}

static void say_nothing(j_common_ptr jpeg) {
    (void)jpeg;
}

static struct jpeg_error_mgr *quiet(JpegTrouble *trouble) {
    struct jpeg_error_mgr *base = jpeg_std_error(&trouble->base);
    base->error_exit = give_up;
    base->output_message = say_nothing;
    return base;
}

/* Four inks become three lights; Adobe writes how little ink there is. */
static void mix_inks(const uint8_t *row, int width, bool inverted, uint8_t *out) {
    for (int x = 0; x < width; x++, row += 4, out += 4) {
        int black = inverted ? row[3] : 255 - row[3];
        for (int c = 0; c < 3; c++)
            out[c] = (uint8_t)(((inverted ? row[c] : 255 - row[c]) * black + 127) / 255);
        out[3] = 255;
    }
}

/* The decoder itself halves what is more than twice as large as needed. */
static int eighths(int longest, int side) {
    int scale = 8;
    while (scale > 1 && (int64_t)longest * (scale / 2) >= (int64_t)side * 8)
        scale /= 2;
    return scale;
}

static void begin_jpeg(struct jpeg_decompress_struct *jpeg, Slice bytes, int side) {
    jpeg_mem_src(jpeg, (const unsigned char *)bytes.at, (unsigned long)bytes.len);
    jpeg_read_header(jpeg, TRUE);
    unsigned longest =
        jpeg->image_width > jpeg->image_height ? jpeg->image_width : jpeg->image_height;
    jpeg->scale_num = (unsigned)eighths((int)longest, side);
    jpeg->scale_denom = 8;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->out_color_space = jpeg->num_components == 4 ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(jpeg);
}

static void mix_row(const struct jpeg_decompress_struct *jpeg, const Colours *colours,
                    const uint8_t *inks, uint8_t *out) {
    if (colours->way)
        colours_mix(colours, inks, jpeg->saw_Adobe_marker, out, (int)jpeg->output_width);
    else
        mix_inks(inks, (int)jpeg->output_width, jpeg->saw_Adobe_marker, out);
}

static void read_rows(struct jpeg_decompress_struct *jpeg, const Colours *colours,
                      const Pixels *pixels, uint8_t *inks) {
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *out = pixels->at + (size_t)jpeg->output_scanline * (size_t)pixels->w * 4;
        uint8_t *row = jpeg->num_components == 4 ? inks : out;
        jpeg_read_scanlines(jpeg, &row, 1);
        if (jpeg->num_components == 4)
            mix_row(jpeg, colours, inks, out);
    }
}

/* A profile for inks says nothing of lights, nor the other way round. */
static void leave_foreign(Colours *colours, bool inks) {
    if (!colours->way || (colours->inks == 4) == inks)
        return;
    colours_close(colours);
    colours->odd = true;
}

static bool decode_jpeg(Slice bytes, int side, Colours *colours, Pixels *pixels) {
    struct jpeg_decompress_struct jpeg;
    JpegTrouble trouble;
    uint8_t *volatile inks = NULL;
    jpeg.err = quiet(&trouble);
    jpeg_create_decompress(&jpeg);
    bool good = false;
    if (setjmp(trouble.out) == 0) {
        begin_jpeg(&jpeg, bytes, side);
        leave_foreign(colours, jpeg.num_components == 4);
        *pixels = (Pixels){(int)jpeg.output_width, (int)jpeg.output_height, NULL};
        pixels->at = malloc((size_t)pixels->w * (size_t)pixels->h * 4);
        inks = malloc((size_t)pixels->w * 4);
        if (pixels->at && inks)
            read_rows(&jpeg, colours, pixels, inks);
        good = pixels->at && inks;
    }
    free(inks);
    jpeg_destroy_decompress(&jpeg);
    return good;
}

static size_t encode_jpeg(const Pixels *pixels, int quality, char *out, size_t room) {
    struct jpeg_compress_struct jpeg;
    JpegTrouble trouble;
    unsigned char *to = (unsigned char *)out;
    unsigned long len = room;
    jpeg.err = quiet(&trouble);
    jpeg_create_compress(&jpeg);
    volatile bool good = false;
    if (setjmp(trouble.out) == 0) {
        jpeg_mem_dest(&jpeg, &to, &len);
        jpeg.image_width = (JDIMENSION)pixels->w;
        jpeg.image_height = (JDIMENSION)pixels->h;
        jpeg.input_components = 4;
        jpeg.in_color_space = JCS_EXT_RGBA;
        jpeg_set_defaults(&jpeg);
        jpeg_set_quality(&jpeg, quality, TRUE);
        jpeg.optimize_coding = TRUE;
        jpeg.dct_method = JDCT_ISLOW;
        jpeg_start_compress(&jpeg, TRUE);
        while (jpeg.next_scanline < jpeg.image_height) {
            uint8_t *row = pixels->at + (size_t)jpeg.next_scanline * (size_t)pixels->w * 4;
            jpeg_write_scanlines(&jpeg, &row, 1);
        }
        jpeg_finish_compress(&jpeg);
        good = to == (unsigned char *)out; /* else it needed more room and took it elsewhere */
    }
    jpeg_destroy_compress(&jpeg);
    return good ? len : 0;
}

/* ---- PNG ------------------------------------------------------------------------------------- */

/* libpng makes sRGB of what only says its gamma; with a profile it is given the bare points. */
static Slice bare_png(Slice bytes, const Colours *colours, char **memory) {
    *memory = colours->way ? malloc((size_t)bytes.len) : NULL;
    return *memory ? (Slice){*memory, photo_strip(PHOTO_PNG, bytes, *memory)} : bytes;
}

static bool decode_bare_png(Slice bytes, Pixels *pixels) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes.at, (size_t)bytes.len))
        return false;
    image.format = PNG_FORMAT_RGBA;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    *pixels = (Pixels){(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    bool good = pixels->at && png_image_finish_read(&image, NULL, pixels->at, 0, NULL);
    png_image_free(&image);
    return good;
}

static bool decode_png(Slice bytes, Colours *colours, Pixels *pixels) {
    char *memory;
    leave_foreign(colours, false);
    bool good = decode_bare_png(bare_png(bytes, colours, &memory), pixels);
    free(memory);
    return good;
}

static size_t encode_png(const Pixels *pixels, char *out, size_t room) {
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)pixels->w,
                       .height = (png_uint_32)pixels->h,
                       .format = PNG_FORMAT_RGBA};
    size_t len = room;
    bool good = png_image_write_to_memory(&image, out, &len, 0, pixels->at, 0, NULL);
    return good && len <= room ? len : 0;
}

/* ---- WebP ------------------------------------------------------------------------------------ */

static bool decode_webp(Slice bytes, Colours *colours, Pixels *pixels) {
    leave_foreign(colours, false);
    pixels->at =
        WebPDecodeRGBA((const uint8_t *)bytes.at, (size_t)bytes.len, &pixels->w, &pixels->h);
    return pixels->at != NULL;
}

/* ---- any ------------------------------------------------------------------------------------- */

bool photo_decode(PhotoKind kind, Slice bytes, int side, Colours *colours, Pixels *pixels) {
    if (kind == PHOTO_JPEG)
        return decode_jpeg(bytes, side, colours, pixels);
    return kind == PHOTO_PNG ? decode_png(bytes, colours, pixels)
                             : decode_webp(bytes, colours, pixels);
}

size_t photo_encode(PhotoKind kind, const Pixels *pixels, int quality, char *out, size_t room) {
    return kind == PHOTO_PNG ? encode_png(pixels, out, room)
                             : encode_jpeg(pixels, quality, out, room);
}
