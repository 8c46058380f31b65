#include "stats/book_file.h"

#include "base/log.h"
#include "stats/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4200

bool book_file_run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

int book_file_number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    int value = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
        value = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    return value;
}

/* ---- a new file ------------------------------------------------------------------------------------------------------------- */

static bool make_tables(sqlite3 *db, int application_id) {
    char sql[128];
    snprintf(sql, sizeof sql, "PRAGMA application_id=%d; PRAGMA user_version=%d", application_id, STATS_FORMAT);
    return book_file_run(db, "BEGIN") && book_file_run(db, STATS_SCHEMA) && book_file_run(db, sql);
}

static bool make_own(sqlite3 *db, StatsDraw draw) {
    char sql[128];
    uint32_t id[4];
    for (int i = 0; i < 4; i++)
        id[i] = draw.below(draw.self, 0x10000);
    snprintf(sql, sizeof sql, "INSERT INTO kiosk VALUES('%04x%04x%04x%04x', 0)", id[0], id[1], id[2], id[3]);
    if (make_tables(db, STATS_OWN_ID) && book_file_run(db, sql) && book_file_run(db, "COMMIT"))
        return true;
    book_file_run(db, "ROLLBACK");
    return false;
}

static bool is_new(sqlite3 *db) {
    return book_file_number(db, "SELECT count(*) FROM sqlite_schema") == 0 && book_file_number(db, "PRAGMA application_id") == 0;
}

static bool is_ours(sqlite3 *db) {
    return book_file_number(db, "PRAGMA application_id") == STATS_OWN_ID &&
           book_file_number(db, "PRAGMA user_version") >= STATS_FORMAT_READ &&
           book_file_number(db, "PRAGMA user_version") <= STATS_FORMAT &&
           book_file_number(db, "SELECT count(*) FROM pragma_quick_check(1) WHERE quick_check = 'ok'") == 1 &&
           book_file_number(db, "SELECT count(*) FROM kiosk") == 1 &&
           book_file_number(db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('dict','released','open','spent','label','stop')") == 6;
}

/* ---- opening ------------------------------------------------------------------------------------------------------------------ */

/* Exclusive before the first access, so that no shared-memory file is made and nobody else gets in. */
static sqlite3 *connect(const char *path) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        if (book_file_run(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                              "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY"))
            return db;
    }
    sqlite3_close(db);
    return NULL;
}

static bool rename_beside(const char *path, const char *aside, const char *ending) {
    char from[PATH_BYTES + 16], to[PATH_BYTES + 16];
    snprintf(from, sizeof from, "%s%s", path, ending);
    snprintf(to, sizeof to, "%s%s", aside, ending);
    return rename(from, to) == 0;
}

/* What cannot be read is somebody's data all the same: out of the way, never overwritten. */
static bool move_aside(const char *path) {
    char aside[PATH_BYTES];
    for (int n = 1; n < 1000; n++) {
        snprintf(aside, sizeof aside, "%s.unreadable-%d", path, n);
        if (access(aside, F_OK) != 0) {
            log_line("stats", "%s cannot be read and is kept as %s", path, aside);
            rename_beside(path, aside, "-wal");
            rename_beside(path, aside, "-journal");
            return rename(path, aside) == 0;
        }
    }
    return false;
}

/* Foreign, damaged or newer; a file without a right to write is not: that is the installer's to mend. */
static bool is_unreadable(const char *path, sqlite3 *db) {
    struct stat info;
    return lstat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, R_OK | W_OK) == 0 &&
           !(db && (is_new(db) || is_ours(db)));
}

static bool is_taken(const char *path) {
    sqlite3 *db = NULL;
    bool busy = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_BUSY;
    sqlite3_close(db);
    return busy;
}

