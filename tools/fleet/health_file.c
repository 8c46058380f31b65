#include "tools/fleet/health_file.h"

#include "base/file.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define HEX(bytes) (2 * (bytes))

typedef struct Reading {
    Slice text;
    sqlite3 *base; /* of nothing: it understands JSON */
    HealthFile *file;
    HealthFault *fault;
} Reading;

static bool refuse(HealthFault *fault, FleetWord why, const char *field) {
    *fault = (HealthFault){why, field};
    return false;
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static bool read_bytes(const char *path, char text[HEALTH_BYTES_MAX + 1], int *size,
                       HealthFault *fault) {
    int fd = file_open(path, NULL);
    ssize_t got = 0;
    *size = 0;
    if (fd < 0)
        return refuse(fault, FLEET_FILE_UNREADABLE, NULL);
    while (*size <= HEALTH_BYTES_MAX &&
           (got = read(fd, text + *size, (size_t)(HEALTH_BYTES_MAX + 1 - *size))) > 0)
        *size += (int)got;
    close(fd);
    if (got < 0)
        return refuse(fault, FLEET_FILE_UNREADABLE, NULL);
    return *size <= HEALTH_BYTES_MAX || refuse(fault, FLEET_FILE_LARGE, NULL);
}

/* ---- one field ------------------------------------------------------------------------------- */

static sqlite3_stmt *ask(const Reading *r, const char *sql) {
    sqlite3_stmt *row = NULL;
    sqlite3_prepare_v2(r->base, sql, -1, &row, NULL);
    sqlite3_bind_text(row, 1, r->text.at, r->text.len, SQLITE_STATIC);
    return row;
}

/* The value of the object's field; NULL when there is none. Finalize the row. */
static sqlite3_stmt *field(const Reading *r, const char *name) {
    sqlite3_stmt *row = ask(r, "SELECT atom, type FROM json_each(?1) WHERE key = ?2 LIMIT 1");
    sqlite3_bind_text(row, 2, name, -1, SQLITE_STATIC);
    if (sqlite3_step(row) == SQLITE_ROW)
        return row;
    sqlite3_finalize(row);
    return NULL;
}

static bool is_type(sqlite3_stmt *row, const char *type) {
    return strcmp((const char *)sqlite3_column_text(row, 1), type) == 0;
}

static bool read_text(const Reading *r, const char *name, char *text, int room) {
    sqlite3_stmt *row = field(r, name);
    bool good = row && is_type(row, "text") && sqlite3_column_bytes(row, 0) < room;
    const char *value = good ? (const char *)sqlite3_column_text(row, 0) : "";
    good = good && utf8_valid(slice_from(value));
    snprintf(text, (size_t)room, "%s", value);
    sqlite3_finalize(row);
    return good || refuse(r->fault, FLEET_FILE_FIELD, name);
}

static bool read_count(const Reading *r, const char *name, int *count) {
    sqlite3_stmt *row = field(r, name);
    bool unknown = row && is_type(row, "null");
    sqlite3_int64 n = row && is_type(row, "integer") ? sqlite3_column_int64(row, 0) : -1;
    *count = unknown ? HEALTH_UNKNOWN : (int)n;
    sqlite3_finalize(row);
    return unknown || (n >= 0 && n < 1000000000) || refuse(r->fault, FLEET_FILE_FIELD, name);
}

static bool read_flag(const Reading *r, const char *name, bool *flag) {
    sqlite3_stmt *row = field(r, name);
    bool is = row && is_type(row, "true"), is_not = row && is_type(row, "false");
    *flag = is;
    sqlite3_finalize(row);
    return is || is_not || refuse(r->fault, FLEET_FILE_FIELD, name);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static bool read_fields(const Reading *r) {
    HealthReport *report = &r->file->report;
#define TEXT(name)                                                                                 \
    if (!read_text(r, #name, report->name, HEALTH_TEXT))                                           \
        return false;
#define COUNT(name)                                                                                \
    if (!read_count(r, #name, &report->name))                                                      \
        return false;
#define FLAG(name)                                                                                 \
    if (!read_flag(r, #name, &report->name))                                                       \
        return false;
#include "health/health.def"
#undef TEXT
#undef COUNT
#undef FLAG
    return true;
}

/* Its name goes into lists and pages: only one that a kiosk would take. */
static bool check_meaning(const Reading *r) {
    char tame[HEALTH_TEXT];
    const HealthReport *report = &r->file->report;
    health_name(report->kiosk, tame);
    if (strcmp(tame, report->kiosk) != 0)
        return refuse(r->fault, FLEET_FILE_FIELD, "kiosk");
    bool day = strlen(report->day) == 10 && civil_parse(report->day, &r->file->day);
    return day || refuse(r->fault, FLEET_FILE_FIELD, "day");
}

static bool is_json(const Reading *r) {
    sqlite3_stmt *row = ask(r, "SELECT json_valid(?1) AND json_type(?1) = 'object'");
    bool good = sqlite3_step(row) == SQLITE_ROW && sqlite3_column_int(row, 0);
    sqlite3_finalize(row);
    return good && utf8_valid(r->text) && !memchr(r->text.at, 0, (size_t)r->text.len);
}

static bool check_format(const Reading *r) {
    int format = 0;
    if (!is_json(r))
        return refuse(r->fault, FLEET_FILE_CUT, NULL);
    if (!read_count(r, "azimut-health", &format) || format < 1)
        return refuse(r->fault, FLEET_FILE_FOREIGN, NULL);
    return format == HEALTH_FORMAT || refuse(r->fault, FLEET_FILE_NEWER, NULL);
}

/* ---- the signature --------------------------------------------------------------------------- */

static bool read_hex(const Reading *r, const char *name, uint8_t *bytes, size_t count) {
    char hex[HEX(HEALTH_SIGNATURE_BYTES) + 1];
    size_t got = 0;
    return read_text(r, name, hex, sizeof hex) &&
           ((sodium_hex2bin(bytes, count, hex, strlen(hex), NULL, &got, NULL) == 0 &&
             got == count && strlen(hex) == HEX(count)) ||
            refuse(r->fault, FLEET_FILE_FIELD, name));
}

static bool read_signature(const Reading *r) {
    uint8_t signature[HEALTH_SIGNATURE_BYTES];
    if (!read_hex(r, "key", r->file->key, HEALTH_KEY_BYTES) ||
        !read_hex(r, "signature", signature, sizeof signature))
        return false;
    int seal = slice_find(r->text, LIT("\n" HEALTH_SEAL));
    const uint8_t *signed_bytes = (const uint8_t *)r->text.at;
    r->file->genuine =
        seal >= 0 && crypto_sign_verify_detached(signature, signed_bytes,
                                                 (unsigned long long)seal + 1, r->file->key) == 0;
    return true;
}

bool health_file_read(const char *path, HealthFile *file, HealthFault *fault) {
    char text[HEALTH_BYTES_MAX + 1];
    int size;
    *file = (HealthFile){0};
    if (!read_bytes(path, text, &size, fault))
        return false;
    Reading r = {{text, size}, NULL, file, fault};
    bool good = sqlite3_open(":memory:", &r.base) == SQLITE_OK && check_format(&r) &&
                read_fields(&r) && check_meaning(&r) && read_signature(&r);
    sqlite3_close(r.base);
    return good;
}
