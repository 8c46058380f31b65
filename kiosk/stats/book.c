#include "stats/book.h"

#include "stats/book_file.h"
#include "stats/book_rows.h"
#include "stats/cells.h"
#include "stats/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MS_PER_DAY ((Millis)86400000)
#define BELIEVED_DAYS 7 /* that a clock has lived through make it believed */
#define LEAP_DAYS 31    /* from one day that is known to the next: more is a leap of the clock */
#define ASTRAY_MONTHS 2 /* an open period further ahead than this was begun under a wrong clock */

/* ---- released periods ------------------------------------------------------------------------ */

/* Once: the primary key refuses a second time, and the state it came from goes in the same
 * transaction. */
static bool release(Book *book, TableId table, const char *period) {
    Row row = {.table = table, .period = period};
    if (rows_find(book, &row) != 1)
        return false;
    for (int i = 0; i < row.list.count; i++)
        cell_add(row.n + i * CELL_BYTES, rows_noise(book, table));
    sqlite3_stmt *add = rows_ready(book, ADD_RELEASED, TABLES[table].name, period);
    sqlite3_bind_int64(add, 3, row.dict);
    sqlite3_bind_blob(add, 4, row.n, row.list.count * CELL_BYTES, SQLITE_STATIC);
    return rows_done(add) && rows_done(rows_ready(book, DROP_OPEN, TABLES[table].name, period));
}

typedef struct OpenPeriod {
    TableId table;
    Period period;
} OpenPeriod;

/* Those of the open periods that have ended; one of 1970, of a clock without a battery, never
   does. */
static int list_ended(Book *book, Millis now, OpenPeriod *ended, int most) {
    int count = 0;
    sqlite3_stmt *list = rows_ready(book, LIST_OPEN, NULL, NULL);
    while (count < most && sqlite3_step(list) == SQLITE_ROW) {
        OpenPeriod *one = &ended[count];
        one->table = table_named((const char *)sqlite3_column_text(list, 0));
        if (one->table < TABLE_COUNT &&
            period_parse((const char *)sqlite3_column_text(list, 1), &one->period) &&
            one->period.end <= now && period_is_plausible(one->period.start))
            count++;
    }
    sqlite3_reset(list);
    return count;
}

/* ---- is the clock to be believed? ------------------------------------------------------------ */

/* The days the file knows, the latest first, none after `now`. */
static sqlite3_stmt *days_before(Book *book, const char *today) {
    sqlite3_stmt *days = NULL;
    const char *sql = "SELECT period FROM open WHERE tbl = 'end' AND period < ?1 UNION"
                      " SELECT period FROM released WHERE tbl = 'end' AND period < ?1"
                      " ORDER BY period DESC";
    if (sqlite3_prepare_v2(book->db, sql, -1, &days, NULL) == SQLITE_OK)
        sqlite3_bind_text(days, 1, today, -1, SQLITE_TRANSIENT);
    return days;
}

bool book_believes(Book *book, Millis now) {
    Period at = period_at(PERIOD_DAY, now), before;
    sqlite3_stmt *days = days_before(book, at.name);
    int lived = 1, status = SQLITE_DONE;
    while (lived < BELIEVED_DAYS && days && (status = sqlite3_step(days)) == SQLITE_ROW) {
        if (!period_parse((const char *)sqlite3_column_text(days, 0), &before) ||
            at.start - before.start > LEAP_DAYS * MS_PER_DAY)
            break;
        at = before;
        lived++;
    }
    sqlite3_finalize(days);
    return lived >= BELIEVED_DAYS || (days && status == SQLITE_DONE);
}

static bool release_ended(Book *book, Millis now) {
    if (!book_believes(book, now))
        return true;
    OpenPeriod ended[4 * TABLE_COUNT];
    int count = list_ended(book, now, ended, 4 * TABLE_COUNT);
    for (int i = 0; i < count; i++)
        if (!release(book, ended[i].table, ended[i].period.name))
            return false;
    return true;
}

/* ---- what is too old ------------------------------------------------------------------------- */

static bool is_old(const char *table, const char *period, Millis horizon) {
    Period p;
    return table_named(table) == TABLE_COUNT || !period_parse(period, &p) || p.end <= horizon;
}