sqlite3 *book_file_open(const char *path, StatsDraw draw, Fault *fault) {
    if (is_taken(path)) {
        fault_set(fault, "%.200s is used by another kiosk", path);
        return NULL;
    }
    sqlite3 *db = connect(path);
    if (is_unreadable(path, db)) {
        sqlite3_close(db);
        db = move_aside(path) ? connect(path) : NULL;
    }
    if (db && !sqlite3_db_readonly(db, "main") && ((is_new(db) && make_own(db, draw)) || is_ours(db)))
        return db;
    sqlite3_close(db);
    fault_set(fault, "%.200s cannot be written", path);
    return NULL;
}

bool book_file_note_start(sqlite3 *db, const char *day) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "PRAGMA user_version=%d;"
             "INSERT INTO stop SELECT id, '%s', 1 FROM kiosk WHERE running ON CONFLICT DO UPDATE SET n = n + 1;"
             "UPDATE kiosk SET running = 1", STATS_FORMAT, day);
    return book_file_run(db, sql);
}

/* ---- copying out ------------------------------------------------------------------------------------------------------------------ */

sqlite3 *book_file_new_released(const char *path, Fault *fault) {
    sqlite3 *db = NULL;
    unlink(path);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
        book_file_run(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF") && make_tables(db, STATS_RELEASED_ID))
        return db;
    fault_set(fault, "%.200s cannot be written", path);
    sqlite3_close(db);
    return NULL;
}

/* Copies the rows of one table as they are. */
static bool copy_table(sqlite3 *from, sqlite3 *to, const char *select, const char *insert) {
    sqlite3_stmt *read = NULL, *write = NULL;
    bool good = sqlite3_prepare_v2(from, select, -1, &read, NULL) == SQLITE_OK &&
                sqlite3_prepare_v2(to, insert, -1, &write, NULL) == SQLITE_OK;
    int status = SQLITE_DONE;
    while (good && (status = sqlite3_step(read)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(read); i++)
            sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
        good = sqlite3_step(write) == SQLITE_DONE;
        sqlite3_reset(write);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    return good && status == SQLITE_DONE;
}

static bool copy_all(sqlite3 *from, sqlite3 *to) {
    return copy_table(from, to, "SELECT id, 0 FROM kiosk ORDER BY id", "INSERT INTO kiosk VALUES(?, ?)") &&
           copy_table(from, to, "SELECT id, keys FROM dict WHERE id IN (SELECT dict FROM released) ORDER BY id",
                      "INSERT INTO dict VALUES(?, ?)") &&
           copy_table(from, to, "SELECT tbl, period, kiosk, dict, n FROM released ORDER BY tbl, period, kiosk",
                      "INSERT INTO released VALUES(?, ?, ?, ?, ?)") &&
           copy_table(from, to, "SELECT tbl, key, fr, en, trade FROM label ORDER BY tbl, key",
                      "INSERT INTO label VALUES(?, ?, ?, ?, ?)") &&
           copy_table(from, to, "SELECT kiosk, day, n FROM stop ORDER BY kiosk, day", "INSERT INTO stop VALUES(?, ?, ?)") &&
           book_file_run(to, "COMMIT");
}

static bool sync_path(const char *path, int flags) {
    int fd = open(path, flags);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

bool book_file_settle(const char *part, const char *path) {
    char folder[PATH_BYTES];
    snprintf(folder, sizeof folder, "%s", path);
    return sync_path(part, O_RDWR) && rename(part, path) == 0 && (sync_path(dirname(folder), O_RDONLY | O_DIRECTORY) || true);
}

bool book_file_export(sqlite3 *db, const char *path, Fault *fault) {
    char part[PATH_BYTES];
    snprintf(part, sizeof part, "%s.part", path);
    sqlite3 *to = book_file_new_released(part, fault);
    if (!to)
        return false;
    bool good = copy_all(db, to);
    good = sqlite3_close(to) == SQLITE_OK && good;
    if (good && book_file_settle(part, path))
        return true;
    fault_set(fault, "%.200s cannot be written: %s", path, strerror(errno));
    unlink(part);
    return false;
}
