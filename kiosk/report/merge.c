#include "report/merge.h"

#include "report/source.h"
#include "stats/stats_db.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PATH_BYTES 4200

/* The file that is being read beside the one that is being made. */
typedef struct Merge {
    sqlite3 *from, *to;
    const char *file;
    MergeCount *count;
    Error *error;
} Merge;

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    return stmt;
}

static void bind_columns(sqlite3_stmt *to, sqlite3_stmt *from, int count) {
    for (int i = 0; i < count; i++)
        sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i));
}

static bool unreadable(Merge *m) {
    return error_set(m->error, "%s : abîmé : %.100s", m->file, sqlite3_errmsg(m->from));
}

/* Copies what `select` gives, unless it is there. */
static bool copy(Merge *m, const char *select, const char *insert) {
    sqlite3_stmt *read = prepare(m->from, select), *write = prepare(m->to, insert);
    int status = read && write ? SQLITE_DONE : SQLITE_ERROR;
    while (status != SQLITE_ERROR && (status = sqlite3_step(read)) == SQLITE_ROW) {
        bind_columns(write, read, sqlite3_column_count(read));
        status = sqlite3_step(write) == SQLITE_DONE ? SQLITE_ROW : SQLITE_ERROR;
        sqlite3_reset(write);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    return status == SQLITE_DONE || unreadable(m);
}

/* ---- released periods ------------------------------------------------------------------------ */

/* 1 there and the same, 0 not there, -1 there and different. */
static int compare(sqlite3_stmt *find, sqlite3_stmt *read) {
    bind_columns(find, read, 5);
    int status = sqlite3_step(find), same = 0;
    if (status == SQLITE_ROW)
        same = sqlite3_column_int(find, 0) ? 1 : -1;
    sqlite3_reset(find);
    return same;
}

static bool conflict(Merge *m, sqlite3_stmt *read) {
    return error_set(m->error,
                     "%s : la borne %s a déjà une autre publication de %s pour %s ; disque cloné "
                     "ou fichier modifié : "
                     "ne garder que le bon",
                     m->file, (const char *)sqlite3_column_text(read, 2),
                     (const char *)sqlite3_column_text(read, 1),
                     (const char *)sqlite3_column_text(read, 0));
}

static bool add_period(Merge *m, sqlite3_stmt *read, sqlite3_stmt *find, sqlite3_stmt *write) {
    int there = compare(find, read);
    if (there < 0)
        return conflict(m, read);
    m->count->repeated += there;
    m->count->added += !there;
    if (there)
        return true;
    bind_columns(write, read, 5);
    bool good = sqlite3_step(write) == SQLITE_DONE;
    sqlite3_reset(write);
    return good ||
           error_set(m->error, "%s : ne s’ajoute pas : %.100s", m->file, sqlite3_errmsg(m->to));
}

static bool add_periods(Merge *m) {
    sqlite3_stmt *read = prepare(
        m->from, "SELECT tbl, period, kiosk, n, keys FROM released JOIN dict ON dict = dict.id"
                 " ORDER BY tbl, period, kiosk");
    sqlite3_stmt *find =
        prepare(m->to, "SELECT n = ?4 AND keys = ?5 FROM released JOIN dict ON dict = dict.id"
                       " WHERE tbl = ?1 AND period = ?2 AND kiosk = ?3");
    sqlite3_stmt *write =
        prepare(m->to, "INSERT INTO released SELECT ?1, ?2, ?3, id, ?4 FROM dict WHERE keys = ?5");
    bool good = read && find && write;
    int status = SQLITE_ERROR;
    while (good && (status = sqlite3_step(read)) == SQLITE_ROW)
        good = add_period(m, read, find, write);
    if (good && status != SQLITE_DONE)
        good = unreadable(m);
    sqlite3_finalize(read);
    sqlite3_finalize(find);
    sqlite3_finalize(write);
    return good;
}

/* Of the days on which a machine was cut off, the larger number is the later one. */
static bool add_file(Merge *m) {
    return copy(m, "SELECT id, 0 FROM kiosk", "INSERT OR IGNORE INTO kiosk VALUES(?, ?)") &&
           copy(m, "SELECT keys FROM dict WHERE id IN (SELECT dict FROM released)",
                "INSERT OR IGNORE INTO dict(keys) VALUES(?)") &&
           add_periods(m) &&
           copy(m, source_labels(m->from), "INSERT OR REPLACE INTO label VALUES(?, ?, ?, ?, ?)") &&
           copy(
               m, "SELECT kiosk, day, n FROM stop",
               "INSERT INTO stop VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET n = max(n, excluded.n)");
}

static bool add_all(Merge *m, char *const *file, int count) {
    for (int i = 0; i < count; i++) {
        m->file = file[i];
        m->from = source_open(file[i], m->error);
        bool good = m->from && add_file(m);
        sqlite3_close(m->from);
        if (!good)
            return false;
    }
    m->count->kiosks = stats_db_number(m->to, "SELECT count(*) FROM kiosk");
    return stats_db_run(m->to, "COMMIT") || error_set(m->error, "%.200s", sqlite3_errmsg(m->to));
}

bool merge_files(const char *out, char *const *file, int count, MergeCount *merged, Error *error) {
    char part[PATH_BYTES];
    snprintf(part, sizeof part, "%s.part", out);
    *merged = (MergeCount){0};
    Merge m = {.to = stats_db_new_released(part, error), .count = merged, .error = error};
    bool good = m.to && add_all(&m, file, count);
    if (m.to && sqlite3_close(m.to) != SQLITE_OK)
        good = false;
    if (good && stats_db_settle(part, out))
        return true;
    if (good)
        error_set(error, "%s : ne s’écrit pas", out);
    unlink(part);
    return false;
}
