#include "stats/book_file.h"

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

bool book_file_run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

int book_file_number(sqlite3 *db, const char *sql) {
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
    return book_file_run(db, "BEGIN") && book_file_run(db, STATS_SCHEMA) && book_file_run(db, sql);
}

static bool make_own(sqlite3 *db, StatsDraw draw) {
    char sql[128];
    uint32_t id[4];
    for (int i = 0; i < 4; i++)
        id[i] = draw.below(draw.self, 0x10000);
    snprintf(sql, sizeof sql, "INSERT INTO kiosk VALUES('%04x%04x%04x%04x', 0)", id[0], id[1],
             id[2], id[3]);
    if (make_tables(db, STATS_OWN_ID) && book_file_run(db, sql) && book_file_run(db, "COMMIT"))
        return true;
    book_file_run(db, "ROLLBACK");
    return false;
}

/* ---- whose file is it? ----------------------------------------------------------------------- */

BookTrouble book_file_trouble(int status) {
    int code = status & 0xff; /* of an extended code */
    if (code == SQLITE_OK)
        return BOOK_GOOD;
    return code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? BOOK_DAMAGED : BOOK_LATER;
}

static BookTrouble trouble(BookTrouble what, Fault *fault, const char *text) {
    fault_set(fault, "%s", text);
    return what;
}

static BookTrouble failed(sqlite3 *db, int status, Fault *fault) {
    if ((status & 0xff) == SQLITE_BUSY)
        return trouble(BOOK_LATER, fault, "another program is using it");
    fault_set(fault, "%s", db ? sqlite3_errmsg(db) : sqlite3_errstr(status));
    return book_file_trouble(status);
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
static BookTrouble check(sqlite3 *db, Fault *fault) {
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
            return trouble(BOOK_DAMAGED, fault, "its tables are not ours");
        if (status != SQLITE_OK)
            return failed(db, status, fault);
        if (answer != CHECKS[i].answer)
            return trouble(BOOK_DAMAGED, fault, "it is damaged");
    }
    return BOOK_GOOD;
}

/* Reads only: a file that is not ours stays as it is, to the byte. */
static BookTrouble recognise(sqlite3 *db, bool *is_new, Fault *fault) {
    int id, format, tables, status;
    if ((status = ask(db, "PRAGMA application_id", &id)) != SQLITE_OK ||
        (status = ask(db, "PRAGMA user_version", &format)) != SQLITE_OK ||
        (status = ask(db, "SELECT count(*) FROM sqlite_schema", &tables)) != SQLITE_OK)
        return failed(db, status, fault);
    *is_new = !id && !tables;
    if (*is_new)
        return BOOK_GOOD;
    if (id != STATS_OWN_ID)
        return trouble(BOOK_DAMAGED, fault, "it is another program's");
    if (format > STATS_FORMAT)
        return trouble(BOOK_NEWER, fault, "it was written by a newer version");
    if (format < STATS_FORMAT_READ)
        return trouble(BOOK_DAMAGED, fault, "it is of a format too old to go on with");
    return check(db, fault);
}

/* ---- opening --------------------------------------------------------------------------------- */

/* Nobody but its owner reads it, and no second kiosk counts into it. SQLite's own locks are of the
   process and would go with any descriptor of the file that is closed; this one is of the
   descriptor, and is closed last. */
