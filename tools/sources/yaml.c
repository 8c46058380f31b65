#include "tools/sources/yaml.h"

#include "base/message.h"
#include "tools/sources/yaml_slips.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define DEPTH_MAX 12

typedef struct YamlReader {
    Report *report;
    Arena *arena;
    Slice file, bytes;
    yaml_parser_t parser;
    bool failed;
    int said;              /* the line of the last slip: one a line is enough */
    int line, line_begins; /* of the place last looked for, in `bytes` */
} YamlReader;

static void fail(YamlReader *r, int line, const char *message) {
    if (!r->failed)
        report_fault(r->report, r->file, line, "%s", message);
    r->failed = true;
}

/* ---- slips ----------------------------------------------------------------------------------- */

/* Byte of a mark, whose columns are signs. */
static int byte_at(YamlReader *r, yaml_mark_t mark) {
    if ((int)mark.line < r->line)
        r->line = r->line_begins = 0;
    for (; r->line < (int)mark.line && r->line_begins < r->bytes.len; r->line_begins++)
        r->line += r->bytes.at[r->line_begins] == '\n';
    Slice rest = slice_cut(r->bytes, r->line_begins, r->bytes.len);
    for (size_t i = 0; i < mark.column && rest.len; i++)
        utf8_next(&rest);
    return r->bytes.len - rest.len;
}

static void say_slip(YamlReader *r, YamlSlip slip) {
    if (!slip.sentence.len || slip.line == r->said)
        return;
    r->said = slip.line;
    if (slip.warning)
        report_warn(r->report, r->file, slip.line, 0, SLICE_FMT, SLICE_ARG(slip.sentence));
    else
        report_fault(r->report, r->file, slip.line, SLICE_FMT, SLICE_ARG(slip.sentence));
}

/* What is lost there is read on with, so that nothing else is said of it; empty: nothing is. */
static Slice check_scalar(YamlReader *r, const yaml_event_t *event) {
    int first = byte_at(r, event->start_mark), end = byte_at(r, event->end_mark);
    Slice after = slice_cut(r->bytes, end, r->bytes.len);
    int line = slice_find(after, LIT("\n"));
    after = slice_cut(after, 0, line < 0 ? after.len : line);
    Slice written = slice_cut(r->bytes, first, end);
    say_slip(r, yaml_slip_of_scalar(r->arena, written, after, (int)event->start_mark.line + 1));
    return arena_copy(r->arena, yaml_slip_lost(written, after));
}

