#include "stats/book.h"

#include "base/log.h"
#include "stats/book_file.h"
#include "stats/cells.h"
#include "stats/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BELIEVED_DAYS 7  /* released days of the last month that make a clock believed */
#define ASTRAY_MONTHS 2  /* an open period further ahead than this was begun under a wrong clock */

typedef enum Statement {
    FIND_DICT, ADD_DICT, READ_DICT, FIND_RELEASED, ADD_RELEASED, FIND_OPEN, PUT_OPEN, DROP_OPEN, LIST_OPEN, STATEMENT_COUNT
} Statement;

static const char *const SQL[STATEMENT_COUNT] = {
    [FIND_DICT] = "SELECT id FROM dict WHERE keys = ?1",
    [ADD_DICT] = "INSERT INTO dict(keys) VALUES(?1)",
    [READ_DICT] = "SELECT keys FROM dict WHERE id = ?1",
    [FIND_RELEASED] = "SELECT 1 FROM released WHERE tbl = ?1 AND period = ?2"
                      " UNION ALL SELECT 1 FROM spent WHERE tbl = ?1 AND period = ?2",
    [ADD_RELEASED] = "INSERT INTO released SELECT ?1, ?2, id, ?3, ?4 FROM kiosk",
    [FIND_OPEN] = "SELECT dict, n FROM open WHERE tbl = ?1 AND period = ?2",
    [PUT_OPEN] = "INSERT INTO open VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET dict = excluded.dict, n = excluded.n",
    [DROP_OPEN] = "DELETE FROM open WHERE tbl = ?1 AND period = ?2",
    [LIST_OPEN] = "SELECT tbl, period FROM open ORDER BY tbl, period",
};

struct Book {
    sqlite3 *db; /* the only connection there ever is: two would meet the WAL-reset fault of SQLite 3.40 */
    sqlite3_stmt *stmt[STATEMENT_COUNT];
    const StatsKeys *keys;
    const KeyList *list; /* of each table, as the pack has it now */
    StatsDraw draw;
    Arena work; /* of one transaction */
};

/* A row of the file: the cells of a table in a period. */
typedef struct Row {
    TableId table;
    const char *period;
    KeyList list;
    int64_t dict;
    unsigned char *n;
} Row;

/* ---- statements ------------------------------------------------------------------------------------------------------------- */

static sqlite3_stmt *ready(Book *book, Statement which, const char *table, const char *period) {
    sqlite3_stmt *stmt = book->stmt[which];
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    if (table)
        sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    if (period)
        sqlite3_bind_text(stmt, 2, period, -1, SQLITE_STATIC);
    return stmt;
}

