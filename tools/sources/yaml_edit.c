#include "tools/sources/yaml_edit.h"

#include <ctype.h>
#include <string.h>

/* ---- made ------------------------------------------------------------------------------------ */

YamlNode *yaml_new(Arena *arena, YamlKind kind, int line) {
    YamlNode *node = arena_new(arena, YamlNode);
    node->kind = kind;
    node->line = line;
    return node;
}

YamlNode *yaml_scalar(Arena *arena, Slice text, int line) {
    YamlNode *node = yaml_new(arena, YAML_SCALAR, line);
    node->text = arena_copy(arena, text);
    return node;
}

void yaml_add(YamlNode *parent, YamlNode *child) {
    YamlNode **at = &parent->first;
    while (*at)
        at = &(*at)->next;
    *at = child;
    parent->count++;
}

void yaml_put(YamlNode *map, const char *key, YamlNode *child) {
    child->key = slice_from(key);
    yaml_add(map, child);
}

void yaml_put_text(Arena *arena, YamlNode *map, const char *key, Slice text, int line) {
    if (text.len)
        yaml_put(map, key, yaml_scalar(arena, text, line));
}

/* ---- compared ----------------------------------------------------------------------------------
 */

/* The order of a list says something, that of the keys of a map does not. */
bool yaml_same(const YamlNode *a, const YamlNode *b) {
    if (a->kind != b->kind || a->count != b->count || !slice_equal(a->text, b->text))
        return false;
    const YamlNode *beside = b->first;
    for (const YamlNode *child = a->first; child; child = child->next) {
        const YamlNode *other = a->kind == YAML_MAP ? yaml_get(b, child->key.at) : beside;
        if (!other || !yaml_same(child, other))
            return false;
        beside = beside ? beside->next : NULL;
    }
    return true;
}

/* ---- merged ---------------------------------------------------------------------------------- */

static YamlNode *copy_of(Arena *arena, const YamlNode *from, int line) {
    YamlNode *node = yaml_new(arena, from->kind, line ? line : from->line);
    node->key = from->key;
    node->text = from->text;
    node->was = from->was;
    for (const YamlNode *child = from->first; child; child = child->next)
        yaml_add(node, copy_of(arena, child, line));
    return node;
}

static Slice name_of(const YamlNode *map) {
    const YamlNode *id = yaml_get(map, "id"), *code = yaml_get(map, "code");
    const YamlNode *name = id ? id : code;
    return name && name->kind == YAML_SCALAR ? name->text : LIT("");
}

static const YamlNode *element_named(const YamlNode *list, Slice name) {
    for (const YamlNode *element = list->first; element && name.len; element = element->next)
        if (slice_equal(name_of(element), name))
            return element;
    return NULL;
}

static YamlNode *in_place_of(const YamlNode *old, YamlNode *node) {
    node->was = old->was;
    return node;
}

/* Records that `more` does not name stay where they are, new ones come after them. */
static YamlNode *merged_by_name(Arena *arena, const YamlNode *old, const YamlNode *more,
                                YamlMerge how) {
    YamlNode *list = in_place_of(old, yaml_new(arena, YAML_LIST, more->line));
    for (const YamlNode *element = old->first; element; element = element->next) {
        const YamlNode *other = element_named(more, name_of(element));
        if (other)
            yaml_add(list, yaml_merged(arena, element, other, how));
        else if (how.keep)
            yaml_add(list, copy_of(arena, element, more->line));
    }
    for (const YamlNode *element = more->first; element; element = element->next)
        if (!element_named(old, name_of(element)))
            yaml_add(list, copy_of(arena, element, 0));
    return list;
}

static YamlNode *merged_by_place(Arena *arena, const YamlNode *old, const YamlNode *more,
                                 YamlMerge how) {
    YamlNode *list = in_place_of(old, yaml_new(arena, YAML_LIST, more->line));
    const YamlNode *was = old->first;
    for (const YamlNode *element = more->first; element; element = element->next, was = was->next)
        yaml_add(list, yaml_merged(arena, was, element, how));
    return list;
}

