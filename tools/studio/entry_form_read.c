/* What a browser sends back of a form, as YAML. */
#include "tools/studio/entry_form_parts.h"

#include "tools/sources/signs.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reading {
    EntryForm *form;
    bool keep;
} Reading;

static Arena *arena_of(const Reading *r) {
    return r->form->d->arena;
}

/* Blanks off both ends, and every end of a line a blank: a text is one line. Signs that nobody sees
   go: they come with what is pasted, and azimut-pack takes no file that has them. */
static Slice typed(const Reading *r, Slice name) {
    Slice rest = slice_trim(studio_value(r->form->d, arena_copy(arena_of(r), name).at));
    char *made = arena_alloc(arena_of(r), (size_t)rest.len + 1), *to = made;
    uint32_t before = 0;
    while (rest.len) {
        Slice sign = rest;
        uint32_t code = utf8_next(&rest);
        bool ends = code == '\n' || code == '\t' || code == 0x2028 || code == 0x2029;
        if (ends)
            *to++ = ' ';
        else if (code >= ' ' && !sign_hidden(code, before))
            to = (char *)memcpy(to, sign.at, (size_t)(sign.len - rest.len)) + (sign.len - rest.len);
        before = code;
    }
    return source_composed(arena_of(r), slice_trim((Slice){made, (int)(to - made)}));
}

static bool was_asked(const Reading *r, Slice name) {
    return studio_has(r->form->d, arena_copy(arena_of(r), name).at);
}

/* A new scalar, or the old one with another text. */
static YamlNode *scalar(const Reading *r, const YamlNode *old, Slice text) {
    YamlNode *node = yaml_scalar(arena_of(r), text, old ? old->line : 0);
    node->was = old;
    return node;
}

static void put(YamlNode *map, Slice key, YamlNode *child) {
    child->key = key;
    yaml_add(map, child);
}

/* ---- leaves ---------------------------------------------------------------------------------- */

/* 28/11/2026, as people here write it. */
static Slice as_date(const Reading *r, Slice text) {
    int day, month, year, used = 0;
    if (sscanf(text.at, "%2d/%2d/%4d%n", &day, &month, &year, &used) == 3 && used == text.len &&
        year > 999)
        return arena_printf(arena_of(r), "%04d-%02d-%02d", year, month, day);
    return text;
}

static Slice as_number(const Reading *r, Slice text) {
    Slice copy = arena_copy(arena_of(r), text);
    for (char *at = (char *)(uintptr_t)copy.at; *at; at++)
        if (*at == ',')
            *at = '.';
    return copy;
}

static YamlNode *read_text(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    Slice text = typed(r, path);
    if (f->shape == SHAPE_DATE)
        text = as_date(r, text);
    if (f->shape == SHAPE_NUMBER)
        text = as_number(r, text);
    return text.len ? scalar(r, old, text) : NULL;
}

/* Of several of one name, is one this? */
static bool is_ticked(const Reading *r, Slice path, Slice value) {
    const Request *q = r->form->d->request;
    for (int i = 0; i < q->param_count; i++)
        if (slice_equal(q->param[i].name, path) && slice_equal(q->param[i].value, value))
            return true;
    return false;
}

static YamlNode *read_flag(const Reading *r, Slice path, const YamlNode *old) {
    if (is_ticked(r, path, LIT("true")))
        return scalar(r, old, LIT("true"));
    return old ? scalar(r, old, LIT("false")) : NULL;
}

static YamlNode *read_words(const Reading *r, Slice path, const YamlNode *old) {
    YamlNode *map = yaml_new(arena_of(r), YAML_MAP, old ? old->line : 0);
    bool plain = !old || old->kind == YAML_SCALAR;
    map->was = old;
    for (int lang = 0; lang < r->form->languages; lang++) {
        Slice code = r->form->code[lang];
        Slice text = typed(r, arena_printf(arena_of(r), SLICE_FMT "." SLICE_FMT, SLICE_ARG(path),
                                           SLICE_ARG(code)));
        const YamlNode *was = plain ? NULL : yaml_get(old, code.at);
        if (text.len)
            put(map, code, scalar(r, was, text));
        if (!lang && plain && text.len)
            plain = old || r->form->languages == 1;
        else if (text.len)
            plain = false;
    }
    if (plain && map->first) /* as it was: one language, no map */
        return scalar(r, old, map->first->text);
    for (const YamlNode *was = old && old->kind == YAML_MAP ? old->first : NULL; was;
         was = was->next)
        if (!was_asked(r, arena_printf(arena_of(r), SLICE_FMT "." SLICE_FMT, SLICE_ARG(path),
                                       SLICE_ARG(was->key))))
            put(map, was->key, yaml_copied(arena_of(r), was));
    return map->first ? map : NULL;
}