static bool done(sqlite3_stmt *stmt) {
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

static bool prepare(Book *book) {
    for (int i = 0; i < STATEMENT_COUNT; i++)
        if (sqlite3_prepare_v3(book->db, SQL[i], -1, SQLITE_PREPARE_PERSISTENT, &book->stmt[i], NULL) != SQLITE_OK)
            return false;
    return true;
}

/* ---- the keys of a row -------------------------------------------------------------------------------------------------------- */

static int64_t dict_of(Book *book, Slice text) {
    sqlite3_stmt *find = ready(book, FIND_DICT, NULL, NULL);
    sqlite3_bind_text(find, 1, text.at, text.len, SQLITE_STATIC);
    int64_t id = sqlite3_step(find) == SQLITE_ROW ? sqlite3_column_int64(find, 0) : 0;
    sqlite3_reset(find);
    if (id)
        return id;
    sqlite3_stmt *add = ready(book, ADD_DICT, NULL, NULL);
    sqlite3_bind_text(add, 1, text.at, text.len, SQLITE_STATIC);
    return done(add) ? sqlite3_last_insert_rowid(book->db) : 0;
}

static KeyList keys_of(Book *book, int64_t dict) {
    sqlite3_stmt *read = ready(book, READ_DICT, NULL, NULL);
    sqlite3_bind_int64(read, 1, dict);
    Slice text = {0};
    if (sqlite3_step(read) == SQLITE_ROW)
        text = arena_copy(&book->work, (Slice){(const char *)sqlite3_column_text(read, 0), sqlite3_column_bytes(read, 0)});
    sqlite3_reset(read);
    return key_list_read(text, &book->work);
}

/* ---- open periods --------------------------------------------------------------------------------------------------------------- */

static int32_t fresh_noise(const Book *book, TableId table) {
    return noise_laplace(book->draw, TABLES[table].epsilon_milli);
}

static void make_row(Book *book, Row *row) {
    row->list = book->list[row->table];
    row->dict = dict_of(book, row->list.text);
    row->n = arena_alloc(&book->work, (size_t)row->list.count * CELL_BYTES + 1);
    for (int i = 0; i < row->list.count; i++)
        cell_put(row->n + i * CELL_BYTES, fresh_noise(book, row->table));
}

/* A new pack in the middle of a period: what it adds gets cells, what it dropped keeps them until the period ends. */
static void widen_row(Book *book, Row *row) {
    const KeyList *own = &book->list[row->table];
    Slice text = row->list.text;
    unsigned char *n = arena_alloc(&book->work, (size_t)(row->list.count + own->count) * CELL_BYTES + 1);
    int count = row->list.count;
    memcpy(n, row->n, (size_t)count * CELL_BYTES);
    for (int i = 0; i < own->count; i++)
        if (key_list_find(&row->list, own->key[i]) < 0) {
            text = arena_printf(&book->work, SLICE_FMT SLICE_FMT "\n", SLICE_ARG(text), SLICE_ARG(own->key[i]));
            cell_put(n + count++ * CELL_BYTES, fresh_noise(book, row->table));
        }
    if (count == row->list.count)
        return;
    row->list = key_list_read(text, &book->work);
    row->dict = dict_of(book, text);
    row->n = n;
}

/* 1 found, 0 not open, -1 the row is not to be trusted. */
static int find_row(Book *book, Row *row) {
    sqlite3_stmt *find = ready(book, FIND_OPEN, TABLES[row->table].name, row->period);
    int status = sqlite3_step(find), bytes = 0;
    if (status == SQLITE_ROW) {
        row->dict = sqlite3_column_int64(find, 0);
        bytes = sqlite3_column_bytes(find, 1);
        row->n = (unsigned char *)(uintptr_t)arena_copy(&book->work, (Slice){sqlite3_column_blob(find, 1), bytes}).at;
    }
    sqlite3_reset(find);
    if (status != SQLITE_ROW)
        return status == SQLITE_DONE ? 0 : -1;
    row->list = keys_of(book, row->dict);
    return row->list.count * CELL_BYTES == bytes ? 1 : -1;
}

static bool put_row(Book *book, const Row *row) {
    sqlite3_stmt *put = ready(book, PUT_OPEN, TABLES[row->table].name, row->period);
    sqlite3_bind_int64(put, 3, row->dict);
    sqlite3_bind_blob(put, 4, row->n, row->list.count * CELL_BYTES, SQLITE_STATIC);
    return row->dict && done(put);
}

static void add_to_row(Row *row, const KeyList *own, const int32_t *cell) {
    bool same = row->list.count == own->count && slice_equal(row->list.text, own->text);
    for (int i = 0; i < own->count; i++) {
        int at = same ? i : cell[i] ? key_list_find(&row->list, own->key[i]) : -1;
        if (at >= 0)
            cell_add(row->n + at * CELL_BYTES, cell[i]);
    }
}

/* Makes sure that the period is open, and adds to it; a period that is released stays as it is. */
static bool open_and_add(Book *book, TableId table, const char *period, const int32_t *cell) {
    Row row = {.table = table, .period = period};
    int released = there(ready(book, FIND_RELEASED, TABLES[table].name, period));
    if (released) {
        if (cell && released > 0)
            log_line("stats", "the clock went back: what is counted in a period already closed is left out");
        return released > 0;
    }
    int found = find_row(book, &row);
    if (found < 0)
        return false;
    if (found && !cell && slice_equal(row.list.text, book->list[table].text))
        return true;
    if (found)
        widen_row(book, &row);
    else
        make_row(book, &row);
    if (cell)
        add_to_row(&row, &book->list[table], cell);
    return put_row(book, &row);
}

/* ---- released periods ------------------------------------------------------------------------------------------------------------- */

/* Once: the primary key refuses a second time, and the state it came from goes in the same transaction. */
static bool release(Book *book, TableId table, const char *period) {
    Row row = {.table = table, .period = period};
    if (find_row(book, &row) != 1)
        return false;
    for (int i = 0; i < row.list.count; i++)
        cell_add(row.n + i * CELL_BYTES, fresh_noise(book, table));
    sqlite3_stmt *add = ready(book, ADD_RELEASED, TABLES[table].name, period);
    sqlite3_bind_int64(add, 3, row.dict);
    sqlite3_bind_blob(add, 4, row.n, row.list.count * CELL_BYTES, SQLITE_STATIC);
    return done(add) && done(ready(book, DROP_OPEN, TABLES[table].name, period));
}

typedef struct OpenPeriod {
    TableId table;
    Period period;
} OpenPeriod;

/* Those of the open periods that have ended. */
static int list_ended(Book *book, Millis now, OpenPeriod *ended, int most) {
    int count = 0;
    sqlite3_stmt *list = ready(book, LIST_OPEN, NULL, NULL);
    while (count < most && sqlite3_step(list) == SQLITE_ROW) {
        OpenPeriod *one = &ended[count];
        one->table = table_named((const char *)sqlite3_column_text(list, 0));
        if (one->table < TABLE_COUNT && period_parse((const char *)sqlite3_column_text(list, 1), &one->period) &&
            one->period.end <= now)
            count++;
    }
    sqlite3_reset(list);
    return count;
}

static bool release_ended(Book *book, Millis now) {
    OpenPeriod ended[4 * TABLE_COUNT];
    int count = list_ended(book, now, ended, 4 * TABLE_COUNT);
    for (int i = 0; i < count; i++)
        if (!release(book, ended[i].table, ended[i].period.name))
            return false;
    return true;
}

/* ---- what is too old ---------------------------------------------------------------------------------------------------------------- */

static bool is_old(const char *table, const char *period, Millis horizon) {
    Period p;
    return table_named(table) == TABLE_COUNT || !period_parse(period, &p) || p.end <= horizon;
}

static void sql_is_old(sqlite3_context *context, int count, sqlite3_value **value) {
    (void)count;
    sqlite3_result_int(context, is_old((const char *)sqlite3_value_text(value[0]), (const char *)sqlite3_value_text(value[1]),
                                       sqlite3_value_int64(value[2])));
}

/* A wrong clock must not empty the file: only one that has lived through a week of days may. */
static bool is_believed(Book *book, Millis now) {
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM released WHERE tbl='%s' AND period > '%s' AND period < '%s'",
             TABLES[TABLE_END].name, period_at(PERIOD_DAY, now - (Millis)31 * 86400000).name, period_at(PERIOD_DAY, now).name);
    return book_file_number(book->db, sql) >= BELIEVED_DAYS;
}

