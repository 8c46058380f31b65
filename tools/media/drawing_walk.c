#include "tools/media/drawing_parts.h"

#include <math.h>
#include <string.h>

enum {
    SHAPES_MAX = 20000, /* with all that <use> repeats */
    WALKED_MAX = 200000
};

static const char *const HANDED_DOWN[SVG_PROPERTY_COUNT] = {
    [SVG_FILL] = "fill",
    [SVG_FILL_OPACITY] = "fill-opacity",
    [SVG_FILL_RULE] = "fill-rule",
    [SVG_STROKE] = "stroke",
    [SVG_STROKE_OPACITY] = "stroke-opacity",
    [SVG_STROKE_WIDTH] = "stroke-width",
    [SVG_STROKE_LINECAP] = "stroke-linecap",
    [SVG_STROKE_LINEJOIN] = "stroke-linejoin",
    [SVG_STROKE_MITERLIMIT] = "stroke-miterlimit",
    [SVG_STROKE_DASHARRAY] = "stroke-dasharray",
    [SVG_STROKE_DASHOFFSET] = "stroke-dashoffset",
    [SVG_COLOR] = "color",
    [SVG_VISIBILITY] = "visibility",
    [SVG_PAINT_ORDER] = "paint-order",
    [SVG_FONT_SIZE] = "font-size",
};

static bool says(const SvgElement *element, const char *name, const char *value) {
    const char *found = svg_attribute(element, name);
    return found && strcmp(found, value) == 0;
}

/* ---- state ----------------------------------------------------------------------------------- */

static void take_transform(Drawing *d, const SvgElement *element, SvgState *state) {
    const char *transform = svg_attribute(element, "transform");
    if (transform && !svg_transform(slice_from(transform), &state->matrix))
        DRAWING_FAULT(d, element->line,
                      "la transformation « %.60s » n’est pas comprise ; l’appliquer aux formes",
                      transform);
    if (transform && svg_attribute(element, "transform-origin"))
        DRAWING_FAULT(
            d, element->line,
            "« transform-origin » serait ignoré ; appliquer la transformation aux formes");
}

static SvgState state_of(Drawing *d, const SvgElement *element, const SvgState *around) {
    SvgState state = *around;
    for (int i = 0; i < SVG_PROPERTY_COUNT; i++) {
        const char *own = svg_attribute(element, HANDED_DOWN[i]);
        if (own && strcmp(own, "inherit") != 0)
            state.property[i] = own;
    }
    take_transform(d, element, &state);
    return state;
}

/* ---- what is lost ---------------------------------------------------------------------------- */

static bool has_text(const SvgElement *element) {
    bool text = element->text.len > 0;
    for (const SvgElement *child = element->first; child && !text; child = child->next)
        text = has_text(child);
    return text;
}

static void name_lost(Drawing *d, const SvgElement *element) {
    DRAWING_FAULT(d, element->line, "l’élément <%s> ne serait pas dessiné ; le convertir en tracés",
                  element->name);
}

static void name_unknown(Drawing *d, const SvgElement *element) {
    DRAWING_FAULT(d, element->line, "l’élément <%s> n’est pas connu ; l’effacer", element->name);
}

/* Words that change how a shape looks and that the kiosk has no means for. */
static void name_effects(Drawing *d, const SvgElement *element) {
    static const char *const EFFECTS[] = {
        "filter",     "mix-blend-mode", "marker",        "marker-start",
        "marker-mid", "marker-end",     "vector-effect", NULL};
    for (int i = 0; EFFECTS[i]; i++) {
        const char *value = svg_attribute(element, EFFECTS[i]);
        if (value && strcmp(value, "none") != 0 && strcmp(value, "normal") != 0)
            DRAWING_FAULT(d, element->line, "« %s » serait ignoré ; redessiner sans lui",
                          EFFECTS[i]);
    }
}

