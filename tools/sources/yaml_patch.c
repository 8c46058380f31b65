#include "tools/sources/yaml_patch.h"

#include "tools/sources/yaml_edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Edit {
    int from, to;
    Slice text;
} Edit;

typedef struct Patch {
    Arena *arena;
    Slice bytes;
    Edit *edit; /* in the order in which they were found */
    int count;
} Patch;

static void add(Patch *p, int from, int to, Slice text) {
    *LIST_ADD(p->arena, p->edit, p->count) = (Edit){from, to, text};
}

/* ---- places ---------------------------------------------------------------------------------- */

static int line_start(Slice bytes, int at) {
    while (at > 0 && bytes.at[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the end of its line. */
static int line_end(Slice bytes, int at) {
    while (at < bytes.len && bytes.at[at] != '\n')
        at++;
    return at < bytes.len ? at + 1 : at;
}

static int column_of(Slice bytes, int at) {
    return at - line_start(bytes, at);
}

static Slice blanks(Arena *arena, int count) {
    return arena_printf(arena, "%*s", count, "");
}

static int dash_of(Slice bytes, const YamlNode *element) {
    int at = element->at;
    while (at > 0 && bytes.at[at - 1] != '-')
        at--;
    return at > 0 ? at - 1 : 0;
}

/* Does a line say nothing but a remark, or nothing at all? */
static bool is_remark(Slice bytes, int start) {
    Slice line = slice_trim(slice_cut(bytes, start, line_end(bytes, start)));
    return !line.len || line.at[0] == '#';
}

/* Where an element begins: with the remarks that stand above it, those of the first left out. */
static int element_start(Slice bytes, const YamlNode *element, int least) {
    int start = line_start(bytes, dash_of(bytes, element));
    while (start > least) {
        int before = line_start(bytes, start - 1);
        if (before < least || !is_remark(bytes, before))
            break;
        start = before;
    }
    return start;
}

/* ---- applied --------------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b) {
    const Edit *x = *(const Edit *const *)a, *y = *(const Edit *const *)b;
    if (x->from != y->from)
        return x->from - y->from;
    return x < y ? -1 : x > y; /* as they were found */
}

static bool overlap(const Edit *const *order, int count, int from, int to) {
    for (int i = 0; i < count; i++) {
        if (order[i]->from < from || order[i]->to > to)
            return true;
        from = order[i]->to;
    }
    return false;
}

/* The bytes between two places, with the edits that lie there. Edits that reach into each other are
   a fault of ours: then all stays as it was, which whoever reads it again notices. */
static Slice applied(const Patch *p, int from, int to) {
    const Edit **order = arena_array(p->arena, const Edit *, p->count + 1);
    char *text = NULL;
    size_t size = 0;
    for (int i = 0; i < p->count; i++)
        order[i] = &p->edit[i];
    if (p->count)
        qsort(order, (size_t)p->count, sizeof(*order), by_place);
    if (overlap(order, p->count, from, to))
        return arena_copy(p->arena, slice_cut(p->bytes, from, to));
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < p->count; i++) {
        fwrite(p->bytes.at + from, 1, (size_t)(order[i]->from - from), out);
        fwrite(order[i]->text.at, 1, (size_t)order[i]->text.len, out);
        from = order[i]->to;
    }
    fwrite(p->bytes.at + from, 1, (size_t)(to - from), out);
    fclose(out);
    Slice made = arena_copy(p->arena, (Slice){text, (int)size});
    free(text);
    return made;
}

/* ---- compared -------------------------------------------------------------------------------- */

static bool same_children(const YamlNode *old, const YamlNode *want) {
    const YamlNode *child = want->first;
    for (const YamlNode *was = old->first; was; was = was->next) {
        if (!child || child->was != was || child->kind != was->kind)
            return false;
        child = child->next;
    }
    return !child;
}

static void patch_node(Patch *p, const YamlNode *old, const YamlNode *want);

static void patch_scalar(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (slice_equal(old->text, want->text))
        return;
    Slice text = yaml_flow_text(p->arena, want);
    bool quoted = old->at < old->end && strchr("\"'", p->bytes.at[old->at]);
    if (quoted && text.at[0] != '"')
        text = arena_printf(p->arena, "\"%s\"", text.at);
    bool bare = old->at == old->end && old->at > 0 && p->bytes.at[old->at - 1] == ':';
    add(p, old->at, old->end, bare ? arena_printf(p->arena, " %s", text.at) : text);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static Slice whole_line(Arena *arena, Slice text) {
    bool ended = !text.len || text.at[text.len - 1] == '\n';
    return ended ? text : arena_printf(arena, SLICE_FMT "\n", SLICE_ARG(text));
}

/* An element that was there, with its remarks and its own changes. */
static Slice moved(Patch *p, const YamlNode *old, const YamlNode *want, int least) {
    Patch own = {.arena = p->arena, .bytes = p->bytes};
    int start = element_start(p->bytes, want->was, want->was == old->first ? INT32_MAX : least);
    if (want->kind == want->was->kind)
        patch_node(&own, want->was, want);
    else
        add(&own, want->was->at, want->was->end, yaml_flow_text(p->arena, want));
    return whole_line(p->arena, applied(&own, start, line_end(p->bytes, want->was->end)));
}

static const YamlNode *last_of(const YamlNode *list) {
    const YamlNode *last = list->first;
    while (last && last->next)
        last = last->next;
    return last;
}

static void patch_block_list(Patch *p, const YamlNode *old, const YamlNode *want) {
    int dash = dash_of(p->bytes, old->first), begin = line_start(p->bytes, dash);
    int end = line_end(p->bytes, last_of(old)->end), depth = dash - begin;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (const YamlNode *child = want->first; child; child = child->next)
        if (child->was) {
            fputs(moved(p, old, child, begin).at, out);
        } else {
            fputs(blanks(p->arena, depth).at, out);
            fputs(yaml_element_text(p->arena, child, depth).at, out);
        }
    if (!want->first)
        fprintf(out, "%*s[]\n", depth, "");
    fclose(out);
    add(p, begin, end, arena_copy(p->arena, (Slice){text, (int)size}));
    free(text);
}

static void patch_list(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (same_children(old, want)) {
        const YamlNode *child = want->first;
        for (const YamlNode *was = old->first; was; was = was->next, child = child->next)
            patch_node(p, was, child);
    } else if (old->flow || !old->first) {
        add(p, old->at, old->end, yaml_flow_text(p->arena, want));
    } else {
        patch_block_list(p, old, want);
    }
}

/* ---- maps ------------------------------------------------------------------------------------ */

/* Does it stand behind the dash of an element, and not at the beginning of its line? */
static bool is_behind_dash(const Patch *p, const YamlNode *pair) {
    int start = line_start(p->bytes, pair->key_at);
    return slice_trim(slice_cut(p->bytes, start, pair->key_at)).len > 0;
}

static const YamlNode *first_that_stays(const YamlNode *pair, const YamlNode *want) {
    while (pair && !yaml_get(want, pair->key.at))
        pair = pair->next;
    return pair;
}

/* Those of which nothing is left. The one that stays first moves up to the dash, in the place of
   all before it. */
static void remove_pairs(Patch *p, const YamlNode *map, const YamlNode *want) {
    const YamlNode *pair = map->first, *stays = first_that_stays(pair, want);
    if (pair != stays && is_behind_dash(p, pair)) {
        add(p, pair->key_at, stays->key_at, LIT(""));
        pair = stays;
    }
    for (; pair; pair = pair->next)
        if (!yaml_get(want, pair->key.at))
            add(p, line_start(p->bytes, pair->key_at), line_end(p->bytes, pair->end), LIT(""));
}

static Slice pair_text(Patch *p, const YamlNode *pair, int depth) {
    return arena_printf(p->arena, SLICE_FMT ":%s", SLICE_ARG(pair->key),
                        yaml_value_text(p->arena, pair, depth).at);
}

static void insert_pair(Patch *p, const YamlNode *map, const YamlNode *after,
                        const YamlNode *pair) {
    int depth = column_of(p->bytes, map->first->key_at);
    Slice text = pair_text(p, pair, depth), blank = blanks(p->arena, depth);
    if (!after) {
        bool behind = is_behind_dash(p, map->first);
        int first = behind ? map->first->key_at : line_start(p->bytes, map->first->key_at);
        add(p, first, first,
            arena_printf(p->arena, "%s%s", behind ? text.at : blank.at,
                         behind ? blank.at : text.at));
        return;
    }
    int at = line_end(p->bytes, after->end);
    bool open = at > 0 && p->bytes.at[at - 1] != '\n';
    add(p, at, at, arena_printf(p->arena, "%s%s%s", open ? "\n" : "", blank.at, text.at));
}

/* What is a list of maps now cannot stay in brackets. */
static bool is_other(const YamlNode *old, const YamlNode *want) {
    bool maps = want->kind == YAML_LIST && want->first && want->first->kind != YAML_SCALAR;
    return old->kind != want->kind || (maps && old->flow && !same_children(old, want));
}

static void patch_pair(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (!is_other(old, want)) {
        patch_node(p, old, want);
        return;
    }
    Slice text = pair_text(p, want, column_of(p->bytes, old->key_at));
    int end = line_end(p->bytes, old->end);
    add(p, old->key_at, end, text);
}

static bool same_keys(const YamlNode *old, const YamlNode *want) {
    for (const YamlNode *pair = want->first; pair; pair = pair->next) {
        const YamlNode *was = yaml_get(old, pair->key.at);
        if (!was || was->kind != pair->kind)
            return false;
    }
    return old->count == want->count;
}

static void patch_flow_map(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (!same_keys(old, want)) {
        add(p, old->at, old->end, yaml_flow_text(p->arena, want));
        return;
    }
    for (const YamlNode *pair = want->first; pair; pair = pair->next)
        patch_node(p, yaml_get(old, pair->key.at), pair);
}

/* Nothing of it stays: what it is now stands where its first key stood. */
static void replace_map(Patch *p, const YamlNode *old, const YamlNode *want) {
    int depth = column_of(p->bytes, old->first->key_at);
    Slice text = want->first ? LIT("") : LIT("{}\n");
    for (const YamlNode *pair = want->first; pair; pair = pair->next)
        text = arena_printf(p->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text),
                            text.len ? blanks(p->arena, depth).at : "",
                            SLICE_ARG(pair_text(p, pair, depth)));
    add(p, old->first->key_at, line_end(p->bytes, old->end), text);
}

static void patch_map(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (old->flow || !old->first) {
        patch_flow_map(p, old, want);
        return;
    }
    if (!first_that_stays(old->first, want)) {
        replace_map(p, old, want);
        return;
    }
    const YamlNode *after = NULL;
    for (const YamlNode *pair = want->first; pair; pair = pair->next) {
        const YamlNode *was = yaml_get(old, pair->key.at);
        if (was)
            patch_pair(p, was, pair);
        else
            insert_pair(p, old, after, pair);
        after = was ? was : after;
    }
    remove_pairs(p, old, want);
}

static void patch_node(Patch *p, const YamlNode *old, const YamlNode *want) {
    if (old->kind == YAML_SCALAR && want->kind == YAML_SCALAR)
        patch_scalar(p, old, want);
    else if (old->kind == YAML_LIST && want->kind == YAML_LIST)
        patch_list(p, old, want);
    else if (old->kind == YAML_MAP && want->kind == YAML_MAP)
        patch_map(p, old, want);
    else
        add(p, old->at, old->end, yaml_flow_text(p->arena, want));
}

/* ---- the whole ------------------------------------------------------------------------------- */

YamlNode *yaml_copied(Arena *arena, const YamlNode *node) {
    YamlNode *copy = yaml_new(arena, node->kind, node->line), *last = NULL;
    copy->key = node->key;
    copy->text = node->text;
    copy->was = node;
    copy->count = node->count;
    for (const YamlNode *child = node->first; child; child = child->next) {
        YamlNode *own = yaml_copied(arena, child);
        if (last)
            last->next = own;
        else
            copy->first = own;
        last = own;
    }
    return copy;
}

Slice yaml_patched(Arena *arena, Slice bytes, const YamlNode *old, const YamlNode *want) {
    Patch p = {.arena = arena, .bytes = bytes};
    patch_node(&p, old, want);
    return applied(&p, 0, bytes.len);
}
