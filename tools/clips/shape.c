/* Plain shapes, tubes with an outline (fingers, cables), ground and light; and the table of all
 * shapes. */
#include "tools/clips/shape.h"

#include "tools/clips/mark.h"
#include "tools/clips/solid.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#define DEGREES (M_PI / 180)
#define POINTS_MAX 64

/* ---- plain shapes ---------------------------------------------------------------------------- */
static void finish(cairo_t *cairo, StageWords *words, Style style) {
    style_read(&style, words);
    style_paint(&style, cairo);
}

static void corner(cairo_t *cairo, double x, double y, double r, double from) {
    cairo_arc(cairo, x, y, r, from * DEGREES, (from + 90) * DEGREES);
}

static void rect(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words), size = words_point(words);
    double r = words_take(words, "round") ? words_number(words) : 0;
    r = fmax(fmin(r, fmin(size.x, size.y) / 2), 0);
    if (size.x > 0 && size.y > 0 && r > 0) {
        corner(cairo, at.x + size.x - r, at.y + r, r, -90);
        corner(cairo, at.x + size.x - r, at.y + size.y - r, r, 0);
        corner(cairo, at.x + r, at.y + size.y - r, r, 90);
        corner(cairo, at.x + r, at.y + r, r, 180);
        cairo_close_path(cairo);
    } else if (size.x > 0 && size.y > 0)
        cairo_rectangle(cairo, at.x, at.y, size.x, size.y);
    finish(cairo, words, style_closed());
}

static void oval_path(cairo_t *cairo, StagePoint at, double rx, double ry) {
    if (rx <= 0 || ry <= 0)
        return;
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    cairo_scale(cairo, rx, ry);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
    cairo_close_path(cairo);
    cairo_restore(cairo);
}

static void circle(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double r = words_number(words);
    oval_path(cairo, at, r, r);
    finish(cairo, words, style_closed());
}

static void oval(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words), r = words_point(words);
    oval_path(cairo, at, r.x, r.y);
    finish(cairo, words, style_closed());
}

static void line(cairo_t *cairo, StageWords *words) {
    StagePoint a = words_point(words), b = words_point(words);
    cairo_move_to(cairo, a.x, a.y);
    cairo_line_to(cairo, b.x, b.y);
    finish(cairo, words, style_open());
}

static void arc(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double r = words_number(words), from = words_number(words), to = words_number(words);
    bool pie = words_take(words, "pie");
    if (pie)
        cairo_move_to(cairo, at.x, at.y);
    (to < from ? cairo_arc_negative : cairo_arc)(cairo, at.x, at.y, fmax(r, 0), from * DEGREES,
                                                 to * DEGREES);
    if (pie)
        cairo_close_path(cairo);
    finish(cairo, words, pie ? style_closed() : style_open());
}

/* M, L, C and Q as in SVG, in whole coordinates; Z closes. A letter holds for all the points after
 * it. */
static bool path_step(cairo_t *cairo, StageWords *words, char step) {
    StagePoint p[3];
    int wants = step == 'C' ? 3 : step == 'Q' ? 2 : 1;
    for (int i = 0; i < wants; i++)
        p[i] = words_point(words);
    if (step == 'M')
        cairo_move_to(cairo, p[0].x, p[0].y);
    else if (step == 'L')
        cairo_line_to(cairo, p[0].x, p[0].y);
    else if (step == 'C')
        cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
    else if (step == 'Q') {
        double x, y;
        cairo_get_current_point(cairo, &x, &y);
        cairo_curve_to(cairo, x + (p[0].x - x) * 2 / 3, y + (p[0].y - y) * 2 / 3,
                       p[1].x + (p[0].x - p[1].x) * 2 / 3, p[1].y + (p[0].y - p[1].y) * 2 / 3,
                       p[1].x, p[1].y);
    } else
        return false;
    return true;
}

static void path(cairo_t *cairo, StageWords *words) {
    bool closed = false;
    char step = 0;
    while (words_left(words) && !closed) {
        const char *word = words->line->word[words->at];
        if (isupper((unsigned char)*word) && !word[1]) {
            step = *words_next(words);
            if ((closed = step == 'Z'))
                cairo_close_path(cairo);
        } else if (!step || style_next(words))
            break;
        else if (!path_step(cairo, words, step))
            words_unknown(words);
    }
    finish(cairo, words, closed ? style_closed() : style_open());
}

/* ---- tubes ----------------------------------------------------------------------------------- */
static int take_points(StageWords *words, StagePoint *points) {
    int count = 0;
    while (count < POINTS_MAX && !style_next(words))
        points[count++] = words_point(words);
    if (count < 2)
        words_unknown(words);
    return count;
}

