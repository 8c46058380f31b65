#include "tools/media/drawing_parts.h"

#include <math.h>
#include <string.h>

double drawing_opacity(const char *text) {
    Slice rest = slice_trim(slice_from(text));
    double value;
    if (!text || !svg_take_number(&rest, &value))
        return 1;
    return fmin(fmax(slice_is(rest, "%") ? value / 100 : value, 0), 1);
}

/* "url(#id)", "url('#id') none". */
static Slice id_in(const char *text) {
    Slice url = slice_trim(slice_from(text));
    int end = slice_find(url, LIT(")"));
    if (!slice_has_prefix(url, LIT("url(")) || end < 0)
        return LIT("");
    url = slice_trim(slice_cut(url, 4, end));
    if (url.len > 2 && (url.at[0] == '"' || url.at[0] == '\''))
        url = slice_cut(url, 1, url.len - 1);
    return slice_has_prefix(url, LIT("#")) ? slice_cut(url, 1, url.len) : LIT("");
}

SvgElement *drawing_target(const Drawing *d, const char *text) {
    Slice id = text ? id_in(text) : LIT("");
    return id.len ? svg_find(d->root, id) : NULL;
}

static bool is_gradient(const SvgElement *element) {
    return svg_is(element, "linearGradient") || svg_is(element, "radialGradient");
}

static Slice current_colour(const SvgState *state) {
    const char *colour = state->property[SVG_COLOR];
    return colour ? slice_from(colour) : LIT("#000000");
}

static void take_colour(Drawing *d, int line, const SvgState *state, Slice text, Paint *paint) {
    if (slice_is(text, "currentColor") || slice_is(text, "currentcolor"))
        text = current_colour(state);
    int profile = slice_find(text, LIT(" icc-color"));
    if (profile > 0)
        text = slice_cut(text, 0, profile);
    paint->on = svg_colour(text, &paint->colour);
    if (!paint->on)
        DRAWING_FAULT(d, line,
                      "la couleur « " SLICE_FMT " » n’est pas comprise ; l’écrire comme #FFB81C",
                      SLICE_ARG(text));
}

/* A gradient, or what stands behind it for whoever knows none. */
static void take_server(Drawing *d, int line, const SvgState *state, const char *text,
                        Paint *paint) {
    SvgElement *server = drawing_target(d, text);
    const char *end = strchr(text, ')');
    Slice other = slice_trim(slice_from(end ? end + 1 : ""));
    if (server && is_gradient(server)) {
        paint->on = true;
        paint->gradient = server;
    } else if (server) {
        DRAWING_FAULT(
            d, line, "l’élément <%s> ne serait pas dessiné ; remplir d’une couleur ou d’un dégradé",
            server->name);
    } else if (other.len && !slice_is(other, "none")) {
        take_colour(d, line, state, other, paint);
    }
}

Paint drawing_paint(Drawing *d, int line, const SvgState *state, SvgProperty property) {
    bool fill = property == SVG_FILL;
    const char *text = state->property[property];
    Paint paint = {
        .opacity = drawing_opacity(state->property[fill ? SVG_FILL_OPACITY : SVG_STROKE_OPACITY])};
    if (!text)
        text = fill ? "#000000" : "none";
    if (strcmp(text, "none") == 0)
        return paint;
    if (strncmp(text, "url(", 4) == 0)
        take_server(d, line, state, text, &paint);
    else
        take_colour(d, line, state, slice_from(text), &paint);
    if (!paint.gradient)
        paint.opacity *= paint.colour.alpha;
    paint.on = paint.on && paint.opacity > 0;
    return paint;
}
