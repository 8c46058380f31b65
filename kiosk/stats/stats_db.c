#include "stats/stats_db.h"

#include "base/log.h"
#include "stats/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4200
#define CHECK_BYTES (1 << 20) /* more than looking at a file takes */

bool stats_db_run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

int stats_db_number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    int value = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
        sqlite3_step(stmt) == SQLITE_ROW)
        value = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    return value;
}

/* ---- a new file ------------------------------------------------------------------------------ */

static bool make_tables(sqlite3 *db, int application_id) {
    char sql[128];
    snprintf(sql, sizeof sql, "PRAGMA application_id=%d; PRAGMA user_version=%d", application_id,
             STATS_FORMAT);
    return stats_db_run(db, "BEGIN") && stats_db_run(db, STATS_SCHEMA) && stats_db_run(db, sql);
}

static bool make_own(sqlite3 *db, StatsDraw draw) {
    char sql[128];
    uint32_t id[4];
    for (int i = 0; i < 4; i++)
        id[i] = draw.below(draw.self, 0x10000);
    snprintf(sql, sizeof sql, "INSERT INTO kiosk VALUES('%04x%04x%04x%04x', 0)", id[0], id[1],
             id[2], id[3]);
    if (make_tables(db, STATS_OWN_ID) && stats_db_run(db, sql) && stats_db_run(db, "COMMIT"))
        return true;
    stats_db_run(db, "ROLLBACK");
    return false;
}

/* ---- whose file is it? ----------------------------------------------------------------------- */

StatsTrouble stats_db_trouble(int status) {
    int code = status & 0xff; /* of an extended code */
    if (code == SQLITE_OK)
        return STATS_GOOD;
    return code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? STATS_DAMAGED : STATS_LATER;
}

static StatsTrouble trouble(StatsTrouble what, Error *error, const char *text) {
    error_set(error, "%s", text);
    return what;
}

static StatsTrouble failed(sqlite3 *db, int status, Error *error) {
    if ((status & 0xff) == SQLITE_BUSY)
        return trouble(STATS_LATER, error, "another program is using it");
    error_set(error, "%s", db ? sqlite3_errmsg(db) : sqlite3_errstr(status));
    return stats_db_trouble(status);
}

static int ask(sqlite3 *db, const char *sql, int *answer) {
    sqlite3_stmt *stmt = NULL;
    int status = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_step(stmt);
    *answer = status == SQLITE_ROW ? sqlite3_column_int(stmt, 0) : -1;
    sqlite3_finalize(stmt);
    return status == SQLITE_ROW || status == SQLITE_DONE ? SQLITE_OK : status;
}

/* What holds of every sound file of ours: its pages, its tables, one number for each key of a row,
   and no period that is open as well as released. */
static StatsTrouble check(sqlite3 *db, Error *error) {
    static const struct {
        const char *sql;
        int answer;
    } CHECKS[] = {
        {"SELECT count(*) FROM pragma_quick_check(1) WHERE quick_check = 'ok'", 1},
        {"SELECT count(*) FROM sqlite_schema WHERE name IN"
         " ('kiosk','dict','released','open','spent','label','stop')",
         7},
        {"SELECT count(*) FROM kiosk", 1},
        {"SELECT count(*) FROM (SELECT dict, n FROM open UNION ALL SELECT dict, n FROM released)"
         " LEFT JOIN dict ON dict = id"
         " WHERE length(n) IS NOT 4 * (length(keys) - length(replace(keys, char(10), '')))",
         0},
        {"SELECT count(*) FROM open JOIN released USING(tbl, period)", 0},
    };
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) {
        int answer, status = ask(db, CHECKS[i].sql, &answer);
        if (status == SQLITE_ERROR)
            return trouble(STATS_DAMAGED, error, "its tables are not ours");
        if (status != SQLITE_OK)
            return failed(db, status, error);
        if (answer != CHECKS[i].answer)
            return trouble(STATS_DAMAGED, error, "it is damaged");
    }
    return STATS_GOOD;
}

