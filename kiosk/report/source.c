#include "report/source.h"

#include "stats/schema.h"
#include "stats/stats_db.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_BYTES 100
#define WRITE_VERSION 18 /* in the header: 1 for a file without a log */
#define MEMORY_MOST (256 << 20)

static uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Offsets from "The SQLite Database File", 1.3. */
static bool check_header(const unsigned char *header, const char *path, bool *own, Error *error) {
    if (memcmp(header, "SQLite format 3", 16) != 0)
        return error_set(error, "%s : n’est pas un fichier de statistiques", path);
    uint32_t id = big_endian(header + 68), format = big_endian(header + 60);
    *own = id == STATS_OWN_ID;
    if (id != STATS_OWN_ID && id != STATS_RELEASED_ID)
        return error_set(error, "%s : fichier SQLite, mais pas de statistiques d’Azimut", path);
    if (format > STATS_FORMAT)
        return error_set(error,
                         "%s : écrit par une version plus récente (format %u, ici %d) ; mettre ce "
                         "programme à jour",
                         path, format, STATS_FORMAT);
    if (format < STATS_FORMAT_READ)
        return error_set(error, "%s : de format %u, ce programme lit les formats %d à %d", path,
                         format, STATS_FORMAT_READ, STATS_FORMAT);
    return true;
}

static bool check_file(const char *path, bool *own, Error *error) {
    struct stat info;
    unsigned char header[HEADER_BYTES];
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return error_set(error, "%s : ne s’ouvre pas : %s", path, error_why(errno));
    bool regular = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    bool whole = regular && pread(fd, header, sizeof header, 0) == (ssize_t)sizeof header;
    close(fd);
    if (!regular)
        return error_set(error, "%s : n’est pas un fichier ordinaire", path);
    if (!whole)
        return error_set(error, "%s : trop court pour être un fichier de statistiques", path);
    return check_header(header, path, own, error);
}

static bool is_sound(sqlite3 *db, const char *path, Error *error) {
    sqlite3_stmt *stmt = NULL;
    int status = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
    status = status == SQLITE_OK ? sqlite3_step(stmt) : status;
    bool sound =
        status == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") == 0;
    sqlite3_finalize(stmt);
    return sound || error_set(error, "%s : abîmé ou tronqué ; le copier à nouveau", path);
}

/* ---- the connection -------------------------------------------------------------------------- */

static sqlite3 *connect(const char *path, int flags) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
        sqlite3_exec(db,
                     "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                     "PRAGMA locking_mode=EXCLUSIVE",
                     NULL, NULL, NULL);
        return db;
    }
    sqlite3_close(db);
    return NULL;
}

/* ---- what was released: read at once, a stick may be pulled out meanwhile -------------------- */

static unsigned char *read_whole(int fd, sqlite3_int64 size) {
    unsigned char *bytes = sqlite3_malloc64((sqlite3_uint64)size);
    sqlite3_int64 have = 0;
    ssize_t got = 1;
    while (bytes && have < size && (got = read(fd, bytes + have, (size_t)(size - have))) > 0)
        have += got;
    if (have == size)
        return bytes;
    sqlite3_free(bytes);
    return NULL;
}

/* NULL where it is too large for that, or has a log beside it: then SQLite reads it page by page.
 */
static sqlite3 *open_in_memory(const char *path) {
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool small = fd >= 0 && fstat(fd, &info) == 0 && info.st_size > HEADER_BYTES &&
                 info.st_size <= MEMORY_MOST;
    unsigned char *bytes = small ? read_whole(fd, info.st_size) : NULL;
    if (fd >= 0)
        close(fd);
    if (!bytes || bytes[WRITE_VERSION] != 1) {
        sqlite3_free(bytes);
        return NULL;
    }
    sqlite3 *db = connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (db && sqlite3_deserialize(db, "main", bytes, info.st_size, info.st_size,
                                  SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) ==
                  SQLITE_OK)
        return db;
    sqlite3_close(db);
    return NULL;
}