static bool has_names(const YamlNode *list) {
    return list->first && name_of(list->first).len;
}

static YamlNode *merged_list(Arena *arena, const YamlNode *old, const YamlNode *more,
                             YamlMerge how) {
    if (has_names(old) && has_names(more))
        return merged_by_name(arena, old, more, how);
    if (how.keep && old->count == more->count)
        return merged_by_place(arena, old, more, how);
    return in_place_of(old, copy_of(arena, more, 0));
}

static YamlNode *merged_map(Arena *arena, const YamlNode *old, const YamlNode *more,
                            YamlMerge how) {
    YamlNode *map = in_place_of(old, yaml_new(arena, YAML_MAP, more->line));
    for (const YamlNode *child = old->first; child; child = child->next) {
        const YamlNode *other = yaml_get(more, child->key.at);
        yaml_add(map,
                 other ? yaml_merged(arena, child, other, how) : copy_of(arena, child, more->line));
    }
    for (const YamlNode *child = more->first; child; child = child->next)
        if (!yaml_get(old, child->key.at))
            yaml_add(map, copy_of(arena, child, 0));
    return map;
}

/* A text without a language is that of the first. The list of languages may change before the tree
   is written: what names it is a copy. */
static YamlNode *with_language(Arena *arena, const YamlNode *text, const char *first) {
    YamlNode *map = yaml_new(arena, YAML_MAP, text->line);
    yaml_put(map, arena_copy(arena, slice_from(first)).at,
             yaml_scalar(arena, text->text, text->line));
    return map;
}

static YamlNode *merged_kinds(Arena *arena, const YamlNode *old, const YamlNode *more,
                              YamlMerge how) {
    bool said = old->kind == YAML_SCALAR && more->kind == YAML_MAP;
    if (how.first && said && !yaml_get(more, how.first))
        return merged_map(arena, with_language(arena, old, how.first), more, how);
    if (how.first && old->kind == YAML_MAP && more->kind == YAML_SCALAR && yaml_get(old, how.first))
        return merged_map(arena, old, with_language(arena, more, how.first), how);
    return copy_of(arena, more, 0);
}

YamlNode *yaml_merged(Arena *arena, const YamlNode *old, const YamlNode *more, YamlMerge how) {
    YamlNode *node;
    if (old->kind != more->kind)
        node = merged_kinds(arena, old, more, how);
    else if (old->kind == YAML_LIST)
        node = merged_list(arena, old, more, how);
    else if (old->kind == YAML_MAP)
        node = merged_map(arena, old, more, how);
    else
        node = in_place_of(old, copy_of(arena, more, 0));
    node->key = more->key;
    return node;
}

/* ---- written --------------------------------------------------------------------------------- */

typedef struct Text {
    Arena *arena;
    char *at;
    size_t len, room;
} Text;

static void put_bytes(Text *t, const char *bytes, size_t len) {
    if (t->len + len > t->room) {
        size_t room = 2 * (t->len + len) + 256;
        char *more = arena_alloc(t->arena, room);
        if (t->len)
            memcpy(more, t->at, t->len);
        t->at = more;
        t->room = room;
    }
    if (len)
        memcpy(t->at + t->len, bytes, len);
    t->len += len;
}

static void put_string(Text *t, const char *string) {
    put_bytes(t, string, strlen(string));
}

static void put_blanks(Text *t, int count) {
    for (int i = 0; i < count; i++)
        put_string(t, " ");
}

/* Ids, numbers and days stand as they are, everything else in quotes. */
static bool is_plain(Slice text) {
    if (!text.len || !isalnum((unsigned char)text.at[0]))
        return false;
    for (int i = 0; i < text.len; i++)
        if (!isalnum((unsigned char)text.at[i]) && !strchr("-_.", text.at[i]))
            return false;
    bool zero = text.len > 1 && text.at[0] == '0' && isdigit((unsigned char)text.at[1]);
    return !zero;
}

