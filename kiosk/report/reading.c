/* Reads a statistics file into figures: every released row goes into the month, and into its kiosk.
 * Writes nothing. */
#include "report/reading_parts.h"
#include "report/source.h"
#include "stats/cells.h"
#include "stats/noise.h"

#include <endian.h>
#include <stdio.h>
#include <string.h>

#define DAYS_FIRST 1024

sqlite3_stmt *reading_query(ReportReading *r, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(r->db, sql, -1, &stmt, NULL);
    return stmt;
}

Slice reading_column(sqlite3_stmt *stmt, int at) {
    return (Slice){(const char *)sqlite3_column_text(stmt, at), sqlite3_column_bytes(stmt, at)};
}

Slice reading_text(ReportReading *r, sqlite3_stmt *stmt, int at) {
    return arena_copy(r->arena, reading_column(stmt, at));
}

int reading_number(ReportReading *r, const char *sql) {
    sqlite3_stmt *read = reading_query(r, sql);
    int n = read && sqlite3_step(read) == SQLITE_ROW ? sqlite3_column_int(read, 0) : 0;
    sqlite3_finalize(read);
    return n;
}

/* As cell_get reads it, for the one loop that is run millions of times. */
static inline int32_t cell_at(const unsigned char *n, int i) {
    uint32_t bits;
    memcpy(&bits, n + i * CELL_BYTES, sizeof bits);
    return (int32_t)le32toh(bits);
}

/* ---- one released row ------------------------------------------------------------------------ */

static void make_room(ReportReading *r, ReportBlock *block, int count) {
    if (count > block->room) {
        Cell *more = arena_array(r->arena, Cell, count);
        if (block->count)
            memcpy(more, block->cell, sizeof *more * (size_t)block->count);
        block->cell = more;
        block->room = count;
    }
    if (count > block->count)
        block->count = count;
}

static void add_cells(ReportReading *r, ReportBlock *block, int table, const int *place,
                      const unsigned char *n, int count) {
    make_room(r, block, r->figures->table[table].count);
    for (int i = 0; i < count; i++) {
        Cell *cell = &block->cell[place[i]];
        int32_t more = cell_at(n, i);
        if (__builtin_add_overflow(cell->n, more, &cell->n))
            cell->n = more > 0 ? INT32_MAX : INT32_MIN;
        cell->rows++;
    }
}

static void add_to_month(ReportReading *r, int table, int month, Dict *dict,
                         const unsigned char *n) {
    if (month < 0)
        return;
    const int *place = reading_places(r, dict, table);
    int *met = &r->met[table == SUM_WEEKS][r->kiosk];
    ReportBlock *all = block_of(r->figures, 0, table, month);
    all->kiosks += *met != month;
    *met = month;
    add_cells(r, all, table, place, n, dict->list.count);
    if (!r->figures->apart)
        return;
    ReportBlock *own = block_of(r->figures, 1 + r->kiosk, table, month);
    own->kiosks = 1;
    add_cells(r, own, table, place, n, dict->list.count);
}

static void add_cell(const ReportReading *r, Count *count, int32_t n) {
    count->n += n;
    count->variance += r->figures->noise[r->table];
    count->tail += r->figures->tail[r->table];
}

/* All cells of END are visits, one of them those with a finished quiz; up to format 2 the last cell
   of a funnel by the day was. */
static void add_to_day(ReportReading *r, const KeyList *list, const unsigned char *n) {
    bool ends = r->table == TABLE_END;
    for (int i = 0; i < list->count; i++) {
        int32_t value = cell_at(n, i);
        if (ends)
            add_cell(r, &r->day->visits, value);
        if (slice_is(list->key[i], ends ? "quiz" : "done"))
            add_cell(r, &r->day->quizzes, value);
    }
}

static bool add_row(ReportReading *r, int dict_id, const unsigned char *n, int bytes) {
    Dict *dict = reading_dict(r, dict_id);
    if (!dict || dict->list.count * CELL_BYTES != bytes)
        return false;
    add_to_month(r, r->table, r->month, dict, n);
    if (r->table == TABLE_END)
        add_to_month(r, SUM_WEEKS, r->week_month, dict, n);
    if (r->day)
        add_to_day(r, &dict->list, n);
    return true;
}

/* ---- where a row belongs --------------------------------------------------------------------- */

