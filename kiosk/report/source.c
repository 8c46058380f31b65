#include "report/source.h"

#include "stats/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_BYTES 100

static uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Offsets from "The SQLite Database File", 1.3. */
static bool check_header(const unsigned char *header, const char *path, Fault *fault) {
    if (memcmp(header, "SQLite format 3", 16) != 0)
        return fault_set(fault, "%s : n’est pas un fichier de statistiques", path);
    uint32_t id = big_endian(header + 68), format = big_endian(header + 60);
    if (id != STATS_OWN_ID && id != STATS_RELEASED_ID)
        return fault_set(fault, "%s : fichier SQLite, mais pas de statistiques d’Azimut", path);
    if (format > STATS_FORMAT)
        return fault_set(fault, "%s : écrit par une version plus récente (format %u, ici %d) ; mettre ce programme à jour", path,
                         format, STATS_FORMAT);
    if (format != STATS_FORMAT)
        return fault_set(fault, "%s : de format %u, ce programme lit le format %d", path, format, STATS_FORMAT);
    return true;
}

static bool check_file(const char *path, Fault *fault) {
    struct stat info;
    unsigned char header[HEADER_BYTES];
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return fault_set(fault, "%s : ne s’ouvre pas : %s", path, strerror(errno));
    bool regular = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    bool whole = regular && pread(fd, header, sizeof header, 0) == (ssize_t)sizeof header;
    close(fd);
    if (!regular)
        return fault_set(fault, "%s : n’est pas un fichier ordinaire", path);
    if (!whole)
        return fault_set(fault, "%s : trop court pour être un fichier de statistiques", path);
    return check_header(header, path, fault);
}

static bool is_sound(sqlite3 *db, const char *path, Fault *fault) {
    sqlite3_stmt *stmt = NULL;
    int status = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
    status = status == SQLITE_OK ? sqlite3_step(stmt) : status;
    bool sound = status == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") == 0;
    sqlite3_finalize(stmt);
    if (status == SQLITE_BUSY)
        return fault_set(fault, "%s : la borne s’en sert en ce moment ; prendre l’export de l’espace du personnel", path);
    return sound || fault_set(fault, "%s : abîmé ou tronqué ; le copier à nouveau", path);
}

/* Read-only; a path may hold the signs that mean something in a URI. */
static sqlite3 *connect(const char *path) {
    char uri[3 * 4200];
    sqlite3 *db = NULL;
    int at = snprintf(uri, sizeof uri, "file:");
    for (const char *c = path; *c && at < (int)sizeof uri - 32; c++)
        at += snprintf(uri + at, 4, strchr("%?#", *c) ? "%%%02X" : "%c", (unsigned char)*c);
    snprintf(uri + at, sizeof uri - (size_t)at, "?mode=ro");
    if (sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
        sqlite3_exec(db, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL);
        return db;
    }
    sqlite3_close(db);
    return NULL;
}

sqlite3 *source_open(const char *path, Fault *fault) {
    if (!check_file(path, fault))
        return NULL;
    sqlite3 *db = connect(path);
    if (!db)
        fault_set(fault, "%s : ne s’ouvre pas", path);
    else if (is_sound(db, path, fault))
        return db;
    sqlite3_close(db);
    return NULL;
}
