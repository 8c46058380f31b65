#include "tools/studio/entry_form_parts.h"

#include "tools/sources/yaml_edit.h"
#include "tools/studio/html.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Fields of one map, and the lines in which it stands. */
typedef struct FormMap {
    const FormField *field;
    int count;
    const YamlNode *map, *beside;
    Slice path;
    int from, to; /* lines of the file; 0: it is not in the file */
} FormMap;

EntryForm entry_form_of(Desk *d, const Source *source, FaultList *faults) {
    EntryForm form = {.d = d, .source = source, .faults = faults};
    form.languages = written_languages(d, form.code);
    for (int i = 0; i < form.languages; i++)
        form.code[i] = arena_copy(d->arena, form.code[i]);
    return form;
}

Slice entry_form_path(EntryForm *form, Slice path, Slice name) {
    return path.len ? arena_printf(form->d->arena, SLICE_FMT "/" SLICE_FMT, SLICE_ARG(path),
                                   SLICE_ARG(name))
                    : name;
}

int entry_form_row_number(const YamlNode *list, const YamlNode *row, int *fresh) {
    const YamlNode *was = list->was ? list->was->first : NULL;
    int number = 0;
    for (; was; was = was->next, number++)
        if (row->was == was)
            return number;
    return number + (*fresh)++;
}

/* ---- faults ---------------------------------------------------------------------------------- */

/* Does the sentence name it in quotes, or begin with it? */
static bool mentions(Slice message, const char *key) {
    int len = (int)strlen(key), from = 0, at;
    for (; (at = slice_find(slice_cut(message, from, message.len), slice_from(key))) >= 0;
         from += at + 1) {
        Slice before = slice_cut(message, 0, from + at);
        Slice after = slice_cut(message, from + at + len, message.len);
        int near = slice_find(slice_cut(before, before.len > 5 ? before.len - 5 : 0, before.len),
                              LIT("«"));
        bool ends =
            !after.len || (after.at[0] != '-' && !(after.at[0] >= 'a' && after.at[0] <= 'z'));
        if (ends && (near >= 0 || (!before.len && slice_find(after, LIT(":")) >= 0 &&
                                   slice_find(after, LIT(":")) < 4)))
            return true;
    }
    return false;
}

static bool mentions_other(const FormMap *m, const Fault *fault, const char *key) {
    for (int i = 0; i < m->count; i++)
        if (strcmp(m->field[i].key, key) != 0 && mentions(fault->message, m->field[i].key))
            return true;
    return false;
}

static void put_fault(EntryForm *form, Fault *fault) {
    fault->shown = true;
    html_in(form->d, fault->warning ? "p class=\"fault warning\"" : "p class=\"fault\"",
            fault->message);
}

static bool is_here(const EntryForm *form, const Fault *fault, int from, int to) {
    return !fault->shown && form->source && slice_equal(fault->file, form->source->file) &&
           fault->line >= from && fault->line <= to;
}

/* All that is left between two lines. */
static void put_faults_between(EntryForm *form, int from, int to) {
    for (int i = 0; from && form->faults && i < form->faults->count; i++)
        if (is_here(form, &form->faults->fault[i], from, to))
            put_fault(form, &form->faults->fault[i]);
}

static int last_line(const YamlNode *was, int to) {
    if (!was->next)
        return to;
    return was->next->line > was->line ? was->next->line - 1 : was->line;
}

static bool shares_line(const YamlNode *map, const YamlNode *was) {
    for (const YamlNode *other = map->first; other; other = other->next)
        if (other != was && other->line == was->line)
            return true;
    return false;
}