static bool forget_old(Book *book, Millis now, bool *forgot) {
    char sql[800], astray[16];
    *forgot = false;
    Millis horizon = period_months_before(now, STATS_MONTHS_KEPT);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM released WHERE is_old(tbl, period, %lld)", (long long)horizon);
    if (book_file_number(book->db, sql) <= 0 || !is_believed(book, now))
        return true;
    *forgot = true;
    snprintf(astray, sizeof astray, "%s", period_at(PERIOD_MONTH, period_months_before(now, -ASTRAY_MONTHS)).name);
    snprintf(sql, sizeof sql,
             "INSERT OR IGNORE INTO spent SELECT tbl, period FROM released WHERE is_old(tbl, period, %lld);"
             "DELETE FROM released WHERE is_old(tbl, period, %lld); DELETE FROM open WHERE period >= '%s';"
             "DELETE FROM stop WHERE is_old('end', day, %lld);"
             "DELETE FROM dict WHERE id NOT IN (SELECT dict FROM released UNION SELECT dict FROM open)",
             (long long)horizon, (long long)horizon, astray, (long long)horizon);
    return book_file_run(book->db, sql);
}

/* ---- the door --------------------------------------------------------------------------------------------------------------------- */

static bool write_all(Book *book, const Addition *addition, Millis now, bool *forgot) {
    for (int t = 0; t < TABLE_COUNT; t++)
        if (addition && addition[t].cell && !open_and_add(book, (TableId)t, addition[t].period.name, addition[t].cell))
            return false;
    if (!release_ended(book, now))
        return false;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (!open_and_add(book, (TableId)t, period_at(TABLES[t].period, now).name, NULL))
            return false;
    return forget_old(book, now, forgot);
}