static sqlite3 *open_released(const char *path) {
    sqlite3 *db = open_in_memory(path);
    return db ? db : connect(path, SQLITE_OPEN_READONLY);
}

/* ---- a kiosk's own file: read from a copy, since a log may belong to it and not a byte of it may
 * change ---- */

/* A running kiosk holds a lock somewhere in the page that SQLite keeps for locks ("File Locking And
 * Concurrency", 3.0). */
static bool is_in_use(int fd) {
    struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512};
    return fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

static bool copy_bytes(int from, int to) {
    static char bytes[65536];
    ssize_t got;
    while ((got = read(from, bytes, sizeof bytes)) > 0)
        if (write(to, bytes, (size_t)got) != got)
            return false;
    return got == 0;
}

static bool copy_file(const char *from, const char *to) {
    int in = open(from, O_RDONLY | O_CLOEXEC),
        out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool good = in >= 0 && out >= 0 && copy_bytes(in, out);
    if (in >= 0)
        close(in);
    if (out >= 0)
        close(out);
    return good;
}

/* The copy loses its names at once: what is left of it goes when the connection does. */
static sqlite3 *open_copy(const char *path, const char *log) {
    char folder[] = "/tmp/azimut-XXXXXX", copy[64], copied_log[72];
    if (!mkdtemp(folder))
        return NULL;
    snprintf(copy, sizeof copy, "%s/s", folder);
    snprintf(copied_log, sizeof copied_log, "%s/s-wal", folder);
    bool good = copy_file(path, copy) && (!log || copy_file(log, copied_log));
    sqlite3 *db = good ? connect(copy, SQLITE_OPEN_READWRITE) : NULL;
    if (db)
        sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    unlink(copy);
    unlink(copied_log);
    rmdir(folder);
    return db;
}

static sqlite3 *open_own(const char *path, const char *log, Error *error) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool in_use = fd >= 0 && is_in_use(fd);
    if (fd >= 0)
        close(fd);
    if (in_use) {
        error_set(
            error,
            "%s : la borne s’en sert en ce moment ; prendre l’export de l’espace du personnel",
            path);
        return NULL;
    }
    sqlite3 *db = open_copy(path, log);
    if (!db)
        error_set(error, "%s : ne s’ouvre pas", path);
    return db;
}

/* ---- the door -------------------------------------------------------------------------------- */

const char *source_labels(sqlite3 *db) {
    return stats_labels(stats_db_number(db, "PRAGMA user_version"));
}

static bool has_tables(sqlite3 *db, const char *path, Error *error) {
    int id = stats_db_number(db, "PRAGMA application_id"),
        format = stats_db_number(db, "PRAGMA user_version");
    return ((id == STATS_OWN_ID || id == STATS_RELEASED_ID) && format >= STATS_FORMAT_READ &&
            format <= STATS_FORMAT &&
            stats_db_number(db, "SELECT count(*) FROM sqlite_schema WHERE name IN "
                                "('kiosk','dict','released','label','stop')") == 5) ||
           error_set(error, "%s : il y manque des tableaux de statistiques", path);
}

sqlite3 *source_open(const char *path, Error *error) {
    char log[4200];
    struct stat info;
    snprintf(log, sizeof log, "%.4190s-wal", path);
    bool has_log = stat(log, &info) == 0 && info.st_size > 0, own = has_log;
    if (!has_log && !check_file(path, &own, error))
        return NULL;
    sqlite3 *db = own ? open_own(path, has_log ? log : NULL, error) : open_released(path);
    if (!db) {
        if (!own)
            error_set(error, "%s : ne s’ouvre pas", path);
        return NULL;
    }
    if (is_sound(db, path, error) && has_tables(db, path, error))
        return db;
    sqlite3_close(db);
    return NULL;
}
