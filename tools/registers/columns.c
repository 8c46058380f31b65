#include "tools/registers/columns.h"

#include "base/nearest.h"

#include <string.h>
#include <unicase.h>
#include <uninorm.h>

/* ---- names ----------------------------------------------------------------------------------- */

static bool is_named(Slice head, const char *name) {
    int order = 1;
    return u8_casecmp((const uint8_t *)head.at, (size_t)head.len, (const uint8_t *)name,
                      strlen(name), NULL, UNINORM_NFC, &order) == 0 &&
           order == 0;
}

static int place_of(const CsvRow *row, const char *name) {
    for (int i = 0; i < row->count; i++)
        if (is_named(row->field[i], name))
            return i;
    return -1;
}

static Slice heads_of(Arena *arena, const CsvRow *row) {
    Slice all = LIT("");
    for (int i = 0; i < row->count && all.len < 200; i++)
        all = arena_printf(arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? ", " : "",
                           SLICE_ARG(row->field[i]));
    return all;
}

static const char *nearest_head(Arena *arena, const CsvRow *row, const char *name) {
    const char **heads = arena_array(arena, const char *, row->count + 1);
    for (int i = 0; i < row->count; i++)
        heads[i] = arena_copy(arena, row->field[i]).at;
    return nearest_word(slice_from(name), heads);
}

/* ---- the file -------------------------------------------------------------------------------- */

static void say_missing(const Columns *c, Arena *arena, const char *name) {
    const CsvRow *row = &c->csv.row;
    const char *near = nearest_head(arena, row, name);
    if (near)
        report_fault(c->report, c->file, row->number,
                     "la colonne « %s » manque ; l’en-tête a changé : est-ce « %s » ?", name, near);
    else
        report_fault(c->report, c->file, row->number,
                     "la colonne « %s » manque ; l’en-tête a changé : %s", name,
                     heads_of(arena, row).at);
}

static bool read_head(Columns *c, Arena *arena, const char *const *names) {
    Error error = {{0}};
    bool good = csv_next(&c->csv, &error), all = good;
    for (c->count = 0; good && names[c->count] && c->count < COLUMNS_MAX; c->count++) {
        bool optional = names[c->count][0] == COLUMNS_OPTIONAL;
        const char *name = names[c->count] + optional;
        c->place[c->count] = place_of(&c->csv.row, name);
        if (c->place[c->count] >= 0 || optional)
            continue;
        say_missing(c, arena, name);
        all = false;
    }
    return all;
}

bool columns_open(Columns *c, Report *report, Arena *arena, Slice file, const char *const *names) {
    Error error = {{0}};
    *c = (Columns){.report = report, .file = file};
    if (!csv_open(&c->csv, file.at, &error)) {
        report_fault(report, file, 1, "ce fichier ne peut pas être lu : %s", error.text);
        return false;
    }
    if (read_head(c, arena, names))
        return true;
    if (!c->count)
        report_fault(report, file, 1, "ce fichier est vide");
    columns_close(c);
    return false;
}

bool columns_has(Slice file, const char *name) {
    Csv csv;
    Error error = {{0}};
    if (!csv_open(&csv, file.at, &error))
        return false;
    bool has = csv_next(&csv, &error) && place_of(&csv.row, name) >= 0;
    csv_close(&csv);
    return has;
}

bool columns_next(Columns *c) {
    Error error = {{0}};
    bool more = csv_next(&c->csv, &error);
    if (error.text[0])
        report_fault(c->report, c->file, c->csv.row.number,
                     "des guillemets ne se ferment pas dans cette ligne");
    return more;
}

Slice columns_cell(const Columns *c, int wanted) {
    int place = c->place[wanted];
    return place >= 0 && place < c->csv.row.count ? c->csv.row.field[place] : LIT("");
}

void columns_close(Columns *c) {
    csv_close(&c->csv);
}