static BookTrouble lock_file(const char *path, int *lock, Fault *fault) {
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return trouble(BOOK_LATER, fault, "it is not a regular file");
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (*lock < 0)
        return trouble(BOOK_LATER, fault, strerror(errno));
    if (flock(*lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return trouble(BOOK_TAKEN, fault, "another kiosk counts into it");
    if (fstat(*lock, &info) == 0 && info.st_mode & 077)
        fchmod(*lock, S_IRUSR | S_IWUSR);
    return BOOK_GOOD;
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

static BookTrouble begin_writing(sqlite3 *db, bool is_new, StatsDraw draw, Fault *fault) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    int status =
        sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", NULL, NULL, NULL);
    if (status != SQLITE_OK)
        return failed(db, status, fault);
    if (sqlite3_db_readonly(db, "main"))
        return trouble(BOOK_LATER, fault, "it cannot be written");
    return !is_new || make_own(db, draw) ? BOOK_GOOD : failed(db, sqlite3_errcode(db), fault);
}

static BookTrouble open_once(const char *path, StatsDraw draw, BookFile *file, Fault *fault) {
    bool is_new;
    *file = (BookFile){.lock = -1};
    BookTrouble what = lock_file(path, &file->lock, fault);
    if (what != BOOK_GOOD)
        return what;
    int status = connect(path, &file->db);
    if (status != SQLITE_OK)
        return failed(file->db, status, fault);
    what = recognise(file->db, &is_new, fault);
    return what == BOOK_GOOD ? begin_writing(file->db, is_new, draw, fault) : what;
}

void book_file_close(BookFile *file) {
    sqlite3_close(file->db);
    if (file->lock >= 0)
        close(file->lock);
    *file = (BookFile){.lock = -1};
}

bool book_file_is_there(const BookFile *file, const char *path) {
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
static bool move_aside(const char *path, Fault *fault) {
    char aside[PATH_BYTES];
    int n = 1;
    do
        snprintf(aside, sizeof aside, "%s.unreadable-%d", path, n++);
    while (access(aside, F_OK) == 0);
    if (rename(path, aside) != 0) {
        Fault why = *fault;
        return fault_set(fault, "%.150s, and cannot be moved aside: %s", why.text, strerror(errno));
    }
    rename_beside(path, aside, "-wal");
    rename_beside(path, aside, "-journal");
    log_line("stats", "%s is kept as %s: %s", path, aside, fault->text);
    return true;
}

/* A check that lacks memory may call a good file bad: nothing is moved on such a word. */
static bool had_memory(Fault *fault) {
    void *room = sqlite3_malloc64(CHECK_BYTES);
    sqlite3_free(room);
    return room || fault_set(fault, "there is no memory to look at it");
}

BookTrouble book_file_open(const char *path, StatsDraw draw, BookFile *file, Fault *fault) {
    BookTrouble what = open_once(path, draw, file, fault);
    bool damaged = what == BOOK_DAMAGED && had_memory(fault);
    if (what == BOOK_DAMAGED && !damaged)
        what = BOOK_LATER;
    if (what != BOOK_GOOD)
        book_file_close(file);
    if (damaged && move_aside(path, fault)) {
        what = open_once(path, draw, file, fault);
        if (what != BOOK_GOOD)
            book_file_close(file);
    }
    return what;
}

bool book_file_note_start(sqlite3 *db, const char *day) {
    char sql[240];
    snprintf(sql, sizeof sql,
             "PRAGMA user_version=%d;"
             "INSERT INTO stop SELECT id, '%s', 1 FROM kiosk WHERE running ON CONFLICT DO UPDATE "
             "SET n = n + 1;"
             "UPDATE kiosk SET running = 1",
             STATS_FORMAT, day);
    return book_file_run(db, sql);
}

/* ---- copying out ----------------------------------------------------------------------------- */

sqlite3 *book_file_new_released(const char *path, Fault *fault) {
    sqlite3 *db = NULL;
    unlink(path);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) == SQLITE_OK &&
        book_file_run(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF") &&
        make_tables(db, STATS_RELEASED_ID))
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
           copy_table(from, to, "SELECT tbl, key, fr, en, trade FROM label ORDER BY tbl, key",
                      "INSERT INTO label VALUES(?, ?, ?, ?, ?)") &&
           copy_table(from, to, "SELECT kiosk, day, n FROM stop ORDER BY kiosk, day",
                      "INSERT INTO stop VALUES(?, ?, ?)") &&
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
    return sync_path(part, O_RDWR) && rename(part, path) == 0 &&
           (sync_path(dirname(folder), O_RDONLY | O_DIRECTORY) || true);
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
