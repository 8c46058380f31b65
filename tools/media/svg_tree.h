/* An SVG as a tree of elements, each with the line it stands on; what other programs noted for
   themselves (metadata, layers' settings) is left out. */
#pragma once

#include "tools/sources/report.h"

enum {
    SVG_DEPTH_MAX = 100, /* elements in elements */
    SVG_ELEMENTS_MAX = 50000
};

typedef struct SvgAttribute {
    const char *name, *value;
    int weight; /* which of two words about the same thing wins, see svg_style.h */
} SvgAttribute;

typedef struct SvgElement {
    const char *name; /* without prefix; "" for one of another language than SVG */
    int line;
    SvgAttribute *attribute;
    int attributes;
    Slice text; /* of a <style>; of others whether there is any */
    struct SvgElement *parent, *first, *last, *next;
} SvgElement;

typedef struct SvgSource {
    Report *report;
    Arena *arena;
    Slice file;
} SvgSource;

/* NULL after a fault: not well-formed, no <svg>, entities of its own, too deep or too much. */
SvgElement *svg_read(const SvgSource *source, Slice bytes);

const char *svg_attribute(const SvgElement *element, const char *name); /* NULL: it has none */
/* Takes the place of what weighs no more. */
void svg_set(Arena *arena, SvgElement *element, const char *name, const char *value, int weight);
SvgElement *svg_find(SvgElement *root, Slice id); /* NULL: nothing is called so */
bool svg_is(const SvgElement *element, const char *name);
bool svg_is_one_of(const char *name, const char *const *list);
