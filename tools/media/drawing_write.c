#include "tools/media/drawing_parts.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { REFERENCES_MAX = 16, STOPS_MAX = 200, DASHES_MAX = 8, DOT_PART = 20 };

typedef struct Writing {
    const Drawing *d;
    char *text;
    int len, room, line, gradients;
} Writing;

/* ---- text ------------------------------------------------------------------------------------ */

static void put(Writing *w, Slice text) {
    if (w->len + text.len > w->room) {
        w->room = (w->len + text.len) * 2 + 4096;
        char *more = arena_alloc(w->d->source.arena, (size_t)w->room);
        if (w->len)
            memcpy(more, w->text, (size_t)w->len);
        w->text = more;
    }
    if (text.len)
        memcpy(w->text + w->len, text.at, (size_t)text.len);
    w->len += text.len;
}

__attribute__((format(printf, 2, 3))) static void say(Writing *w, const char *format, ...) {
    char line[256];
    va_list list;
    va_start(list, format);
    vsnprintf(line, sizeof line, format, list);
    va_end(list);
    put(w, slice_from(line));
}

/* Eight figures, which is what the kiosk keeps of a number; no "-0". */
static void say_number(Writing *w, double number) {
    say(w, "%.8g", number == 0 ? 0 : number);
}

static void say_length(Writing *w, const char *name, double number) {
    say(w, " %s=\"%.8g\"", name, number == 0 ? 0 : number);
}

static void go_to_line(Writing *w, int line) {
    for (; w->line < line; w->line++)
        put(w, LIT("\n"));
}

static void say_matrix(Writing *w, const char *name, const Affine *m) {
    if (!affine_is_none(m))
        say(w, " %s=\"matrix(%.8g %.8g %.8g %.8g %.8g %.8g)\"", name, m->a, m->d, m->b, m->e, m->c,
            m->f);
}

/* ---- gradients ------------------------------------------------------------------------------- */

/* What a gradient or, in its place, the one that it refers to says. */
static const SvgElement *followed(const Writing *w, const SvgElement *gradient) {
    const char *href = svg_attribute(gradient, "href");
    return href && *href == '#' ? svg_find(w->d->root, slice_from(href + 1)) : NULL;
}

static const char *told(const Writing *w, const SvgElement *gradient, const char *name) {
    const char *value = NULL;
    for (int i = 0; gradient && !value && i < REFERENCES_MAX; i++) {
        value = svg_attribute(gradient, name);
        gradient = followed(w, gradient);
    }
    return value;
}

static const SvgElement *with_stops(const Writing *w, const SvgElement *gradient) {
    for (int i = 0; gradient && i < REFERENCES_MAX; i++) {
        for (const SvgElement *child = gradient->first; child; child = child->next)
            if (svg_is(child, "stop"))
                return gradient;
        gradient = followed(w, gradient);
    }
    return NULL;
}

static void say_stop(Writing *w, const SvgElement *stop, const Paint *paint, const SvgState *state,
                     double *offset) {
    const char *text = svg_attribute(stop, "stop-color");
    const char *own = svg_attribute(stop, "color"), *around = state->property[SVG_COLOR];
    SvgColour colour = {0, 1};
    if (text && strcmp(text, "currentColor") == 0)
        text = own ? own : around;
    if (text && !svg_colour(slice_from(text), &colour))
        DRAWING_FAULT(w->d, stop->line,
                      "la couleur « %.60s » n’est pas comprise ; l’écrire comme #FFB81C", text);
    const char *at = svg_attribute(stop, "offset");
    *offset = fmax(*offset, at ? drawing_opacity(at) : 0);
    say(w, "<stop offset=\"%.6g\" stop-color=\"#%06" PRIX32 "\"", *offset, colour.rgb);
    double opacity =
        colour.alpha * paint->opacity * drawing_opacity(svg_attribute(stop, "stop-opacity"));
    if (opacity < 1)
        say_length(w, "stop-opacity", opacity);
    put(w, LIT("/>"));
}

static double at_of(const Writing *w, const SvgElement *gradient, const char *name, SvgAxis axis,
                    const SvgMeasure *measure, double otherwise) {
    const char *text = told(w, gradient, name);
    double value = otherwise;
    if (text && !svg_length(slice_from(text), measure, axis, &value))
        DRAWING_FAULT(w->d, gradient->line, "« %s=\"%.40s\" » n’est pas une longueur", name, text);
    return value;
}