static void name_moving_parts(Drawing *d, const SvgElement *shape) {
    for (const SvgElement *child = shape->first; child; child = child->next)
        if (strncmp(child->name, "animate", 7) == 0 || svg_is(child, "set"))
            DRAWING_FAULT(d, child->line, "l’élément <%s> ne bougerait pas ; l’effacer",
                          child->name);
}

/* ---- shapes ---------------------------------------------------------------------------------- */

static double stroke_width(Drawing *d, int line, const SvgState *state) {
    const char *text = state->property[SVG_STROKE_WIDTH];
    double width = 1;
    if (text && !svg_length(slice_from(text), &d->measure, SVG_DIAGONAL, &width))
        DRAWING_FAULT(d, line, "« stroke-width=\"%.40s\" » n’est pas une longueur", text);
    return width;
}

/* How far a unit reaches in the drawing: the larger and the smaller of the two stretches. */
static void stretches(const Affine *m, double *large, double *small) {
    double sum = (m->a * m->a + m->b * m->b + m->d * m->d + m->e * m->e) / 2,
           area = m->a * m->e - m->b * m->d, rest = sqrt(fmax(sum * sum - area * area, 0));
    *large = sqrt(sum + rest);
    *small = sqrt(fmax(sum - rest, 0));
}

static void grow_by_stroke(Drawing *d, DrawnShape *shape) {
    double large, small, width = stroke_width(d, shape->line, &shape->state);
    stretches(&shape->state.matrix, &large, &small);
    if (large > small * 1.05)
        report_warn(d->source.report, d->source.file, shape->line, 0,
                    "ce contour est étiré plus dans un sens que dans l’autre : il serait dessiné "
                    "partout de même épaisseur ; appliquer la transformation à la forme");
    shape->seen.x0 -= large * width / 2;
    shape->seen.y0 -= large * width / 2;
    shape->seen.x1 += large * width / 2;
    shape->seen.y1 += large * width / 2;
}

static void name_veil(Drawing *d, const DrawnShape *shape) {
    if (shape->opacity < 1 && shape->fill.on && shape->stroke.on)
        report_warn(d->source.report, d->source.file, shape->line, 0,
                    "l’opacité d’une forme remplie et entourée : son contour laisserait voir son "
                    "fond ; donner l’opacité au fond et au contour, ou en faire deux formes");
}

static bool has_room(Drawing *d, int line) {
    bool full = d->shapes >= SHAPES_MAX || d->walked >= WALKED_MAX;
    if (full && !d->full)
        DRAWING_FAULT(d, line, "plus de %d formes ; simplifier le dessin", SHAPES_MAX);
    d->full |= full;
    return !d->full;
}