/* Those of one field: on its lines, or of its absence. */
static void put_faults_of(EntryForm *form, const FormMap *m, const char *key) {
    const YamlNode *map = m->map ? m->map->was : NULL;
    const YamlNode *was = map ? yaml_get(map, key) : NULL;
    for (int i = 0; m->from && form->faults && i < form->faults->count; i++) {
        Fault *fault = &form->faults->fault[i];
        int from = was ? was->line : m->from, to = was ? last_line(was, m->to) : m->to;
        if (!is_here(form, fault, from, to))
            continue;
        bool named = mentions(fault->message, key);
        if (named || (was && !shares_line(map, was) && !mentions_other(m, fault, key)))
            put_fault(form, fault);
    }
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void put_map(EntryForm *form, const FormMap *m);

static void put_tool(EntryForm *form, const char *what, Slice path, StudioWord word,
                     const char *sign) {
    const Desk *d = form->d;
    fprintf(d->out, "<button class=\"tool\" name=\"do\" value=\"%s/", what);
    html_text(d, path);
    fputs("\" title=\"", d->out);
    html_word(d, word);
    fputs("\" aria-label=\"", d->out);
    html_word(d, word);
    fprintf(d->out, "\">%s</button>", sign);
}

static void put_row_tools(EntryForm *form, Slice path) {
    html_format(form->d, "<span class=\"tools\">");
    put_tool(form, "up", path, STUDIO_UP, "↑");
    put_tool(form, "down", path, STUDIO_DOWN, "↓");
    put_tool(form, "remove", path, STUDIO_REMOVE, "✕");
    html_format(form->d, "</span>");
}

static const YamlNode *element(const YamlNode *list, int number) {
    const YamlNode *node = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; node && number; number--)
        node = node->next;
    return node;
}

static void put_row(EntryForm *form, const FormPlace *place, const YamlNode *row, int number,
                    int to) {
    const FormField *f = place->field;
    const YamlNode *beside = element(place->beside, number);
    Slice path = entry_form_path(form, place->path, arena_printf(form->d->arena, "%d", number));
    html_format(form->d, "<li class=\"row %s\" draggable=\"true\">",
                f->shape == SHAPE_ROWS ? "record" : "one");
    html_hidden(form->d, arena_printf(form->d->arena, SLICE_FMT "#", SLICE_ARG(place->path)).at,
                arena_printf(form->d->arena, "%d", number));
    int from = row->was ? row->was->line : 0;
    if (f->shape == SHAPE_ROWS) {
        FormField *fields;
        int count = shape_fields(form->d, f->of, &fields);
        put_map(form, &(FormMap){fields, count, row, beside, path, from, to});
    } else {
        entry_form_put_leaf(form, &(FormPlace){f, path, row, beside});
    }
    put_faults_between(form, from, to);
    put_row_tools(form, path);
    html_format(form->d, "</li>");
}

static int row_end(const YamlNode *row, int to) {
    if (!row->was || !row->was->next)
        return to;
    int next = row->was->next->line;
    return next > row->was->line ? next - 1 : row->was->line;
}

/* Of a new record a few rows lie ready; those that stay empty are not saved. */
static const YamlNode *blank_rows(EntryForm *form, const FormField *f) {
    enum { WORDS = 3, PICKS = 2 };
    int count = f->shape == SHAPE_WORD_ROWS ? WORDS : PICKS;
    YamlNode *list = yaml_new(form->d->arena, YAML_LIST, 0);
    if (f->shape == SHAPE_ROWS)
        count = (int)f->least;
    for (int i = 0; i < count && (!f->may || f->shape == SHAPE_WORD_ROWS); i++)
        yaml_add(list,
                 yaml_new(form->d->arena, f->shape == SHAPE_PICK_ROWS ? YAML_SCALAR : YAML_MAP, 0));
    return list;
}

static bool has_row(const YamlNode *list, int number) {
    int fresh = 0;
    for (const YamlNode *row = list ? list->first : NULL; row; row = row->next)
        if (entry_form_row_number(list, row, &fresh) == number)
            return true;
    return false;
}

/* Those that the file has meanwhile and the form has not: kept, unless they are taken out here. */
static void put_rows_beside(EntryForm *form, const FormPlace *place, const YamlNode *list) {
    const YamlNode *row =
        form->beside && place->beside && entry_form_fits(place->field, place->beside)
            ? place->beside->first
            : NULL;
    for (int number = 0; row; row = row->next, number++)
        if (!has_row(list, number)) {
            html_word_in(form->d, "p class=\"beside\"", STUDIO_BESIDE_ROW);
            put_row(form, place, row, number, 0);
        }
}

