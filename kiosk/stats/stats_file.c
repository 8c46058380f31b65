#include "stats/stats_file.h"

#include "stats/stats_db.h"
#include "stats/open_rows.h"
#include "stats/cells.h"
#include "stats/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BELIEVED_DAYS 7 /* that a clock has lived through make it believed */
#define LEAP_DAYS 31    /* from one day that is known to the next: more is a leap of the clock */
#define ASTRAY_MONTHS 2 /* an open period further ahead than this was begun under a wrong clock */

/* ---- released periods ------------------------------------------------------------------------ */

/* Once: the primary key refuses a second time, and the state it came from goes in the same
 * transaction. */
static bool release(StatsFile *stats_file, TableId table, const char *period) {
    StatsRow row = {.table = table, .period = period};
    if (rows_find(stats_file, &row) != 1)
        return false;
    for (int i = 0; i < row.list.count; i++)
        cell_add(row.n + i * CELL_BYTES, rows_noise(stats_file, table));
    sqlite3_stmt *add = rows_ready(stats_file, ADD_RELEASED, TABLES[table].name, period);
    sqlite3_bind_int64(add, 3, row.dict);
    sqlite3_bind_blob(add, 4, row.n, row.list.count * CELL_BYTES, SQLITE_STATIC);
    return rows_done(add) &&
           rows_done(rows_ready(stats_file, DROP_OPEN, TABLES[table].name, period));
}

typedef struct OpenPeriod {
    TableId table;
    Period period;
} OpenPeriod;

/* Those of the open periods that have ended; one of 1970, of a clock without a battery, never
   does. */
static int list_ended(StatsFile *stats_file, Millis now, OpenPeriod *ended, int most) {
    int count = 0;
    sqlite3_stmt *list = rows_ready(stats_file, LIST_OPEN, NULL, NULL);
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
static sqlite3_stmt *days_before(StatsFile *stats_file, const char *today) {
    sqlite3_stmt *days = NULL;
    const char *sql = "SELECT period FROM open WHERE tbl = 'end' AND period < ?1 UNION"
                      " SELECT period FROM released WHERE tbl = 'end' AND period < ?1"
                      " ORDER BY period DESC";
    if (sqlite3_prepare_v2(stats_file->db, sql, -1, &days, NULL) == SQLITE_OK)
        sqlite3_bind_text(days, 1, today, -1, SQLITE_TRANSIENT);
    return days;
}

bool stats_file_believes(StatsFile *stats_file, Millis now) {
    Period at = period_at(PERIOD_DAY, now), before;
    sqlite3_stmt *days = days_before(stats_file, at.name);
    int lived = 1, status = SQLITE_DONE;
    while (lived < BELIEVED_DAYS && days && (status = sqlite3_step(days)) == SQLITE_ROW) {
        if (!period_parse((const char *)sqlite3_column_text(days, 0), &before) ||
            at.start - before.start > LEAP_DAYS * CIVIL_DAY)
            break;
        at = before;
        lived++;
    }
    sqlite3_finalize(days);
    return lived >= BELIEVED_DAYS || (days && status == SQLITE_DONE);
}

static bool release_ended(StatsFile *stats_file, Millis now) {
    if (!stats_file_believes(stats_file, now))
        return true;
    OpenPeriod ended[4 * TABLE_COUNT];
    int count = list_ended(stats_file, now, ended, 4 * TABLE_COUNT);
    for (int i = 0; i < count; i++)
        if (!release(stats_file, ended[i].table, ended[i].period.name))
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
static bool may_forget(StatsFile *stats_file, Millis now) {
    char sql[200];
    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM released WHERE tbl='%s' AND period > '%s' AND period < '%s'",
             TABLES[TABLE_END].name, period_at(PERIOD_DAY, now - LEAP_DAYS * CIVIL_DAY).name,
             period_at(PERIOD_DAY, now).name);
    return stats_db_number(stats_file->db, sql) >= BELIEVED_DAYS;
}

static bool forget_old(StatsFile *stats_file, Millis now, bool *forgot) {
    char sql[800], astray[16];
    *forgot = false;
    Millis horizon = period_months_before(now, STATS_MONTHS_KEPT);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM released WHERE is_old(tbl, period, %lld)",
             (long long)horizon);
    if (stats_db_number(stats_file->db, sql) <= 0 || !may_forget(stats_file, now))
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
    return stats_db_run(stats_file->db, sql);
}