/* In the order of the file, then what is new in that of the form. */
static YamlNode *read_picks(const Reading *r, Slice path, const YamlNode *old) {
    const Request *q = r->form->d->request;
    YamlNode *list = yaml_new(arena_of(r), YAML_LIST, 0);
    list->was = old;
    for (const YamlNode *was = old && old->kind == YAML_LIST ? old->first : NULL; was;
         was = was->next)
        if (is_ticked(r, path, was->text))
            yaml_add(list, yaml_copied(arena_of(r), was));
    for (int i = 0; i < q->param_count; i++) {
        Slice value = q->param[i].value;
        bool known = !value.len || !slice_equal(q->param[i].name, path);
        for (const YamlNode *node = list->first; node && !known; node = node->next)
            known = slice_equal(node->text, value);
        if (!known)
            yaml_add(list, scalar(r, NULL, value));
    }
    return list->first ? list : NULL;
}

static bool is_choice(const Choice *choice, int count, Slice word) {
    for (int i = 0; i < count; i++)
        if (slice_equal(choice[i].value, word))
            return true;
    return false;
}

/* What has a name for each: "interests/R". */
static YamlNode *read_numbers(const Reading *r, const FormField *f, Slice path,
                              const YamlNode *old) {
    Choice *choice;
    YamlNode *map = yaml_new(arena_of(r), YAML_MAP, 0);
    int count = shape_choices(r->form->d, f, &choice);
    map->was = old;
    for (int i = 0; i < count; i++) {
        const YamlNode *was = old ? yaml_get(old, choice[i].value.at) : NULL;
        Slice name = entry_form_path(r->form, path, choice[i].value);
        Slice text = as_number(r, typed(r, name));
        if (!was_asked(r, name) && was)
            put(map, choice[i].value, yaml_copied(arena_of(r), was));
        else if (text.len)
            put(map, choice[i].value, scalar(r, was, text));
    }
    for (const YamlNode *was = old && old->kind == YAML_MAP ? old->first : NULL; was;
         was = was->next)
        if (!is_choice(choice, count, was->key)) /* the list lost it, this record need not */
            put(map, was->key, yaml_copied(arena_of(r), was));
    return map->first ? map : NULL;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static YamlNode *read_value(const Reading *r, const FormField *f, Slice path, const YamlNode *old);
static YamlNode *read_map(const Reading *r, const FormField *fields, int count, Slice path,
                          const YamlNode *old);

typedef struct Order {
    int *number, count;
} Order;

static int find(const Order *order, int number) {
    for (int i = 0; i < order->count; i++)
        if (order->number[i] == number)
            return i;
    return -1;
}

static void swap(Order *order, int a, int b) {
    if (a < 0 || b < 0 || a >= order->count || b >= order->count)
        return;
    int number = order->number[a];
    order->number[a] = order->number[b];
    order->number[b] = number;
}

/* "up/facts/2": whether that button of this list was pressed, and of which row. */
static bool pressed(const Reading *r, const char *what, Slice path, int *number) {
    Slice wish = studio_value(r->form->d, "do");
    Slice begin = arena_printf(arena_of(r), "%s/" SLICE_FMT "/", what, SLICE_ARG(path));
    if (!slice_has_prefix(wish, begin) || !isdigit((unsigned char)wish.at[begin.len]))
        return false;
    char *end;
    *number = (int)strtol(wish.at + begin.len, &end, 10);
    return !*end;
}

static void take_out(Order *order, int at) {
    for (int i = at; at >= 0 && i + 1 < order->count; i++)
        order->number[i] = order->number[i + 1];
    order->count -= at >= 0;
}

static Order read_order(const Reading *r, Slice path, int old) {
    const Request *q = r->form->d->request;
    Order order = {.number = NULL};
    Slice name = arena_printf(arena_of(r), SLICE_FMT "#", SLICE_ARG(path));
    int number, beyond = old;
    for (int i = 0; i < q->param_count; i++)
        if (slice_equal(q->param[i].name, name) && q->param[i].value.len) {
            number = atoi(arena_copy(arena_of(r), q->param[i].value).at);
            if (number >= 0 && find(&order, number) < 0)
                *LIST_ADD(arena_of(r), order.number, order.count) = number;
            beyond = number >= beyond ? number + 1 : beyond;
        }
    if (pressed(r, "up", path, &number))
        swap(&order, find(&order, number), find(&order, number) - 1);
    if (pressed(r, "down", path, &number))
        swap(&order, find(&order, number), find(&order, number) + 1);
    if (pressed(r, "remove", path, &number))
        take_out(&order, find(&order, number));
    Slice add = arena_printf(arena_of(r), "add/" SLICE_FMT, SLICE_ARG(path));
    if (slice_equal(studio_value(r->form->d, "do"), add))
        *LIST_ADD(arena_of(r), order.number, order.count) = beyond;
    return order;
}

static const YamlNode *element(const YamlNode *list, int number) {
    const YamlNode *node = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; node && number; number--)
        node = node->next;
    return node;
}

static YamlNode *read_row(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    if (f->shape == SHAPE_WORD_ROWS)
        return read_words(r, path, old);
    if (f->shape == SHAPE_PICK_ROWS)
        return read_text(r, f, path, old);
    FormField *fields;
    int count = shape_fields(r->form->d, f->of, &fields);
    return read_map(r, fields, count, path, old);
}

