#include "tools/pack/verdicts.h"

#include "base/message.h"
#include "tools/pack/identity.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATH_BYTES 4096
#define DAY_S 86400
#define KEPT_DAYS 90

struct Verdicts {
    sqlite3 *db;
    sqlite3_stmt *recall, *keep;
    bool added;
};

void verdict_key(const char *what, const void *bytes, size_t count, unsigned char *key) {
    const unsigned char *program = identity_of_program();
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, VERDICT_KEY);
    if (program)
        crypto_generichash_update(&state, program, IDENTITY_BYTES);
    crypto_generichash_update(&state, (const unsigned char *)messages_code(),
                              strlen(messages_code()) + 1);
    crypto_generichash_update(&state, (const unsigned char *)what, strlen(what) + 1);
    crypto_generichash_update(&state, bytes, count);
    crypto_generichash_final(&state, key, VERDICT_KEY);
}

/* ---- the database ---------------------------------------------------------------------------- */

static bool make_folder(char path[PATH_BYTES], const char *name) {
    size_t len = strlen(path);
    int more = snprintf(path + len, PATH_BYTES - len, "%s", name);
    return more > 0 && len + (size_t)more < PATH_BYTES &&
           (mkdir(path, 0700) == 0 || access(path, W_OK) == 0);
}

/* The user's place for what can be made again (XDG Base Directory Specification). */
static bool find_place(char path[PATH_BYTES]) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    path[0] = 0;
    bool there = cache && cache[0] == '/' ? make_folder(path, cache)
                                          : home && home[0] == '/' && make_folder(path, home) &&
                                                make_folder(path, "/.cache");
    return there && make_folder(path, "/azimut") && strlen(path) + 16 < PATH_BYTES;
}

static const char SCHEMA[] =
    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF;"
    "CREATE TABLE IF NOT EXISTS verdict(key BLOB PRIMARY KEY, day INTEGER, sum BLOB, said BLOB)"
    " WITHOUT ROWID;";

