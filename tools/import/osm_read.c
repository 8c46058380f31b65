#include "base/message.h"
#include "tools/import/osm.h"

#include "tools/sources/signs.h"
#include "tools/sources/source.h"
#include "tools/sources/xml_why.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 8          /* osm, way, nd: three are enough */
#define VALUE_BYTES_MAX 4096 /* OSM itself allows 255 signs */
#define TAGS_MAX 200         /* of one object */
#define REFS_MAX 2000        /* of one way, as OSM itself allows */
#define OBJECTS_MAX 500000   /* in all */
#define CHUNK_BYTES (1 << 16)

typedef struct List {
    OsmObject *object;
    int count, capacity;
} List;

typedef struct OsmReader {
    Osm *osm;
    XML_Parser parser;
    int file, depth;
    OsmObject *open; /* the object whose tags and references are being read */
    List list[OSM_KIND_COUNT];
    OsmTag tag[TAGS_MAX];
    OsmRef ref[REFS_MAX];
    OsmObject now;
    bool root_seen, failed;
} OsmReader;

/* ---- saying what is wrong -------------------------------------------------------------------- */

static void fail(OsmReader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void fail(OsmReader *r, const char *format, ...) {
    char said[400];
    va_list list;
    va_start(list, format);
    vsnprintf(said, sizeof said, message(format), list);
    va_end(list);
    if (!r->failed)
        report_fault_at(r->osm->report, r->osm->file[r->file],
                        (int)XML_GetCurrentLineNumber(r->parser),
                        (int)XML_GetCurrentColumnNumber(r->parser) + 1, "%s", said);
    r->failed = true;
    XML_StopParser(r->parser, XML_FALSE);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static const char *attribute(const char **pairs, const char *name) {
    for (int i = 0; pairs[i]; i += 2)
        if (strcmp(pairs[i], name) == 0)
            return pairs[i + 1];
    return NULL;
}

static bool read_id(OsmReader *r, const char *text, int64_t *id) {
    char *end = NULL;
    *id = text ? strtoll(text, &end, 10) : 0;
    if (!text || end == text || *end || *id == 0 || *id > OSM_FILE_SPAN / 2 ||
        *id < -OSM_FILE_SPAN / 2) {
        fail(r, "un numéro (id ou ref) manque ou n’est pas un nombre entier : « %.40s »",
             text ? text : "");
        return false;
    }
    if (*id < 0)
        *id -= r->file * OSM_FILE_SPAN;
    return true;
}

/* strtod would take 0x10, inf and nan, too. */
static bool is_decimal(const char *text) {
    return text && text[strspn(text, "+-.0123456789eE")] == 0;
}

static bool read_degrees(OsmReader *r, const char *text, const char *name, double most,
                         double *degrees) {
    char *end = NULL;
    *degrees = text ? strtod(text, &end) : 0;
    if (is_decimal(text) && end != text && !*end && fabs(*degrees) <= most) /* NaN fails, too */
        return true;
    fail(r, "%s=« %.40s » n’est pas une position : des degrés entre -%g et %g sont attendus", name,
         text ? text : "", most, most);
    return false;
}

static bool is_deleted(const char **pairs) {
    const char *action = attribute(pairs, "action"), *visible = attribute(pairs, "visible");
    return (action && strcmp(action, "delete") == 0) || (visible && strcmp(visible, "false") == 0);
}

static bool within_limits(OsmReader *r, const char **pairs) {
    for (int i = 0; pairs[i]; i++)
        if (strlen(pairs[i]) > VALUE_BYTES_MAX) {
            fail(r, "un attribut est trop long : %zu octets, %d au plus", strlen(pairs[i]),
                 VALUE_BYTES_MAX);
            return false;
        }
    return true;
}

/* ---- elements -------------------------------------------------------------------------------- */

static void begin_object(OsmReader *r, OsmKind kind, const char **pairs) {
    r->now = (OsmObject){.kind = kind,
                         .file = r->file,
                         .line = (int)XML_GetCurrentLineNumber(r->parser),
                         .column = (int)XML_GetCurrentColumnNumber(r->parser) + 1};
    if (r->open || !read_id(r, attribute(pairs, "id"), &r->now.id)) {
        fail(r, "un objet se trouve dans un autre ; le fichier n’est pas un fichier OSM");
        return;
    }
    if (is_deleted(pairs))
        return;
    const char *lat = attribute(pairs, "lat"), *lon = attribute(pairs, "lon");
    if (kind == OSM_NODE && (lat || lon))
        r->now.placed = read_degrees(r, lat, "lat", 90, &r->now.lat) &&
                        read_degrees(r, lon, "lon", 180, &r->now.lon);
    r->open = &r->now;
}

/* Control signs and those that turn the direction of a text have no place on a page: they become
   blanks. `*turned`: one of the latter, which somebody has to look at, else 0. */
static Slice cleaned(Arena *arena, const char *text, uint32_t *turned) {
    Slice rest = slice_from(text);
    char *out = arena_alloc(arena, (size_t)rest.len + 1);
    int len = 0;
    while (rest.len) {
        const char *from = rest.at;
        uint32_t code = utf8_next(&rest);
        bool turns = sign_turns(code);
        *turned = turns ? code : *turned;
        if (turns || code < 0x20 || code == 0x7F)
            out[len++] = ' ';
        else
            for (; from < rest.at; from++)
                out[len++] = *from;
    }
    Slice trimmed = slice_trim((Slice){out, len});
    out[trimmed.at - out + trimmed.len] = 0;
    return source_composed(arena, trimmed);
}

static void take_tag(OsmReader *r, const char **pairs) {
    const char *key = attribute(pairs, "k"), *value = attribute(pairs, "v");
    uint32_t turned = 0;
    if (!r->open)
        return;
    if (!key || !value)
        fail(r, "une balise <tag> n’a pas de clé (k) ou pas de valeur (v)");
    else if (r->open->tag_count == TAGS_MAX)
        fail(r, "plus de %d attributs pour un seul objet, le numéro %lld", TAGS_MAX,
             (long long)r->open->id);
    else
        r->tag[r->open->tag_count++] = (OsmTag){arena_copy(r->osm->arena, slice_from(key)),
                                                cleaned(r->osm->arena, value, &turned)};
    if (turned)
        report_warn(r->osm->report, r->osm->file[r->file], (int)XML_GetCurrentLineNumber(r->parser),
                    (int)XML_GetCurrentColumnNumber(r->parser) + 1, "%s",
                    sign_mend(r->osm->arena, turned).at);
}

static void take_ref(OsmReader *r, const char **pairs, bool inner) {
    if (!r->open)
        return;
    if (r->open->ref_count == REFS_MAX && r->open->kind == OSM_WAY)
        fail(r, "plus de %d points pour un seul tracé, le chemin %lld ; le couper en plusieurs",
             REFS_MAX, (long long)r->open->id);
    else if (r->open->ref_count == REFS_MAX)
        fail(r, "plus de %d points pour un seul tracé, la relation %lld ; le couper en plusieurs",
             REFS_MAX, (long long)r->open->id);
    else if (read_id(r, attribute(pairs, "ref"), &r->ref[r->open->ref_count].id))
        r->ref[r->open->ref_count++].inner = inner;
}

static void take_member(OsmReader *r, const char **pairs) {
    const char *type = attribute(pairs, "type"), *role = attribute(pairs, "role");
    int64_t id = 0;
    if (type && strcmp(type, "way") == 0)
        take_ref(r, pairs, role && strcmp(role, "inner") == 0);
    else if (r->open && type && strcmp(type, "relation") == 0 &&
             read_id(r, attribute(pairs, "ref"), &id))
        report_warn(
            r->osm->report, r->osm->file[r->file], r->open->line, r->open->column,
            id == r->open->id
                ? message(
                      "cette relation se contient elle-même ; en ôter ce membre [relation %lld]")
                : message("une relation dans une relation n’est pas lue ; y mettre ses tracés "
                          "[relation %lld]"),
            (long long)r->open->id);
}

static void on_start(void *self, const char *name, const char **pairs) {
    OsmReader *r = self;
    if (r->failed || !within_limits(r, pairs))
        return;
    if (++r->depth > DEPTH_MAX)
        fail(r, "trop d’éléments les uns dans les autres ; le fichier n’est pas un fichier OSM");
    else if (r->depth == 1 && strcmp(name, "osm") != 0)
        fail(r, "un fichier OSM commence par <osm>, celui-ci par <%.40s>", name);
    else if (strcmp(name, "node") == 0)
        begin_object(r, OSM_NODE, pairs);
    else if (strcmp(name, "way") == 0)
        begin_object(r, OSM_WAY, pairs);
    else if (strcmp(name, "relation") == 0)
        begin_object(r, OSM_RELATION, pairs);
    else if (strcmp(name, "tag") == 0)
        take_tag(r, pairs);
    else if (strcmp(name, "nd") == 0)
        take_ref(r, pairs, false);
    else if (strcmp(name, "member") == 0)
        take_member(r, pairs);
    r->root_seen = true;
}

static void push(OsmReader *r, OsmObject object) {
    List *list = &r->list[object.kind];
    int total = 0;
    for (int k = 0; k < OSM_KIND_COUNT; k++)
        total += r->osm->count[k] + r->list[k].count;
    if (total >= OBJECTS_MAX) {
        fail(r,
             "plus de %d objets : ce fichier est plus grand qu’un plan de bâtiment ; n’en garder "
             "que le bâtiment",
             OBJECTS_MAX);
        return;
    }
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 256;
        list->object = realloc(list->object, sizeof *list->object * (size_t)list->capacity);
        if (!list->object)
            abort();
    }
    list->object[list->count++] = object;
}

static void on_end(void *self, const char *name) {
    OsmReader *r = self;
    r->depth--;
    if (r->failed || !r->open ||
        (strcmp(name, "node") != 0 && strcmp(name, "way") != 0 && strcmp(name, "relation") != 0))
        return;
    OsmObject *o = r->open;
    o->tag = arena_array(r->osm->arena, OsmTag, o->tag_count + 1);
    memcpy(o->tag, r->tag, sizeof *o->tag * (size_t)o->tag_count);
    o->ref = arena_array(r->osm->arena, OsmRef, o->ref_count + 1);
    memcpy(o->ref, r->ref, sizeof *o->ref * (size_t)o->ref_count);
    push(r, *o);
    r->open = NULL;
}

static void on_entity(void *self, const char *name, int is_parameter, const char *value, int length,
                      const char *base, const char *system, const char *public,
                      const char *notation) {
    (void)is_parameter, (void)value, (void)length, (void)base, (void)system, (void)public,
        (void)notation;
    fail(self, "une déclaration d’entité (« %.40s ») n’a pas sa place dans un plan ; l’effacer",
         name);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int by_id(const void *a, const void *b) {
    const OsmObject *x = a, *y = b;
    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    return x->line - y->line;
}

/* Tags of `over` come first, so that they are found first; with an empty value they hide the
   others. */
static void lay_over(OsmReader *r, OsmObject *known, const OsmObject *over) {
    OsmTag *tags = arena_array(r->osm->arena, OsmTag, known->tag_count + over->tag_count + 1);
    memcpy(tags, over->tag, sizeof *tags * (size_t)over->tag_count);
    memcpy(tags + over->tag_count, known->tag, sizeof *tags * (size_t)known->tag_count);
    known->tag = tags;
    known->tag_count += over->tag_count;
}

/* Doubled ids within one file are a fault; what remains is new. */
static void settle(OsmReader *r, OsmKind kind) {
    Osm *osm = r->osm;
    List *list = &r->list[kind];
    OsmObject *all = arena_array(osm->arena, OsmObject, osm->count[kind] + list->count + 1);
    int count = osm->count[kind];
    if (count)
        memcpy(all, osm->object[kind], sizeof *all * (size_t)count);
    if (list->count)
        qsort(list->object, (size_t)list->count, sizeof *list->object, by_id);
    for (int i = 0; i < list->count; i++) {
        const OsmObject *known = osm_find(osm, kind, list->object[i].id);
        if (i && list->object[i].id == list->object[i - 1].id)
            osm_fault(osm, &list->object[i],
                      "le numéro %lld est donné deux fois ; la première fois à la ligne %d",
                      (long long)list->object[i].id, list->object[i - 1].line);
        else if (known)
            lay_over(r, &all[known - osm->object[kind]], &list->object[i]);
        else
            all[count++] = list->object[i];
    }
    if (count)
        qsort(all, (size_t)count, sizeof *all, by_id);
    osm->object[kind] = all;
    osm->count[kind] = count;
}

static void say_malformed(OsmReader *r, Slice bytes) {
    enum XML_Error code = XML_GetErrorCode(r->parser);
    bool cut = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
               code == XML_ERROR_PARTIAL_CHAR;
    if (!slice_trim(bytes).len)
        fail(r, "le fichier est vide");
    else if (cut && r->root_seen)
        fail(r, "le fichier s’arrête avant la fin ; l’enregistrer ou le copier de nouveau");
    else
        fail(r, "le fichier n’est pas bien formé : %s ; l’enregistrer de nouveau avec JOSM",
             xml_why(code));
}

static void parse(OsmReader *r, Slice bytes) {
    for (int at = 0; at < bytes.len && !r->failed; at += CHUNK_BYTES) {
        int len = bytes.len - at < CHUNK_BYTES ? bytes.len - at : CHUNK_BYTES;
        if (XML_Parse(r->parser, bytes.at + at, len, 0) == XML_STATUS_ERROR && !r->failed)
            say_malformed(r, bytes);
    }
    if (!r->failed && XML_Parse(r->parser, "", 0, 1) == XML_STATUS_ERROR && !r->failed)
        say_malformed(r, bytes);
}

bool osm_read(Osm *osm, Slice file, Slice bytes) {
    if (osm->file_count == OSM_FILES_MAX) {
        report_fault(osm->report, file, 1, "plus de %d fichiers pour un plan", OSM_FILES_MAX);
        return false;
    }
    OsmReader *r = calloc(1, sizeof *r);
    XML_Parser parser = XML_ParserCreate(NULL);
    if (!r || !parser)
        abort();
    *r = (OsmReader){.osm = osm, .parser = parser, .file = osm->file_count};
    osm->file[osm->file_count++] = file;
    int faults = osm->report->faults;
    XML_SetUserData(parser, r);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetEntityDeclHandler(parser, on_entity);
    parse(r, bytes);
    XML_ParserFree(parser);
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++) {
        settle(r, (OsmKind)kind);
        free(r->list[kind].object);
    }
    free(r);
    return osm->report->faults == faults;
}
