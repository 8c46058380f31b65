#include "stats/open_rows.h"

#include "base/log.h"
#include "stats/cells.h"

#include <string.h>

static const char *const SQL[STATEMENT_COUNT] = {
    [FIND_DICT] = "SELECT id FROM dict WHERE keys = ?1",
    [ADD_DICT] = "INSERT INTO dict(keys) VALUES(?1)",
    [READ_DICT] = "SELECT keys FROM dict WHERE id = ?1",
    [FIND_RELEASED] = "SELECT 1 FROM released WHERE tbl = ?1 AND period = ?2"
                      " UNION ALL SELECT 1 FROM spent WHERE tbl = ?1 AND period = ?2",
    [ADD_RELEASED] = "INSERT INTO released SELECT ?1, ?2, id, ?3, ?4 FROM kiosk",
    [FIND_OPEN] = "SELECT dict, n FROM open WHERE tbl = ?1 AND period = ?2",
    [FIND_BESIDE] = "SELECT 1 FROM open WHERE tbl <> ?1 AND period = ?2",
    [PUT_OPEN] = "INSERT INTO open VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET dict = "
                 "excluded.dict, n = excluded.n",
    [DROP_OPEN] = "DELETE FROM open WHERE tbl = ?1 AND period = ?2",
    [LIST_OPEN] = "SELECT tbl, period FROM open ORDER BY tbl, period",
};

/* ---- statements ------------------------------------------------------------------------------ */

sqlite3_stmt *rows_ready(StatsFile *stats_file, Statement which, const char *table,
                         const char *period) {
    sqlite3_stmt *stmt = stats_file->stmt[which];
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    if (table)
        sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    if (period)
        sqlite3_bind_text(stmt, 2, period, -1, SQLITE_STATIC);
    return stmt;
}

bool rows_done(sqlite3_stmt *stmt) {
    bool good = sqlite3_step(stmt) == SQLITE_DONE;
    sqlite3_reset(stmt);
    return good;
}

/* 1 there, 0 not there, -1 it cannot be known. */
static int there(sqlite3_stmt *stmt) {
    int status = sqlite3_step(stmt);
    sqlite3_reset(stmt);
    return status == SQLITE_ROW ? 1 : status == SQLITE_DONE ? 0 : -1;
}

