#include "tools/media/svg_colour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    uint32_t rgb;
} COLOURS[] = {
#define COLOUR(name, rgb) {#name, rgb},
#include "tools/media/colours.def"
#undef COLOUR
};

/* ---- numbers --------------------------------------------------------------------------------- */

static int digits_at(Slice text, int at) {
    int count = 0;
    while (at + count < text.len && text.at[at + count] >= '0' && text.at[at + count] <= '9')
        count++;
    return count;
}

static int sign_at(Slice text, int at) {
    return at < text.len && (text.at[at] == '-' || text.at[at] == '+');
}

/* How far a number goes: sign, digits with a point, and "e5" where digits follow the e. */
static int number_end(Slice text) {
    int at = sign_at(text, 0), whole = digits_at(text, at), part = 0;
    at += whole;
    if (at < text.len && text.at[at] == '.') {
        part = digits_at(text, at + 1);
        at += 1 + part;
    }
    if (!whole && !part)
        return 0;
    if (at < text.len && (text.at[at] == 'e' || text.at[at] == 'E')) {
        int from = at + 1 + sign_at(text, at + 1), more = digits_at(text, from);
        at = more ? from + more : at;
    }
    return at;
}

bool svg_take_number(Slice *text, double *value) {
    char number[64];
    int end = number_end(*text);
    if (!end)
        return false;
    int kept = end < (int)sizeof number ? end : (int)sizeof number - 1;
    memcpy(number, text->at, (size_t)kept);
    number[kept] = 0;
    *value = strtod(number, NULL);
    *text = slice_cut(*text, end, text->len);
    return true;
}

void svg_skip_blanks(Slice *text) {
    *text = slice_trim(*text);
    if (text->len && text->at[0] == ',')
        *text = slice_trim(slice_cut(*text, 1, text->len));
}

/* ---- #c33 ------------------------------------------------------------------------------------ */

static int hex_of(char sign) {
    const char *digits = "0123456789abcdef", *at = sign ? strchr(digits, sign | 0x20) : NULL;
    return at ? (int)(at - digits) : -1;
}

static bool read_hex(Slice text, SvgColour *colour) {
    int digits = text.len - 1, wide = digits == 6 || digits == 8;
    unsigned part[4] = {0, 0, 0, 255};
    if (digits != 3 && digits != 4 && !wide)
        return false;
    for (int i = 0; i < digits; i++)
        if (hex_of(text.at[i + 1]) < 0)
            return false;
    for (int i = 0; i < digits / (wide ? 2 : 1); i++) {
        int high = hex_of(text.at[1 + i * (wide ? 2 : 1)]);
        part[i] = (unsigned)(high * 16 + (wide ? hex_of(text.at[2 + i * 2]) : high));
    }
    *colour = (SvgColour){part[0] << 16 | part[1] << 8 | part[2], part[3] / 255.0};
    return true;
}

/* ---- rgb(…), hsl(…) -------------------------------------------------------------------------- */

typedef struct Parts {
    double value[4];
    bool percent[4];
    int count;
} Parts;

static bool read_parts(Slice inside, Parts *parts) {
    *parts = (Parts){.count = 0};
    for (inside = slice_trim(inside); inside.len && parts->count < 4; parts->count++) {
        if (!svg_take_number(&inside, &parts->value[parts->count]))
            return false;
        parts->percent[parts->count] = slice_has_prefix(inside, LIT("%"));
        if (parts->percent[parts->count])
            inside = slice_cut(inside, 1, inside.len);
        if (slice_has_prefix(inside, LIT("deg")))
            inside = slice_cut(inside, 3, inside.len);
        svg_skip_blanks(&inside);
        if (slice_has_prefix(inside, LIT("/")))
            inside = slice_trim(slice_cut(inside, 1, inside.len));
    }
    return !inside.len && parts->count >= 3;
}

static double bounded(double value, double most) {
    return fmin(fmax(value, 0), most);
}

static uint32_t rgb_of(double red, double green, double blue) {
    return (uint32_t)lround(bounded(red, 1) * 255) << 16 |
           (uint32_t)lround(bounded(green, 1) * 255) << 8 |
           (uint32_t)lround(bounded(blue, 1) * 255);
}

static double share(const Parts *parts, int i, double whole) {
    return parts->value[i] / (parts->percent[i] ? 100 : whole);
}

/* CSS Color 4, 7.1. */
static double hsl_part(double hue, double saturation, double lightness, double n) {
    double k = fmod(n + hue / 30, 12), a = saturation * fmin(lightness, 1 - lightness);
    return lightness - a * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));
}

static bool read_function(Slice text, SvgColour *colour) {
    bool hsl = strncasecmp(text.at, "hsl", 3) == 0;
    int open = slice_find(text, LIT("(")), close = slice_find(text, LIT(")"));
    Parts p;
    if (open < 3 || close < open || !read_parts(slice_cut(text, open + 1, close), &p))
        return false;
    if (hsl) {
        double hue = fmod(fmod(p.value[0], 360) + 360, 360), s = bounded(share(&p, 1, 100), 1),
               l = bounded(share(&p, 2, 100), 1);
        colour->rgb =
            rgb_of(hsl_part(hue, s, l, 0), hsl_part(hue, s, l, 8), hsl_part(hue, s, l, 4));
    } else {
        colour->rgb = rgb_of(share(&p, 0, 255), share(&p, 1, 255), share(&p, 2, 255));
    }
    colour->alpha = p.count == 4 ? bounded(share(&p, 3, 1), 1) : 1;
    return true;
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool read_name(Slice text, SvgColour *colour) {
    for (size_t i = 0; i < sizeof COLOURS / sizeof *COLOURS; i++)
        if ((int)strlen(COLOURS[i].name) == text.len &&
            strncasecmp(text.at, COLOURS[i].name, (size_t)text.len) == 0) {
            *colour = (SvgColour){COLOURS[i].rgb, 1};
            return true;
        }
    *colour = (SvgColour){0, 0};
    return text.len == 11 && strncasecmp(text.at, "transparent", 11) == 0;
}

bool svg_colour(Slice text, SvgColour *colour) {
    text = slice_trim(text);
    if (!text.len)
        return false;
    if (text.at[0] == '#')
        return read_hex(text, colour);
    bool function = text.len > 4 &&
                    (strncasecmp(text.at, "rgb", 3) == 0 || strncasecmp(text.at, "hsl", 3) == 0);
    return function ? read_function(text, colour) : read_name(text, colour);
}
