#include "report/figures.h"

#include "report/source.h"
#include "stats/cells.h"
#include "stats/noise.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAYS_FIRST 1024
#define MS_PER_DAY ((Millis)86400000)

/* One table in one period, of all kiosks: what the rows of the file are summed into before they go into the spans. */
typedef struct Sheet {
    TableId table;
    Period period;
    int dict; /* of the cells; the sum begins anew when it changes */
    int64_t *cell;
    int rows;
} Sheet;

typedef struct Dict {
    int id;
    KeyList list;
    int *place[TABLE_COUNT]; /* of each key in the union of the table */
} Dict;

typedef struct Reading {
    sqlite3 *db;
    const char *path;
    Arena *arena;
    Figures *figures;
    Dict *dict;
    int dict_count;
    int cells_max;
    TableSum keys[TABLE_COUNT]; /* the union of the keys of each table */
    Sheet sheet;
} Reading;

static double noise_of(TableId table) {
    return 2 * noise_variance(TABLES[table].epsilon_milli); /* once in the state, once at the release */
}

static sqlite3_stmt *query(Reading *r, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(r->db, sql, -1, &stmt, NULL);
    return stmt;
}

static Slice text_at(Reading *r, sqlite3_stmt *stmt, int column) {
    return arena_copy(r->arena, (Slice){(const char *)sqlite3_column_text(stmt, column), sqlite3_column_bytes(stmt, column)});
}

/* ---- keys and their names --------------------------------------------------------------------------------------------------- */

static int find_key(const TableSum *sum, Slice key) {
    for (int i = 0; i < sum->count; i++)
        if (slice_equal(sum->cell[i].key, key))
            return i;
    return -1;
}

static int key_place(Reading *r, TableId table, Slice key) {
    TableSum *sum = &r->keys[table];
    int at = find_key(sum, key);
    if (at >= 0)
        return at;
    if (sum->count == sum->room) {
        int room = sum->room ? 2 * sum->room : 64;
        KeyCount *cell = arena_array(r->arena, KeyCount, room);
        if (sum->count)
            memcpy(cell, sum->cell, sizeof *cell * (size_t)sum->count);
        sum->cell = cell;
        sum->room = room;
    }
    sum->cell[sum->count] = (KeyCount){.key = key};
    return sum->count++;
}

static void read_dicts(Reading *r) {
    sqlite3_stmt *count = query(r, "SELECT count(*) FROM dict");
    int room = count && sqlite3_step(count) == SQLITE_ROW ? sqlite3_column_int(count, 0) : 0;
    sqlite3_finalize(count);
    r->dict = arena_array(r->arena, Dict, room + 1);
    sqlite3_stmt *read = query(r, "SELECT id, keys FROM dict ORDER BY id");
    while (r->dict_count < room && read && sqlite3_step(read) == SQLITE_ROW) {
        Dict *dict = &r->dict[r->dict_count++];
        dict->id = sqlite3_column_int(read, 0);
        dict->list = key_list_read(text_at(r, read, 1), r->arena);
        r->cells_max = dict->list.count > r->cells_max ? dict->list.count : r->cells_max;
    }
    sqlite3_finalize(read);
}

