#include "tools/media/svg_tree.h"

#include <expat.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define BETWEEN '|' /* namespace and name, as Expat is told to join them */
#define SVG_SPACE "http://www.w3.org/2000/svg|"
#define XLINK_SPACE "http://www.w3.org/1999/xlink|"

typedef struct SvgReading {
    const SvgSource *source;
    XML_Parser parser;
    SvgElement *root, *at;
    int depth, count;
    bool stopped;
    char *sheet; /* of the style that is being read: it comes line by line */
    size_t sheet_len, sheet_room;
} SvgReading;

#define STOP(r, ...)                                                                               \
    (report_fault((r)->source->report, (r)->source->file, line_of(r), __VA_ARGS__), stop(r))

static int line_of(const SvgReading *r) {
    return (int)XML_GetCurrentLineNumber(r->parser);
}

static void stop(SvgReading *r) {
    r->stopped = true;
    XML_StopParser(r->parser, XML_FALSE);
}

bool svg_is(const SvgElement *element, const char *name) {
    return strcmp(element->name, name) == 0;
}

bool svg_is_one_of(const char *name, const char *const *list) {
    for (int i = 0; list[i]; i++)
        if (strcmp(name, list[i]) == 0)
            return true;
    return false;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static SvgAttribute *find(const SvgElement *element, const char *name) {
    for (int i = 0; i < element->attributes; i++)
        if (strcmp(element->attribute[i].name, name) == 0)
            return &element->attribute[i];
    return NULL;
}

const char *svg_attribute(const SvgElement *element, const char *name) {
    const SvgAttribute *found = find(element, name);
    return found ? found->value : NULL;
}

void svg_set(Arena *arena, SvgElement *element, const char *name, const char *value, int weight) {
    SvgAttribute *found = find(element, name);
    if (!found) {
        found = LIST_ADD(arena, element->attribute, element->attributes);
        *found = (SvgAttribute){name, "", 0};
    }
    if (weight >= found->weight)
        *found = (SvgAttribute){name, value, weight};
}

SvgElement *svg_find(SvgElement *root, Slice id) {
    const char *own = svg_attribute(root, "id");
    SvgElement *found = own && slice_is(id, own) ? root : NULL;
    for (SvgElement *child = root->first; child && !found; child = child->next)
        found = svg_find(child, id);
    return found;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* The name of an element without its namespace; one without any is taken for SVG, as people mean
   it. */
static const char *own_name(const char *name) {
    if (strncmp(name, SVG_SPACE, sizeof SVG_SPACE - 1) == 0)
        return name + sizeof SVG_SPACE - 1;
    return strchr(name, BETWEEN) ? "" : name;
}

/* Links are the same with and without their old prefix; other prefixes are others' notes. */
static const char *attribute_name(const char *name) {
    if (strncmp(name, XLINK_SPACE, sizeof XLINK_SPACE - 1) == 0)
        return name + sizeof XLINK_SPACE - 1;
    return strchr(name, BETWEEN) ? NULL : name;
}

static void take_attributes(SvgReading *r, SvgElement *element, const char **attribute) {
    Arena *arena = r->source->arena;
    for (int i = 0; attribute[i]; i += 2) {
        const char *name = attribute_name(attribute[i]);
        if (name)
            svg_set(arena, element, arena_copy(arena, slice_from(name)).at,
                    arena_copy(arena, slice_trim(slice_from(attribute[i + 1]))).at, 0);
    }
}

static void add_child(SvgElement *parent, SvgElement *child) {
    if (!parent)
        return;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static void XMLCALL on_start(void *self, const char *name, const char **attribute) {
    SvgReading *r = self;
    Arena *arena = r->source->arena;
    SvgElement *element = arena_new(arena, SvgElement);
    *element = (SvgElement){.name = arena_copy(arena, slice_from(own_name(name))).at,
                            .line = line_of(r),
                            .text = LIT(""),
                            .parent = r->at};
    if (!r->root && !svg_is(element, "svg"))
        STOP(r, "ce n’est pas un dessin SVG");
    else if (++r->depth > SVG_DEPTH_MAX)
        STOP(r, "plus de %d groupes les uns dans les autres ; les dissocier", SVG_DEPTH_MAX);
    else if (++r->count > SVG_ELEMENTS_MAX)
        STOP(r, "plus de %d éléments ; simplifier le dessin", SVG_ELEMENTS_MAX);
    take_attributes(r, element, attribute);
    add_child(r->at, element);
    r->root = r->root ? r->root : element;
    r->at = element;
}

static void XMLCALL on_end(void *self, const char *name) {
    (void)name;
    SvgReading *r = self;
    if (r->sheet_len && svg_is(r->at, "style")) {
        r->at->text = arena_copy(r->source->arena, (Slice){r->sheet, (int)r->sheet_len});
        r->sheet_len = 0;
    }
    r->at = r->at->parent;
    r->depth--;
}

static void add_to_sheet(SvgReading *r, const char *text, size_t len) {
    if (r->sheet_len + len > r->sheet_room) {
        r->sheet_room = 2 * (r->sheet_len + len);
        r->sheet = realloc(r->sheet, r->sheet_room);
        if (!r->sheet)
            abort();
    }
    memcpy(r->sheet + r->sheet_len, text, len);
    r->sheet_len += len;
}

static void XMLCALL on_text(void *self, const char *text, int len) {
    SvgReading *r = self;
    Slice more = {text, len};
    if (r->at && svg_is(r->at, "style"))
        add_to_sheet(r, text, (size_t)len);
    else if (r->at && slice_trim(more).len)
        r->at->text = LIT("…");
}

static void XMLCALL on_entity(void *self, const char *name, int is_parameter, const char *value,
                              int length, const char *base, const char *system, const char *public,
                              const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system,
        (void)public, (void)notation;
    SvgReading *r = self;
    STOP(r, "une déclaration d’entité n’est pas admise ; l’effacer");
}

SvgElement *svg_read(const SvgSource *source, Slice bytes) {
    SvgReading r = {.source = source, .parser = XML_ParserCreateNS(NULL, BETWEEN)};
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetEntityDeclHandler(r.parser, on_entity);
    bool good = XML_Parse(r.parser, bytes.at, bytes.len, XML_TRUE) == XML_STATUS_OK;
    if (!good && !r.stopped)
        report_fault(source->report, source->file, line_of(&r),
                     "le dessin n’est pas bien formé ; l’enregistrer à nouveau");
    XML_ParserFree(r.parser);
    free(r.sheet);
    return good ? r.root : NULL;
}