bool book_write(Book *book, const Addition addition[TABLE_COUNT], Millis now, Fault *fault) {
    bool forgot = false;
    bool good = book_file_run(book->db, "BEGIN IMMEDIATE") && write_all(book, addition, now, &forgot) &&
                book_file_run(book->db, "COMMIT");
    if (!good) {
        fault_set(fault, "%s", sqlite3_errmsg(book->db));
        book_file_run(book->db, "ROLLBACK");
    }
    arena_wipe(&book->work);
    if (!good)
        return false;
    if (forgot)
        book_file_run(book->db, "VACUUM"); /* the bytes go too */
    /* The write-ahead log would keep every value a counter ever had. */
    book_file_run(book->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return true;
}

static bool write_labels(Book *book, TableId table, const StatsKey *keys, int count) {
    sqlite3_stmt *put = NULL;
    bool good = sqlite3_prepare_v2(book->db, "INSERT OR REPLACE INTO label VALUES(?1, ?2, ?3, ?4)", -1, &put, NULL) == SQLITE_OK;
    for (int i = 0; i < count && good; i++) {
        Slice parts[] = {keys[i].id, keys[i].name.in[LANG_FR], keys[i].name.in[LANG_EN]};
        sqlite3_bind_text(put, 1, TABLES[table].name, -1, SQLITE_STATIC);
        for (int part = 0; part < 3; part++)
            sqlite3_bind_text(put, part + 2, parts[part].len ? parts[part].at : "", parts[part].len, SQLITE_STATIC);
        good = done(put);
    }
    sqlite3_finalize(put);
    return good;
}

static bool write_all_labels(Book *book) {
    const StatsKeys *k = book->keys;
    return write_labels(book, TABLE_SUGGESTED, k->trade, k->trade_count) &&
           write_labels(book, TABLE_OPENED, k->trade, k->trade_count) &&
           write_labels(book, TABLE_VIDEO, k->clip, k->clip_count) &&
           write_labels(book, TABLE_PLACE, k->place, k->place_count) && write_labels(book, TABLE_TOPIC, k->topic, k->topic_count);
}

static bool begin(Book *book, Millis now, Fault *fault) {
    sqlite3_create_function(book->db, "is_old", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, sql_is_old, NULL, NULL);
    bool good = prepare(book) && book_file_run(book->db, "BEGIN IMMEDIATE") && write_all_labels(book) &&
                book_file_note_start(book->db, period_at(PERIOD_DAY, now).name) && book_file_run(book->db, "COMMIT");
    if (!good)
        return fault_set(fault, "%s", sqlite3_errmsg(book->db));
    return book_write(book, NULL, now, fault);
}

Book *book_open(BookSpec spec, const StatsKeys *keys, const KeyList lists[TABLE_COUNT], Fault *fault) {
    sqlite3 *db = book_file_open(spec.path, spec.draw, fault);
    if (!db)
        return NULL;
    Book *book = calloc(1, sizeof *book);
    if (!book)
        abort();
    *book = (Book){.db = db, .keys = keys, .list = lists, .draw = spec.draw};
    if (spec.scratch)
        book_file_run(db, "PRAGMA synchronous=OFF");
    if (begin(book, spec.now, fault))
        return book;
    book_close(book);
    return NULL;
}

void book_close(Book *book) {
    if (!book)
        return;
    book_file_run(book->db, "ROLLBACK");
    book_file_run(book->db, "UPDATE kiosk SET running = 0; PRAGMA wal_checkpoint(TRUNCATE)");
    for (int i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(book->stmt[i]);
    sqlite3_close(book->db);
    arena_wipe(&book->work);
    arena_free(&book->work);
    free(book);
}

bool book_export(Book *book, const char *path, Fault *fault) {
    return book_file_export(book->db, path, fault);
}
