#include "tools/sources/table.h"

#include "base/error.h"
#include "tools/sources/csv.h"
#include "tools/sources/table_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Slice table_column(Arena *arena, int column) {
    Slice name = LIT("");
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name = arena_printf(arena, "%c" SLICE_FMT, 'A' + (rest - 1) % 26, SLICE_ARG(name));
    return name;
}

Slice table_cell(const TableRow *row, int column) {
    return column < row->count ? row->cell[column] : LIT("");
}

/* ---- rows ------------------------------------------------------------------------------------ */

void table_fault(TableReading *r, int row, int column, const char *sentence) {
    r->failed = true;
    report_fault_at(r->report, r->table->file, row, column + 1, "colonne " SLICE_FMT " : %s",
                    SLICE_ARG(table_column(r->arena, column)), sentence);
}

static TableRow *next_row(TableReading *r) {
    Table *t = r->table;
    if (t->count == t->room) {
        t->room = t->room ? 2 * t->room : 64;
        TableRow *more = arena_array(r->arena, TableRow, t->room);
        if (t->count)
            memcpy(more, t->row, sizeof *more * (size_t)t->count);
        t->row = more;
    }
    return &t->row[t->count++];
}

static bool is_clean(Slice text) {
    if (!utf8_valid(text))
        return false;
    for (int i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] < 0x20 && text.at[i] != '\n' && text.at[i] != '\t' &&
            text.at[i] != '\r')
            return false;
    return true;
}

/* What a cell holds on several lines is one text. */
static Slice one_line(Arena *arena, Slice text) {
    Slice copy = arena_copy(arena, slice_trim(text));
    for (char *at = (char *)(uintptr_t)copy.at; at < copy.at + copy.len; at++)
        if (*at == '\n' || *at == '\t' || *at == '\r')
            *at = ' ';
    return copy;
}

bool table_add_row(TableReading *r, const Slice *cell, int count, int number) {
    int last = 0;
    for (int i = 0; i < count; i++)
        last = cell[i].len ? i + 1 : last;
    if (!last)
        return true;
    if (r->table->count == TABLE_ROWS_MAX || last > TABLE_COLUMNS_MAX) {
        table_fault(r, number, last - 1, "la table est trop grande ; la partager en deux");
        return false;
    }
    TableRow *row = next_row(r);
    *row = (TableRow){arena_array(r->arena, Slice, last), last, number};
    for (int i = 0; i < last; i++) {
        if (!is_clean(cell[i]))
            table_fault(r, number, i,
                        "ce texte n’est pas en UTF-8 ; enregistrer la table en « CSV UTF-8 »");
        row->cell[i] = one_line(r->arena, is_clean(cell[i]) ? cell[i] : LIT(""));
    }
    return true;
}

/* ---- files ----------------------------------------------------------------------------------- */

static void say_unreadable(TableReading *r, const char *why) {
    r->failed = true;
    report_fault_at(r->report, r->table->file, 1, 1, "la table ne peut pas être lue : %s", why);
}

static void read_csv(TableReading *r) {
    Csv csv;
    Error error = {{0}};
    if (access(r->table->file.at, R_OK) != 0) {
        say_unreadable(r, error_why(errno));
        return;
    }
    if (!csv_open(&csv, r->table->file.at, &error)) {
        say_unreadable(r, error.text);
        return;
    }
    while (csv_next(&csv, &error) && table_add_row(r, csv.row.field, csv.row.count, csv.row.number))
        ;
    if (error.text[0])
        table_fault(r, csv.row.number, csv.row.count,
                    "des guillemets ne se ferment pas ; en ajouter ou en effacer");
    csv_close(&csv);
}

static bool ends_with(Slice name, const char *ending) {
    Slice end = slice_from(ending);
    return name.len > end.len && slice_equal(slice_cut(name, name.len - end.len, name.len), end);
}

bool table_read(Report *report, Arena *arena, Slice file, Table *table) {
    *table = (Table){.file = arena_copy(arena, file)};
    TableReading r = {report, arena, table, false};
    if (ends_with(file, ".ods"))
        table_read_ods(&r);
    else if (ends_with(file, ".csv") || ends_with(file, ".tsv") || ends_with(file, ".txt"))
        read_csv(&r);
    else
        table_fault(&r, 1, 0, "une table .csv ou .ods est attendue ; l’enregistrer ainsi");
    if (!r.failed && !table->count)
        table_fault(&r, 1, 0, "la table est vide");
    return !r.failed;
}