static void say_line(Writing *w, const SvgElement *g, const SvgMeasure *m) {
    say_length(w, "x1", at_of(w, g, "x1", SVG_ACROSS, m, 0));
    say_length(w, "y1", at_of(w, g, "y1", SVG_DOWN, m, 0));
    say_length(w, "x2", at_of(w, g, "x2", SVG_ACROSS, m, m->width));
    say_length(w, "y2", at_of(w, g, "y2", SVG_DOWN, m, 0));
}

static void say_circle(Writing *w, const SvgElement *g, const SvgMeasure *m) {
    double cx = at_of(w, g, "cx", SVG_ACROSS, m, m->width / 2),
           cy = at_of(w, g, "cy", SVG_DOWN, m, m->height / 2),
           r = at_of(w, g, "r", SVG_DIAGONAL, m, hypot(m->width, m->height) / sqrt(8)),
           fx = at_of(w, g, "fx", SVG_ACROSS, m, cx), fy = at_of(w, g, "fy", SVG_DOWN, m, cy);
    if (hypot(fx - cx, fy - cy) > r / 50)
        DRAWING_FAULT(w->d, g->line,
                      "le foyer du dégradé (fx, fy) serait ignoré ; le mettre au centre");
    say_length(w, "cx", cx);
    say_length(w, "cy", cy);
    say_length(w, "r", r);
}

/* In units of the drawing, whatever it was written in; answers its number. */
static int say_gradient(Writing *w, const DrawnShape *shape, const Paint *paint) {
    const SvgElement *g = paint->gradient, *stops = with_stops(w, g);
    const char *units = told(w, g, "gradientUnits"), *spread = told(w, g, "spreadMethod"),
               *transform = told(w, g, "gradientTransform");
    bool user = units && strcmp(units, "userSpaceOnUse") == 0;
    SvgBox box = shape->own;
    Affine matrix =
        user ? AFFINE_NONE : (Affine){box.x1 - box.x0, 0, box.x0, 0, box.y1 - box.y0, box.y0};
    SvgMeasure measure = user ? w->d->measure : (SvgMeasure){1, 1, 1};
    if (transform && !svg_transform(slice_from(transform), &matrix))
        DRAWING_FAULT(w->d, g->line, "la transformation « %.60s » n’est pas comprise", transform);
    say(w, "<%s id=\"g%d\" gradientUnits=\"userSpaceOnUse\"", g->name, ++w->gradients);
    if (svg_is(g, "linearGradient"))
        say_line(w, g, &measure);
    else
        say_circle(w, g, &measure);
    say_matrix(w, "gradientTransform", &matrix);
    if (spread && strcmp(spread, "pad") != 0)
        DRAWING_FAULT(
            w->d, g->line,
            "« spreadMethod » serait ignoré : un dégradé ne se répète pas ; le dessiner en "
            "entier");
    put(w, LIT(">"));
    double offset = 0;
    for (const SvgElement *stop = stops->first; stop; stop = stop->next)
        if (svg_is(stop, "stop"))
            say_stop(w, stop, paint, &shape->state, &offset);
    say(w, "</%s>", g->name);
    return w->gradients;
}

/* ---- paint ----------------------------------------------------------------------------------- */

static void say_paint(Writing *w, const char *name, const Paint *paint, int gradient) {
    if (!paint->on) {
        say(w, " %s=\"none\"", name);
    } else if (gradient) {
        say(w, " %s=\"url(#g%d)\"", name, gradient);
    } else {
        say(w, " %s=\"#%06" PRIX32 "\"", name, paint->colour.rgb);
        if (paint->opacity < 1)
            say(w, " %s-opacity=\"%.6g\"", name, paint->opacity);
    }
}

static double length_in(const Writing *w, const DrawnShape *shape, SvgProperty property,
                        double otherwise) {
    const char *text = shape->state.property[property];
    double length = otherwise;
    if (text)
        svg_length(slice_from(text), &w->d->measure, SVG_DIAGONAL, &length);
    return length;
}

static int read_dashes(const Writing *w, const DrawnShape *shape, double *dash) {
    Slice rest = slice_from(shape->state.property[SVG_STROKE_DASHARRAY]);
    int count = 0;
    svg_skip_blanks(&rest);
    while (rest.len && !slice_is(rest, "none")) {
        int end = 0;
        while (end < rest.len && !strchr(" \t\r\n,", rest.at[end]))
            end++;
        if (count == DASHES_MAX ||
            !svg_length(slice_cut(rest, 0, end), &w->d->measure, SVG_DIAGONAL, &dash[count]))
            return -1;
        count++;
        rest = slice_cut(rest, end, rest.len);
        svg_skip_blanks(&rest);
    }
    return count;
}

