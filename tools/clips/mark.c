/* Arrows, dimensions and figures. */
#include "tools/clips/mark.h"

#include <math.h>
#include <stdio.h>

#define DEGREES (M_PI / 180)
#define ARROW 16.0
#define DIM_SIZE 34.0
#define DIM_OUTSIDE (2.2 * ARROW) /* how far the line of a short dimension sticks out */

static void arrow_head(cairo_t *cairo, StagePoint tip, double angle, double size) {
    cairo_save(cairo);
    cairo_translate(cairo, tip.x, tip.y);
    cairo_rotate(cairo, angle);
    cairo_move_to(cairo, 0, 0);
    cairo_line_to(cairo, -size, -size * 0.36);
    cairo_line_to(cairo, -size, size * 0.36);
    cairo_close_path(cairo);
    cairo_restore(cairo);
    cairo_fill(cairo);
}

/* An arrow of movement: thick, its head three times as wide as its shaft. */
void mark_arrow(cairo_t *cairo, StageWords *words) {
    StagePoint a = words_point(words), b = words_point(words);
    Style style = style_open();
    style.width = 8;
    style_read(&style, words);
    double angle = atan2(b.y - a.y, b.x - a.x), head = style.width * 3.4;
    if (hypot(b.x - a.x, b.y - a.y) < head)
        return;
    cairo_move_to(cairo, a.x, a.y);
    cairo_line_to(cairo, b.x - cos(angle) * head * 0.8, b.y - sin(angle) * head * 0.8);
    style_paint(&style, cairo);
    colour_use(cairo, style.line, style.alpha);
    arrow_head(cairo, b, angle, head);
}

void mark_spin(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double r = words_number(words), from = words_number(words) * DEGREES,
           to = words_number(words) * DEGREES;
    Style style = style_open();
    style.width = 8;
    style_read(&style, words);
    double head = style.width * 3.4, side = to < from ? -1 : 1, stop = to - side * head * 0.8 / r;
    (to < from ? cairo_arc_negative : cairo_arc)(cairo, at.x, at.y, r, from, stop);
    style_paint(&style, cairo);
    colour_use(cairo, style.line, style.alpha);
    arrow_head(cairo, (StagePoint){at.x + r * cos(to), at.y + r * sin(to)},
               to + side * (M_PI / 2 - head / r / 2), head);
}

static void set_font(cairo_t *cairo, double size) {
    cairo_select_font_face(cairo, "B612", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(cairo, size);
}

/* The value, then what stands before and after it: "Ø" and "mm" are marks, not words. "_" is a
 * space. */
static void take_figure(StageWords *words, char text[64]) {
    double value = words_number(words);
    int decimals = (int)words_number(words);
    double unit = pow(10, decimals), rounded = round(value * unit) / unit;
    const char *before = words_take(words, "before") ? words_next(words) : "";
    const char *after = words_take(words, "after") ? words_next(words) : "";
    bool gap = *after == '_';
    const char *minus = rounded < 0 ? "\u2212" : "", *space = gap ? "\u00a0" : "";
    snprintf(text, 64, "%s%s%.*f%s%s", before, minus, decimals, fabs(rounded), space, after + gap);
}

static void figure(cairo_t *cairo, StagePoint at, const char *text, double size, double align) {
    cairo_text_extents_t extents;
    set_font(cairo, size);
    cairo_text_extents(cairo, text, &extents);
    cairo_move_to(cairo, at.x - extents.x_advance * align, at.y);
    cairo_show_text(cairo, text);
    cairo_new_path(cairo);
}

void mark_number(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double size = words_number(words), align = 0.5;
    char text[64];
    take_figure(words, text);
    if (words_take(words, "left"))
        align = 0;
    else if (words_take(words, "right"))
        align = 1;
    Style style = style_ink();
    style_read(&style, words);
    colour_use(cairo, style.fill, style.alpha);
    figure(cairo, at, text, size, align);
}

/* A letter or two that name something on a drawing, as S1 does on a diagram. */
void mark_letters(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double size = words_number(words);
    const char *text = words_next(words);
    Style style = style_ink();
    style_read(&style, words);
    colour_use(cairo, style.fill, style.alpha);
    figure(cairo, at, text, size, 0.5);
}

static void dim_lines(cairo_t *cairo, double length, double offset, double alpha) {
    double side = offset < 0 ? -1 : 1, outside = length < 4 * ARROW ? DIM_OUTSIDE : 0;
    colour_use(cairo, style_open().line, alpha);
    cairo_set_line_width(cairo, 2.5);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    for (int end = 0; end < 2; end++) {
        cairo_move_to(cairo, end * length, side * 8);
        cairo_line_to(cairo, end * length, offset + side * 10);
    }
    cairo_move_to(cairo, -outside, offset);
    cairo_line_to(cairo, length + outside, offset);
    cairo_stroke(cairo);
    arrow_head(cairo, (StagePoint){0, offset}, outside > 0 ? 0 : M_PI, ARROW);
    arrow_head(cairo, (StagePoint){length, offset}, outside > 0 ? M_PI : 0, ARROW);
}

/* The value stands on the line, or beside it when there is no room. */
static void dim_value(cairo_t *cairo, const char *text, double length, double offset) {
    cairo_text_extents_t extents;
    set_font(cairo, DIM_SIZE);
    cairo_text_extents(cairo, text, &extents);
    if (extents.x_advance + 12 < length)
        figure(cairo, (StagePoint){length / 2, offset - 10}, text, DIM_SIZE, 0.5);
    else
        figure(cairo, (StagePoint){length + DIM_OUTSIDE + 8, offset + DIM_SIZE * 0.36}, text,
               DIM_SIZE, 0);
}

/* dim X1 Y1 X2 Y2 OFFSET VALUE DECIMALS: the line stands OFFSET to the right hand of the way from 1
 * to 2. */
void mark_dim(cairo_t *cairo, StageWords *words) {
    StagePoint a = words_point(words), b = words_point(words);
    double offset = words_number(words), length = hypot(b.x - a.x, b.y - a.y);
    char text[64] = "";
    if (!style_next(words))
        take_figure(words, text);
    Style style = style_ink();
    style_read(&style, words);
    cairo_save(cairo);
    cairo_translate(cairo, a.x, a.y);
    cairo_rotate(cairo, atan2(b.y - a.y, b.x - a.x));
    dim_lines(cairo, length, offset, style.alpha);
    colour_use(cairo, style.fill, style.alpha);
    dim_value(cairo, text, length, offset);
    cairo_restore(cairo);
}
