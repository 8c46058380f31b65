#include "tools/pack/table_records.h"

#include "base/nearest.h"
#include "tools/sources/yaml_edit.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    KEY_BYTES = 64,
    HEADS_LOOKED_AT = 4,
    SPOKEN_HEADS = 2 /* so many words for numbers are no slip of one cell */
};

typedef struct TableRecords {
    Report *report;
    Arena *arena;
    const Table *table;
    Column *known; /* all that there may be */
    int known_count;
    const char *first_lang;
    const Column *column[TABLE_COLUMNS_MAX]; /* NULL: it has no head */
    int columns, id_column;
    bool failed;
} TableRecords;

#define WRONG(r, row, at, ...)                                                                     \
    do {                                                                                           \
        (r)->failed = true;                                                                        \
        report_fault_at((r)->report, (r)->table->file, (row), (at) + 1, __VA_ARGS__);              \
    } while (0)

/* ---- heads ----------------------------------------------------------------------------------- */

/* "Name (fr)", "open until" as a key: "name.fr", "open-until". */
static Slice key_of(Slice head, char key[KEY_BYTES]) {
    int len = 0;
    for (int i = 0; i < head.len && len < KEY_BYTES - 1; i++) {
        char sign = (char)tolower((unsigned char)head.at[i]);
        bool opens = sign == '(' || sign == ':';
        if (sign == ')' || (sign == ' ' && i + 1 < head.len && head.at[i + 1] == '('))
            continue;
        key[len++] = (char)(opens ? '.' : sign);
        if (sign == ' ' || sign == '_')
            key[len - 1] = '-';
    }
    key[len] = 0;
    return (Slice){key, len};
}

/* "name" is "name.fr" where people write French first. */
static bool is_head(const Column *column, Slice key) {
    Slice head = column->head;
    if (column->first && key.len < head.len && head.at[key.len] == '.' &&
        slice_find(slice_cut(head, key.len + 1, head.len), LIT(".")) < 0)
        head.len = key.len;
    return head.len == key.len && strncasecmp(head.at, key.at, (size_t)key.len) == 0;
}

/* NULL: no such key. */
static const Column *column_headed(const TableRecords *r, Slice head) {
    char memory[KEY_BYTES];
    Slice key = key_of(head, memory);
    for (int i = 0; i < r->known_count; i++)
        if (is_head(&r->known[i], key))
            return &r->known[i];
    return NULL;
}

static const char *nearest_head(const TableRecords *r, Slice head) {
    const char **known = arena_array(r->arena, const char *, r->known_count + 1);
    char memory[KEY_BYTES];
    for (int i = 0; i < r->known_count; i++)
        known[i] = r->known[i].head.at;
    return nearest_word(key_of(head, memory), known);
}

static void unknown_head(TableRecords *r, int row, int at, Slice head) {
    const char *nearest = nearest_head(r, head);
    Slice column = table_column(r->arena, at);
    if (nearest)
        WRONG(r, row, at,
              "colonne " SLICE_FMT " : rubrique inconnue « " SLICE_FMT " » ; est-ce « %s » ?",
              SLICE_ARG(column), SLICE_ARG(head), nearest);
    else
        WRONG(r, row, at,
              "colonne " SLICE_FMT " : rubrique inconnue « " SLICE_FMT " » ; l’effacer ou lui "
              "donner un nom de content/README.md",
              SLICE_ARG(column), SLICE_ARG(head));
}

/* ---- which row has the heads ----------------------------------------------------------------- */

static bool has_heads(const TableRecords *r, const TableRow *row) {
    int known = 0, said = 0;
    for (int i = 0; i < row->count; i++) {
        said += row->cell[i].len > 0;
        known += row->cell[i].len && column_headed(r, row->cell[i]);
    }
    return known && 2 * known >= said;
}

static void two_heads(TableRecords *r, const TableRow *row) {
    WRONG(r, row->number, 0,
          "deux lignes d’en-tête ; n’en garder qu’une, celle des noms de rubriques, tout en haut");
}

/* The first row, and no other. */
static bool check_heads(TableRecords *r) {
    const Table *t = r->table;
    for (int i = 1; i < t->count && i < HEADS_LOOKED_AT; i++)
        if (has_heads(r, &t->row[i])) {
            two_heads(r, &t->row[i]);
            return false;
        }
    return true;
}