static YamlNode *read_rows(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    YamlNode *list = yaml_new(arena_of(r), YAML_LIST, 0);
    Order order = read_order(r, path, old && old->kind == YAML_LIST ? old->count : 0);
    list->was = old;
    for (int i = 0; i < order.count; i++) {
        const YamlNode *was = element(old, order.number[i]);
        Slice own =
            entry_form_path(r->form, path, arena_printf(arena_of(r), "%d", order.number[i]));
        YamlNode *row = read_row(r, f, own, was);
        if (!row && r->keep)
            row = yaml_new(arena_of(r), f->shape == SHAPE_PICK_ROWS ? YAML_SCALAR : YAML_MAP, 0);
        if (!row)
            continue;
        row->was = was;
        yaml_add(list, row);
    }
    return list->first ? list : NULL;
}

/* ---- maps ------------------------------------------------------------------------------------ */

static YamlNode *read_group(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    FormField *fields;
    int count = shape_group(r->form->d, f->record, f->key, &fields);
    return read_map(r, fields, count, path, old);
}

static YamlNode *read_value(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    switch (f->shape) {
    case SHAPE_WORDS:
        return read_words(r, path, old);
    case SHAPE_FLAG:
        return read_flag(r, path, old);
    case SHAPE_PICKS:
        return read_picks(r, path, old);
    case SHAPE_NUMBERS:
        return read_numbers(r, f, path, old);
    case SHAPE_ROWS:
    case SHAPE_WORD_ROWS:
    case SHAPE_PICK_ROWS:
        return read_rows(r, f, path, old);
    case SHAPE_GROUP:
        return read_group(r, f, path, old);
    default:
        return read_text(r, f, path, old);
    }
}

/* Did the form ask for it at all? */
static bool asks(const Reading *r, const FormField *f, Slice path) {
    Slice first = r->form->code[0];
    switch (f->shape) {
    case SHAPE_RAW:
        return false;
    case SHAPE_WORDS:
        return was_asked(r, arena_printf(arena_of(r), SLICE_FMT "." SLICE_FMT, SLICE_ARG(path),
                                         SLICE_ARG(first)));
    case SHAPE_ROWS:
    case SHAPE_WORD_ROWS:
    case SHAPE_PICK_ROWS:
        return was_asked(r, arena_printf(arena_of(r), SLICE_FMT "#", SLICE_ARG(path)));
    case SHAPE_GROUP:
    case SHAPE_NUMBERS:
        return true;
    default:
        return was_asked(r, path);
    }
}

static const FormField *field_called(const FormField *fields, int count, Slice key) {
    for (int i = 0; i < count; i++)
        if (slice_is(key, fields[i].key))
            return &fields[i];
    return NULL;
}

static YamlNode *read_field(const Reading *r, const FormField *f, Slice path, const YamlNode *old) {
    Slice own = entry_form_path(r->form, path, slice_from(f->key));
    if (asks(r, f, own) && entry_form_fits(f, old))
        return read_value(r, f, own, old);
    return old ? yaml_copied(arena_of(r), old) : NULL;
}

/* The last before it, in the order of the form, that is in the map. */
static YamlNode *place_for(YamlNode *map, const FormField *fields, const FormField *f) {
    YamlNode *after = NULL;
    for (const FormField *before = fields; before < f; before++)
        for (YamlNode *node = map->first; node; node = node->next)
            if (slice_is(node->key, before->key))
                after = node;
    return after;
}

static void insert(YamlNode *map, YamlNode *after, YamlNode *child) {
    YamlNode **at = after ? &after->next : &map->first;
    child->next = *at;
    *at = child;
    map->count++;
}

/* First what stands there, in its order; then what is new, each behind the field before it. */
static YamlNode *read_map(const Reading *r, const FormField *fields, int count, Slice path,
                          const YamlNode *old) {
    YamlNode *map = yaml_new(arena_of(r), YAML_MAP, old ? old->line : 0);
    map->was = old;
    for (const YamlNode *was = old && old->kind == YAML_MAP ? old->first : NULL; was;
         was = was->next) {
        const FormField *f = field_called(fields, count, was->key);
        YamlNode *child = f ? read_field(r, f, path, was) : yaml_copied(arena_of(r), was);
        if (child)
            put(map, was->key, child);
    }
    for (int i = 0; i < count; i++) {
        YamlNode *child =
            old && yaml_get(old, fields[i].key) ? NULL : read_field(r, &fields[i], path, NULL);
        if (!child)
            continue;
        child->key = slice_from(fields[i].key);
        insert(map, place_for(map, fields, &fields[i]), child);
    }
    return map->first ? map : NULL;
}

YamlNode *entry_form_read(EntryForm *form, RecordId record, const YamlNode *old, bool keep) {
    FormField *fields;
    Reading r = {form, keep};
    int count = shape_fields(form->d, record, &fields);
    YamlNode *map = read_map(&r, fields, count, LIT(""), old);
    return map ? map : yaml_new(form->d->arena, YAML_MAP, 0);
}
