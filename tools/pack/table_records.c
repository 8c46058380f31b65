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

typedef struct Column {
    const Field *field; /* NULL: the column has no head */
    const char *list;   /* key of the list that the field stands in; NULL: of the record itself */
    char lang[3];       /* "fr" of "name.fr" */
} Column;

typedef struct TableRecords {
    Report *report;
    Arena *arena;
    const Table *table;
    const Record *record;
    RecordId id;
    Column column[TABLE_COLUMNS_MAX];
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

static const Field *field_named(const Record *record, Slice key) {
    for (int f = 0; f < record->field_count; f++)
        if (record->field[f].key && slice_is(key, record->field[f].key))
            return &record->field[f];
    return NULL;
}

/* The record that a list of this one is made of; NULL: the key is no list. */
static const Record *listed(const TableRecords *r, const Field *field) {
    if (field->kind == FIELD_LIST)
        return record_of((RecordId)field->of);
    RecordId within = records_within(r->id, slice_from(field->key));
    return within == RECORD_COUNT ? NULL : record_of(within);
}

static Slice first_part(Slice *key) {
    int dot = slice_find(*key, LIT("."));
    Slice part = slice_cut(*key, 0, dot < 0 ? key->len : dot);
    *key = slice_cut(*key, dot < 0 ? key->len : dot + 1, key->len);
    return part;
}

/* False: no such key. */
static bool resolve(const TableRecords *r, Slice head, Column *column) {
    char memory[KEY_BYTES];
    Slice key = key_of(head, memory);
    const Field *field = field_named(r->record, first_part(&key));
    const Record *within = field ? listed(r, field) : NULL;
    *column = (Column){.field = field};
    if (within) {
        column->list = field->key;
        column->field = field = field_named(within, first_part(&key));
    }
    if (!field || field->kind == FIELD_LIST || field->kind == FIELD_KEY)
        return false;
    if (key.len == 2 && field_has_words(field))
        memcpy(column->lang, key.at, 2);
    return !key.len || column->lang[0];
}

static const char *nearest_key(const TableRecords *r, Slice head) {
    const char *known[128] = {NULL};
    char memory[KEY_BYTES];
    Slice key = key_of(head, memory);
    int count = 0;
    for (int f = 0; f < r->record->field_count && count < 127; f++)
        if (r->record->field[f].key)
            known[count++] = r->record->field[f].key;
    return nearest_word(arena_copy(r->arena, first_part(&key)), known);
}

static void unknown_head(TableRecords *r, int row, int at, Slice head) {
    const char *nearest = nearest_key(r, head);
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
        Column column;
        said += row->cell[i].len > 0;
        known += row->cell[i].len && resolve(r, row->cell[i], &column);
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

static bool wants_figure(const Field *field) {
    return field && (field->kind == FIELD_DATE || field->kind == FIELD_MOMENT ||
                     field->kind == FIELD_INT || field->kind == FIELD_REAL);
}

/* Below the heads, the same for people: "Identifiant", "Nom", "Places". No record has only words
   where days and numbers belong. */
static void check_spoken_heads(TableRecords *r) {
    const TableRow *row = &r->table->row[1];
    int words = 0;
    for (int i = 0; i < row->count && i < r->columns; i++) {
        if (!row->cell[i].len || !wants_figure(r->column[i].field))
            continue;
        if (has_figure(row->cell[i]))
            return;
        words++;
    }
    if (words >= SPOKEN_HEADS)
        two_heads(r, row);
}

static void check_twice(TableRecords *r, int row, int at) {
    const Column *c = &r->column[at];
    for (int i = 0; i < at; i++)
        if (r->column[i].field == c->field && r->column[i].list == c->list &&
            strcmp(r->column[i].lang, c->lang) == 0)
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
        if (!resolve(r, head, &r->column[i])) {
            unknown_head(r, row->number, i, head);
            r->column[i].field = NULL;
            continue;
        }
        check_twice(r, row->number, i);
        if (r->column[i].field == &r->record->field[0])
            r->id_column = i;
    }
    if (r->id_column < 0 && !r->failed)
        WRONG(r, row->number, 0, "la colonne « %s » manque ; l’ajouter", r->record->field[0].key);
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

static bool is_dated(const Field *field) {
    return field->kind == FIELD_DATE || field->kind == FIELD_MOMENT;
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

static bool is_listed(const Field *field) {
    return field->kind == FIELD_REFS || field->kind == FIELD_CHOICES ||
           field->kind == FIELD_PLACES || field->kind == FIELD_ZONES;
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

static YamlNode *node_of(TableRecords *r, const Field *field, Slice text, int line) {
    Slice iso;
    if (is_listed(field))
        return list_node(r->arena, text, line);
    if (is_dated(field) && is_local_date(text, &iso, r->arena))
        text = iso;
    if (field->kind == FIELD_FLAG)
        text = flag_of(text);
    if (field->kind == FIELD_INT || field->kind == FIELD_REAL)
        text = number_of(text, r->arena);
    return yaml_scalar(r->arena, text, line);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* Words stand in a map of their languages. */
static void put_cell(TableRecords *r, YamlNode *map, const Column *column, Slice text, int line) {
    const char *key = column->field->key;
    YamlNode *was = (YamlNode *)(uintptr_t)yaml_get(map, key);
    if (!column->lang[0]) {
        yaml_put(map, key, node_of(r, column->field, text, line));
        return;
    }
    if (!was || was->kind != YAML_MAP) {
        was = yaml_new(r->arena, YAML_MAP, line);
        yaml_put(map, key, was);
    }
    yaml_put(was, arena_copy(r->arena, slice_from(column->lang)).at,
             yaml_scalar(r->arena, text, line));
}

static bool is_same(const YamlNode *map, const Column *column, Slice text) {
    const YamlNode *node = yaml_get(map, column->field->key);
    if (node && column->lang[0])
        node = yaml_get(node, column->lang);
    return node && node->kind == YAML_SCALAR && slice_equal(node->text, text);
}

/* A day among words or numbers has slipped out of its column. */
static bool is_misplaced(TableRecords *r, const Field *field, Slice text) {
    Slice iso;
    return !is_dated(field) && (is_local_date(text, &iso, r->arena) || is_iso_date(text));
}

static YamlNode *list_in(TableRecords *r, YamlNode *map, const char *key, int line) {
    YamlNode *list = (YamlNode *)(uintptr_t)yaml_get(map, key);
    if (list)
        return list;
    list = yaml_new(r->arena, YAML_LIST, line);
    yaml_put(map, key, list);
    return list;
}

/* The element that this row adds to a list, made when its first cell is met. */
static YamlNode *element_of(TableRecords *r, YamlNode *map, const char *key, int line) {
    YamlNode *list = list_in(r, map, key, line), *last = list->first;
    while (last && last->next)
        last = last->next;
    if (last && last->line / IMPORT_PLACE == line / IMPORT_PLACE)
        return last;
    YamlNode *element = yaml_new(r->arena, YAML_MAP, line);
    yaml_add(list, element);
    return element;
}

static void take_cell(TableRecords *r, YamlNode *map, const TableRow *row, int at, bool more) {
    const Column *column = &r->column[at];
    Slice text = row->cell[at];
    int line = row->number * IMPORT_PLACE + at + 1;
    Slice name = table_column(r->arena, at);
    if (is_misplaced(r, column->field, text))
        WRONG(r, row->number, at,
              "colonne " SLICE_FMT " : « " SLICE_FMT " » est une date, mais « %s » n’en attend "
              "pas ; la mettre dans sa colonne",
              SLICE_ARG(name), SLICE_ARG(text), column->field->key);
    else if (column->list)
        put_cell(r, element_of(r, map, column->list, line), column, text, line);
    else if (!more)
        put_cell(r, map, column, text, line);
    else if (!is_same(map, column, text))
        WRONG(r, row->number, at,
              "colonne " SLICE_FMT " : « %s » est déjà dit plus haut pour ce nom ; effacer cette "
              "cellule",
              SLICE_ARG(name), column->field->key);
}

static void take_row(TableRecords *r, YamlNode *list, YamlNode **last, const TableRow *row) {
    Slice id = table_cell(row, r->id_column);
    const YamlNode *was = *last ? yaml_get(*last, r->record->field[0].key) : NULL;
    bool more = was && (!id.len || slice_equal(id, was->text));
    if (!id.len && !more) {
        WRONG(r, row->number, r->id_column, "cette ligne n’a pas de nom (%s) ; lui en donner un",
              r->record->field[0].key);
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
        bool beyond = i >= r->columns || !r->column[i].field;
        if (row->cell[i].len && beyond)
            WRONG(r, row->number, i,
                  "colonne " SLICE_FMT " : cette colonne n’a pas d’en-tête ; lui en donner un ou "
                  "l’effacer",
                  SLICE_ARG(table_column(r->arena, i)));
        else if (row->cell[i].len)
            take_cell(r, *last, row, i, more);
    }
}

YamlNode *table_records(Report *report, Arena *arena, const Table *table, RecordId id) {
    TableRecords *r = arena_new(arena, TableRecords);
    *r = (TableRecords){
        .report = report, .arena = arena, .table = table, .record = record_of(id), .id = id};
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