static void put_rows(EntryForm *form, const FormPlace *place, int to) {
    const YamlNode *list = place->value && place->value->kind == YAML_LIST ? place->value : NULL;
    int fresh = 0;
    if (!list && form->fresh)
        list = blank_rows(form, place->field);
    html_format(form->d, "<div class=\"rows\" role=\"group\">");
    entry_form_put_label(form, place, false);
    html_hidden(form->d, arena_printf(form->d->arena, SLICE_FMT "#", SLICE_ARG(place->path)).at,
                LIT(""));
    html_format(form->d, "<ol>");
    for (const YamlNode *row = list ? list->first : NULL; row; row = row->next)
        put_row(form, place, row, entry_form_row_number(list, row, &fresh), row_end(row, to));
    put_rows_beside(form, place, list);
    html_format(form->d, "</ol>");
    html_button(form->d, "add", "do",
                arena_printf(form->d->arena, "add/" SLICE_FMT, SLICE_ARG(place->path)),
                studio_word(form->d->lang, STUDIO_ADD_ROW));
    html_format(form->d, "</div>");
}

/* ---- fields ---------------------------------------------------------------------------------- */

static void put_group(EntryForm *form, const FormPlace *place, int from, int to) {
    FormField *fields;
    const FormField *f = place->field;
    int count = shape_group(form->d, f->record, f->key, &fields);
    html_format(form->d, "<fieldset><legend>");
    html_text(form->d, studio_field(form->d->lang, f->record, f->key));
    html_format(form->d, "</legend>");
    put_map(form, &(FormMap){fields, count, place->value, place->beside, place->path, from, to});
    html_format(form->d, "</fieldset>");
}

static void put_field(EntryForm *form, const FormMap *m, const FormField *field) {
    FormField own = *field, *f = &own;
    FormPlace place = {f, entry_form_path(form, m->path, slice_from(f->key)),
                       m->map ? yaml_get(m->map, f->key) : NULL,
                       m->beside ? yaml_get(m->beside, f->key) : NULL};
    f->shape = entry_form_fits(f, place.value) ? f->shape : SHAPE_RAW;
    const YamlNode *was = m->map && m->map->was ? yaml_get(m->map->was, f->key) : NULL;
    int from = was ? was->line : 0, to = was ? last_line(was, m->to) : 0;
    html_format(form->d, "<div class=\"field shape%d\">", (int)f->shape);
    if (f->shape == SHAPE_GROUP)
        put_group(form, &place, from, to);
    else if (f->shape == SHAPE_ROWS || f->shape == SHAPE_WORD_ROWS || f->shape == SHAPE_PICK_ROWS)
        put_rows(form, &place, to);
    else
        entry_form_put_leaf(form, &place);
    put_faults_of(form, m, f->key);
    html_format(form->d, "</div>\n");
}

static void put_map(EntryForm *form, const FormMap *m) {
    for (int i = 0; i < m->count; i++)
        put_field(form, m, &m->field[i]);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int end_of(const YamlNode *was) {
    return was->next ? was->next->line - 1 : INT_MAX;
}

/* What belongs to no field stands above all of them. */
void entry_form_put(EntryForm *form, RecordId record, const YamlNode *map) {
    FormField *fields;
    char *text = NULL;
    size_t size = 0;
    FILE *page = form->d->out;
    int count = shape_fields(form->d, record, &fields);
    int from = map && map->was ? map->was->line : 0;
    int to = map && map->was ? end_of(map->was) : 0;
    form->d->out = open_memstream(&text, &size);
    put_map(form, &(FormMap){fields, count, map, form->beside, LIT(""), from, to});
    fclose(form->d->out);
    form->d->out = page;
    put_faults_between(form, from, to);
    fwrite(text, 1, size, page);
    free(text);
}