/* ---- the door -------------------------------------------------------------------------------- */

static bool write_all(StatsFile *stats_file, const Addition *addition, int count, Millis now,
                      bool *forgot) {
    for (int i = 0; i < count; i++)
        if (!rows_open_and_add(stats_file, addition[i].table, addition[i].period.name,
                               addition[i].cell))
            return false;
    if (!release_ended(stats_file, now))
        return false;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (!rows_open_and_add(stats_file, (TableId)t, period_at(TABLES[t].period, now).name, NULL))
            return false;
    return forget_old(stats_file, now, forgot);
}

/* A row that cannot be trusted fails without an error of SQLite: it is damage too. */
static StatsTrouble write_failed(StatsFile *stats_file, Error *error) {
    int status = sqlite3_errcode(stats_file->db);
    bool damaged = status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE;
    error_set(error, "%s", damaged ? "a row of it is damaged" : sqlite3_errmsg(stats_file->db));
    stats_db_run(stats_file->db, "ROLLBACK");
    return damaged ? STATS_DAMAGED : stats_db_trouble(status);
}

StatsTrouble stats_file_write(StatsFile *stats_file, const Addition *addition, int count,
                              Millis now, Error *error) {
    bool forgot = false;
    if (!stats_db_is_there(&stats_file->file, stats_file->path)) {
        error_set(error, "it was removed or replaced while it was in use");
        return STATS_GONE;
    }
    bool good = stats_db_run(stats_file->db, "BEGIN IMMEDIATE") &&
                write_all(stats_file, addition, count, now, &forgot) &&
                stats_db_run(stats_file->db, "COMMIT");
    StatsTrouble trouble = good ? STATS_GOOD : write_failed(stats_file, error);
    arena_wipe(&stats_file->work);
    if (!good)
        return trouble;
    if (forgot)
        stats_db_run(stats_file->db, "VACUUM"); /* the bytes go too */
    /* The write-ahead log would keep every value a counter ever had. */
    stats_db_run(stats_file->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return STATS_GOOD;
}

static bool write_label(sqlite3_stmt *put, const char *table, const StatsKey *key, Lang lang) {
    Slice parts[] = {key->id, slice_from(langs()->code[lang]), key->name.in[lang], key->trade};
    sqlite3_bind_text(put, 1, table, -1, SQLITE_STATIC);
    for (int part = 0; part < 4; part++)
        sqlite3_bind_text(put, part + 2, parts[part].len ? parts[part].at : "", parts[part].len,
                          SQLITE_STATIC);
    return rows_done(put);
}

/* In every language of the pack. */
static bool write_labels(StatsFile *stats_file, const char *table, const StatsKey *keys,
                         int count) {
    sqlite3_stmt *put = NULL;
    bool good = sqlite3_prepare_v2(stats_file->db,
                                   "INSERT OR REPLACE INTO label VALUES(?1, ?2, ?3, ?4, ?5)", -1,
                                   &put, NULL) == SQLITE_OK;
    for (int i = 0; i < count; i++)
        for (Lang lang = 0; lang < langs()->count && good; lang++)
            good = write_label(put, table, &keys[i], lang);
    sqlite3_finalize(put);
    return good;
}

static bool write_all_labels(StatsFile *stats_file) {
    bool good = true;
    for (int table = 0; table < TABLE_COUNT && good; table++) {
        const StatsKey *record = NULL;
        int count = table_records((TableId)table, stats_file->keys, &record);
        good = write_labels(stats_file, TABLES[table].name, record, count);
    }
    return good;
}

/* What happened stays known when the pack forgets it; what is to come, after all that is counted,
   is what the pack says. */
static bool write_events(StatsFile *stats_file, Millis now) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "DELETE FROM label WHERE tbl = 'event' AND key >= '%s' AND"
             " key >= coalesce((SELECT max(period) FROM released WHERE tbl = 'end'), '')",
             period_at(PERIOD_DAY, now).name);
    return stats_db_run(stats_file->db, sql) &&
           write_labels(stats_file, "event", stats_file->keys->event,
                        stats_file->keys->event_count);
}

