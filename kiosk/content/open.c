#include "content/open.h"

#include "base/file.h"
#include "base/slice.h"
#include "content/held.h"
#include "content/schema.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER_BYTES 100
#define PACK_BYTES_MAX ((off_t)8 << 30)
#define WORK_STEP 100000 /* virtual machine instructions between two looks at the work done */
#define WORK_MAX 600     /* looks before a pack is called endless: about half a second */
#define HEAP_MAX ((sqlite3_int64)48 << 20)

/* ---- the file, before SQLite sees it --------------------------------------------------------- */

static uint32_t big_endian(const unsigned char *bytes, int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* Offsets from "The SQLite Database File", 1.3. */
static bool check_header(const unsigned char *header, const char *path, Error *error) {
    if (memcmp(header, "SQLite format 3", 16) != 0)
        return error_set(error, "%s: not a pack: it does not begin like an SQLite file", path);
    if (big_endian(header + 68, 4) != PACK_APPLICATION_ID)
        return error_set(error, "%s: an SQLite file, but not a pack of this kiosk", path);
    uint32_t format = big_endian(header + 60, 4);
    if (format > PACK_FORMAT)
        return error_set(error, "%s: built by a newer version (format %u, this kiosk reads %d)",
                         path, format, PACK_FORMAT);
    if (format != PACK_FORMAT)
        return error_set(error, "%s: of format %u, this kiosk reads %d: build it again", path,
                         format, PACK_FORMAT);
    if (big_endian(header + 16, 2) != PACK_PAGE_BYTES)
        return error_set(error, "%s: pages of the wrong size: build it again", path);
    return true;
}

static bool check_file(int fd, int64_t size, const char *path, Error *error) {
    unsigned char header[HEADER_BYTES];
    if (size > PACK_BYTES_MAX)
        return error_set(error, "%s: larger than a pack may be", path);
    if (pread(fd, header, sizeof header, 0) != (ssize_t)sizeof header)
        return error_set(error, "%s: too short to be a pack", path);
    if (!check_header(header, path, error))
        return false;
    if (size != (int64_t)big_endian(header + 28, 4) * PACK_PAGE_BYTES)
        return error_set(error, "%s: truncated or with something added: copy it again", path);
    return true;
}

/* ---- the connection -------------------------------------------------------------------------- */

/* Reading is all that is ever asked of a pack. */
static int authorize(void *none, int what, const char *a, const char *b, const char *c,
                     const char *d) {
    (void)none, (void)b, (void)c, (void)d;
    switch (what) {
    case SQLITE_SELECT:
    case SQLITE_READ:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return SQLITE_DENY;
    case SQLITE_PRAGMA:
        return a && (strcmp(a, "quick_check") == 0 || strcmp(a, "cell_size_check") == 0 ||
                     strcmp(a, "mmap_size") == 0)
                   ? SQLITE_OK
                   : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

static int count_work(void *looks) {
    return ++*(int *)looks > WORK_MAX;
}

void pack_limit_work(sqlite3 *db, int *looks) {
    *looks = 0;
    sqlite3_progress_handler(db, WORK_STEP, count_work, looks);
}

static void set_limits(sqlite3 *db) {
    /* What https://www.sqlite.org/security.html advises for untrusted files. */
    static const int LIMITS[][2] = {{SQLITE_LIMIT_LENGTH, 4000000},
                                    {SQLITE_LIMIT_SQL_LENGTH, 100000},
                                    {SQLITE_LIMIT_COLUMN, 100},
                                    {SQLITE_LIMIT_EXPR_DEPTH, 10},
                                    {SQLITE_LIMIT_COMPOUND_SELECT, 3},
                                    {SQLITE_LIMIT_VDBE_OP, 25000},
                                    {SQLITE_LIMIT_FUNCTION_ARG, 8},
                                    {SQLITE_LIMIT_ATTACHED, 0},
                                    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
                                    {SQLITE_LIMIT_VARIABLE_NUMBER, 10},
                                    {SQLITE_LIMIT_TRIGGER_DEPTH, 10}};
    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
        sqlite3_limit(db, LIMITS[i][0], LIMITS[i][1]);
    static const int OFF[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                              SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
                              SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                              SQLITE_DBCONFIG_DQS_DML,
                              SQLITE_DBCONFIG_DQS_DDL};
    for (size_t i = 0; i < sizeof OFF / sizeof *OFF; i++)
        sqlite3_db_config(db, OFF[i], 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

static bool check_table(sqlite3 *db, Slice name) {
    char sql[80];
    sqlite3_stmt *stmt = NULL;
    snprintf(sql, sizeof sql, "PRAGMA quick_check(" SLICE_FMT ")", SLICE_ARG(name));
    bool sound = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
                 sqlite3_step(stmt) == SQLITE_ROW &&
                 strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") == 0;
    sqlite3_finalize(stmt);
    return sound;
}

/* The films are left out: they are most of the bytes of a pack, and none of theirs is believed
 * without its hash. */
static bool check_integrity(sqlite3 *db) {
    for (int i = 0; PACK_SCHEMA[i]; i++) {
        Slice sql = slice_from(PACK_SCHEMA[i] + strlen("CREATE TABLE "));
        Slice name = slice_cut(sql, 0, slice_find(sql, LIT("(")));
        if (!slice_equal(name, LIT("clip_chunk")) && !check_table(db, name))
            return false;
    }
    return true;
}

/* Is this the text of one of our tables, or the index that SQLite makes for a primary key (it has
 * no text)? */
static bool is_ours(const char *type, const char *sql, int *tables) {
    if (!sql)
        return type && strcmp(type, "index") == 0;
    for (int i = 0; PACK_SCHEMA[i]; i++)
        if (strcmp(sql, PACK_SCHEMA[i]) == 0) {
            ++*tables;
            return true;
        }
    return false;
}

static bool check_schema(sqlite3 *db) {
    sqlite3_stmt *stmt = NULL;
    int tables = 0, wanted = 0, status = SQLITE_ERROR;
    bool ours =
        sqlite3_prepare_v2(db, "SELECT type, sql FROM sqlite_schema", -1, &stmt, NULL) == SQLITE_OK;
    while (ours && (status = sqlite3_step(stmt)) == SQLITE_ROW)
        ours = is_ours((const char *)sqlite3_column_text(stmt, 0),
                       (const char *)sqlite3_column_text(stmt, 1), &tables);
    sqlite3_finalize(stmt);
    while (PACK_SCHEMA[wanted])
        wanted++;
    return ours && status == SQLITE_DONE && tables == wanted;
}

static bool check_inside(sqlite3 *db, const char *path, Error *error) {
    int looks;
    pack_limit_work(db, &looks);
    sqlite3_exec(db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0", NULL, NULL, NULL);
    bool ours = check_schema(db), sound = ours && check_integrity(db);
    bool other = !ours && sqlite3_errcode(db) != SQLITE_CORRUPT;
    sqlite3_progress_handler(db, 0, NULL, NULL);
    if (!sound)
        error_set(error,
                  other ? "%s: holds other tables than a pack: build it again"
                        : "%s: damaged: copy it again",
                  path);
    return sound;
}

/* Reads the descriptor that was checked: SQLite follows a path in /proc/self/fd back to the file's
   name and opens that anew, so that the file could be swapped in between. No locks, and a journal
   planted beside the pack is not looked at. */
static sqlite3 *connect(int fd) {
    char name[16];
    sqlite3 *db = NULL;
    snprintf(name, sizeof name, "%d", fd);
    sqlite3_vfs *vfs = held_files();
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    if (!vfs || sqlite3_open_v2(name, &db, flags, vfs->zName) != SQLITE_OK) {
        sqlite3_close(db);
        return NULL;
    }
    set_limits(db);
    sqlite3_set_authorizer(db, authorize, NULL);
    return db;
}

static void say_not_opened(const char *path, int why, Error *error) {
    if (why == ELOOP)
        error_set(error, "%s: cannot be opened: a link; name the file itself", path);
    else if (file_is_none(why))
        error_set(error, "%s: not a regular file", path);
    else
        error_set(error, "%s: cannot be opened: %s", path, error_why(why));
}

sqlite3 *pack_open(const char *path, Error *error) {
    error->text[0] = 0;
    int64_t size;
    int fd = file_open(path, &size);
    if (fd < 0) {
        say_not_opened(path, errno, error);
        return NULL;
    }
    sqlite3_hard_heap_limit64(HEAP_MAX);
    sqlite3 *db = check_file(fd, size, path, error) ? connect(fd) : NULL;
    if (db && !check_inside(db, path, error)) {
        pack_close(db);
        db = NULL;
    } else if (!db && !error->text[0]) {
        error_set(error, "%s: cannot be read", path);
    }
    close(fd);
    return db;
}

void pack_close(sqlite3 *db) {
    sqlite3_close(db);
    sqlite3_hard_heap_limit64(0); /* the statistics have their own */
}
