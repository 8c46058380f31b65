/* Fills, hatches and outlines the current path. */
#include "tools/clips/paint.h"

#include <math.h>
#include <string.h>

#define RGB(hex)                                                                                   \
    { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex)&255) / 255.0 }
#define HATCH_STEP 13.0

const Colour COLOUR_GROUND = RGB(0xDCE8F2), COLOUR_GRID = RGB(0xC9D8E6);

static const struct {
    const char *name;
    Colour colour;
} colours[] = {
    {"ground", RGB(0xDCE8F2)}, {"grid", RGB(0xC9D8E6)},  {"paper", RGB(0xFFFFFF)},
    {"blue", RGB(0x0B4A7F)},   {"shade", RGB(0x8FB3D1)}, {"ink", RGB(0x14212B)},
    {"amber", RGB(0xFFB81C)},  {"heat", RGB(0xB3261E)},  {"good", RGB(0x0F6B45)},
    {"skin1", RGB(0xF4D6C0)},  {"skin2", RGB(0xE2B48F)}, {"skin3", RGB(0xC68E66)},
    {"skin4", RGB(0x9C6A48)},  {"hair1", RGB(0x22303A)}, {"hair2", RGB(0x5B3A29)},
    {"hair3", RGB(0xA4502A)},  {"hair4", RGB(0xD9A441)},
};

static const struct {
    const char *name;
    double dash[4];
} dashes[] = {{"axis", {24, 7, 5, 7}}, {"dashed", {14, 10, 14, 10}}, {"dotted", {1, 12, 1, 12}}};

static const struct {
    const char *name;
    double width;
} weights[] = {{"hair", 1.5}, {"thin", 2.5}, {"fine", 3.5}, {"bold", 8}};

static Colour colour_named(StageWords *words) {
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        if (words_take(words, colours[i].name))
            return colours[i].colour;
    words_unknown(words);
}

Colour colour_read(StageWords *words) {
    if (!words_take(words, "mix"))
        return colour_named(words);
    Colour a = colour_read(words), b = colour_read(words);
    double u = fmin(fmax(words_number(words), 0), 1);
    return (Colour){a.r + (b.r - a.r) * u, a.g + (b.g - a.g) * u, a.b + (b.b - a.b) * u};
}

void colour_use(cairo_t *cairo, Colour colour, double alpha) {
    cairo_set_source_rgba(cairo, colour.r, colour.g, colour.b, fmin(fmax(alpha, 0), 1));
}

Style style_open(void) {
    return (Style){.line = RGB(0x0B4A7F), .lined = true, .width = 5, .alpha = 1, .to = 1};
}

Style style_closed(void) {
    Style style = style_open();
    style.fill = (Colour)RGB(0xFFFFFF);
    style.filled = true;
    return style;
}

Style style_ink(void) {
    Style style = style_closed();
    style.fill = (Colour)RGB(0x14212B);
    return style;
}

static bool read_weight(Style *style, StageWords *words) {
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (words_take(words, weights[i].name)) {
            style->width = weights[i].width;
            return true;
        }
    return false;
}

static bool read_dash(Style *style, StageWords *words) {
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (words_take(words, dashes[i].name)) {
            memcpy(style->dash, dashes[i].dash, sizeof style->dash);
            return true;
        }
    return false;
}

static bool read_colour(Style *style, StageWords *words) {
    if (words_take(words, "fill")) {
        style->fill = colour_read(words);
        return style->filled = true;
    }
    if (words_take(words, "line")) {
        style->line = colour_read(words);
        return style->lined = true;
    }
    return false;
}

static bool read_number(Style *style, StageWords *words) {
    if (words_take(words, "width"))
        style->width = words_number(words);
    else if (words_take(words, "alpha"))
        style->alpha = words_number(words);
    else if (words_take(words, "run"))
        style->offset = words_number(words);
    else if (words_take(words, "trim")) {
        style->from = words_number(words);
        style->to = words_number(words);
    } else
        return false;
    return true;
}

bool style_next(const StageWords *words) {
    if (!words_left(words))
        return true;
    const char *word = words->line->word[words->at];
    static const char *const plain[] = {"fill", "line",   "width",  "alpha", "run",
                                        "trim", "noline", "nofill", "hatch"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (!strcmp(word, plain[i]))
            return true;
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (!strcmp(word, weights[i].name))
            return true;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (!strcmp(word, dashes[i].name))
            return true;
    return false;
}

void style_read(Style *style, StageWords *words) {
    while (words_left(words))
        if (words_take(words, "noline"))
            style->lined = false;
        else if (words_take(words, "nofill"))
            style->filled = false;
        else if (words_take(words, "hatch"))
            style->hatched = true;
        else if (!read_colour(style, words) && !read_number(style, words) &&
                 !read_weight(style, words) && !read_dash(style, words))
            words_unknown(words);
}

/* Lines at 45° every few pixels of the object's own space, so that a hatched part moves with its
 * hatching. */
static void hatch(const Style *style, cairo_t *cairo) {
    double x1, y1, x2, y2;
    cairo_save(cairo);
    cairo_clip_preserve(cairo);
    cairo_path_t *path = cairo_copy_path(cairo);
    cairo_clip_extents(cairo, &x1, &y1, &x2, &y2);
    cairo_new_path(cairo);
    for (double c = floor((x1 + y1) / HATCH_STEP) * HATCH_STEP; c < x2 + y2; c += HATCH_STEP) {
        cairo_move_to(cairo, c - y1, y1);
        cairo_line_to(cairo, c - y2, y2);
    }
    cairo_set_line_width(cairo, 1.5);
    colour_use(cairo, style->line, style->alpha * 0.8);
    cairo_stroke(cairo);
    cairo_restore(cairo);
    cairo_append_path(cairo, path);
    cairo_path_destroy(path);
}

static double path_length(cairo_t *cairo) {
    double length = 0, x = 0, y = 0, x0 = 0, y0 = 0;
    cairo_path_t *path = cairo_copy_path_flat(cairo);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        bool closes = data->header.type == CAIRO_PATH_CLOSE_PATH,
             moves = data->header.type == CAIRO_PATH_MOVE_TO;
        double nx = closes ? x0 : data[1].point.x, ny = closes ? y0 : data[1].point.y;
        if (moves) {
            x0 = nx;
            y0 = ny;
        } else
            length += hypot(nx - x, ny - y);
        x = nx;
        y = ny;
    }
    cairo_path_destroy(path);
    return length;
}

static void set_dash(const Style *style, cairo_t *cairo) {
    if (style->from > 0 || style->to < 1) {
        double length = path_length(cairo);
        cairo_set_dash(cairo, (double[]){length * (style->to - style->from), 2 * length + 1}, 2,
                       -length * style->from);
    } else
        cairo_set_dash(cairo, style->dash, style->dash[0] > 0 ? 4 : 0, style->offset);
}

static void outline(const Style *style, cairo_t *cairo) {
    set_dash(style, cairo);
    cairo_set_line_width(cairo, style->width);
    cairo_set_line_cap(cairo, style->dash[0] > 1 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    colour_use(cairo, style->line, style->alpha);
    cairo_stroke_preserve(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
}

void style_paint(const Style *style, cairo_t *cairo) {
    if (style->filled) {
        colour_use(cairo, style->fill, style->alpha);
        cairo_fill_preserve(cairo);
    }
    if (style->hatched)
        hatch(style, cairo);
    if (style->lined && style->to > style->from && style->width > 0)
        outline(style, cairo);
    cairo_new_path(cairo);
}
