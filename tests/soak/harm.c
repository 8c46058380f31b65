#include "soak/harm.h"

#include "content/pack.h"
#include "content/schema.h"

#include <SDL2/SDL_image.h>
#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SQL_BYTES 4096
#define COLUMNS_MAX 512
#define FILL_BYTES (60 << 20)

typedef struct Column {
    char table[32], name[32], type[16];
} Column;

typedef struct Work {
    const char *path;
    sqlite3 *db;
    uint64_t random;
    int turn;
    char *how;
    size_t how_bytes;
} Work;

/* ---- chance and SQL -------------------------------------------------------------------------- */

/* xorshift64*: the same mutants everywhere. */
static unsigned below(Work *w, unsigned bound) {
    w->random ^= w->random >> 12, w->random ^= w->random << 25, w->random ^= w->random >> 27;
    return (unsigned)((w->random * 0x2545F4914F6CDD1DULL) >> 33) % (bound ? bound : 1);
}

static void die(const char *what, const char *why) {
    fprintf(stderr, "pack_mutants: %s: %s\n", what, why);
    exit(2);
}

static void say(Work *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(Work *w, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(w->how, w->how_bytes, format, list);
    va_end(list);
}

static sqlite3 *open_db(const char *path) {
    sqlite3 *db;
    if (sqlite3_open(path, &db) != SQLITE_OK)
        die(path, sqlite3_errmsg(db));
    sqlite3_exec(db,
                 "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE",
                 NULL, NULL, NULL);
    return db;
}

/* What the tables refuse has harmed nothing: the pack is then as it was. */
static void run(sqlite3 *db, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void run(sqlite3 *db, const char *format, ...) {
    char sql[SQL_BYTES];
    va_list list;
    va_start(list, format);
    vsnprintf(sql, sizeof sql, format, list);
    va_end(list);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
}

static void must(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        die(sql, sqlite3_errmsg(db));
}

static long long number(sqlite3 *db, const char *sql) {
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
        die(to, "cannot be copied");
    for (ssize_t got; (got = read(in, buffer, sizeof buffer)) > 0;)
        if (write(out, buffer, (size_t)got) != got)
            die(to, "cannot be written");
    close(in);
    close(out);
}

/* ---- the good one ---------------------------------------------------------------------------- */

void harm_base(const char *campus_pack, const char *base) {
    copy_file(campus_pack, base);
    sqlite3 *db = open_db(base);
    must(db, "CREATE TEMP TABLE gone AS SELECT id FROM trade WHERE ord >= 8");
    must(db,
         "DELETE FROM trade WHERE id IN gone; DELETE FROM trade_fact WHERE trade IN gone; DELETE "
         "FROM trade_point WHERE trade IN gone;"
         "DELETE FROM trade_way WHERE trade IN gone; DELETE FROM trade_weight WHERE trade IN gone;"
         "DELETE FROM trade_moment WHERE trade IN gone;"
         "DELETE FROM trade_related WHERE trade IN gone OR other IN gone; DELETE FROM space_trade "
         "WHERE trade IN gone;"
         "DELETE FROM topic_block WHERE target LIKE 'trade/%' AND substr(target, 7) IN gone;"
         "DELETE FROM family WHERE id NOT IN (SELECT family FROM trade)");
    must(db, "UPDATE clip SET trade = (SELECT id FROM trade WHERE ord=0) WHERE trade IN gone");
    must(db, "CREATE TEMP TABLE off AS SELECT id FROM clip WHERE ord >= 2;"
             "DELETE FROM clip_cue WHERE clip IN off; DELETE FROM clip_told WHERE clip IN off; "
             "DELETE FROM clip_text WHERE clip IN off; "
             "DELETE FROM clip WHERE id IN off;"
             "DELETE FROM clip_chunk WHERE id >> 16 >= 2");
    must(db, "DELETE FROM picture WHERE id NOT IN (SELECT picture FROM trade UNION SELECT picture "
             "FROM item UNION SELECT poster FROM clip UNION SELECT picture FROM trade_moment)");
    must(db, "DROP TABLE gone; DROP TABLE off; VACUUM");
    sqlite3_close(db);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static void harm_pages(Work *w) {
    struct stat info;
    int fd = open(w->path, O_RDWR);
    if (fd < 0 || fstat(fd, &info) != 0)
        die(w->path, "cannot be harmed");
    long pages = info.st_size / PACK_PAGE_BYTES;
    int hits = 1 + (int)below(w, 8);
    unsigned kind = below(w, 6);
    say(w, "%d hits of kind %u", hits, kind);
    for (int i = 0; i < hits; i++) {
        /* heads of pages, with their cells' addresses, are hit as often as all the rest */
        long page = below(w, (unsigned)pages),
             at = page * PACK_PAGE_BYTES + below(w, below(w, 2) ? 200 : PACK_PAGE_BYTES);
        unsigned char bytes[PACK_PAGE_BYTES];
        if (kind == 0 && i == 0 && ftruncate(fd, at) != 0)
            die(w->path, "cannot be cut");
        if (kind == 1) { /* another page in its place */
            if (pread(fd, bytes, sizeof bytes, (long)below(w, (unsigned)pages) * PACK_PAGE_BYTES) >
                0)
                (void)!pwrite(fd, bytes, sizeof bytes, page * PACK_PAGE_BYTES);
        } else if (kind < 4) {
            if (pread(fd, bytes, 1, at) == 1)
                bytes[0] ^= (unsigned char)(1u << below(w, 8));
            (void)!pwrite(fd, bytes, 1, at);
        } else {
            size_t count = 1 + below(w, kind == 4 ? 4 : 400);
            for (size_t b = 0; b < count; b++)
                bytes[b] = (unsigned char)(below(w, 2) ? 0xFF : below(w, 256));
            (void)!pwrite(fd, bytes, count, at);
        }
    }
    close(fd);
}

/* ---- the schema ------------------------------------------------------------------------------ */

static void table_of(Work *w, char name[32]) {
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(
        w->db, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name LIMIT 1 OFFSET ?",
        -1, &stmt, NULL);
    sqlite3_bind_int(
        stmt, 1,
        (int)below(
            w, (unsigned)number(w->db, "SELECT count(*) FROM sqlite_schema WHERE type='table'")));
    if (sqlite3_step(stmt) == SQLITE_ROW)
        snprintf(name, 32, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
}

static void harm_schema(Work *w) {
    static const char *const HOW[] = {
        "DROP TABLE %1$s",
        "CREATE VIEW more AS SELECT * FROM %1$s",
        "ALTER TABLE %1$s RENAME TO other; CREATE VIEW %1$s AS SELECT * FROM other",
        "ALTER TABLE %1$s RENAME TO o; CREATE VIEW %1$s AS WITH RECURSIVE n(i) AS (SELECT 1 UNION "
        "ALL SELECT 1 FROM n) SELECT i FROM n",
        "CREATE TRIGGER t AFTER INSERT ON %1$s BEGIN DELETE FROM %1$s; END",
        "ALTER TABLE %1$s ADD COLUMN more TEXT",
        "ALTER TABLE %1$s ADD COLUMN more TEXT GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL",
        "CREATE TABLE more AS SELECT * FROM %1$s",
        "CREATE INDEX more ON %1$s(rowid)",
        "CREATE VIRTUAL TABLE more USING fts5(x)",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, 'TEXT', 'BLOB') "
        "WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=sql || ' ' WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=NULL WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=%2$u WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET name='x', tbl_name='x' WHERE "
        "name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET type='view' WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=printf('%%.*c', 3000000, 'x') "
        "WHERE name='%1$s'",
        "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT type, name, tbl_name, "
        "rootpage, sql FROM sqlite_schema WHERE name='%1$s'",
        "PRAGMA user_version=%2$u",
        "PRAGMA application_id=%2$u",
        "PRAGMA page_size=4096; VACUUM",
        "PRAGMA encoding='UTF-16'; PRAGMA page_size=1024; VACUUM",
        "PRAGMA auto_vacuum=FULL; VACUUM",
        "PRAGMA journal_mode=WAL",
    };
    char table[32] = "";
    table_of(w, table);
    unsigned how = (unsigned)w->turn % (sizeof HOW / sizeof *HOW);
    say(w, "schema %u of %s", how, table);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    char sql[SQL_BYTES];
    snprintf(sql, sizeof sql, HOW[how], table, below(w, 300));
#pragma GCC diagnostic pop
    sqlite3_exec(w->db, sql, NULL, NULL, NULL);
}

/* ---- columns --------------------------------------------------------------------------------- */

static int list_columns(sqlite3 *db, Column column[COLUMNS_MAX]) {
    sqlite3_stmt *stmt;
    int count = 0;
    sqlite3_prepare_v2(db,
                       "SELECT s.name, c.name, c.type FROM sqlite_schema s, "
                       "pragma_table_info(s.name) c WHERE s.type='table'"
                       " ORDER BY 1, c.cid",
                       -1, &stmt, NULL);
    while (sqlite3_step(stmt) == SQLITE_ROW && count < COLUMNS_MAX) {
        Column *c = &column[count++];
        snprintf(c->table, sizeof c->table, "%s", (const char *)sqlite3_column_text(stmt, 0));
        snprintf(c->name, sizeof c->name, "%s", (const char *)sqlite3_column_text(stmt, 1));
        snprintf(c->type, sizeof c->type, "%s", (const char *)sqlite3_column_text(stmt, 2));
    }
    sqlite3_finalize(stmt);
    return count;
}

/* An SQL expression that is bad, or just unusual, for a column of that type; %s is the column
   itself. */
static const char *bad_value(Work *w, const char *type) {
    static const char *const INTEGERS[] = {"-1",
                                           "0",
                                           "1",
                                           "-%1$s",
                                           "%1$s + 1",
                                           "%1$s - 1",
                                           "2147483647",
                                           "-2147483648",
                                           "9223372036854775807",
                                           "-9223372036854775807",
                                           "100000000",
                                           "-100000000",
                                           "99999999",
                                           "255",
                                           "65536",
                                           "%1$s * 1000"};
    static const char *const REALS[] = {"-1.0",   "0.0", "9e999",     "-9e999", "1e308",
                                        "1e-320", "7.0", "%1$s * 10", "-%1$s",  "0.0101"};
    static const char *const TEXTS[] = {"''",
                                        "' '",
                                        "printf('%%.*c', 4000, 'x')",
                                        "printf('%%.*c', 4001, 'x')",
                                        "printf('%%.*c', 300000, 'x')",
                                        "replace(hex(zeroblob(400)), '0', 'é ')",
                                        "replace(hex(zeroblob(600)), '00', 'W')",
                                        "CAST(x'C3' AS TEXT)",
                                        "CAST(x'610062' AS TEXT)",
                                        "CAST(x'F48FBFBF' AS TEXT)",
                                        "char(8238) || %1$s",
                                        "char(9, 10, 13)",
                                        "%1$s || char(769, 769, 769, 769, 769)",
                                        "replace(hex(zeroblob(300)), '00', char(769))",
                                        "char(128512, 8205, 128512)",
                                        "'%%s%%n%%d'",
                                        "'../../etc/passwd'",
                                        "'9999-99-99'",
                                        "'0001-01-01'",
                                        "'9999-12-31T23:59'",
                                        "'2026-02-30'",
                                        "upper(%1$s)",
                                        "substr(%1$s, 2)",
                                        "%1$s || %1$s",
                                        "'مرحبا بالعالم'",
                                        "'quiz'",
                                        "'soudage'"};
    static const char *const BLOBS[] = {"x''",
                                        "x'00'",
                                        "zeroblob(20)",
                                        "zeroblob(1000)",
                                        "zeroblob(3000000)",
                                        "substr(%1$s, 5)",
                                        "substr(%1$s, 1, length(%1$s) / 2)",
                                        "CAST(%1$s || %1$s AS BLOB)",
                                        "CAST(%1$s || x'00' AS BLOB)",
                                        "randomblob(length(%1$s))",
                                        "x'FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFF7F'"};
#define ONE_OF(list) list[below(w, sizeof list / sizeof *list)]
    if (strcmp(type, "INTEGER") == 0)
        return ONE_OF(INTEGERS);
    if (strcmp(type, "REAL") == 0)
        return ONE_OF(REALS);
    return strcmp(type, "BLOB") == 0 ? ONE_OF(BLOBS) : ONE_OF(TEXTS);
#undef ONE_OF
}

static void harm_column(Work *w, const Column *c) {
    char value[512], where[160] = "", count[80];
    const char *form = bad_value(w, c->type);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(value, sizeof value, form, c->name);
#pragma GCC diagnostic pop
    snprintf(count, sizeof count, "SELECT count(*) FROM %s", c->table);
    if (below(w, 3)) /* else all of them */
        snprintf(where, sizeof where, " WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %u)",
                 c->table, below(w, (unsigned)number(w->db, count)));
    say(w, "UPDATE %s SET %s = %s%s", c->table, c->name, value, where);
    run(w->db, "UPDATE OR IGNORE %s SET %s = %s%s", c->table, c->name, value, where);
}

static void harm_columns(Work *w) {
    static Column column[COLUMNS_MAX];
    int count = list_columns(w->db, column);
    harm_column(w, &column[w->turn % count]);
}

static void harm_captions(Work *w) {
    static Column column[COLUMNS_MAX], caption[COLUMNS_MAX];
    int count = list_columns(w->db, column), captions = 0;
    for (int i = 0; i < count; i++)
        if (strcmp(column[i].table, "clip_cue") == 0 || strcmp(column[i].table, "clip_text") == 0)
            caption[captions++] = column[i];
    for (int hits = 1 + (int)below(w, 3); hits; hits--)
        harm_column(w, &caption[below(w, (unsigned)captions)]);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* As many copies of a row as fill the file, its keys counted on. */
static void fill(Work *w, const char *table, long rows) {
    static Column column[COLUMNS_MAX];
    char list[2048] = "";
    int count = list_columns(w->db, column);
    for (int i = 0; i < count; i++) {
        const Column *c = &column[i];
        if (strcmp(c->table, table) != 0)
            continue;
        bool key = strcmp(c->name, "ord") == 0 || strcmp(c->name, "a") == 0 ||
                   (strcmp(c->name, "id") == 0 && c->type[0] == 'I');
        bool id = strcmp(c->name, "id") == 0 && c->type[0] == 'T';
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s%s", *list ? ", " : "",
                 c->name,
                 key  ? " + 1000 + i"
                 : id ? " || i"
                      : "");
    }
    run(w->db,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %ld) INSERT OR "
        "IGNORE INTO %s"
        " SELECT %s FROM n, (SELECT * FROM %s LIMIT 1 OFFSET %u)",
        rows, table, list, table, below(w, 3));
}

static void harm_rows(Work *w) {
    static const long MANY[] = {1, 10, 100, 1000, 20000};
    char table[32] = "", size[192];
    table_of(w, table);
    snprintf(size, sizeof size,
             "SELECT CAST(sum(pgsize) AS INT) / max(1, (SELECT count(*) FROM %s)) FROM dbstat "
             "WHERE name='%s'",
             table, table);
    long long row = number(w->db, size);
    long fills = FILL_BYTES / (long)(row > 60 ? row : 60);
    switch (below(w, 6)) {
    case 0:
        say(w, "DELETE FROM %s", table);
        run(w->db, "DELETE FROM %s", table);
        return;
    case 1:
        say(w, "half of %s deleted", table);
        run(w->db, "DELETE FROM %s WHERE rowid %% 2", table);
        return;
    case 2:
        say(w, "one row of %s deleted", table);
        run(w->db, "DELETE FROM %s WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %u)", table,
            table, below(w, 20));
        return;
    case 3:
        say(w, "%s filled with %ld rows", table, fills);
        fill(w, table, fills);
        return;
    default:
        fills = MANY[below(w, sizeof MANY / sizeof *MANY)];
        say(w, "%ld more rows of %s", fills, table);
        fill(w, table, fills);
    }
}

/* ---- pictures -------------------------------------------------------------------------------- */

static int sample(Work *w, int kind, unsigned char *bytes, int most, int *width, int *height) {
    *width = 40 + (int)below(w, 300), *height = 40 + (int)below(w, 200);
    if (*width > 8 * *height || below(w, 20) == 0)
        *width = 4000, *height = 3900;
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(
        0, *width, *height, 24, kind == 2 ? SDL_PIXELFORMAT_BGR24 : SDL_PIXELFORMAT_RGB24);
    SDL_RWops *to = SDL_RWFromMem(bytes, most);
    SDL_Rect half = {*width / 4, *height / 4, *width / 2, *height / 2};
    SDL_FillRect(s, &half, below(w, 1 << 24));
    if (kind == 0 ? IMG_SavePNG_RW(s, to, 0) : IMG_SaveJPG_RW(s, to, 0, 80))
        die("a sample picture", SDL_GetError());
    int size = (int)SDL_RWtell(to);
    SDL_RWclose(to);
    SDL_FreeSurface(s);
    return size;
}

static void harm_bytes(Work *w, unsigned char *bytes, int *size) {
    for (int hits = (int)below(w, 6); hits && *size > 8; hits--) {
        int at = (int)below(w, (unsigned)(below(w, 2) && *size > 80 ? 80 : *size)),
            kind = (int)below(w, 8);
        if (kind == 0)
            *size = at + 1;
        else if (kind < 4)
            bytes[at] ^= (unsigned char)(1u << below(w, 8));
        else if (kind < 6)
            bytes[at] = (unsigned char)below(w, 256);
        else
            for (int i = at; i < at + 4 && i < *size; i++)
                bytes[i] = 0xFF;
    }
}

/* A drawing of random elements with random numbers, some of them far out. */
static int scribble(Work *w, unsigned char *bytes, size_t most) {
    static const char *const SHAPE[] = {"<path d='M%s %sL%s %sQ%s %s 9 9T%s %sA%s 9 0 1 0 %s 9z' ",
                                        "<rect x='%s' y='%s' width='%s' height='%s' rx='%s' ",
                                        "<circle cx='%s' cy='%s' r='%s' ",
                                        "<ellipse cx='%s' cy='%s' rx='%s' ry='%s' ",
                                        "<polyline points='%s,%s %s,%s %s,%s' ",
                                        "<g transform='matrix(%s %s %s %s %s %s)' ",
                                        "<g transform='rotate(%s) scale(%s) skewX(%s)' ",
                                        "<line x1='%s' y1='%s' x2='%s' "};
    static const char *const NUMBER[] = {"0",   "1",      "3.5",  "99",     "-40", "960",
                                         "1e5", "-99999", "1e-9", "999999", "1e7", "1e38",
                                         "nan", "50%",    "3em",  "-",      ""};
    char *at = (char *)bytes, *end = at + most - 600;
    int open = 0;
    at += sprintf(at, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='%s %s 300 200'>",
                  NUMBER[below(w, 6)], NUMBER[below(w, 6)]);
    for (int shapes = 1 + (int)below(w, 300); shapes && at < end; shapes--) {
        const char *n[12], *form = SHAPE[below(w, sizeof SHAPE / sizeof *SHAPE)];
        for (int i = 0; i < 12; i++)
            n[i] = NUMBER[below(w, below(w, 4) ? 10 : sizeof NUMBER / sizeof *NUMBER)];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        at += sprintf(at, form, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
#pragma GCC diagnostic pop
        at += sprintf(at,
                      "stroke='#0B4A7F' stroke-width='%s' stroke-dasharray='%s %s' "
                      "stroke-linejoin='round' opacity='%s'%s>",
                      n[10], n[11], NUMBER[below(w, 8)], NUMBER[below(w, 3)],
                      form[1] == 'g' ? "" : "/");
        open += form[1] == 'g';
    }
    while (open-- > 0 && at < end + 500)
        at += sprintf(at, "</g>");
    at += sprintf(at, "</svg>");
    return (int)(at - (char *)bytes);
}

static int own_drawing(Work *w, unsigned char *bytes, int most) {
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(w->db, "SELECT data FROM picture WHERE kind='svg' LIMIT 1 OFFSET ?", -1,
                       &stmt, NULL);
    sqlite3_bind_int(stmt, 1, (int)below(w, 60));
    int size = sqlite3_step(stmt) == SQLITE_ROW ? sqlite3_column_bytes(stmt, 0) : 0;
    size = size < most ? size : most;
    if (size)
        memcpy(bytes, sqlite3_column_blob(stmt, 0), (size_t)size);
    sqlite3_finalize(stmt);
    return size;
}

static void harm_pictures(Work *w) {
    static unsigned char bytes[3 << 20];
    static const char *const KIND[] = {"png", "jpeg", "svg", "scribble"};
    int kind = (int)below(w, 4), width = 960, height = 640;
    int size = kind < 2    ? sample(w, kind, bytes, sizeof bytes, &width, &height)
               : kind == 2 ? own_drawing(w, bytes, sizeof bytes)
                           : scribble(w, bytes, 400000);
    if (kind == 3)
        width = 300, height = 200;
    if (kind < 3)
        harm_bytes(w, bytes, &size);
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(w->db,
                       "UPDATE picture SET data=?, width=?, height=? WHERE ord = (SELECT ord FROM "
                       "picture LIMIT 1 OFFSET ?)",
                       -1, &stmt, NULL);
    sqlite3_bind_blob(stmt, 1, bytes, size, SQLITE_STATIC);
    sqlite3_bind_int(stmt, 2, below(w, 20) ? width : 1 + (int)below(w, 20000));
    sqlite3_bind_int(stmt, 3, below(w, 20) ? height : 1 + (int)below(w, 20000));
    sqlite3_bind_int(stmt, 4, (int)below(w, 8));
    sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    say(w, "%s of %d bytes, %d x %d", KIND[kind], size, width, height);
}

/* ---- films ----------------------------------------------------------------------------------- */

static void harm_videos(Work *w) {
    sqlite3_stmt *stmt;
    static unsigned char bytes[CHUNK_BYTES];
    int rows = (int)number(w->db, "SELECT count(*) FROM clip_chunk");
    sqlite3_prepare_v2(w->db, "SELECT id, data FROM clip_chunk LIMIT 1 OFFSET ?", -1, &stmt, NULL);
    sqlite3_bind_int(stmt, 1, (int)below(w, (unsigned)rows));
    if (sqlite3_step(stmt) != SQLITE_ROW)
        die("clip_chunk", "no rows");
    long long id = sqlite3_column_int64(stmt, 0);
    int size = sqlite3_column_bytes(stmt, 1), whole = size;
    memcpy(bytes, sqlite3_column_blob(stmt, 1), (size_t)size);
    sqlite3_finalize(stmt);
    for (int i = 1 + (int)below(w, 4); i; i--)
        harm_bytes(w, bytes, &size);
    bool cut = below(w, 4) == 0, honest = below(w, 8) != 0;
    size = cut ? size : whole;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, (unsigned long long)size);
    sqlite3_prepare_v2(w->db, "UPDATE clip_chunk SET data=?, sha256=iif(?, ?, sha256) WHERE id=?",
                       -1, &stmt, NULL);
    sqlite3_bind_blob(stmt, 1, bytes, size, SQLITE_STATIC);
    sqlite3_bind_int(stmt, 2, honest);
    sqlite3_bind_blob(stmt, 3, hash, sizeof hash, SQLITE_STATIC);
    sqlite3_bind_int64(stmt, 4, id);
    sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    say(w, "chunk %lld of %d bytes%s%s", id, size, cut ? ", cut" : "",
        honest ? "" : ", with the wrong hash");
}

/* ---- the whole ------------------------------------------------------------------------------- */

void harm_make(const char *base, const char *path, Harm harm, char *how, size_t how_bytes) {
    static void (*const HARM[HARM_CLASS_COUNT])(Work *) = {
        [HARM_PAGES] = harm_pages,       [HARM_SCHEMA] = harm_schema,
        [HARM_COLUMNS] = harm_columns,   [HARM_ROWS] = harm_rows,
        [HARM_PICTURES] = harm_pictures, [HARM_VIDEOS] = harm_videos,
        [HARM_CAPTIONS] = harm_captions};
    Work w = {path,      NULL, harm.seed * 0x9E3779B97F4A7C15ULL + 88172645463325252u,
              harm.turn, how,  how_bytes};
    how[0] = 0;
    copy_file(base, path);
    if (harm.what != HARM_PAGES)
        w.db = open_db(path);
    HARM[harm.what](&w);
    if (w.db)
        sqlite3_close(w.db);
}