/* {fr: one, two: the second has no colon. */
static bool is_cut_off(YamlReader *r, bool flow, yaml_mark_t key_end, const yaml_event_t *value) {
    if (!flow || value->type != YAML_SCALAR_EVENT || value->data.scalar.length ||
        value->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return false;
    Slice rest = slice_trim(slice_cut(r->bytes, byte_at(r, key_end), r->bytes.len));
    return !slice_has_prefix(rest, LIT(":"));
}

/* What the reader stumbled over. */
static void fail_behind(YamlReader *r) {
    int stopped = (int)r->parser.problem_mark.line + 1;
    YamlSlip slip = yaml_slip_behind(r->arena, r->bytes, stopped);
    if (slip.sentence.len && slip.line == r->said)
        r->failed = true;
    else if (slip.sentence.len)
        fail(r, slip.line, slip.sentence.at);
    else
        fail(
            r, stopped,
            message(
                "l’écriture n’est pas comprise ici ; vérifier les retraits, les deux-points et les "
                "guillemets de cette ligne"));
}

/* ---- events ---------------------------------------------------------------------------------- */

static bool next_event(YamlReader *r, yaml_event_t *event) {
    if (r->failed)
        return false;
    if (yaml_parser_parse(&r->parser, event))
        return true;
    fail_behind(r);
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

/* Of what is in braces the mark says where it ends; of what is not it says where the next begins.
 */
static void end_at(YamlReader *r, YamlNode *node, const YamlNode *last, yaml_mark_t mark) {
    if (node->flow)
        node->end = byte_at(r, mark);
    else
        node->end = last ? last->end : node->at;
}

static void read_list(YamlReader *r, YamlNode *list, int depth) {
    yaml_event_t event;
    YamlNode *last = NULL;
    while (next_event(r, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        YamlNode *child = end ? NULL : read_node(r, &event, depth + 1);
        if (end)
            end_at(r, list, last, event.end_mark);
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
        fail(r, line, message("un nom de rubrique est attendu ici"));
        return false;
    }
    *key = arena_copy(
        r->arena, (Slice){(const char *)event->data.scalar.value, (int)event->data.scalar.length});
    YamlSlip slip = yaml_slip_of_key(*key, line);
    if (slip.sentence.len)
        fail(r, line, slip.sentence.at);
    else if (yaml_get(map, key->at))
        report_fault(r->report, r->file, line,
                     "la rubrique « %s » est écrite deux fois ; n’en garder qu’une", key->at);
    return !r->failed;
}

typedef struct MapReading {
    YamlNode *map, *last;
} MapReading;

static void append_pair(MapReading *m, YamlNode *child, Slice key, int line, int at) {
    child->key = key;
    child->key_at = at;
    child->line = line;
    append(m->map, &m->last, child);
}

static Slice text_of_last(const MapReading *m) {
    bool text = m->last && m->last->kind == YAML_SCALAR;
    return text ? m->last->text : LIT("");
}

/* A key and its value; false at the end of the map, or after a fault. */
static bool read_pair(YamlReader *r, MapReading *m, int depth) {
    yaml_event_t event;
    Slice key = {0};
    if (!next_event(r, &event))
        return false;
    bool good = event.type != YAML_MAPPING_END_EVENT && read_key(r, m->map, &event, &key);
    yaml_mark_t begin = event.start_mark, end = event.end_mark;
    int line = (int)begin.line + 1, at = good ? byte_at(r, begin) : 0;
    if (!good)
        end_at(r, m->map, m->last, end);
    yaml_event_delete(&event);
    if (!good || !next_event(r, &event))
        return false;
    bool cut = is_cut_off(r, m->map->flow, end, &event);
    YamlNode *child = read_node(r, &event, depth + 1);
    yaml_event_delete(&event);
    if (child && cut)
        say_slip(r, yaml_slip_of_comma(r->arena, text_of_last(m), key, line));
    else if (child)
        append_pair(m, child, key, line, at);
    return child != NULL;
}

static void read_map(YamlReader *r, MapReading m, int depth) {
    while (read_pair(r, &m, depth))
        ;
}

/* The mark of a text over several lines is that of what follows it. */
static int scalar_end(YamlReader *r, int at, yaml_mark_t mark) {
    int end = byte_at(r, mark);
    while (end > at && (r->bytes.at[end - 1] == '\n' || r->bytes.at[end - 1] == '\r'))
        end--;
    return end;
}

static YamlNode *read_node(YamlReader *r, yaml_event_t *event, int depth) {
    YamlNode *node = arena_new(r->arena, YamlNode);
    node->line = (int)event->start_mark.line + 1;
    node->at = node->end = byte_at(r, event->start_mark);
    if (!is_plain(event) || depth > DEPTH_MAX) {
        fail(r, node->line,
             depth > DEPTH_MAX
                 ? message("trop de retraits les uns dans les autres")
                 : message("les ancres, alias et étiquettes (&, *, !) ne sont pas admis ; "
                           "écrire le texte lui-même"));
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node->text = check_scalar(r, event);
        node->end = scalar_end(r, node->at, event->end_mark);
        if (!node->text.len)
            node->text = arena_copy(r->arena, (Slice){(const char *)event->data.scalar.value,
                                                      (int)event->data.scalar.length});
        return node;
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        node->flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        read_list(r, node, depth);
        return r->failed ? NULL : node;
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAP;
        node->flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        read_map(r, (MapReading){.map = node}, depth);
        return r->failed ? NULL : node;
    default:
        fail(r, node->line, message("rien n’est écrit ici"));
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

/* Nobody would read what stands behind a second "---". */
static void read_end(YamlReader *r) {
    yaml_event_t event;
    bool end = false;
    while (!end && next_event(r, &event)) {
        if (event.type == YAML_DOCUMENT_START_EVENT)
            fail(r, (int)event.start_mark.line + 1,
                 message("un second document commence ici (---) : ce qui suit serait perdu ; "
                         "effacer cette "
                         "ligne"));
        end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
}

/* U+2028, U+2029 and U+0085 are ends of lines to the library, and to nobody who counts lines: it
   sees a blank of the same length instead. Whoever reads the file has named the sign. */
static Slice without_odd_ends(Arena *arena, Slice bytes) {
    static const char ODD[] = "\xC2\x85", SEPARATOR[] = "\xE2\x80\xA8",
                      PARAGRAPH[] = "\xE2\x80\xA9";
    bool any = slice_find(bytes, LIT("\xE2\x80\xA8")) >= 0 ||
               slice_find(bytes, LIT("\xE2\x80\xA9")) >= 0 ||
               slice_find(bytes, LIT("\xC2\x85")) >= 0;
    if (!any)
        return bytes;
    Slice copy = arena_copy(arena, bytes);
    char *at = (char *)(uintptr_t)copy.at;
    for (int i = 0; i < copy.len; i++) {
        if (strncmp(at + i, ODD, 2) == 0)
            at[i + 1] = '\xA0';
        if (strncmp(at + i, SEPARATOR, 3) == 0 || strncmp(at + i, PARAGRAPH, 3) == 0)
            at[i + 2] = '\x82';
    }
    return copy;
}

YamlNode *yaml_read(Report *report, Arena *arena, Slice file, Slice bytes) {
    YamlReader r = {.report = report, .arena = arena, .file = file, .bytes = bytes};
    if (!yaml_parser_initialize(&r.parser))
        abort();
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    Slice text = without_odd_ends(arena, bytes);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.at, (size_t)text.len);
    YamlNode *root = read_document(&r);
    read_end(&r);
    yaml_parser_delete(&r.parser);
    if (r.failed)
        report_broken(report, file);
    return r.failed ? NULL : root;
}

YamlNode *yaml_get(const YamlNode *map, const char *key) {
    for (YamlNode *child = map && map->kind == YAML_MAP ? map->first : NULL; child;
         child = child->next)
        if (slice_is(child->key, key))
            return child;
    return NULL;
}