static bool prepare(Verdicts *v) {
    return sqlite3_busy_timeout(v->db, 2000) == SQLITE_OK &&
           sqlite3_exec(v->db, SCHEMA, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(v->db, "SELECT sum,said FROM verdict WHERE key=?", -1, &v->recall,
                              NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(v->db, "INSERT OR REPLACE INTO verdict VALUES(?,?,?,?)", -1, &v->keep,
                              NULL) == SQLITE_OK;
}

static void close_db(Verdicts *v) {
    sqlite3_finalize(v->recall);
    sqlite3_finalize(v->keep);
    sqlite3_close(v->db);
    v->recall = v->keep = NULL;
    v->db = NULL;
}

static bool open_db(Verdicts *v, const char *path) {
    bool good = sqlite3_open(path, &v->db) == SQLITE_OK && prepare(v);
    int why = sqlite3_errcode(v->db);
    if (good)
        return true;
    close_db(v);
    if (why == SQLITE_NOTADB || why == SQLITE_CORRUPT)
        unlink(path); /* all that was in it can be made again */
    return false;
}

Verdicts *verdicts_open(void) {
    char path[PATH_BYTES];
    Verdicts *v = calloc(1, sizeof *v);
    if (!v)
        abort();
    bool place = identity_of_program() && find_place(path);
    if (place)
        strcat(path, "/verdicts.db");
    if (place && (open_db(v, path) || open_db(v, path)))
        return v;
    free(v);
    return NULL;
}

static int64_t today(void) {
    return time(NULL) / DAY_S;
}

void verdicts_close(Verdicts *v) {
    char sql[80];
    if (!v)
        return;
    snprintf(sql, sizeof sql, "DELETE FROM verdict WHERE day<%lld",
             (long long)(today() - KEPT_DAYS));
    if (v->added)
        sqlite3_exec(v->db, sql, NULL, NULL, NULL);
    close_db(v);
    free(v);
}

/* ---- one verdict as bytes -------------------------------------------------------------------- */

typedef struct Entry {
    int32_t line, column, warning, len; /* and as many bytes */
} Entry;

static Slice pack_verdict(Arena *arena, const Report *said, Slice found) {
    size_t size = sizeof(int32_t) + (size_t)found.len;
    for (int i = 0; i < said->count; i++)
        size += sizeof(Entry) + (size_t)said->entry[i].message.len;
    char *bytes = arena_alloc(arena, size), *at = bytes;
    int32_t count = said->count;
    memcpy(at, &count, sizeof count);
    at += sizeof count;
    for (int i = 0; i < said->count; i++) {
        const ReportEntry *e = &said->entry[i];
        Entry entry = {e->line, e->column, e->warning, e->message.len};
        memcpy(at, &entry, sizeof entry);
        memcpy(at + sizeof entry, e->message.at, (size_t)entry.len);
        at += sizeof entry + (size_t)entry.len;
    }
    if (found.len)
        memcpy(at, found.at, (size_t)found.len);
    return (Slice){bytes, (int)size};
}

static void say_one(Report *report, Slice file, const Entry *entry, Slice message) {
    if (entry->warning)
        report_warn(report, file, entry->line, entry->column, SLICE_FMT, SLICE_ARG(message));
    else
        report_fault_at(report, file, entry->line, entry->column, SLICE_FMT, SLICE_ARG(message));
}

/* The bytes are as they were written: their sum says so. */
static void unpack_verdict(Slice bytes, Report *report, Arena *arena, Slice file, Slice *found) {
    int32_t count = 0;
    memcpy(&count, bytes.at, sizeof count);
    bytes = slice_cut(bytes, sizeof count, bytes.len);
    for (int32_t i = 0; i < count; i++) {
        Entry entry;
        memcpy(&entry, bytes.at, sizeof entry);
        int end = (int)sizeof entry + entry.len;
        say_one(report, file, &entry, slice_cut(bytes, sizeof entry, end));
        bytes = slice_cut(bytes, end, bytes.len);
    }
    *found = arena_copy(arena, bytes);
}

void verdict_say(Report *report, Slice file, const Report *said) {
    for (int i = 0; i < said->count; i++) {
        const ReportEntry *e = &said->entry[i];
        Entry entry = {e->line, e->column, e->warning, e->message.len};
        say_one(report, file, &entry, e->message);
    }
}

/* ---- kept and recalled ----------------------------------------------------------------------- */

static void sum_of(Slice bytes, unsigned char *sum) {
    crypto_generichash(sum, VERDICT_KEY, (const unsigned char *)bytes.at,
                       (unsigned long long)bytes.len, NULL, 0);
}

static bool is_sound(sqlite3_stmt *row, Slice *bytes) {
    unsigned char sum[VERDICT_KEY];
    *bytes = (Slice){sqlite3_column_blob(row, 1), sqlite3_column_bytes(row, 1)};
    if (bytes->len < (int)sizeof(int32_t) || sqlite3_column_bytes(row, 0) != VERDICT_KEY)
        return false;
    sum_of(*bytes, sum);
    return memcmp(sum, sqlite3_column_blob(row, 0), sizeof sum) == 0;
}

bool verdict_recall(Verdicts *v, const unsigned char *key, Report *report, Arena *arena, Slice file,
                    Slice *found) {
    Slice bytes;
    if (!v)
        return false;
    sqlite3_bind_blob(v->recall, 1, key, VERDICT_KEY, SQLITE_STATIC);
    bool known = sqlite3_step(v->recall) == SQLITE_ROW && is_sound(v->recall, &bytes);
    if (known)
        unpack_verdict(bytes, report, arena, file, found);
    sqlite3_reset(v->recall);
    return known;
}

void verdict_keep(Verdicts *v, const unsigned char *key, const Report *said, Slice found) {
    unsigned char sum[VERDICT_KEY];
    Arena arena = {0};
    if (!v)
        return;
    Slice bytes = pack_verdict(&arena, said, found);
    sum_of(bytes, sum);
    sqlite3_bind_blob(v->keep, 1, key, VERDICT_KEY, SQLITE_STATIC);
    sqlite3_bind_int64(v->keep, 2, today());
    sqlite3_bind_blob(v->keep, 3, sum, sizeof sum, SQLITE_STATIC);
    sqlite3_bind_blob(v->keep, 4, bytes.at, bytes.len, SQLITE_STATIC);
    v->added |= sqlite3_step(v->keep) == SQLITE_DONE;
    sqlite3_reset(v->keep);
    arena_free(&arena);
}
