/* Walks an SVG once, with Expat: its size, and whether drawing it would take for ever. */
#include "content/image.h"

#include <expat.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* From numbers to length: no arc is longer than seven of its radii, no curve longer than the
   polygon of its points, and a relative move counts once, an absolute one from wherever the last
   one led. */
#define LENGTH_OF_NUMBERS 7

typedef struct SvgLook {
    XML_Parser parser;
    Image *image;
    ImageError error;
    int depth;
    double dash[IMAGE_DEPTH_MAX + 1]; /* of each open element: its dashes, once around; 0: none */
    double points, dashes;
} SvgLook;

static void stop(SvgLook *look, ImageError error) {
    if (look->error)
        return;
    look->error = error;
    look->image->line = (int)XML_GetCurrentLineNumber(look->parser);
    XML_StopParser(look->parser, XML_FALSE);
}

/* ---- numbers --------------------------------------------------------------------------------- */

typedef struct Numbers {
    int count;
    double sum, most; /* of their sizes, without signs */
} Numbers;

static bool begins_number(const char *at) {
    return (*at >= '0' && *at <= '9') || (*at == '.' && at[1] >= '0' && at[1] <= '9');
}

/* Every number in a text, whatever stands between them; up to `until` or its end. */
static Numbers numbers_in(const char *text, const char *until) {
    Numbers n = {0};
    for (const char *at = text; *at && at != until;) {
        if (!begins_number(at)) {
            at++;
            continue;
        }
        char *end;
        double value = strtod(at, &end);
        n.count++;
        n.sum += value;
        n.most = fmax(n.most, value);
        at = end;
    }
    return n;
}

static bool is_one_of(const char *name, const char *const *list) {
    for (int i = 0; list[i]; i++)
        if (strcmp(name, list[i]) == 0)
            return true;
    return false;
}

/* ---- elements -------------------------------------------------------------------------------- */

/* The numbers of an outline, counted; one that is out of range ends it. */
static double outline_of(SvgLook *look, const char **attributes) {
    static const char *const OUTLINE[] = {"d", "points", "x",  "y",  "width", "height", "cx", "cy",
                                          "r", "rx",     "ry", "x1", "y1",    "x2",     "y2", NULL};
    double sum = 0;
    for (int i = 0; attributes[i]; i += 2) {
        bool outline = is_one_of(attributes[i], OUTLINE);
        if (!outline && strcmp(attributes[i], "stroke-width") != 0)
            continue;
        Numbers n = numbers_in(attributes[i + 1], NULL);
        if (!(n.most <= IMAGE_NUMBER_MAX))
            stop(look, IMAGE_NUMBERS);
        look->points += n.count;
        sum += outline ? n.sum : 0;
    }
    return sum;
}

/* The length of the dashes and gaps that an attribute tells, at first `known`. */
static double dash_told(const char *name, const char *value, double known) {
    const char *until = NULL;
    if (strcmp(name, "style") == 0) {
        value = strstr(value, "stroke-dasharray");
        until = value ? strchr(value, ';') : NULL;
    } else if (strcmp(name, "stroke-dasharray") != 0) {
        return known;
    }
    return value ? numbers_in(value, until).sum : known;
}

static void count_dashes(SvgLook *look, double sum, double dash) {
    if (dash > 0)
        look->dashes += sum * LENGTH_OF_NUMBERS / dash;
    if (look->dashes > IMAGE_DASHES_MAX)
        stop(look, IMAGE_DASHES);
}

static void take_viewbox(SvgLook *look, const char **attributes) {
    double x, y, w = 0, h = 0;
    for (int i = 0; attributes[i]; i += 2)
        if (strcmp(attributes[i], "viewBox") == 0)
            (void)!sscanf(attributes[i + 1], "%lf%*[ ,]%lf%*[ ,]%lf%*[ ,]%lf", &x, &y, &w, &h);
    if (!(w >= 1 && h >= 1))
        stop(look, IMAGE_NO_VIEWBOX);
    else if (!(w <= IMAGE_PIXELS_MAX && h <= IMAGE_PIXELS_MAX))
        stop(look, IMAGE_LARGE);
    else {
        look->image->width = (int)w;
        look->image->height = (int)h;
    }
}

static void take_root(SvgLook *look, const char *name, const char **attributes) {
    if (strcmp(name, "svg") != 0) {
        stop(look, IMAGE_MALFORMED);
        return;
    }
    look->image->root = (int)XML_GetCurrentByteIndex(look->parser);
    look->image->root_end = look->image->root + XML_GetCurrentByteCount(look->parser);
    take_viewbox(look, attributes);
}

static void XMLCALL on_start(void *self, const char *name, const char **attributes) {
    SvgLook *look = self;
    if (!look->depth)
        take_root(look, name, attributes);
    if (look->depth >= IMAGE_DEPTH_MAX)
        stop(look, IMAGE_DEEP);
    if (look->error)
        return;
    double dash = look->dash[look->depth];
    for (int i = 0; attributes[i]; i += 2)
        dash = dash_told(attributes[i], attributes[i + 1], dash);
    look->dash[++look->depth] = dash;
    count_dashes(look, look->depth > 1 ? outline_of(look, attributes) : 0, dash);
    if (look->points > IMAGE_POINTS_MAX)
        stop(look, IMAGE_POINTS);
}

static void XMLCALL on_end(void *self, const char *name) {
    (void)name;
    SvgLook *look = self;
    look->depth -= look->depth > 0;
}

static void XMLCALL on_entity(void *self, const char *name, int is_parameter, const char *value,
                              int length, const char *base, const char *system, const char *public,
                              const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system,
        (void)public, (void)notation;
    stop(self, IMAGE_MALFORMED);
}

ImageError image_look_svg(Slice bytes, Image *image) {
    SvgLook look = {.image = image, .parser = XML_ParserCreate("UTF-8")};
    if (!look.parser)
        return IMAGE_MALFORMED;
    XML_SetUserData(look.parser, &look);
    XML_SetElementHandler(look.parser, on_start, on_end);
    XML_SetEntityDeclHandler(look.parser, on_entity);
    if (XML_Parse(look.parser, bytes.at, bytes.len, XML_TRUE) != XML_STATUS_OK)
        stop(&look, IMAGE_MALFORMED);
    XML_ParserFree(look.parser);
    return look.error;
}
