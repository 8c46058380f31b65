#include "soak/harm_parts.h"

#include "content/schema.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define SQL_BYTES 4096

/* ---- chance and SQL -------------------------------------------------------------------------- */

unsigned harm_below(HarmWork *w, unsigned bound) {
    w->random ^= w->random >> 12, w->random ^= w->random << 25, w->random ^= w->random >> 27;
    return (unsigned)((w->random * 0x2545F4914F6CDD1DULL) >> 33) % (bound ? bound : 1);
}

void harm_die(const char *what, const char *why) {
    fprintf(stderr, "pack_mutants: %s: %s\n", what, why);
    exit(2);
}

void harm_say(HarmWork *w, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(w->how, w->how_bytes, format, list);
    va_end(list);
}

static sqlite3 *open_db(const char *path) {
    sqlite3 *db;
    if (sqlite3_open(path, &db) != SQLITE_OK)
        harm_die(path, sqlite3_errmsg(db));
    sqlite3_exec(db,
                 "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE",
                 NULL, NULL, NULL);
    return db;
}

void harm_run(sqlite3 *db, const char *format, ...) {
    char sql[SQL_BYTES];
    va_list list;
    va_start(list, format);
    vsnprintf(sql, sizeof sql, format, list);
    va_end(list);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
}

static void must(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        harm_die(sql, sqlite3_errmsg(db));
}

long long harm_number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt;
    long long value = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
        sqlite3_step(stmt) == SQLITE_ROW)
        value = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return value;
}

static void copy_file(const char *from, const char *to) {
    static char buffer[1 << 20];
    int in = open(from, O_RDONLY), out = open(to, O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (in < 0 || out < 0)
        harm_die(to, "cannot be copied");
    for (ssize_t got; (got = read(in, buffer, sizeof buffer)) > 0;)
        if (write(out, buffer, (size_t)got) != got)
            harm_die(to, "cannot be written");
    close(in);
    close(out);
}

/* ---- the good one ---------------------------------------------------------------------------- */

void harm_base(const char *campus_pack, const char *base) {
    copy_file(campus_pack, base);
    sqlite3 *db = open_db(base);
    must(db, "CREATE TEMP TABLE off AS SELECT id FROM clip WHERE ord >= 2;"
             "DELETE FROM clip_cue WHERE clip IN off; DELETE FROM clip_told WHERE clip IN off; "
             "DELETE FROM clip_text WHERE clip IN off;"
             "DELETE FROM text WHERE owner IN (SELECT 'clip/' || id FROM off);"
             "UPDATE lab_machine SET clip = '' WHERE clip IN off;"
             "DELETE FROM clip WHERE id IN off;"
             "DELETE FROM clip_chunk WHERE id >> 16 >= 2;"
             "DELETE FROM search_word; DELETE FROM search_record"); /* it names them all */
    must(db, "DROP TABLE off; VACUUM");
    sqlite3_close(db);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

void harm_pages(HarmWork *w) {
    struct stat info;
    int fd = open(w->path, O_RDWR);
    if (fd < 0 || fstat(fd, &info) != 0)
        harm_die(w->path, "cannot be harmed");
    long pages = info.st_size / PACK_PAGE_BYTES;
    int hits = 1 + (int)harm_below(w, 8);
    unsigned kind = harm_below(w, 6);
    harm_say(w, "%d hits of kind %u", hits, kind);
    for (int i = 0; i < hits; i++) {
        /* heads of pages, with their cells' addresses, are hit as often as all the rest */
        long page = harm_below(w, (unsigned)pages),
             at = page * PACK_PAGE_BYTES + harm_below(w, harm_below(w, 2) ? 200 : PACK_PAGE_BYTES);
        unsigned char bytes[PACK_PAGE_BYTES];
        if (kind == 0 && i == 0 && ftruncate(fd, at) != 0)
            harm_die(w->path, "cannot be cut");
        if (kind == 1) { /* another page in its place */
            if (pread(fd, bytes, sizeof bytes,
                      (long)harm_below(w, (unsigned)pages) * PACK_PAGE_BYTES) > 0)
                (void)!pwrite(fd, bytes, sizeof bytes, page * PACK_PAGE_BYTES);
        } else if (kind < 4) {
            if (pread(fd, bytes, 1, at) == 1)
                bytes[0] ^= (unsigned char)(1u << harm_below(w, 8));
            (void)!pwrite(fd, bytes, 1, at);
        } else {
            size_t count = 1 + harm_below(w, kind == 4 ? 4 : 400);
            for (size_t b = 0; b < count; b++)
                bytes[b] = (unsigned char)(harm_below(w, 2) ? 0xFF : harm_below(w, 256));
            (void)!pwrite(fd, bytes, count, at);
        }
    }
    close(fd);
}

/* ---- the whole ------------------------------------------------------------------------------- */

void harm_make(const char *base, const char *path, Harm harm, char *how, size_t how_bytes) {
    static void (*const HARM[HARM_CLASS_COUNT])(HarmWork *) = {
        [HARM_PAGES] = harm_pages,       [HARM_SCHEMA] = harm_schema,
        [HARM_COLUMNS] = harm_columns,   [HARM_ROWS] = harm_rows,
        [HARM_PICTURES] = harm_pictures, [HARM_VIDEOS] = harm_videos,
        [HARM_CAPTIONS] = harm_captions};
    HarmWork w = {path,      NULL, harm.seed * 0x9E3779B97F4A7C15ULL + 88172645463325252u,
                  harm.turn, how,  how_bytes};
    how[0] = 0;
    copy_file(base, path);
    if (harm.what != HARM_PAGES)
        w.db = open_db(path);
    HARM[harm.what](&w);
    if (w.db)
        sqlite3_close(w.db);
}