static void add_shape(Drawing *d, const SvgElement *element, const SvgState *state) {
    DrawnShape shape = {.state = *state, .line = element->line};
    const char *visible = state->property[SVG_VISIBILITY];
    name_moving_parts(d, element);
    bool hidden = visible && strcmp(visible, "visible") != 0;
    if (hidden || !svg_outline(&d->source, element, &d->measure, &shape.outline))
        return;
    shape.fill = drawing_paint(d, element->line, state, SVG_FILL);
    shape.stroke = drawing_paint(d, element->line, state, SVG_STROKE);
    shape.fill.on &= !svg_is(element, "line");
    shape.stroke.on &= stroke_width(d, element->line, state) > 0;
    shape.opacity = drawing_opacity(svg_attribute(element, "opacity"));
    if (!shape.outline.count || !(shape.fill.on || shape.stroke.on) || shape.opacity <= 0)
        return;
    static const Affine HERE = {1, 0, 0, 0, 1, 0};
    shape.own = svg_bounds(&shape.outline, &HERE);
    shape.seen = svg_bounds(&shape.outline, &state->matrix);
    if (shape.stroke.on)
        grow_by_stroke(d, &shape);
    name_veil(d, &shape);
    *LIST_ADD(d->source.arena, d->shape, d->shapes) = shape;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* A group is seen through as a whole; the kiosk knows that of single shapes only. */
static void fade(Drawing *d, const SvgElement *group, int from) {
    double opacity = drawing_opacity(svg_attribute(group, "opacity"));
    if (opacity > 0 && opacity < 1)
        DRAWING_FAULT(d, group->line,
                      "l’opacité d’un groupe serait ignorée ; la donner à chaque forme");
    d->shapes = opacity > 0 ? d->shapes : from;
}

static bool is_for_others(const SvgElement *element) {
    return svg_is(element, "foreignObject") || svg_attribute(element, "requiredExtensions") ||
           svg_attribute(element, "systemLanguage");
}

static void walk_children(Drawing *d, SvgElement *element, const SvgState *state) {
    bool one = svg_is(element, "switch");
    for (SvgElement *child = element->first; child; child = child->next) {
        if (one && (is_for_others(child) || !*child->name))
            continue;
        drawing_walk(d, child, state);
        if (one)
            return;
    }
}

/* ---- other drawings within, and what is used again ------------------------------------------- */

static double own_length(Drawing *d, const SvgElement *element, const char *name, SvgAxis axis,
                         double otherwise) {
    const char *text = svg_attribute(element, name);
    double length = otherwise;
    if (text && strcmp(text, "auto") != 0 &&
        !svg_length(slice_from(text), &d->measure, axis, &length))
        DRAWING_FAULT(d, element->line, "« %s=\"%.40s\" » n’est pas une longueur", name, text);
    return length;
}

static bool read_box(const char *text, double *box) {
    Slice rest = slice_from(text);
    for (int i = 0; i < 4; i++) {
        svg_skip_blanks(&rest);
        if (!svg_take_number(&rest, &box[i]))
            return false;
    }
    return box[2] > 0 && box[3] > 0;
}

/* A viewBox fits into its place, in the middle of it, as large as may be (SVG 2, 8.6). */
static void fit_view(Drawing *d, const SvgElement *element, SvgState *state, double w, double h) {
    double box[4];
    if (!read_box(svg_attribute(element, "viewBox"), box))
        return;
    const char *ratio = svg_attribute(element, "preserveAspectRatio");
    if (ratio && strncmp(ratio, "xMidYMid", 8) != 0)
        DRAWING_FAULT(d, element->line,
                      "« preserveAspectRatio » serait ignoré ici ; dissocier ce groupe");
    double scale = fmin(w / box[2], h / box[3]);
    Affine fit = {scale, 0,     (w - box[2] * scale) / 2 - box[0] * scale,
                  0,     scale, (h - box[3] * scale) / 2 - box[1] * scale};
    state->matrix = affine_after(&state->matrix, &fit);
}

static void move(SvgState *state, double x, double y) {
    Affine by = {1, 0, x, 0, 1, y};
    state->matrix = affine_after(&state->matrix, &by);
}

/* What hangs over a drawing within a drawing is cut off: no more can be said than that. */
static void name_overhang(Drawing *d, const SvgElement *element, const SvgState *state, double w,
                          double h, int from) {
    AffinePoint a = svg_apply(&state->matrix, 0, 0), b = svg_apply(&state->matrix, w, h);
    SvgBox place = {fmin(a.x, b.x), fmin(a.y, b.y), fmax(a.x, b.x), fmax(a.y, b.y)};
    for (int i = from; i < d->shapes && !says(element, "overflow", "visible"); i++)
        if (!svg_box_in(d->shape[i].seen, place) && !svg_box_in(d->view, place)) {
            DRAWING_FAULT(d, element->line,
                          "ce qui dépasse de <%s> ne serait pas coupé ; dissocier ce groupe",
                          element->name);
            return;
        }
}

static void walk_view(Drawing *d, SvgElement *element, SvgState state, double w, double h) {
    int from = d->shapes;
    SvgState inside = state;
    fit_view(d, element, &inside, w, h);
    walk_children(d, element, &inside);
    name_overhang(d, element, &state, w, h, from);
}

static void walk_drawing(Drawing *d, SvgElement *element, SvgState *state) {
    if (element == d->root) {
        walk_children(d, element, state);
        return;
    }
    move(state, own_length(d, element, "x", SVG_ACROSS, 0),
         own_length(d, element, "y", SVG_DOWN, 0));
    walk_view(d, element, *state, own_length(d, element, "width", SVG_ACROSS, d->measure.width),
              own_length(d, element, "height", SVG_DOWN, d->measure.height));
}

static void walk_symbol(Drawing *d, const SvgElement *use, SvgElement *symbol, SvgState *state) {
    SvgState inside = state_of(d, symbol, state);
    double w = own_length(d, symbol, "width", SVG_ACROSS, d->measure.width),
           h = own_length(d, symbol, "height", SVG_DOWN, d->measure.height);
    walk_view(d, symbol, inside, own_length(d, use, "width", SVG_ACROSS, w),
              own_length(d, use, "height", SVG_DOWN, h));
}

static void walk_use(Drawing *d, SvgElement *use, SvgState *state) {
    const char *href = svg_attribute(use, "href");
    SvgElement *target = href && *href == '#' ? svg_find(d->root, slice_from(href + 1)) : NULL;
    if (!target) {
        DRAWING_FAULT(d, use->line, "<use> mène à « %.60s », qui n’est pas dans ce dessin",
                      href ? href : "");
        return;
    }
    if (++state->uses > SVG_USES_MAX) {
        DRAWING_FAULT(d, use->line, "des éléments <use> se répètent sans fin ; les dissocier");
        return;
    }
    move(state, own_length(d, use, "x", SVG_ACROSS, 0), own_length(d, use, "y", SVG_DOWN, 0));
    if (svg_is(target, "symbol"))
        walk_symbol(d, use, target, state);
    else
        drawing_walk(d, target, state);
}

/* ---- elements -------------------------------------------------------------------------------- */

static bool is_group(const SvgElement *element) {
    static const char *const GROUPS[] = {"g", "a", "switch", NULL};
    return svg_is_one_of(element->name, GROUPS);
}

static void walk_inside(Drawing *d, SvgElement *element, SvgState *state) {
    static const char *const SHAPES[] = {"path", "rect",     "circle",  "ellipse",
                                         "line", "polyline", "polygon", NULL};
    static const char *const WORDS[] = {"text", "flowRoot", NULL};
    static const char *const LOST[] = {
        "image", "foreignObject",    "script",        "animate", "set",    "video",
        "audio", "animateTransform", "animateMotion", "canvas",  "iframe", NULL};
    if (svg_is(element, "svg"))
        walk_drawing(d, element, state);
    else if (is_group(element))
        walk_children(d, element, state);
    else if (svg_is_one_of(element->name, SHAPES))
        add_shape(d, element, state);
    else if (svg_is(element, "use"))
        walk_use(d, element, state);
    else if (svg_is_one_of(element->name, LOST) ||
             (svg_is_one_of(element->name, WORDS) && has_text(element)))
        name_lost(d, element);
    else if (!svg_is_one_of(element->name, WORDS))
        name_unknown(d, element);
}

/* Drawn only where something refers to them, or never. */
static bool is_aside(const SvgElement *element) {
    static const char *const ASIDE[] = {
        "defs",           "title",    "desc",   "metadata", "style",     "linearGradient",
        "radialGradient", "clipPath", "mask",   "symbol",   "marker",    "filter",
        "pattern",        "view",     "cursor", "font",     "font-face", "color-profile",
        "solidColor",     "",         NULL};
    return svg_is_one_of(element->name, ASIDE);
}

void drawing_walk(Drawing *d, SvgElement *element, const SvgState *around) {
    d->walked++;
    if (is_aside(element) || says(element, "display", "none") || !has_room(d, element->line))
        return;
    SvgState state = state_of(d, element, around);
    int from = d->shapes, before = d->source.report->count;
    walk_inside(d, element, &state);
    if (d->shapes == from && d->source.report->count == before)
        return; /* nothing is seen of it */
    name_effects(d, element);
    drawing_clip(d, element, &state, from);
    if (is_group(element) || svg_is(element, "use") || svg_is(element, "svg"))
        fade(d, element, from);
}
