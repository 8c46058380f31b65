#include "tools/registers/columns.h"

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

/* ---- the file -------------------------------------------------------------------------------- */

static bool read_head(Columns *c, Arena *arena, const char *const *names) {
    Error error = {{0}};
    bool good = csv_next(&c->csv, &error);
    for (c->count = 0; good && names[c->count] && c->count < COLUMNS_MAX; c->count++)
        c->place[c->count] = place_of(&c->csv.row, names[c->count]);
    for (int i = 0; i < c->count; i++)
        if (c->place[i] < 0) {
            Slice heads = heads_of(arena, &c->csv.row);
            report_fault(c->report, c->file, c->csv.row.number,
                         "la colonne « %s » manque ; l’en-tête a changé : " SLICE_FMT, names[i],
                         SLICE_ARG(heads));
            good = false;
        }
    return good;
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