/* Reads only: a file that is not ours stays as it is, to the byte. */
static StatsTrouble recognise(sqlite3 *db, bool *is_new, Error *error) {
    int id, format, tables, status;
    if ((status = ask(db, "PRAGMA application_id", &id)) != SQLITE_OK ||
        (status = ask(db, "PRAGMA user_version", &format)) != SQLITE_OK ||
        (status = ask(db, "SELECT count(*) FROM sqlite_schema", &tables)) != SQLITE_OK)
        return failed(db, status, error);
    *is_new = !id && !tables;
    if (*is_new)
        return STATS_GOOD;
    if (id != STATS_OWN_ID)
        return trouble(STATS_DAMAGED, error, "it is another program's");
    if (format > STATS_FORMAT)
        return trouble(STATS_NEWER, error, "it was written by a newer version");
    if (format < STATS_FORMAT_READ)
        return trouble(STATS_DAMAGED, error, "it is of a format too old to go on with");
    return check(db, error);
}

/* ---- opening --------------------------------------------------------------------------------- */

/* Nobody but its owner reads it, and no second kiosk counts into it. SQLite's own locks are of the
   process and would go with any descriptor of the file that is closed; this one is of the
   descriptor, and is closed last. */
static StatsTrouble lock_file(const char *path, int *lock, Error *error) {
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return trouble(STATS_LATER, error, "it is not a regular file");
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (*lock < 0)
        return trouble(STATS_LATER, error, strerror(errno));
    if (flock(*lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return trouble(STATS_TAKEN, error, "another kiosk counts into it");
    if (fstat(*lock, &info) == 0 && info.st_mode & 077)
        fchmod(*lock, S_IRUSR | S_IWUSR);
    return STATS_GOOD;
}

/* Exclusive before the first access, so that no shared-memory file is made and nobody else gets
   in. */
static int connect(const char *path, sqlite3 **db) {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int status = sqlite3_open_v2(path, db, flags, NULL);
    if (status != SQLITE_OK)
        return status;
    sqlite3_extended_result_codes(*db, 1);
    sqlite3_db_config(*db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_db_config(*db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); /* it may not be ours */
    return sqlite3_exec(*db,
                        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA secure_delete=ON;"
                        "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY",
                        NULL, NULL, NULL);
}

static StatsTrouble begin_writing(sqlite3 *db, bool is_new, StatsDraw draw, Error *error) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    int status =
        sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", NULL, NULL, NULL);
    if (status != SQLITE_OK)
        return failed(db, status, error);
    if (sqlite3_db_readonly(db, "main"))
        return trouble(STATS_LATER, error, "it cannot be written");
    return !is_new || make_own(db, draw) ? STATS_GOOD : failed(db, sqlite3_errcode(db), error);
}

static StatsTrouble open_once(const char *path, StatsDraw draw, StatsDb *file, Error *error) {
    bool is_new = false;
    *file = (StatsDb){.lock = -1};
    StatsTrouble what = lock_file(path, &file->lock, error);
    if (what != STATS_GOOD)
        return what;
    int status = connect(path, &file->db);
    if (status != SQLITE_OK)
        return failed(file->db, status, error);
    what = recognise(file->db, &is_new, error);
    return what == STATS_GOOD ? begin_writing(file->db, is_new, draw, error) : what;
}

void stats_db_close(StatsDb *file) {
    sqlite3_close(file->db);
    if (file->lock >= 0)
        close(file->lock);
    *file = (StatsDb){.lock = -1};
}

bool stats_db_is_there(const StatsDb *file, const char *path) {
    struct stat ours, named;
    return fstat(file->lock, &ours) == 0 && stat(path, &named) == 0 &&
           ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

/* ---- moving aside ---------------------------------------------------------------------------- */

static void rename_beside(const char *path, const char *aside, const char *ending) {
    char from[PATH_BYTES + 16], to[PATH_BYTES + 16];
    snprintf(from, sizeof from, "%s%s", path, ending);
    snprintf(to, sizeof to, "%s%s", aside, ending);
    rename(from, to);
}

/* What cannot be read is somebody's data all the same: out of the way, never overwritten. */
static bool move_aside(const char *path, Error *error) {
    char aside[PATH_BYTES];
    int n = 1;
    do
        snprintf(aside, sizeof aside, "%s.unreadable-%d", path, n++);
    while (access(aside, F_OK) == 0);
    if (rename(path, aside) != 0) {
        Error why = *error;
        return error_set(error, "%.150s, and cannot be moved aside: %s", why.text, strerror(errno));
    }
    rename_beside(path, aside, "-wal");
    rename_beside(path, aside, "-journal");
    log_line("stats", "%s is kept as %s: %s", path, aside, error->text);
    return true;
}

/* A check that lacks memory may call a good file bad: nothing is moved on such a word. */
static bool had_memory(Error *error) {
    void *room = sqlite3_malloc64(CHECK_BYTES);
    sqlite3_free(room);
    return room || error_set(error, "there is no memory to look at it");
}

StatsTrouble stats_db_open(const char *path, StatsDraw draw, atomic_uint *events, StatsDb *file,
                           Error *error) {
    StatsTrouble what = open_once(path, draw, file, error);
    bool damaged = what == STATS_DAMAGED && had_memory(error);
    if (what == STATS_DAMAGED && !damaged)
        what = STATS_LATER;
    if (what != STATS_GOOD)
        stats_db_close(file);
    if (damaged && move_aside(path, error)) {
        atomic_fetch_or(events, STATS_ASIDE);
        what = open_once(path, draw, file, error);
        if (what != STATS_GOOD)
            stats_db_close(file);
    }
    return what;
}

/* In a month that began in a format before 4, hours and steps have the noise of a larger share:
   with the tables that came after, a visit would spend more than its budget. They begin with the
   next month. */
static const char NEXT_MONTH[] =
    "INSERT OR IGNORE INTO spent"
    " SELECT value, period FROM open, json_each('[\"course\", \"lab\", \"desk\"]'), "
    "pragma_user_version"
    " WHERE user_version < 4 AND tbl IN ('activity', 'funnel') AND length(period) = 7";

bool stats_db_upgrade(sqlite3 *db) {
    return stats_db_number(db, "PRAGMA user_version") >= STATS_FORMAT_LABELS ||
           stats_db_run(db, STATS_LABELS_UPGRADE);
}

bool stats_db_note_start(sqlite3 *db, const char *day) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "PRAGMA user_version=%d;"
             "INSERT INTO stop SELECT id, '%s', 1 FROM kiosk WHERE running ON CONFLICT DO UPDATE "
             "SET n = n + 1;"
             "UPDATE kiosk SET running = 1",
             STATS_FORMAT, day);
    return stats_db_run(db, NEXT_MONTH) && stats_db_run(db, sql);
}

/* ---- copying out ----------------------------------------------------------------------------- */

sqlite3 *stats_db_new_released(const char *path, Error *error) {
    sqlite3 *db = NULL;
    unlink(path);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) == SQLITE_OK &&
        stats_db_run(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF") &&
        make_tables(db, STATS_RELEASED_ID))
        return db;
    error_set(error, "%.200s cannot be written", path);
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
    return copy_table(from, to, "SELECT id, 0 FROM kiosk ORDER BY id",
                      "INSERT INTO kiosk VALUES(?, ?)") &&
           copy_table(
               from, to,
               "SELECT id, keys FROM dict WHERE id IN (SELECT dict FROM released) ORDER BY id",
               "INSERT INTO dict VALUES(?, ?)") &&
           copy_table(
               from, to,
               "SELECT tbl, period, kiosk, dict, n FROM released ORDER BY tbl, period, kiosk",
               "INSERT INTO released VALUES(?, ?, ?, ?, ?)") &&
           copy_table(from, to, stats_labels(STATS_FORMAT),
                      "INSERT INTO label VALUES(?, ?, ?, ?, ?)") &&
           copy_table(from, to, "SELECT kiosk, day, n FROM stop ORDER BY kiosk, day",
                      "INSERT INTO stop VALUES(?, ?, ?)") &&
           stats_db_run(to, "COMMIT");
}

static bool sync_path(const char *path, int flags) {
    int fd = open(path, flags);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

bool stats_db_settle(const char *part, const char *path) {
    char folder[PATH_BYTES];
    snprintf(folder, sizeof folder, "%s", path);
    return sync_path(part, O_RDWR) && rename(part, path) == 0 &&
           (sync_path(dirname(folder), O_RDONLY | O_DIRECTORY) || true);
}

bool stats_db_export(sqlite3 *db, const char *path, Error *error) {
    char part[PATH_BYTES];
    snprintf(part, sizeof part, "%s.part", path);
    sqlite3 *to = stats_db_new_released(part, error);
    if (!to)
        return false;
    bool good = copy_all(db, to);
    good = sqlite3_close(to) == SQLITE_OK && good;
    if (good && stats_db_settle(part, path))
        return true;
    error_set(error, "%.200s cannot be written: %s", path, strerror(errno));
    unlink(part);
    return false;
}
