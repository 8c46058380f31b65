#include "tools/media/photo_parts.h"

#include <string.h>

/* ---- numbers --------------------------------------------------------------------------------- */

static unsigned number_at(Slice bytes, int at, int count, bool little) {
    unsigned value = 0;
    for (int i = 0; i < count; i++) {
        int from = at + (little ? count - 1 - i : i);
        value = value << 8 | (from < bytes.len ? (unsigned char)bytes.at[from] : 0);
    }
    return value;
}

static unsigned big(Slice bytes, int at, int count) {
    return number_at(bytes, at, count, false);
}

/* ---- EXIF ------------------------------------------------------------------------------------ */

enum {
    ORIENTATION = 0x112,
    EXIF_LIST = 0x8769,
    EXCHANGE_LIST = 0xA005,
    RULE = 1,
    ENTRY_BYTES = 12
};

typedef struct Tiff {
    Slice bytes;
    bool little;
} Tiff;

static unsigned value_at(const Tiff *tiff, int at, int count) {
    return number_at(tiff->bytes, at, count, tiff->little);
}

static Tiff tiff_of(Slice exif) {
    bool named = slice_has_prefix(exif, (Slice){"Exif\0\0", 6});
    Slice bytes = named ? slice_cut(exif, 6, exif.len) : exif;
    return (Tiff){bytes, slice_has_prefix(bytes, LIT("II"))};
}

/* Where the value of a tag stands in the list at `list` (EXIF 2.3, 4.6.2); 0: nowhere. */
static int find_value(const Tiff *tiff, unsigned list, unsigned tag) {
    if (tiff->bytes.len < 14 || list < 8 || list > (unsigned)tiff->bytes.len - 2)
        return 0;
    int count = (int)value_at(tiff, (int)list, 2);
    for (int i = 0; i < count; i++) {
        int at = (int)list + 2 + i * ENTRY_BYTES;
        if (at + ENTRY_BYTES > tiff->bytes.len)
            break;
        if (value_at(tiff, at, 2) == tag)
            return at + 8;
    }
    return 0;
}

static unsigned first_list(const Tiff *tiff) {
    return value_at(tiff, 4, 4);
}

/* Which way up it says that the picture is; 1 when it says nothing. */
static int turn_in_exif(Slice exif) {
    Tiff tiff = tiff_of(exif);
    int at = find_value(&tiff, first_list(&tiff), ORIENTATION);
    unsigned turn = at ? value_at(&tiff, at, 2) : 1;
    return turn >= 1 && turn <= 8 ? (int)turn : 1;
}

/* A camera that is set to Adobe RGB says so by a rule of exchange alone (DCF 2.0, "R03"). */
static bool is_of_adobe(Slice exif) {
    Tiff tiff = tiff_of(exif);
    int list = find_value(&tiff, first_list(&tiff), EXIF_LIST),
        exchange = list ? find_value(&tiff, value_at(&tiff, list, 4), EXCHANGE_LIST) : 0,
        rule = exchange ? find_value(&tiff, value_at(&tiff, exchange, 4), RULE) : 0;
    return rule && slice_has_prefix(slice_cut(tiff.bytes, rule, tiff.bytes.len), LIT("R03"));
}

/* ---- JPEG ------------------------------------------------------------------------------------ */

enum { SCAN = 0xDA, END = 0xD9 };

typedef struct Segment {
    int marker;
    Slice whole, data; /* with marker and length; without */
} Segment;

/* Where the coded points of a scan end: at a marker that is none of their own. */
static int scan_end(Slice bytes, int at) {
    for (; at + 1 < bytes.len; at++) {
        int next = (unsigned char)bytes.at[at + 1];
        if ((unsigned char)bytes.at[at] == 0xFF && next && next != 0xFF &&
            !(next >= 0xD0 && next <= 0xD7))
            return at;
    }
    return bytes.len;
}

/* The next segment of a JPEG, taken off (ITU T.81, B.1.1), a scan with its points. What stands
   behind the end is another file. */
static bool next_segment(Slice *rest, Segment *segment) {
    while (rest->len > 2 && (unsigned char)rest->at[1] == 0xFF)
        *rest = slice_cut(*rest, 1, rest->len);
    if (rest->len < 2 || (unsigned char)rest->at[0] != 0xFF)
        return false;
    segment->marker = (unsigned char)rest->at[1];
    bool end = segment->marker == END;
    int len = end ? 2 : 2 + (int)big(*rest, 2, 2);
    if (len > rest->len || (!end && len < 4))
        return false;
    segment->data = end ? LIT("") : slice_cut(*rest, 4, len);
    if (segment->marker == SCAN)
        len = scan_end(*rest, len);
    segment->whole = slice_cut(*rest, 0, len);
    *rest = slice_cut(*rest, end ? rest->len : len, rest->len);
    return true;
}

static bool is_frame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static PhotoLook look_jpeg(Slice bytes) {
    PhotoLook look = {.kind = PHOTO_JPEG, .turn = 1};
    Segment segment;
    for (Slice rest = slice_cut(bytes, 2, bytes.len); next_segment(&rest, &segment);) {
        if (segment.marker == 0xE1 && slice_has_prefix(segment.data, LIT("Exif"))) {
            look.turn = turn_in_exif(segment.data);
            look.adobe |= is_of_adobe(segment.data);
        }
        look.coloured |=
            segment.marker == 0xE2 && slice_has_prefix(segment.data, LIT("ICC_PROFILE"));
        look.whole |= segment.marker == END;
        if (!is_frame(segment.marker))
            continue;
        int parts = (int)big(segment.data, 5, 1);
        look.height = (int)big(segment.data, 1, 2);
        look.width = (int)big(segment.data, 3, 2);
        look.plain = (parts == 1 || parts == 3) && big(segment.data, 0, 1) == 8;
    }
    return look;
}