/* -1 beyond the figures; a week whose Thursday lies just before them began with them. */
static int month_of(const ReportReading *r, Millis when) {
    int month = figures_range(r->figures, when, when).from;
    month = month == -1 ? 0 : month;
    return month >= 0 && month < r->figures->months ? month : -1;
}

static DayCount *day_at(ReportReading *r, Millis start) {
    Figures *f = r->figures;
    for (int i = f->day_count - 1; i >= 0 && f->day[i].start >= start; i--)
        if (f->day[i].start == start)
            return &f->day[i];
    if (f->day_count && f->day[f->day_count - 1].start > start)
        return NULL;
    if (f->day_count == f->day_room) {
        f->day_room = f->day_room ? 2 * f->day_room : DAYS_FIRST;
        DayCount *more = arena_array(r->arena, DayCount, f->day_room);
        if (f->day_count)
            memcpy(more, f->day, sizeof *more * (size_t)f->day_count);
        f->day = more;
    }
    f->day[f->day_count] = (DayCount){.start = start};
    return &f->day[f->day_count++];
}

/* A day counts for its week once the week is over: before, nothing of the week is released. */
static int month_of_week(const ReportReading *r, Millis day) {
    Period week = period_at(PERIOD_WEEK, day);
    return week.end > r->figures->last ? -1 : month_of(r, week.start + 3 * CIVIL_DAY);
}

static bool begin_period(ReportReading *r, const char *name) {
    if (!period_parse(name, &r->period)) /* of any kind: a format before had others */
        return false;
    bool week = r->period.kind == PERIOD_WEEK, day = r->period.kind == PERIOD_DAY;
    r->month = month_of(r, r->period.start + (week ? 3 * CIVIL_DAY : 0));
    r->week_month = day ? month_of_week(r, r->period.start) : -1;
    r->day = NULL;
    if (day && (r->table == TABLE_END || r->table == TABLE_FUNNEL))
        r->day = day_at(r, r->period.start);
    r->kiosk = 0;
    return true;
}

/* Rows come by kiosk within a period, as the kiosks stand in their list. */
static bool find_kiosk(ReportReading *r, Slice id) {
    const Figures *f = r->figures;
    while (r->kiosk < f->kiosks && !slice_equal(f->kiosk[r->kiosk].key, id))
        r->kiosk++;
    return r->kiosk < f->kiosks;
}

/* ---- a table --------------------------------------------------------------------------------- */

static bool damaged(const ReportReading *r, const char *period, Error *error) {
    return error_set(error, "%s : la période %s est abîmée ; copier le fichier à nouveau", r->path,
                     period);
}

static bool read_row(ReportReading *r, sqlite3_stmt *read) {
    const char *period = (const char *)sqlite3_column_text(read, 0);
    if (strcmp(period, r->period.name) != 0 && !begin_period(r, period))
        return false;
    return find_kiosk(r, reading_column(read, 1)) &&
           add_row(r, sqlite3_column_int(read, 2), sqlite3_column_blob(read, 3),
                   sqlite3_column_bytes(read, 3));
}

static bool read_table(ReportReading *r, TableId table, Error *error) {
    sqlite3_stmt *read =
        reading_query(r, "SELECT period, kiosk, dict, n FROM released WHERE tbl = ?1"
                         " ORDER BY period, kiosk");
    if (!read)
        return damaged(r, "?", error);
    sqlite3_bind_text(read, 1, TABLES[table].name, -1, SQLITE_STATIC);
    r->table = table;
    r->period.name[0] = 0;
    for (int i = 0; i < r->figures->kiosks; i++)
        r->met[0][i] = r->met[1][i] = -1;
    bool good = true;
    int status = SQLITE_DONE;
    while (good && (status = sqlite3_step(read)) == SQLITE_ROW)
        good = read_row(r, read) || damaged(r, (const char *)sqlite3_column_text(read, 0), error);
    sqlite3_finalize(read);
    return good && (status == SQLITE_DONE || damaged(r, TABLES[table].name, error));
}

/* ---- what there is --------------------------------------------------------------------------- */