static void turn_dashes(double *dash, int count, int by) {
    double before[DASHES_MAX];
    memcpy(before, dash, sizeof before);
    for (int i = 0; i < count; i++)
        dash[i] = before[(i + by) % count];
}

/* A pattern that begins further on, told as one that begins at its beginning: the kiosk would take
   a gap for a dash there. In a gap it begins with a dash of no length, which is not drawn. */
static int begin_further_on(double *dash, int count, double offset) {
    int first = 0;
    while (offset >= dash[first] + dash[first + 1]) {
        offset -= dash[first] + dash[first + 1];
        first = (first + 2) % count;
    }
    turn_dashes(dash, count, first);
    if (offset < dash[0]) {
        if (offset > 0 && count + 2 <= DASHES_MAX) {
            dash[count] = offset;
            dash[count + 1] = 0;
            dash[0] -= offset;
        }
        return offset > 0 ? count + 2 : count;
    }
    double rest = dash[0] + dash[1] - offset, dashed = dash[0], gap = dash[1];
    turn_dashes(dash, count, 2);
    if (count + 2 <= DASHES_MAX) {
        memmove(dash + 2, dash, (size_t)(count - 2) * sizeof *dash);
        dash[0] = 0;
        dash[1] = rest;
        dash[count] = dashed;
        dash[count + 1] = gap - rest;
    }
    return count + 2;
}

/* A dot is the caps of a dash without length, and the kiosk draws none: it gets a little, off the
   gap. */
static void make_dots(double *dash, int count, double dot) {
    for (int i = 0; i + 1 < count; i += 2)
        if (dash[i] < dot) {
            dash[i + 1] = fmax(dash[i + 1] - (dot - dash[i]), 0);
            dash[i] = dot;
        }
}

static int dashes_of(const Writing *w, const DrawnShape *shape, double *dash) {
    int count = read_dashes(w, shape, dash);
    double sum = 0, offset = length_in(w, shape, SVG_STROKE_DASHOFFSET, 0);
    const char *cap = shape->state.property[SVG_STROKE_LINECAP];
    double dot =
        cap && strcmp(cap, "butt") != 0 ? length_in(w, shape, SVG_STROKE_WIDTH, 1) / DOT_PART : 0;
    for (int i = 0; i < count; i++)
        sum += dash[i];
    if (count <= 0 || sum <= 0)
        return count < 0 ? count : 0;
    make_dots(dash, count, dot);
    if (offset == 0 || (count % 2 && count * 2 > DASHES_MAX))
        return offset == 0 ? count : -1;
    if (count % 2) {
        memcpy(dash + count, dash, (size_t)count * sizeof *dash);
        count *= 2;
        sum *= 2;
    }
    return begin_further_on(dash, count, fmod(fmod(offset, sum) + sum, sum));
}

static void say_dashes(Writing *w, const DrawnShape *shape) {
    double dash[DASHES_MAX];
    int count = dashes_of(w, shape, dash);
    if (count < 0 || count > DASHES_MAX) {
        DRAWING_FAULT(w->d, shape->line,
                      "les tirets d’un trait (stroke-dasharray) : %d longueurs au plus ; les "
                      "simplifier",
                      DASHES_MAX);
        return;
    }
    for (int i = 0; i < count; i++)
        say(w, "%s%.8g%s", i ? " " : " stroke-dasharray=\"", dash[i], i + 1 < count ? "" : "\"");
}

static void say_word(Writing *w, const DrawnShape *shape, SvgProperty property, const char *name,
                     const char *usual) {
    const char *value = shape->state.property[property];
    if (value && strcmp(value, usual) != 0)
        say(w, " %s=\"%.40s\"", name, value);
}

static void say_stroke(Writing *w, const DrawnShape *shape) {
    double miter = length_in(w, shape, SVG_STROKE_MITERLIMIT, 4);
    say_length(w, "stroke-width", length_in(w, shape, SVG_STROKE_WIDTH, 1));
    say_word(w, shape, SVG_STROKE_LINECAP, "stroke-linecap", "butt");
    say_word(w, shape, SVG_STROKE_LINEJOIN, "stroke-linejoin", "miter");
    if (miter != 4)
        say_length(w, "stroke-miterlimit", miter);
    if (shape->state.property[SVG_STROKE_DASHARRAY])
        say_dashes(w, shape);
}