static Dict *dict_with(Reading *r, int id) {
    int low = 0, high = r->dict_count - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (r->dict[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return r->dict_count && r->dict[low].id == id ? &r->dict[low] : NULL;
}

static const int *places_of(Reading *r, Dict *dict, TableId table) {
    if (dict->place[table])
        return dict->place[table];
    dict->place[table] = arena_array(r->arena, int, dict->list.count + 1);
    for (int i = 0; i < dict->list.count; i++)
        dict->place[table][i] = key_place(r, table, dict->list.key[i]);
    return dict->place[table];
}

/* The label of a clip stands for its five cells. */
static bool is_labelled(Slice key, Slice label) {
    return slice_has_prefix(key, label) && (key.len == label.len || key.at[label.len] == ' ');
}

static void read_labels(Reading *r) {
    sqlite3_stmt *read = query(r, "SELECT tbl, key, fr, en, trade FROM label");
    while (read && sqlite3_step(read) == SQLITE_ROW) {
        TableId table = table_named((const char *)sqlite3_column_text(read, 0));
        Slice label = text_at(r, read, 1);
        Words name = {{text_at(r, read, 2), text_at(r, read, 3)}};
        Slice trade = text_at(r, read, 4);
        for (int i = 0; table < TABLE_COUNT && i < r->keys[table].count; i++)
            if (is_labelled(r->keys[table].cell[i].key, label)) {
                r->keys[table].cell[i].name = name;
                r->keys[table].cell[i].trade = trade;
            }
    }
    sqlite3_finalize(read);
}

/* ---- spans ---------------------------------------------------------------------------------------------------------------------- */

static bool lies_in(Period period, Millis start, Millis end) {
    Millis at = period.kind == PERIOD_WEEK ? period.start + 3 * MS_PER_DAY : period.start;
    return at >= start && at < end;
}

static void grow(Reading *r, TableSum *sum, int count) {
    if (count > sum->room) {
        KeyCount *cell = arena_array(r->arena, KeyCount, 2 * count);
        if (sum->count)
            memcpy(cell, sum->cell, sizeof *cell * (size_t)sum->count);
        sum->cell = cell;
        sum->room = 2 * count;
    }
    if (count > sum->count)
        sum->count = count;
}

static void add_sheet_to(Reading *r, TableSum *sum, const int *place, int cells) {
    const Sheet *sheet = &r->sheet;
    double variance = noise_of(sheet->table) * sheet->rows;
    grow(r, sum, r->keys[sheet->table].count);
    sum->rows += sheet->rows;
    for (int i = 0; i < cells; i++) {
        sum->cell[place[i]].count.n += sheet->cell[i];
        sum->cell[place[i]].count.variance += variance;
    }
}

static DayCount *day_at(Reading *r, Millis start) {
    Figures *f = r->figures;
    for (int i = f->day_count - 1; i >= 0 && f->day[i].start >= start; i--)
        if (f->day[i].start == start)
            return &f->day[i];
    if (f->day_count && f->day[f->day_count - 1].start > start)
        return NULL;
    if (f->day_count == f->day_room) {
        int room = f->day_room ? 2 * f->day_room : DAYS_FIRST;
        DayCount *day = arena_array(r->arena, DayCount, room);
        if (f->day_count)
            memcpy(day, f->day, sizeof *day * (size_t)f->day_count);
        f->day = day;
        f->day_room = room;
    }
    f->day[f->day_count] = (DayCount){.start = start};
    return &f->day[f->day_count++];
}

static void add_cell(const Sheet *sheet, int cell, Count *count) {
    count->n += sheet->cell[cell];
    count->variance += noise_of(sheet->table) * sheet->rows;
}

/* All cells of END are visits, one of them those with a finished quiz; up to format 2 the last cell
   of a funnel by the day was. */
static void add_sheet_to_day(Reading *r, const KeyList *list) {
    const Sheet *sheet = &r->sheet;
    bool ends = sheet->table == TABLE_END;
    if (sheet->period.kind != PERIOD_DAY || (!ends && sheet->table != TABLE_FUNNEL))
        return;
    DayCount *day = day_at(r, sheet->period.start);
    for (int i = 0; day && i < list->count; i++) {
        if (ends)
            add_cell(sheet, i, &day->visits);
        if (slice_is(list->key[i], ends ? "quiz" : "done"))
            add_cell(sheet, i, &day->quizzes);
    }
}

static void close_sheet(Reading *r) {
    Sheet *sheet = &r->sheet;
    Dict *dict = sheet->rows ? dict_with(r, sheet->dict) : NULL;
    if (dict) {
        const int *place = places_of(r, dict, sheet->table);
        for (int s = 0; s < r->figures->span_count; s++) {
            Span *span = &r->figures->span[s];
            if (lies_in(sheet->period, span->start, span->end))
                add_sheet_to(r, &span->now[sheet->table], place, dict->list.count);
            else if (lies_in(sheet->period, span->before, span->start))
                add_sheet_to(r, &span->past[sheet->table], place, dict->list.count);
        }
        add_sheet_to_day(r, &dict->list);
        memset(sheet->cell, 0, sizeof *sheet->cell * (size_t)dict->list.count);
    }
    sheet->rows = 0;
}

/* ---- reading -------------------------------------------------------------------------------------------------------------------- */

static bool damaged(const Reading *r, const char *period, Fault *fault) {
    return fault_set(fault, "%s : la période %s est abîmée ; copier le fichier à nouveau", r->path, period);
}

static bool add_row(Reading *r, int dict_id, const unsigned char *n, int bytes) {
    Sheet *sheet = &r->sheet;
    if (dict_id != sheet->dict)
        close_sheet(r);
    sheet->dict = dict_id;
    Dict *dict = dict_with(r, dict_id);
    if (!dict || dict->list.count * CELL_BYTES != bytes)
        return false;
    for (int i = 0; i < dict->list.count; i++)
        sheet->cell[i] += cell_get(n + i * CELL_BYTES);
    sheet->rows++;
    return true;
}

static bool read_table(Reading *r, TableId table, Fault *fault) {
    sqlite3_stmt *read = query(r, "SELECT period, dict, n FROM released WHERE tbl = ?1 ORDER BY period");
    if (!read)
        return damaged(r, "?", fault);
    sqlite3_bind_text(read, 1, TABLES[table].name, -1, SQLITE_STATIC);
    bool good = true;
    int status = SQLITE_DONE;
    r->sheet.period.name[0] = 0;
    r->sheet.table = table;
    while (good && (status = sqlite3_step(read)) == SQLITE_ROW) {
        const char *period = (const char *)sqlite3_column_text(read, 0);
        if (strcmp(period, r->sheet.period.name) != 0) {
            close_sheet(r);
            /* Of any kind: a format before had others. */
            good = period_parse(period, &r->sheet.period);
        }
        good = good && add_row(r, sqlite3_column_int(read, 1), sqlite3_column_blob(read, 2), sqlite3_column_bytes(read, 2));
        if (!good)
            damaged(r, period, fault);
    }
    close_sheet(r);
    sqlite3_finalize(read);
    return good && (status == SQLITE_DONE || damaged(r, TABLES[table].name, fault));
}

/* From the first released day to the end of the last; false when there is none. */
static bool read_extent(Reading *r) {
    Period first, last;
    sqlite3_stmt *read = query(r, "SELECT min(period), max(period) FROM released WHERE tbl = 'end'");
    bool any = read && sqlite3_step(read) == SQLITE_ROW && sqlite3_column_text(read, 0) &&
               period_parse((const char *)sqlite3_column_text(read, 0), &first) &&
               period_parse((const char *)sqlite3_column_text(read, 1), &last);
    if (any) {
        r->figures->first = first.start;
        r->figures->last = last.end;
    }
    sqlite3_finalize(read);
    return any;
}

static int read_number(Reading *r, const char *sql) {
    sqlite3_stmt *read = query(r, sql);
    int n = read && sqlite3_step(read) == SQLITE_ROW ? sqlite3_column_int(read, 0) : 0;
    sqlite3_finalize(read);
    return n;
}

static int months_between(Millis start, Millis end) {
    Civil a = civil_from(start), b = civil_from(end);
    return (b.year - a.year) * 12 + b.month - a.month;
}

static void add_span(Figures *f, SpanName name, Millis start, Millis end) {
    int months = months_between(start, end);
    f->span[f->span_count++] = (Span){.name = name, .start = start, .end = end,
                                      .before = name == SPAN_ALL ? start : period_months_before(start, months)};
}

static void choose_spans(Figures *f, Millis from, Millis to) {
    static const int MONTHS[] = {[SPAN_MONTH] = 1, [SPAN_QUARTER] = 3, [SPAN_YEAR] = 12};
    if (to) {
        add_span(f, SPAN_CHOSEN, from, to);
        return;
    }
    Millis end = period_months_before(f->last, 0); /* of the last month that is over */
    for (int name = SPAN_MONTH; name <= SPAN_YEAR; name++)
        if (end > f->first)
            add_span(f, (SpanName)name, period_months_before(end, MONTHS[name]), end);
    add_span(f, SPAN_ALL, period_months_before(f->first, 0), f->last);
}

static void name_keys(Reading *r) {
    for (int s = 0; s < r->figures->span_count; s++)
        for (int t = 0; t < TABLE_COUNT; t++)
            for (int past = 0; past < 2; past++) {
                TableSum *sum = past ? &r->figures->span[s].past[t] : &r->figures->span[s].now[t];
                grow(r, sum, r->keys[t].count);
                for (int i = 0; i < sum->count; i++) {
                    sum->cell[i].key = r->keys[t].cell[i].key;
                    sum->cell[i].name = r->keys[t].cell[i].name;
                    sum->cell[i].trade = r->keys[t].cell[i].trade;
                }
            }
}

static bool read_all(Reading *r, Fault *fault) {
    read_dicts(r);
    r->sheet.cell = arena_array(r->arena, int64_t, r->cells_max + 1);
    for (int t = 0; t < TABLE_COUNT; t++)
        if (!read_table(r, (TableId)t, fault))
            return false;
    read_labels(r);
    name_keys(r);
    return true;
}

bool figures_read(const char *path, Millis from, Millis to, Arena *arena, Figures *figures, Fault *fault) {
    *figures = (Figures){0};
    Reading r = {.db = source_open(path, fault), .path = path, .arena = arena, .figures = figures};
    if (!r.db)
        return false;
    figures->kiosks = read_number(&r, "SELECT count(*) FROM kiosk");
    figures->stops = read_number(&r, "SELECT total(n) FROM stop");
    bool good = true;
    if (read_extent(&r)) {
        choose_spans(figures, from, to);
        good = read_all(&r, fault);
    }
    sqlite3_close(r.db);
    return good;
}