static void read_kiosks(ReportReading *r) {
    Figures *f = r->figures;
    int room = reading_number(r, "SELECT count(*) FROM kiosk");
    f->kiosk = arena_array(r->arena, Key, room + 1);
    sqlite3_stmt *read = reading_query(r, "SELECT id FROM kiosk ORDER BY id");
    while (f->kiosks < room && read && sqlite3_step(read) == SQLITE_ROW)
        f->kiosk[f->kiosks++] = (Key){.key = reading_text(r, read, 0)};
    sqlite3_finalize(read);
    f->apart = f->kiosks > 1 && f->kiosks <= KIOSKS_APART ? f->kiosks : 0;
    for (int weeks = 0; weeks < 2; weeks++)
        r->met[weeks] = arena_array(r->arena, int, f->kiosks + 1);
}

/* One end of what is released by the day; asked for one by one, both are found without a walk. */
static bool read_end(ReportReading *r, const char *sql, Period *period) {
    sqlite3_stmt *read = reading_query(r, sql);
    bool there = read && sqlite3_step(read) == SQLITE_ROW && sqlite3_column_text(read, 0) &&
                 period_parse((const char *)sqlite3_column_text(read, 0), period);
    sqlite3_finalize(read);
    return there;
}

/* From the first released day to the end of the last; false when there is none. */
static bool read_extent(ReportReading *r) {
    Period first, last;
    Figures *f = r->figures;
    if (!read_end(r, "SELECT min(period) FROM released WHERE tbl = 'end'", &first) ||
        !read_end(r, "SELECT max(period) FROM released WHERE tbl = 'end'", &last))
        return false;
    f->first = first.start;
    f->last = last.end;
    f->month0 = period_months_before(first.start, 0);
    f->months = figures_range(f, last.start, last.start).from + 1;
    return true;
}

/* Each row carries two noises: one in the state, one of the release. The discrete Laplace law is
   the difference of two geometric ones, whose fourth cumulant is 6 g g + g where g is their
   variance. */
static void know_noise(Figures *f) {
    for (int t = 0; t < SUM_TABLES; t++) {
        double one = noise_variance(TABLES[t == SUM_WEEKS ? TABLE_END : t].epsilon_milli);
        f->noise[t] = 2 * one;
        f->tail[t] = 2 * (3 * one * one + one);
    }
}

static bool read_all(ReportReading *r, Error *error) {
    Figures *f = r->figures;
    know_noise(f);
    f->block = arena_array(r->arena, ReportBlock, (f->apart + 1) * SUM_TABLES * f->months);
    reading_take_dicts(r);
    for (int t = 0; t < TABLE_COUNT; t++)
        if (!read_table(r, (TableId)t, error))
            return false;
    reading_take_labels(r);
    return true;
}

/* ---- spans ----------------------------------------------------------------------------------- */

static void add_span(Figures *f, SpanName name, Range now, Range past) {
    f->span[f->span_count++] = figures_span(f, name, now, past);
}

static void choose_span(Figures *f, FiguresWish wish) {
    Range now = figures_range(f, wish.from, wish.to);
    add_span(f, SPAN_CHOSEN, now,
             wish.against_to ? figures_range(f, wish.against_from, wish.against_to)
                             : figures_before(f, now, now.to - now.from));
}

/* The last month that is over, three, twelve, and everything, unless two of them are the same. */
static void choose_spans(Figures *f) {
    static const int MONTHS[] = {[SPAN_MONTH] = 1, [SPAN_QUARTER] = 3, [SPAN_YEAR] = 12};
    int over = f->months - (f->last < figures_month(f, f->months));
    for (int name = SPAN_MONTH; name <= SPAN_YEAR; name++) {
        Range now = {over - MONTHS[name], over, 0};
        if (now.from >= 0 && f->first <= figures_month(f, now.to - 1))
            add_span(f, (SpanName)name, now, figures_before(f, now, now.to - now.from));
    }
    if (!f->span_count || f->span[f->span_count - 1].now.from > 0 || over < f->months)
        add_span(f, SPAN_ALL, (Range){0, f->months, 0}, (Range){0});
}

bool figures_read(const char *path, FiguresWish wish, Arena *arena, Figures *figures,
                  Error *error) {
    *figures = (Figures){0};
    ReportReading r = {
        .db = source_open(path, error), .path = path, .arena = arena, .figures = figures};
    if (!r.db)
        return false;
    read_kiosks(&r);
    figures->stops = reading_number(&r, "SELECT total(n) FROM stop");
    bool good = true;
    if (read_extent(&r)) {
        good = read_all(&r, error);
        if (wish.to)
            choose_span(figures, wish);
        else
            choose_spans(figures);
    }
    sqlite3_close(r.db);
    return good;
}