static void put_scalar(Text *t, Slice text) {
    if (is_plain(text)) {
        put_bytes(t, text.at, (size_t)text.len);
        return;
    }
    put_string(t, "\"");
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            put_string(t, "\\");
        put_bytes(t, text.at[i] == '\n' ? " " : text.at + i, 1);
    }
    put_string(t, "\"");
}

static bool all_scalars(const YamlNode *node) {
    for (const YamlNode *child = node->first; child; child = child->next)
        if (child->kind != YAML_SCALAR)
            return false;
    return true;
}

/* "{fr: …, en: …}", "[a, b]" */
static void put_flow(Text *t, const YamlNode *node) {
    if (node->kind == YAML_SCALAR) {
        put_scalar(t, node->text);
        return;
    }
    put_string(t, node->kind == YAML_MAP ? "{" : "[");
    for (const YamlNode *child = node->first; child; child = child->next) {
        if (node->kind == YAML_MAP) {
            put_bytes(t, child->key.at, (size_t)child->key.len);
            put_string(t, ": ");
        }
        put_flow(t, child);
        put_string(t, child->next ? ", " : "");
    }
    put_string(t, node->kind == YAML_MAP ? "}" : "]");
}

static void put_map(Text *t, const YamlNode *map, int depth, bool begun);

static void put_element(Text *t, const YamlNode *node, int depth) {
    if (node->remark) {
        put_string(t, "# ");
        put_string(t, node->remark);
        put_string(t, "\n");
        put_blanks(t, depth);
    }
    put_string(t, "- ");
    if (node->kind == YAML_MAP) {
        put_map(t, node, depth + 2, true);
        return;
    }
    put_flow(t, node);
    put_string(t, "\n");
}

static void put_value(Text *t, const YamlNode *node, int depth) {
    if (node->kind == YAML_SCALAR) {
        put_string(t, " ");
        put_scalar(t, node->text);
        put_string(t, "\n");
    } else if (all_scalars(node)) {
        put_string(t, " ");
        put_flow(t, node);
        put_string(t, "\n");
    } else if (node->kind == YAML_MAP) {
        put_string(t, "\n");
        put_map(t, node, depth + 2, false);
    } else {
        put_string(t, "\n");
        for (const YamlNode *child = node->first; child; child = child->next) {
            put_blanks(t, depth + 2);
            put_element(t, child, depth + 2);
        }
    }
}

/* `begun`: the first key stands on a line that is begun already, after its dash. */
static void put_map(Text *t, const YamlNode *map, int depth, bool begun) {
    for (const YamlNode *child = map->first; child; child = child->next) {
        put_blanks(t, begun ? 0 : depth);
        begun = false;
        put_bytes(t, child->key.at, (size_t)child->key.len);
        put_string(t, ":");
        put_value(t, child, depth);
    }
}

static Slice made(Text *t) {
    put_bytes(t, "", 1);
    return (Slice){t->at, (int)t->len - 1};
}

Slice yaml_text(Arena *arena, const YamlNode *map, bool alone) {
    Text t = {.arena = arena};
    put_string(&t, alone ? "" : "- ");
    put_map(&t, map, alone ? 0 : 2, !alone);
    return made(&t);
}

Slice yaml_value_text(Arena *arena, const YamlNode *node, int depth) {
    Text t = {.arena = arena};
    put_value(&t, node, depth);
    return made(&t);
}

Slice yaml_element_text(Arena *arena, const YamlNode *node, int depth) {
    Text t = {.arena = arena};
    put_element(&t, node, depth);
    return made(&t);
}

Slice yaml_flow_text(Arena *arena, const YamlNode *node) {
    Text t = {.arena = arena};
    put_flow(&t, node);
    return made(&t);
}