static void sql_is_old(sqlite3_context *context, int count, sqlite3_value **value) {
    (void)count;
    sqlite3_result_int(context, is_old((const char *)sqlite3_value_text(value[0]),
                                       (const char *)sqlite3_value_text(value[1]),
                                       sqlite3_value_int64(value[2])));
}

/* A wrong clock must not empty the file: only one that has lived through a week of days may. */
static bool may_forget(Book *book, Millis now) {
    char sql[200];
    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM released WHERE tbl='%s' AND period > '%s' AND period < '%s'",
             TABLES[TABLE_END].name, period_at(PERIOD_DAY, now - LEAP_DAYS * MS_PER_DAY).name,
             period_at(PERIOD_DAY, now).name);
    return book_file_number(book->db, sql) >= BELIEVED_DAYS;
}

static bool forget_old(Book *book, Millis now, bool *forgot) {
    char sql[800], astray[16];
    *forgot = false;
    Millis horizon = period_months_before(now, STATS_MONTHS_KEPT);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM released WHERE is_old(tbl, period, %lld)",
             (long long)horizon);
    if (book_file_number(book->db, sql) <= 0 || !may_forget(book, now))
        return true;
    *forgot = true;
    snprintf(astray, sizeof astray, "%s",
             period_at(PERIOD_MONTH, period_months_before(now, -ASTRAY_MONTHS)).name);
    snprintf(
        sql, sizeof sql,
        "INSERT OR IGNORE INTO spent SELECT tbl, period FROM released WHERE is_old(tbl, period, "
        "%lld);"
        "DELETE FROM released WHERE is_old(tbl, period, %lld);"
        "DELETE FROM open WHERE period >= '%s' OR period < '2020';"
        "DELETE FROM stop WHERE is_old('end', day, %lld);"
        "DELETE FROM label WHERE tbl IN ('note', 'event') AND"
        " is_old('end', substr(key, 1, 10), %lld);"
        "DELETE FROM dict WHERE id NOT IN (SELECT dict FROM released UNION SELECT dict FROM open)",
        (long long)horizon, (long long)horizon, astray, (long long)horizon, (long long)horizon);
    return book_file_run(book->db, sql);
}

/* ---- the door -------------------------------------------------------------------------------- */

static bool write_all(Book *book, const Addition *addition, int count, Millis now, bool *forgot) {
    for (int i = 0; i < count; i++)
        if (!rows_open_and_add(book, addition[i].table, addition[i].period.name, addition[i].cell))
            return false;
    if (!release_ended(book, now))
        return false;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (!rows_open_and_add(book, (TableId)t, period_at(TABLES[t].period, now).name, NULL))
            return false;
    return forget_old(book, now, forgot);
}

/* A row that cannot be trusted fails without an error of SQLite: it is damage too. */
static BookTrouble write_failed(Book *book, Fault *fault) {
    int status = sqlite3_errcode(book->db);
    bool damaged = status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE;
    fault_set(fault, "%s", damaged ? "a row of it is damaged" : sqlite3_errmsg(book->db));
    book_file_run(book->db, "ROLLBACK");
    return damaged ? BOOK_DAMAGED : book_file_trouble(status);
}