/* Where it stands now, in the languages of the pack. */
static bool write_place(StatsFile *stats_file) {
    const LocalText *place = &stats_file->keys->kiosk;
    sqlite3_stmt *put = NULL;
    bool good = stats_db_run(stats_file->db, "DELETE FROM label WHERE tbl = 'kiosk'") &&
                sqlite3_prepare_v2(stats_file->db,
                                   "INSERT INTO label SELECT 'kiosk', id, ?1, ?2, '' FROM kiosk",
                                   -1, &put, NULL) == SQLITE_OK;
    for (Lang lang = 0; lang < langs()->count && good && place->in[lang].len; lang++) {
        sqlite3_bind_text(put, 1, langs()->code[lang], -1, SQLITE_STATIC);
        sqlite3_bind_text(put, 2, place->in[lang].at, place->in[lang].len, SQLITE_STATIC);
        good = rows_done(put);
    }
    sqlite3_finalize(put);
    return good;
}

bool stats_file_note(StatsFile *stats_file, const char *day, Slice text, Error *error) {
    static const char PUT[] =
        "INSERT OR REPLACE INTO label SELECT 'note', ?1 || ' ' || id, '', ?2, ''"
        " FROM kiosk";
    static const char DROP[] =
        "DELETE FROM label WHERE tbl = 'note' AND key = (SELECT ?1 || ' ' || id"
        " FROM kiosk)";
    sqlite3_stmt *stmt = NULL;
    bool good =
        sqlite3_prepare_v2(stats_file->db, text.len ? PUT : DROP, -1, &stmt, NULL) == SQLITE_OK;
    if (good) {
        sqlite3_bind_text(stmt, 1, day, -1, SQLITE_STATIC);
        if (text.len)
            sqlite3_bind_text(stmt, 2, text.at, text.len, SQLITE_STATIC);
        good = rows_done(stmt);
    }
    sqlite3_finalize(stmt);
    if (good)
        good = stats_db_run(stats_file->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return good || error_set(error, "%s", sqlite3_errmsg(stats_file->db));
}

static StatsTrouble begin(StatsFile *stats_file, Millis now, Error *error) {
    sqlite3_create_function(stats_file->db, "is_old", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                            sql_is_old, NULL, NULL);
    bool good = rows_prepare(stats_file) && stats_db_run(stats_file->db, "BEGIN IMMEDIATE") &&
                stats_db_upgrade(stats_file->db) && write_all_labels(stats_file) &&
                write_events(stats_file, now) && write_place(stats_file) &&
                stats_db_note_start(stats_file->db, period_at(PERIOD_DAY, now).name) &&
                stats_db_run(stats_file->db, "COMMIT");
    return good ? stats_file_write(stats_file, NULL, 0, now, error)
                : write_failed(stats_file, error);
}

StatsFile *stats_file_open(StatsFileSpec spec, const StatsKeys *keys,
                           const KeyList lists[TABLE_COUNT], StatsTrouble *trouble, Error *error) {
    StatsDb file;
    *trouble = stats_db_open(spec.path, spec.draw, spec.events, &file, error);
    if (*trouble != STATS_GOOD)
        return NULL;
    StatsFile *stats_file = calloc(1, sizeof *stats_file);
    if (!stats_file)
        abort();
    *stats_file = (StatsFile){.file = file,
                              .path = spec.path,
                              .db = file.db,
                              .keys = keys,
                              .list = lists,
                              .draw = spec.draw,
                              .events = spec.events};
    if (spec.scratch)
        stats_db_run(stats_file->db, "PRAGMA synchronous=OFF");
    *trouble = begin(stats_file, spec.now, error);
    if (*trouble == STATS_GOOD)
        return stats_file;
    stats_file_close(stats_file);
    return NULL;
}

void stats_file_close(StatsFile *stats_file) {
    if (!stats_file)
        return;
    stats_db_run(stats_file->db, "ROLLBACK");
    stats_db_run(stats_file->db, "UPDATE kiosk SET running = 0; PRAGMA wal_checkpoint(TRUNCATE)");
    for (int i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(stats_file->stmt[i]);
    stats_db_close(&stats_file->file);
    arena_wipe(&stats_file->work);
    arena_free(&stats_file->work);
    free(stats_file);
}

bool stats_file_export(StatsFile *stats_file, const char *path, Error *error) {
    return stats_db_export(stats_file->db, path, error);
}