/* ---- outlines -------------------------------------------------------------------------------- */

/* Relative where there are dashes, whose number the kiosk estimates from the figures. */
static void say_outline(Writing *w, const DrawnShape *shape) {
    bool relative = shape->state.property[SVG_STROKE_DASHARRAY] != NULL;
    AffinePoint at = {0, 0};
    put(w, LIT(" d=\""));
    for (int i = 0; i < shape->outline.count; i++) {
        const SvgSegment *s = &shape->outline.segment[i];
        int first = s->kind == 'C' ? 0 : 2;
        char kind[2] = {(char)(relative ? s->kind | 0x20 : s->kind), 0};
        put(w, slice_from(kind));
        for (int k = first; k < 3 && s->kind != 'Z'; k++) {
            put(w, k > first ? LIT(" ") : LIT(""));
            say_number(w, s->at[k].x - (relative ? at.x : 0));
            put(w, LIT(" "));
            say_number(w, s->at[k].y - (relative ? at.y : 0));
        }
        at = s->at[2];
    }
    put(w, LIT("\""));
}

static void say_shape(Writing *w, const DrawnShape *shape, const Paint *fill, const Paint *stroke) {
    int fill_gradient = fill->on && fill->gradient ? say_gradient(w, shape, fill) : 0,
        stroke_gradient = stroke->on && stroke->gradient ? say_gradient(w, shape, stroke) : 0;
    put(w, LIT("<path"));
    say_matrix(w, "transform", &shape->state.matrix);
    say_paint(w, "fill", fill, fill_gradient);
    say_word(w, shape, SVG_FILL_RULE, "fill-rule", "nonzero");
    if (stroke->on) {
        say_paint(w, "stroke", stroke, stroke_gradient);
        say_stroke(w, shape);
    }
    if (shape->opacity < 1)
        say_length(w, "opacity", shape->opacity);
    say_outline(w, shape);
    put(w, LIT("/>"));
}

/* Nothing is painted by a gradient without stops, or in the box of a straight line. */
static bool can_paint(const Writing *w, const DrawnShape *shape, const Paint *paint) {
    if (!paint->on || !paint->gradient)
        return paint->on;
    const char *units = told(w, paint->gradient, "gradientUnits");
    bool user = units && strcmp(units, "userSpaceOnUse") == 0;
    bool flat = shape->own.x1 <= shape->own.x0 || shape->own.y1 <= shape->own.y0;
    return with_stops(w, paint->gradient) && (user || !flat);
}

static void say_in_order(Writing *w, const DrawnShape *shape) {
    static const Paint NONE = {.on = false};
    const char *order = shape->state.property[SVG_PAINT_ORDER];
    Paint fill = shape->fill, stroke = shape->stroke;
    fill.on = can_paint(w, shape, &fill);
    stroke.on = can_paint(w, shape, &stroke);
    go_to_line(w, shape->line);
    if (order && strncmp(order, "stroke", 6) == 0 && fill.on && stroke.on) {
        say_shape(w, shape, &NONE, &stroke);
        say_shape(w, shape, &fill, &NONE);
    } else if (fill.on || stroke.on) {
        say_shape(w, shape, &fill, &stroke);
    }
}

/* ---- the drawing ----------------------------------------------------------------------------- */

/* Without a viewBox the size stands in for it, when it says one. */
static void say_view(Writing *w) {
    const Drawing *d = w->d;
    if (d->view.x1 > d->view.x0 && d->view.y1 > d->view.y0)
        say(w, " viewBox=\"%.8g %.8g %.8g %.8g\"", d->view.x0, d->view.y0, d->view.x1 - d->view.x0,
            d->view.y1 - d->view.y0);
}

Slice drawing_write(const Drawing *d) {
    Writing w = {.d = d, .line = 1};
    go_to_line(&w, d->root->line);
    put(&w, LIT("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    say_view(&w);
    put(&w, LIT(">"));
    for (int i = 0; i < d->shapes; i++)
        say_in_order(&w, &d->shape[i]);
    put(&w, LIT("</svg>\n"));
    return (Slice){w.text, w.len};
}