BookTrouble book_write(Book *book, const Addition *addition, int count, Millis now, Fault *fault) {
    bool forgot = false;
    if (!book_file_is_there(&book->file, book->path)) {
        fault_set(fault, "it was removed or replaced while it was in use");
        return BOOK_GONE;
    }
    bool good = book_file_run(book->db, "BEGIN IMMEDIATE") &&
                write_all(book, addition, count, now, &forgot) && book_file_run(book->db, "COMMIT");
    BookTrouble trouble = good ? BOOK_GOOD : write_failed(book, fault);
    arena_wipe(&book->work);
    if (!good)
        return trouble;
    if (forgot)
        book_file_run(book->db, "VACUUM"); /* the bytes go too */
    /* The write-ahead log would keep every value a counter ever had. */
    book_file_run(book->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return BOOK_GOOD;
}

static bool write_labels(Book *book, const char *table, const StatsKey *keys, int count) {
    sqlite3_stmt *put = NULL;
    bool good =
        sqlite3_prepare_v2(book->db, "INSERT OR REPLACE INTO label VALUES(?1, ?2, ?3, ?4, ?5)", -1,
                           &put, NULL) == SQLITE_OK;
    for (int i = 0; i < count && good; i++) {
        Slice parts[] = {keys[i].id, keys[i].name.in[LANG_FR], keys[i].name.in[LANG_EN],
                         keys[i].trade};
        sqlite3_bind_text(put, 1, table, -1, SQLITE_STATIC);
        for (int part = 0; part < 4; part++)
            sqlite3_bind_text(put, part + 2, parts[part].len ? parts[part].at : "", parts[part].len,
                              SQLITE_STATIC);
        good = rows_done(put);
    }
    sqlite3_finalize(put);
    return good;
}

static bool write_all_labels(Book *book) {
    const StatsKeys *k = book->keys;
    return write_labels(book, TABLES[TABLE_FACET].name, k->facet, k->facet_count) &&
           write_labels(book, TABLES[TABLE_SUGGESTED].name, k->trade, k->trade_count) &&
           write_labels(book, TABLES[TABLE_OPENED].name, k->trade, k->trade_count) &&
           write_labels(book, TABLES[TABLE_VIDEO].name, k->clip, k->clip_count) &&
           write_labels(book, TABLES[TABLE_PLACE].name, k->place, k->place_count) &&
           write_labels(book, TABLES[TABLE_TOPIC].name, k->topic, k->topic_count);
}

/* What happened stays known when the pack forgets it; what is to come, after all that is counted,
   is what the pack says. */
static bool write_events(Book *book, Millis now) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "DELETE FROM label WHERE tbl = 'event' AND key >= '%s' AND"
             " key >= coalesce((SELECT max(period) FROM released WHERE tbl = 'end'), '')",
             period_at(PERIOD_DAY, now).name);
    return book_file_run(book->db, sql) &&
           write_labels(book, "event", book->keys->event, book->keys->event_count);
}

bool book_note(Book *book, const char *day, Slice text, Fault *fault) {
    static const char PUT[] =
        "INSERT OR REPLACE INTO label SELECT 'note', ?1 || ' ' || id, ?2, ?2, ''"
        " FROM kiosk";
    static const char DROP[] =
        "DELETE FROM label WHERE tbl = 'note' AND key = (SELECT ?1 || ' ' || id"
        " FROM kiosk)";
    sqlite3_stmt *stmt = NULL;
    bool good = sqlite3_prepare_v2(book->db, text.len ? PUT : DROP, -1, &stmt, NULL) == SQLITE_OK;
    if (good) {
        sqlite3_bind_text(stmt, 1, day, -1, SQLITE_STATIC);
        if (text.len)
            sqlite3_bind_text(stmt, 2, text.at, text.len, SQLITE_STATIC);
        good = rows_done(stmt);
    }
    sqlite3_finalize(stmt);
    if (good)
        good = book_file_run(book->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return good || fault_set(fault, "%s", sqlite3_errmsg(book->db));
}

static BookTrouble begin(Book *book, Millis now, Fault *fault) {
    sqlite3_create_function(book->db, "is_old", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                            sql_is_old, NULL, NULL);
    bool good = rows_prepare(book) && book_file_run(book->db, "BEGIN IMMEDIATE") &&
                write_all_labels(book) && write_events(book, now) &&
                book_file_note_start(book->db, period_at(PERIOD_DAY, now).name) &&
                book_file_run(book->db, "COMMIT");
    return good ? book_write(book, NULL, 0, now, fault) : write_failed(book, fault);
}

Book *book_open(BookSpec spec, const StatsKeys *keys, const KeyList lists[TABLE_COUNT],
                BookTrouble *trouble, Fault *fault) {
    BookFile file;
    *trouble = book_file_open(spec.path, spec.draw, &file, fault);
    if (*trouble != BOOK_GOOD)
        return NULL;
    Book *book = calloc(1, sizeof *book);
    if (!book)
        abort();
    *book = (Book){.file = file,
                   .path = spec.path,
                   .db = file.db,
                   .keys = keys,
                   .list = lists,
                   .draw = spec.draw};
    if (spec.scratch)
        book_file_run(book->db, "PRAGMA synchronous=OFF");
    *trouble = begin(book, spec.now, fault);
    if (*trouble == BOOK_GOOD)
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
    book_file_close(&book->file);
    arena_wipe(&book->work);
    arena_free(&book->work);
    free(book);
}

bool book_export(Book *book, const char *path, Fault *fault) {
    return book_file_export(book->db, path, fault);
}
