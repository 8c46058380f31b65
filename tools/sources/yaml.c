#include "tools/sources/yaml.h"

#include <stdlib.h>
#include <yaml.h>

#define DEPTH_MAX 12

typedef struct YamlReader {
    Report *report;
    Arena *arena;
    Slice file;
    yaml_parser_t parser;
    bool failed;
} YamlReader;

static void fail(YamlReader *r, int line, const char *message) {
    if (!r->failed)
        report_fault(r->report, r->file, line, "%s", message);
    r->failed = true;
}

static bool next_event(YamlReader *r, yaml_event_t *event) {
    if (r->failed)
        return false;
    if (yaml_parser_parse(&r->parser, event))
        return true;
    fail(r, (int)r->parser.problem_mark.line + 1,
         "l’écriture n’est pas comprise ici ; vérifier les retraits, les deux-points et les "
         "guillemets de cette ligne");
    return false;
}

static YamlNode *read_node(YamlReader *r, yaml_event_t *event, int depth);

static bool is_plain(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return false;
    case YAML_SCALAR_EVENT:
        return !event->data.scalar.anchor && !event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return !event->data.sequence_start.anchor && !event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return !event->data.mapping_start.anchor && !event->data.mapping_start.tag;
    default:
        return true;
    }
}

static void append(YamlNode *parent, YamlNode **last, YamlNode *child) {
    if (*last)
        (*last)->next = child;
    else
        parent->first = child;
    *last = child;
    parent->count++;
}

static void read_list(YamlReader *r, YamlNode *list, int depth) {
    yaml_event_t event;
    YamlNode *last = NULL;
    while (next_event(r, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        YamlNode *child = end ? NULL : read_node(r, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return;
        append(list, &last, child);
    }
}

/* The key that the event holds; faults when it is no word or stands there twice. */
static bool read_key(YamlReader *r, const YamlNode *map, const yaml_event_t *event, Slice *key) {
    int line = (int)event->start_mark.line + 1;
    if (event->type != YAML_SCALAR_EVENT) {
        fail(r, line, "un nom de rubrique est attendu ici");
        return false;
    }
    *key = arena_copy(
        r->arena, (Slice){(const char *)event->data.scalar.value, (int)event->data.scalar.length});
    if (yaml_get(map, key->at))
        report_fault(r->report, r->file, line,
                     "la rubrique « %s » est écrite deux fois ; n’en garder qu’une", key->at);
    return true;
}

static void read_map(YamlReader *r, YamlNode *map, int depth) {
    yaml_event_t event;
    YamlNode *last = NULL;
    while (next_event(r, &event)) {
        Slice key = {0};
        bool good = event.type != YAML_MAPPING_END_EVENT && read_key(r, map, &event, &key);
        int line = (int)event.start_mark.line + 1;
        yaml_event_delete(&event);
        if (!good || !next_event(r, &event))
            return;
        YamlNode *child = read_node(r, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return;
        child->key = key;
        child->line = line;
        append(map, &last, child);
    }
}

static YamlNode *read_node(YamlReader *r, yaml_event_t *event, int depth) {
    YamlNode *node = arena_new(r->arena, YamlNode);
    node->line = (int)event->start_mark.line + 1;
    if (!is_plain(event) || depth > DEPTH_MAX) {
        fail(r, node->line,
             depth > DEPTH_MAX ? "trop de retraits les uns dans les autres"
                               : "les ancres, alias et étiquettes (&, *, !) ne sont pas admis ; "
                                 "écrire le texte lui-même");
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node->text = arena_copy(r->arena, (Slice){(const char *)event->data.scalar.value,
                                                  (int)event->data.scalar.length});
        return node;
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        read_list(r, node, depth);
        return r->failed ? NULL : node;
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAP;
        read_map(r, node, depth);
        return r->failed ? NULL : node;
    default:
        fail(r, node->line, "rien n’est écrit ici");
        return NULL;
    }
}

/* Skips to the first node of the first document. */
static YamlNode *read_document(YamlReader *r) {
    yaml_event_t event;
    while (next_event(r, &event)) {
        bool before =
            event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT;
        YamlNode *root = before ? NULL : read_node(r, &event, 0);
        yaml_event_delete(&event);
        if (!before)
            return root;
    }
    return NULL;
}

YamlNode *yaml_read(Report *report, Arena *arena, Slice file, Slice bytes) {
    YamlReader r = {.report = report, .arena = arena, .file = file};
    if (!yaml_parser_initialize(&r.parser))
        abort();
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes.at, (size_t)bytes.len);
    YamlNode *root = read_document(&r);
    yaml_parser_delete(&r.parser);
    return r.failed ? NULL : root;
}

YamlNode *yaml_get(const YamlNode *map, const char *key) {
    for (YamlNode *child = map && map->kind == YAML_MAP ? map->first : NULL; child;
         child = child->next)
        if (slice_is(child->key, key))
            return child;
    return NULL;
}
