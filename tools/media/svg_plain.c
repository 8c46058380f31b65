#include "tools/media/drawing_parts.h"

#include <string.h>

static bool is_hex(const char *value) {
    return value[0] == '#' && strlen(value) == 7 &&
           strspn(value + 1, "0123456789abcdefABCDEF") == 6;
}

static bool is_number(const char *value) {
    Slice rest = slice_from(value);
    double number;
    return svg_take_number(&rest, &number) && !rest.len;
}

static bool is_numbers(const char *value) {
    return value[strspn(value, "0123456789+-.eE ,\t\r\n")] == 0;
}

static bool is_dashes(const char *value) {
    Slice rest = slice_from(value);
    double number;
    int count = 0;
    for (; svg_take_number(&rest, &number); count++)
        svg_skip_blanks(&rest);
    return !rest.len && count <= 8;
}

/* Arcs may run their flags together: those are read anew. */
static bool is_outline(const char *value) {
    return value[strspn(value, "0123456789+-.eE ,\t\r\nMmLlHhVvCcSsQqTtZz")] == 0;
}

static bool is_paint(const char *value) {
    return is_hex(value) || strcmp(value, "none") == 0;
}

static bool is_word(const char *value) {
    static const char *const WORDS[] = {"round", "butt",    "square",  "miter",
                                        "bevel", "nonzero", "evenodd", NULL};
    return svg_is_one_of(value, WORDS);
}

static bool is_transform(const char *value) {
    Affine matrix = AFFINE_NONE;
    return svg_transform(slice_from(value), &matrix);
}

static bool is_any(const char *value) {
    (void)value;
    return true;
}

static bool (*check_of(const char *name))(const char *) {
    static const char *const NUMBERS[] = {"x",
                                          "y",
                                          "width",
                                          "height",
                                          "rx",
                                          "ry",
                                          "cx",
                                          "cy",
                                          "r",
                                          "x1",
                                          "y1",
                                          "x2",
                                          "y2",
                                          "stroke-width",
                                          "stroke-opacity",
                                          "fill-opacity",
                                          "stroke-miterlimit",
                                          NULL};
    static const char *const LISTS[] = {"points", "viewBox", NULL};
    static const char *const PAINTS[] = {"fill", "stroke", NULL};
    static const char *const WORDS[] = {"stroke-linecap", "stroke-linejoin", "fill-rule", NULL};
    if (svg_is_one_of(name, NUMBERS))
        return is_number;
    if (svg_is_one_of(name, LISTS))
        return is_numbers;
    if (svg_is_one_of(name, PAINTS))
        return is_paint;
    if (svg_is_one_of(name, WORDS))
        return is_word;
    if (strcmp(name, "stroke-dasharray") == 0)
        return is_dashes;
    if (strcmp(name, "d") == 0)
        return is_outline;
    return strcmp(name, "transform") == 0 ? is_transform : NULL;
}

/* Of a single shape with one paint, opacity is what the kiosk takes it for. */
static bool is_plain_opacity(const SvgElement *element, const SvgAttribute *attribute) {
    const char *fill = svg_attribute(element, "fill"), *stroke = svg_attribute(element, "stroke");
    bool one = (fill && strcmp(fill, "none") == 0) || (stroke && strcmp(stroke, "none") == 0);
    return one && !svg_is(element, "g") && is_number(attribute->value);
}

static bool are_attributes_plain(const SvgElement *element) {
    for (int i = 0; i < element->attributes; i++) {
        const SvgAttribute *a = &element->attribute[i];
        bool (*check)(const char *) = check_of(a->name);
        bool root =
            !element->parent && (strcmp(a->name, "width") == 0 || strcmp(a->name, "height") == 0);
        if (root)
            check = is_any; /* the kiosk does not look there */
        bool plain = check ? check(a->value)
                           : strcmp(a->name, "opacity") == 0 && is_plain_opacity(element, a);
        if (!plain)
            return false;
    }
    return true;
}

bool svg_is_plain(const SvgElement *element) {
    static const char *const PLAIN[] = {"g",    "path",     "rect",    "circle", "ellipse",
                                        "line", "polyline", "polygon", NULL};
    bool plain =
        (!element->parent || svg_is_one_of(element->name, PLAIN)) && are_attributes_plain(element);
    for (const SvgElement *child = element->first; child && plain; child = child->next)
        plain = svg_is_plain(child);
    return plain;
}