static void bent_path(cairo_t *cairo, const StagePoint *p, int count) {
    cairo_move_to(cairo, p[0].x, p[0].y);
    for (int i = 1; i < count; i++)
        cairo_line_to(cairo, p[i].x, p[i].y);
}

/* A Catmull-Rom spline: it goes through every point. */
static void smooth_path(cairo_t *cairo, const StagePoint *p, int count) {
    cairo_move_to(cairo, p[0].x, p[0].y);
    for (int i = 0; i + 1 < count; i++) {
        StagePoint a = p[i ? i - 1 : 0], b = p[i], c = p[i + 1],
                   d = p[i + 2 < count ? i + 2 : i + 1];
        cairo_curve_to(cairo, b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6, c.x - (d.x - b.x) / 6,
                       c.y - (d.y - b.y) / 6, c.x, c.y);
    }
}

/* The outline is a wider stroke under the filling one. */
static void tube_of(cairo_t *cairo, StageWords *words,
                    void (*trace)(cairo_t *, const StagePoint *, int)) {
    StagePoint points[POINTS_MAX];
    double width = words_number(words);
    trace(cairo, points, take_points(words, points));
    Style style = style_closed();
    style_read(&style, words);
    Style stroke = style;
    stroke.filled = stroke.hatched = false;
    cairo_path_t *kept = cairo_copy_path(cairo);
    if (style.lined) {
        stroke.width = width + 2 * style.width;
        style_paint(&stroke, cairo);
        cairo_append_path(cairo, kept);
    }
    stroke.lined = true;
    stroke.line = style.fill;
    stroke.width = width;
    style_paint(&stroke, cairo);
    cairo_path_destroy(kept);
}

static void tube(cairo_t *cairo, StageWords *words) {
    tube_of(cairo, words, bent_path);
}
static void hose(cairo_t *cairo, StageWords *words) {
    tube_of(cairo, words, smooth_path);
}

static void curve(cairo_t *cairo, StageWords *words) {
    StagePoint points[POINTS_MAX];
    smooth_path(cairo, points, take_points(words, points));
    finish(cairo, words, style_open());
}

/* ---- ground and light ------------------------------------------------------------------------ */
/* Light around a hot or live place. */
static void glow(cairo_t *cairo, StageWords *words) {
    StagePoint at = words_point(words);
    double r = words_number(words);
    Colour c = colour_read(words);
    double alpha = words_left(words) ? words_number(words) : 1;
    if (r <= 0 || alpha <= 0)
        return;
    cairo_pattern_t *light = cairo_pattern_create_radial(at.x, at.y, 0, at.x, at.y, r);
    cairo_pattern_add_color_stop_rgba(light, 0, c.r, c.g, c.b, fmin(alpha, 1));
    cairo_pattern_add_color_stop_rgba(light, 1, c.r, c.g, c.b, 0);
    cairo_set_source(cairo, light);
    cairo_arc(cairo, at.x, at.y, r, 0, 2 * M_PI);
    cairo_fill(cairo);
    cairo_pattern_destroy(light);
}

/* The drawing paper: ground and grid over the whole picture. "paper SHIFT_X SHIFT_Y" moves the
 * grid. */
static void paper(cairo_t *cairo, StageWords *words) {
    StagePoint shift = words_left(words) ? words_point(words) : (StagePoint){0, 0};
    colour_use(cairo, COLOUR_GROUND, 1);
    cairo_paint(cairo);
    colour_use(cairo, COLOUR_GRID, 1);
    cairo_set_line_width(cairo, 2);
    for (double x = fmod(shift.x, 80); x < 1280 + 80; x += 80) {
        cairo_move_to(cairo, x, -10);
        cairo_line_to(cairo, x, 730);
    }
    for (double y = fmod(shift.y, 80); y < 720 + 80; y += 80) {
        cairo_move_to(cairo, -10, y);
        cairo_line_to(cairo, 1290, y);
    }
    cairo_stroke(cairo);
}

static const struct {
    const char *verb;
    void (*draw)(cairo_t *, StageWords *);
} shapes[] = {
    {"rect", rect},         {"circle", circle}, {"oval", oval},          {"line", line},
    {"arc", arc},           {"path", path},     {"tube", tube},          {"hose", hose},
    {"curve", curve},       {"glow", glow},     {"paper", paper},        {"arrow", mark_arrow},
    {"spin", mark_spin},    {"dim", mark_dim},  {"number", mark_number}, {"mark", mark_letters},
    {"prism", solid_prism},
};

bool shape_draw(cairo_t *cairo, StageWords *words) {
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (!strcmp(words->line->word[0], shapes[i].verb)) {
            shapes[i].draw(cairo, words);
            return true;
        }
    return false;
}
