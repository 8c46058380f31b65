#include "tools/media/photo_parts.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

static Slice copied(const void *bytes, size_t len) {
    char *copy = len ? malloc(len) : NULL;
    if (copy)
        memcpy(copy, bytes, len);
    return (Slice){copy, copy ? (int)len : 0};
}

/* ---- JPEG: in as many parts as it needs ------------------------------------------------------ */

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

static Slice profile_of_jpeg(Slice bytes) {
    struct jpeg_decompress_struct jpeg;
    JpegTrouble trouble;
    JOCTET *profile = NULL;
    unsigned len = 0;
    jpeg.err = jpeg_std_error(&trouble.base);
    trouble.base.error_exit = give_up;
    trouble.base.output_message = say_nothing;
    jpeg_create_decompress(&jpeg);
    volatile bool found = false;
    if (setjmp(trouble.out) == 0) {
        jpeg_mem_src(&jpeg, (const unsigned char *)bytes.at, (unsigned long)bytes.len);
        jpeg_save_markers(&jpeg, JPEG_APP0 + 2, 0xFFFF);
        jpeg_read_header(&jpeg, TRUE);
        found = jpeg_read_icc_profile(&jpeg, &profile, &len);
    }
    jpeg_destroy_decompress(&jpeg);
    return found ? (Slice){(const char *)profile, (int)len} : LIT("");
}

/* ---- PNG: packed, or as a few numbers -------------------------------------------------------- */

static void read_some(png_structp png, png_bytep to, png_size_t count) {
    Slice *rest = png_get_io_ptr(png);
    if (count > (size_t)rest->len)
        png_error(png, "cut");
    memcpy(to, rest->at, count);
    *rest = slice_cut(*rest, (int)count, rest->len);
}

static void png_trouble(png_structp png, png_const_charp what) {
    (void)what;
    png_longjmp(png, 1);
}

static void png_quiet(png_structp png, png_const_charp what) {
    (void)png, (void)what;
}

static Slice profile_of_png(Slice bytes) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, png_trouble, png_quiet);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    volatile Slice found = LIT("");
    if (info && setjmp(png_jmpbuf(png)) == 0) {
        png_charp name;
        png_bytep profile;
        png_uint_32 len = 0;
        int packed;
        png_set_read_fn(png, &bytes, read_some);
        png_read_info(png, info);
        if (png_get_iCCP(png, info, &name, &packed, &profile, &len) == PNG_INFO_iCCP) {
            Slice copy = copied(profile, len);
            found.at = copy.at;
            found.len = copy.len;
        }
    }
    png_destroy_read_struct(&png, &info, NULL);
    return (Slice){found.at, found.len};
}

/* ---- WebP ------------------------------------------------------------------------------------ */

static Slice profile_of_webp(Slice bytes) {
    for (Slice rest = slice_cut(bytes, 12, bytes.len); rest.len >= 8;) {
        const unsigned char *b = (const unsigned char *)rest.at;
        uint32_t len = (uint32_t)b[7] << 24 | (uint32_t)b[6] << 16 | (uint32_t)b[5] << 8 | b[4];
        if (len > (uint32_t)rest.len - 8)
            break;
        if (slice_has_prefix(rest, LIT("ICCP")))
            return copied(rest.at + 8, len);
        uint32_t step = 8 + len + (len & 1);
        rest = slice_cut(rest, step < (uint32_t)rest.len ? (int)step : rest.len, rest.len);
    }
    return LIT("");
}

Slice photo_profile(PhotoKind kind, Slice bytes) {
    if (kind == PHOTO_JPEG)
        return profile_of_jpeg(bytes);
    return kind == PHOTO_PNG ? profile_of_png(bytes) : profile_of_webp(bytes);
}
