#include "content/image.h"

#include "base/message.h"

#include <string.h>

static unsigned big_endian(const unsigned char *bytes, int count) {
    unsigned value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* ---- first bytes ----------------------------------------------------------------------------- */

static bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

static Slice past_blanks(Slice text) {
    if (slice_has_prefix(text, LIT("\xEF\xBB\xBF")))
        text = slice_cut(text, 3, text.len);
    int at = 0;
    while (at < text.len && is_blank(text.at[at]))
        at++;
    return slice_cut(text, at, text.len);
}

static ImageKind kind_of(Slice bytes) {
    if (slice_has_prefix(bytes, LIT("\x89PNG\r\n\x1A\n")))
        return IMAGE_PNG;
    if (slice_has_prefix(bytes, LIT("\xFF\xD8\xFF")))
        return IMAGE_JPEG;
    Slice text = past_blanks(bytes);
    bool svg = slice_has_prefix(text, LIT("<svg")) || slice_has_prefix(text, LIT("<?xml")) ||
               slice_has_prefix(text, LIT("<!--")) || slice_has_prefix(text, LIT("<!DOCTYPE svg"));
    return svg ? IMAGE_SVG : IMAGE_NONE;
}

/* ---- sizes ----------------------------------------------------------------------------------- */

static ImageError take_size(Image *image, unsigned width, unsigned height) {
    if (!width || !height)
        return IMAGE_CUT;
    if (width > IMAGE_PIXELS_MAX || height > IMAGE_PIXELS_MAX || width > IMAGE_PIXELS_MAX / height)
        return IMAGE_LARGE;
    image->width = (int)width;
    image->height = (int)height;
    return IMAGE_FINE;
}

/* The header must be the first chunk (PNG specification, 5.6). */
static ImageError look_png(Slice bytes, Image *image) {
    const unsigned char *at = (const unsigned char *)bytes.at;
    if (bytes.len < 33 || memcmp(at + 12, "IHDR", 4) != 0)
        return IMAGE_CUT;
    return take_size(image, big_endian(at + 16, 4), big_endian(at + 20, 4));
}

/* Start of frame, of any coding (ITU T.81, table B.1); C4, C8 and CC are tables. */
static bool is_frame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool has_no_length(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/* From marker to marker until the frame says its size. */
static ImageError look_jpeg(Slice bytes, Image *image) {
    const unsigned char *b = (const unsigned char *)bytes.at;
    for (int at = 2; at + 9 < bytes.len;) {
        if (b[at] != 0xFF)
            return IMAGE_CUT;
        int marker = b[at + 1];
        if (marker == 0xFF || has_no_length(marker)) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        if (is_frame(marker))
            return take_size(image, big_endian(b + at + 7, 2), big_endian(b + at + 5, 2));
        if (marker == 0xD9 || marker == 0xDA)
            return IMAGE_CUT;
        at += 2 + (int)big_endian(b + at + 2, 2);
    }
    return IMAGE_CUT;
}

static ImageError look_inside(Slice bytes, Image *image) {
    switch (image->kind) {
    case IMAGE_PNG:
        return look_png(bytes, image);
    case IMAGE_JPEG:
        return look_jpeg(bytes, image);
    case IMAGE_SVG:
        return image_look_svg(bytes, image);
    case IMAGE_NONE:
        break;
    }
    return IMAGE_UNKNOWN;
}

ImageError image_look(Slice bytes, Image *image) {
    *image = (Image){.kind = kind_of(bytes), .line = 1};
    ImageError error = look_inside(bytes, image);
    if (error)
        return error;
    if (image->width > IMAGE_PIXELS_MAX / image->height)
        return IMAGE_LARGE;
    bool narrow =
        image->width / IMAGE_LONG > image->height || image->height / IMAGE_LONG > image->width;
    return narrow ? IMAGE_NARROW : IMAGE_FINE;
}

const char *image_error_text(ImageError error) {
    static const char *const WORDS[IMAGE_ERROR_COUNT] = {
        [IMAGE_FINE] = MESSAGE("it is fine"),
        [IMAGE_UNKNOWN] = MESSAGE("it is neither PNG nor JPEG nor SVG"),
        [IMAGE_CUT] = MESSAGE("it does not say its size"),
        [IMAGE_MALFORMED] = MESSAGE("it is not a well-formed drawing"),
        [IMAGE_NO_VIEWBOX] = MESSAGE("it has no viewBox"),
        [IMAGE_LARGE] = MESSAGE("it is larger than 16 megapixels"),
        [IMAGE_NARROW] = MESSAGE("it is more than 8 times longer than wide"),
        [IMAGE_POINTS] = MESSAGE("it has too many points"),
        [IMAGE_DASHES] = MESSAGE("it has too many dashes"),
        [IMAGE_NUMBERS] = MESSAGE("it has a number out of range"),
        [IMAGE_DEEP] = MESSAGE("it is nested too deeply"),
    };
    return message(WORDS[error]);
}