/* What the decoder needs, and JFIF's own words about it; Adobe's say how colours are coded. */
static bool is_needed(int marker) {
    return marker < 0xE0 || marker == 0xE0 || marker == 0xEE || (marker > 0xEF && marker != 0xFE);
}

static int put(char *out, int len, Slice bytes) {
    memcpy(out + len, bytes.at, (size_t)bytes.len);
    return len + bytes.len;
}

static int strip_jpeg(Slice bytes, char *out) {
    int len = put(out, 0, slice_cut(bytes, 0, 2));
    Segment segment;
    for (Slice rest = slice_cut(bytes, 2, bytes.len); next_segment(&rest, &segment);)
        if (is_needed(segment.marker))
            len = put(out, len, segment.whole);
    return len;
}

/* ---- PNG ------------------------------------------------------------------------------------- */

static bool next_chunk(Slice *rest, Slice *name, Slice *whole) {
    unsigned len = big(*rest, 0, 4);
    if (rest->len < 12 || len > (unsigned)rest->len - 12)
        return false;
    *whole = slice_cut(*rest, 0, 12 + (int)len);
    *name = slice_cut(*rest, 4, 8);
    *rest = slice_cut(*rest, whole->len, rest->len);
    return true;
}

/* What a PNG says of its colours, chunk by chunk: one of them goes before the next (PNG 3, 4.3). */
static void look_colours(PhotoLook *look, Slice name, Slice whole, bool *screen) {
    if (slice_is(name, "cICP") && whole.len >= 16) {
        bool usual = big(whole, 8, 1) == 1 && big(whole, 9, 1) == 13;
        look->high |= !usual;
    }
    *screen |= slice_is(name, "sRGB");
    look->coloured |= slice_is(name, "iCCP");
    if (slice_is(name, "gAMA") && !*screen) /* libpng goes by it when a picture is made anew */
        look->plain &= big(whole, 8, 4) > 43000 && big(whole, 8, 4) < 48000;
}

static PhotoLook look_png(Slice bytes) {
    PhotoLook look = {.kind = PHOTO_PNG, .turn = 1};
    Slice name, whole, rest = slice_cut(bytes, 8, bytes.len);
    bool screen = false;
    while (next_chunk(&rest, &name, &whole)) {
        look_colours(&look, name, whole, &screen);
        look.whole |= slice_is(name, "IEND");
        if (slice_is(name, "eXIf"))
            look.turn = turn_in_exif(slice_cut(whole, 8, whole.len - 4));
        if (!slice_is(name, "IHDR") || whole.len < 25)
            continue;
        look.width = (int)(big(whole, 8, 4) & 0x7FFFFFFF);
        look.height = (int)(big(whole, 12, 4) & 0x7FFFFFFF);
        look.plain = big(whole, 16, 1) <= 8;
    }
    return look;
}

static int strip_png(Slice bytes, char *out) {
    int len = put(out, 0, slice_cut(bytes, 0, 8));
    Slice name, whole, rest = slice_cut(bytes, 8, bytes.len);
    while (next_chunk(&rest, &name, &whole))
        if (slice_is(name, "IHDR") || slice_is(name, "PLTE") || slice_is(name, "tRNS") ||
            slice_is(name, "IDAT") || slice_is(name, "IEND"))
            len = put(out, len, whole);
    return len;
}

/* ---- WebP ------------------------------------------------------------------------------------ */

static PhotoLook look_webp(Slice bytes) {
    PhotoLook look = {.kind = PHOTO_WEBP, .turn = 1, .whole = true};
    for (Slice rest = slice_cut(bytes, 12, bytes.len); rest.len >= 8;) {
        unsigned len = number_at(rest, 4, 4, true);
        if (len > (unsigned)rest.len - 8)
            break;
        if (slice_has_prefix(rest, LIT("EXIF")))
            look.turn = turn_in_exif(slice_cut(rest, 8, 8 + (int)len));
        look.coloured |= slice_has_prefix(rest, LIT("ICCP"));
        int step = 8 + (int)len + (int)(len & 1);
        rest = slice_cut(rest, step < rest.len ? step : rest.len, rest.len);
    }
    return look;
}

/* ---- whatever it is -------------------------------------------------------------------------- */

PhotoLook photo_look(Slice bytes) {
    if (slice_has_prefix(bytes, LIT("\xFF\xD8\xFF")))
        return look_jpeg(bytes);
    if (slice_has_prefix(bytes, LIT("\x89PNG\r\n\x1A\n")))
        return look_png(bytes);
    if (slice_has_prefix(bytes, LIT("RIFF")) && bytes.len > 16 &&
        memcmp(bytes.at + 8, "WEBP", 4) == 0)
        return look_webp(bytes);
    return (PhotoLook){.kind = PHOTO_OTHER};
}

int photo_strip(PhotoKind kind, Slice bytes, char *out) {
    return kind == PHOTO_PNG ? strip_png(bytes, out) : strip_jpeg(bytes, out);
}