bool rows_prepare(StatsFile *stats_file) {
    for (int i = 0; i < STATEMENT_COUNT; i++)
        if (sqlite3_prepare_v3(stats_file->db, SQL[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &stats_file->stmt[i], NULL) != SQLITE_OK)
            return false;
    return true;
}

/* ---- the keys of a row ----------------------------------------------------------------------- */

static int64_t dict_of(StatsFile *stats_file, Slice text) {
    sqlite3_stmt *find = rows_ready(stats_file, FIND_DICT, NULL, NULL);
    sqlite3_bind_text(find, 1, text.at, text.len, SQLITE_STATIC);
    int64_t id = sqlite3_step(find) == SQLITE_ROW ? sqlite3_column_int64(find, 0) : 0;
    sqlite3_reset(find);
    if (id)
        return id;
    sqlite3_stmt *add = rows_ready(stats_file, ADD_DICT, NULL, NULL);
    sqlite3_bind_text(add, 1, text.at, text.len, SQLITE_STATIC);
    return rows_done(add) ? sqlite3_last_insert_rowid(stats_file->db) : 0;
}

static KeyList keys_of(StatsFile *stats_file, int64_t dict) {
    sqlite3_stmt *read = rows_ready(stats_file, READ_DICT, NULL, NULL);
    sqlite3_bind_int64(read, 1, dict);
    Slice text = {0};
    if (sqlite3_step(read) == SQLITE_ROW)
        text = arena_copy(&stats_file->work, (Slice){(const char *)sqlite3_column_text(read, 0),
                                                     sqlite3_column_bytes(read, 0)});
    sqlite3_reset(read);
    return key_list_read(text, &stats_file->work);
}

/* ---- open periods ---------------------------------------------------------------------------- */

int32_t rows_noise(const StatsFile *stats_file, TableId table) {
    return noise_laplace(stats_file->draw, TABLES[table].epsilon_milli);
}

static void make_row(StatsFile *stats_file, StatsRow *row) {
    row->list = stats_file->list[row->table];
    row->dict = dict_of(stats_file, row->list.text);
    row->n = arena_alloc(&stats_file->work, (size_t)row->list.count * CELL_BYTES + 1);
    for (int i = 0; i < row->list.count; i++)
        cell_put(row->n + i * CELL_BYTES, rows_noise(stats_file, row->table));
}

/* A new pack in the middle of a period: what it adds gets cells, what it dropped keeps them until
 * the period ends. */
static void widen_row(StatsFile *stats_file, StatsRow *row) {
    const KeyList *own = &stats_file->list[row->table];
    Slice text = row->list.text;
    unsigned char *n =
        arena_alloc(&stats_file->work, (size_t)(row->list.count + own->count) * CELL_BYTES + 1);
    int count = row->list.count;
    memcpy(n, row->n, (size_t)count * CELL_BYTES);
    for (int i = 0; i < own->count; i++)
        if (key_list_find(&row->list, own->key[i]) < 0) {
            text = arena_printf(&stats_file->work, SLICE_FMT SLICE_FMT "\n", SLICE_ARG(text),
                                SLICE_ARG(own->key[i]));
            cell_put(n + count++ * CELL_BYTES, rows_noise(stats_file, row->table));
        }
    if (count == row->list.count)
        return;
    row->list = key_list_read(text, &stats_file->work);
    row->dict = dict_of(stats_file, text);
    row->n = n;
}

int rows_find(StatsFile *stats_file, StatsRow *row) {
    sqlite3_stmt *find = rows_ready(stats_file, FIND_OPEN, TABLES[row->table].name, row->period);
    int status = sqlite3_step(find), bytes = 0;
    if (status == SQLITE_ROW) {
        row->dict = sqlite3_column_int64(find, 0);
        bytes = sqlite3_column_bytes(find, 1);
        row->n = (unsigned char *)(uintptr_t)arena_copy(
                     &stats_file->work, (Slice){sqlite3_column_blob(find, 1), bytes})
                     .at;
    }
    sqlite3_reset(find);
    if (status != SQLITE_ROW)
        return status == SQLITE_DONE ? 0 : -1;
    row->list = keys_of(stats_file, row->dict);
    return row->list.count * CELL_BYTES == bytes ? 1 : -1;
}

static bool put_row(StatsFile *stats_file, const StatsRow *row) {
    sqlite3_stmt *put = rows_ready(stats_file, PUT_OPEN, TABLES[row->table].name, row->period);
    sqlite3_bind_int64(put, 3, row->dict);
    sqlite3_bind_blob(put, 4, row->n, row->list.count * CELL_BYTES, SQLITE_STATIC);
    return row->dict && rows_done(put);
}

static void add_to_row(StatsRow *row, const KeyList *own, const int32_t *cell) {
    bool same = row->list.count == own->count && slice_equal(row->list.text, own->text);
    for (int i = 0; i < own->count; i++) {
        int at = same ? i : cell[i] ? key_list_find(&row->list, own->key[i]) : -1;
        if (at >= 0)
            cell_add(row->n + at * CELL_BYTES, cell[i]);
    }
}

/* In a month that other tables count, this one is not behind the clock but begins with the next:
   see stats_db_note_start. */
static void say_left_out(StatsFile *stats_file, const StatsRow *row) {
    const char *table = TABLES[row->table].name;
    if (there(rows_ready(stats_file, FIND_BESIDE, table, row->period)))
        return;
    atomic_fetch_or(stats_file->events, STATS_CLOCK_BACK);
    log_line("stats",
             "the clock went back: what is counted in a period already closed is left out");
}

bool rows_open_and_add(StatsFile *stats_file, TableId table, const char *period,
                       const int32_t *cell) {
    StatsRow row = {.table = table, .period = period};
    int released = there(rows_ready(stats_file, FIND_RELEASED, TABLES[table].name, period));
    if (released > 0 && cell)
        say_left_out(stats_file, &row);
    if (released)
        return released > 0;
    int found = rows_find(stats_file, &row);
    if (found < 0)
        return false;
    if (found && !cell && slice_equal(row.list.text, stats_file->list[table].text))
        return true;
    if (found)
        widen_row(stats_file, &row);
    else
        make_row(stats_file, &row);
    if (cell)
        add_to_row(&row, &stats_file->list[table], cell);
    return put_row(stats_file, &row);
}