static bool has_figure(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (isdigit((unsigned char)text.at[i]))
            return true;
    return false;
}

static bool wants_figure(const Column *column) {
    return column && (column->cell == COLUMN_DATE || column->cell == COLUMN_NUMBER);
}

/* Below the heads, the same for people: "Identifiant", "Nom", "Places". No record has only words
   where days and numbers belong. */
static void check_spoken_heads(TableRecords *r) {
    const TableRow *row = &r->table->row[1];
    int words = 0;
    for (int i = 0; i < row->count && i < r->columns; i++) {
        if (!row->cell[i].len || !wants_figure(r->column[i]))
            continue;
        if (has_figure(row->cell[i]))
            return;
        words++;
    }
    if (words >= SPOKEN_HEADS)
        two_heads(r, row);
}

static void check_twice(TableRecords *r, int row, int at) {
    for (int i = 0; i < at; i++)
        if (r->column[i] == r->column[at])
            WRONG(r, row, at, "colonne " SLICE_FMT " : la rubrique est déjà en colonne " SLICE_FMT,
                  SLICE_ARG(table_column(r->arena, at)), SLICE_ARG(table_column(r->arena, i)));
}

static void read_heads(TableRecords *r) {
    const TableRow *row = &r->table->row[0];
    r->columns = row->count;
    r->id_column = -1;
    for (int i = 0; i < row->count; i++) {
        Slice head = row->cell[i];
        if (!head.len)
            continue;
        r->column[i] = column_headed(r, head);
        if (!r->column[i]) {
            unknown_head(r, row->number, i, head);
            continue;
        }
        check_twice(r, row->number, i);
        if (r->column[i] == &r->known[0])
            r->id_column = i;
    }
    if (r->id_column < 0 && !r->failed)
        WRONG(r, row->number, 0, "la colonne « %s » manque ; l’ajouter", r->known[0].key);
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* 28/11/2026, as spreadsheets here write a day. */
static bool is_local_date(Slice text, Slice *iso, Arena *arena) {
    char copy[16];
    int day, month, year, used = 0;
    if (text.len < 8 || text.len > 10)
        return false;
    snprintf(copy, sizeof copy, SLICE_FMT, SLICE_ARG(text));
    if (sscanf(copy, "%2d/%2d/%4d%n", &day, &month, &year, &used) != 3 || used != text.len ||
        year < 1000)
        return false;
    *iso = arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return true;
}

static bool is_iso_date(Slice text) {
    static const char FORM[] = "dddd-dd-dd";
    for (int i = 0; FORM[i]; i++)
        if (i >= text.len ||
            (FORM[i] == 'd' ? !isdigit((unsigned char)text.at[i]) : text.at[i] != FORM[i]))
            return false;
    return text.len == 10;
}

static Slice flag_of(Slice text) {
    static const char *const YES[] = {"true", "vrai", "oui", "yes", "x", "1", NULL};
    static const char *const NO[] = {"false", "faux", "non", "no", "0", NULL};
    for (int i = 0; YES[i]; i++)
        if (strlen(YES[i]) == (size_t)text.len && strncasecmp(text.at, YES[i], text.len) == 0)
            return LIT("true");
    for (int i = 0; NO[i]; i++)
        if (strlen(NO[i]) == (size_t)text.len && strncasecmp(text.at, NO[i], text.len) == 0)
            return LIT("false");
    return text;
}

/* "1 234,5" with any blank between. */
static Slice number_of(Slice text, Arena *arena) {
    Slice copy = arena_copy(arena, text), rest = text;
    char *at = (char *)(uintptr_t)copy.at;
    int len = 0;
    while (rest.len) {
        Slice sign = rest;
        uint32_t code = utf8_next(&rest);
        sign.len -= rest.len;
        if (code == ' ' || code == 0xA0 || code == 0x202F)
            continue;
        memcpy(at + len, code == ',' ? "." : sign.at, (size_t)sign.len);
        len += sign.len;
    }
    at[len] = 0;
    return (Slice){at, len};
}

/* "soudage, usinage" or with semicolons. */
static YamlNode *list_node(Arena *arena, Slice text, int line) {
    YamlNode *list = yaml_new(arena, YAML_LIST, line);
    while (text.len) {
        int end = 0;
        while (end < text.len && !strchr(",;|", text.at[end]))
            end++;
        Slice word = slice_trim(slice_cut(text, 0, end));
        if (word.len)
            yaml_add(list, yaml_scalar(arena, word, line));
        text = slice_cut(text, end < text.len ? end + 1 : end, text.len);
    }
    return list;
}

static YamlNode *node_of(TableRecords *r, const Column *column, Slice text, int line) {
    Slice iso;
    if (column->cell == COLUMN_NAMES)
        return list_node(r->arena, text, line);
    if (column->cell == COLUMN_DATE && is_local_date(text, &iso, r->arena))
        text = iso;
    if (column->cell == COLUMN_FLAG)
        text = flag_of(text);
    if (column->cell == COLUMN_NUMBER)
        text = number_of(text, r->arena);
    return yaml_scalar(r->arena, text, line);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static YamlNode *child_of(const YamlNode *map, const char *key) {
    return key ? yaml_get(map, key) : NULL;
}

static YamlNode *child_made(TableRecords *r, YamlNode *map, const char *key, YamlKind kind,
                            int line) {
    YamlNode *child = child_of(map, key);
    if (!child) {
        child = yaml_new(r->arena, kind, line);
        yaml_put(map, key, child);
    }
    return child;
}

/* The key that the value has in the innermost map, and that map. */
static const char *last_key(const Column *c) {
    const char *inner = c->within ? c->within : c->key;
    return c->lang && !c->phrase ? c->lang : inner;
}

static YamlNode *innermost(TableRecords *r, YamlNode *map, const Column *c, int line) {
    if (c->key && (c->within || (c->lang && !c->phrase)))
        map = child_made(r, map, c->key, YAML_MAP, line);
    if (c->within && c->lang)
        map = child_made(r, map, c->within, YAML_MAP, line);
    return map;
}

/* In the first language alone it is a text, in several a map of them. */
static void put_phrase(TableRecords *r, YamlNode *map, const Column *c, Slice text, int line) {
    YamlNode *was = child_of(map, c->key), *said = yaml_scalar(r->arena, text, line);
    if (!was && c->first) {
        yaml_put(map, c->key, said);
        return;
    }
    if (was && was->kind == YAML_SCALAR) {
        YamlNode *first = yaml_scalar(r->arena, was->text, was->line);
        was->kind = YAML_MAP;
        was->text = LIT("");
        yaml_put(was, r->first_lang, first);
    }
    yaml_put(child_made(r, map, c->key, YAML_MAP, line), c->lang, said);
}

static void put_cell(TableRecords *r, YamlNode *map, const Column *c, Slice text, int line) {
    if (c->phrase)
        put_phrase(r, map, c, text, line);
    else
        yaml_put(innermost(r, map, c, line), last_key(c), node_of(r, c, text, line));
}

static bool is_same(TableRecords *r, const YamlNode *map, const Column *c, Slice text) {
    const YamlNode *node = child_of(map, c->key);
    if (node && c->within)
        node = yaml_get(node, c->within);
    if (node && c->lang && node->kind == YAML_MAP)
        node = yaml_get(node, c->lang);
    return node && node->kind == YAML_SCALAR &&
           slice_equal(node->text, node_of(r, c, text, 0)->text);
}

/* A day among words or numbers has slipped out of its column. */
static bool is_misplaced(TableRecords *r, const Column *c, Slice text) {
    Slice iso;
    return c->cell != COLUMN_DATE && (is_local_date(text, &iso, r->arena) || is_iso_date(text));
}

static YamlNode *last_of(const YamlNode *list) {
    YamlNode *last = list->first;
    while (last && last->next)
        last = last->next;
    return last;
}

/* The last element of a list; a new one for the first cell of a row that begins one. */
static YamlNode *element_of(TableRecords *r, YamlNode *map, const char *key, int line,
                            bool begins) {
    YamlNode *list = child_made(r, map, key, YAML_LIST, line), *last = last_of(list);
    bool of_row = last && last->line / IMPORT_PLACE == line / IMPORT_PLACE;
    if (last && (of_row || !begins))
        return last;
    YamlNode *element = yaml_new(r->arena, YAML_MAP, line);
    yaml_add(list, element);
    return element;
}

static bool is_in(const Column *c, const char *list) {
    return c && c->list[0] && list && strcmp(c->list[0], list) == 0;
}

/* Has the row a word of an element itself, and not only of the lists within it? */
static bool begins_element(const TableRecords *r, const TableRow *row, const char *list) {
    for (int i = 0; i < row->count && i < r->columns; i++)
        if (row->cell[i].len && is_in(r->column[i], list) && !r->column[i]->list[1])
            return true;
    return false;
}

static void put_in_list(TableRecords *r, YamlNode *map, const TableRow *row, int at, int line) {
    const Column *c = r->column[at];
    bool begins = begins_element(r, row, c->list[0]);
    YamlNode *element = element_of(r, map, c->list[0], line, begins);
    if (c->list[1])
        element = element_of(r, element, c->list[1], line, true);
    put_cell(r, element, c, row->cell[at], line);
}

static const char *name_of(const Column *c) {
    const char *list = c->list[1] ? c->list[1] : c->list[0];
    return c->key ? c->key : list;
}

static void take_cell(TableRecords *r, YamlNode *map, const TableRow *row, int at, bool more) {
    const Column *column = r->column[at];
    Slice text = row->cell[at];
    int line = row->number * IMPORT_PLACE + at + 1;
    Slice name = table_column(r->arena, at);
    if (is_misplaced(r, column, text))
        WRONG(r, row->number, at,
              "colonne " SLICE_FMT " : « " SLICE_FMT " » est une date, mais « %s » n’en attend "
              "pas ; la mettre dans sa colonne",
              SLICE_ARG(name), SLICE_ARG(text), name_of(column));
    else if (column->list[0])
        put_in_list(r, map, row, at, line);
    else if (!more)
        put_cell(r, map, column, text, line);
    else if (!is_same(r, map, column, text))
        WRONG(r, row->number, at,
              "colonne " SLICE_FMT " : « %s » est déjà dit plus haut pour ce nom ; effacer cette "
              "cellule",
              SLICE_ARG(name), name_of(column));
}

static void take_row(TableRecords *r, YamlNode *list, YamlNode **last, const TableRow *row) {
    Slice id = table_cell(row, r->id_column);
    const YamlNode *was = *last ? yaml_get(*last, r->known[0].key) : NULL;
    bool more = was && (!id.len || slice_equal(id, was->text));
    if (!id.len && !more) {
        WRONG(r, row->number, r->id_column, "cette ligne n’a pas de nom (%s) ; lui en donner un",
              r->known[0].key);
        return;
    }
    if (!more) {
        YamlNode *map = yaml_new(r->arena, YAML_MAP, row->number * IMPORT_PLACE);
        if (*last)
            (*last)->next = map; /* at the end, without looking for it */
        else
            list->first = map;
        list->count++;
        *last = map;
    }
    for (int i = 0; i < row->count; i++) {
        bool beyond = i >= r->columns || !r->column[i];
        if (row->cell[i].len && beyond)
            WRONG(r, row->number, i,
                  "colonne " SLICE_FMT " : cette colonne n’a pas d’en-tête ; lui en donner un ou "
                  "l’effacer",
                  SLICE_ARG(table_column(r->arena, i)));
        else if (row->cell[i].len)
            take_cell(r, *last, row, i, more);
    }
}

YamlNode *table_records(Report *report, Arena *arena, const Table *table, RecordId id,
                        const ColumnNames *names) {
    TableRecords *r = arena_new(arena, TableRecords);
    *r = (TableRecords){.report = report, .arena = arena, .table = table};
    r->known_count = columns_of(arena, id, names, &r->known);
    r->first_lang = names->lang[0].at;
    YamlNode *list = yaml_new(arena, YAML_LIST, IMPORT_PLACE), *last = NULL;
    if (check_heads(r))
        read_heads(r);
    if (!r->failed && table->count < 2)
        WRONG(r, 1, 0,
              "cette table n’a que son en-tête ; y écrire une ligne, ou ne pas l’importer");
    if (!r->failed)
        check_spoken_heads(r);
    bool heads = !r->failed; /* rows are read on after a fault: an author sees all at once */
    for (int i = 1; i < table->count && heads; i++)
        take_row(r, list, &last, &table->row[i]);
    return r->failed ? NULL : list;
}
