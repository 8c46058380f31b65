/* Harms what SQLite keeps: the schema, every column, rows. */
#include "soak/harm_parts.h"

#include <stdio.h>
#include <string.h>

#define SQL_BYTES 4096
#define COLUMNS_MAX 512
#define FILL_BYTES (60 << 20)

typedef struct Column {
    char table[32], name[32], type[16];
} Column;

/* ---- the schema ------------------------------------------------------------------------------ */

static void table_of(HarmWork *w, char name[32]) {
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(
        w->db, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name LIMIT 1 OFFSET ?",
        -1, &stmt, NULL);
    sqlite3_bind_int(
        stmt, 1,
        (int)harm_below(w, (unsigned)harm_number(
                               w->db, "SELECT count(*) FROM sqlite_schema WHERE type='table'")));
    if (sqlite3_step(stmt) == SQLITE_ROW)
        snprintf(name, 32, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
}

void harm_schema(HarmWork *w) {
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
    harm_say(w, "schema %u of %s", how, table);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    char sql[SQL_BYTES];
    snprintf(sql, sizeof sql, HOW[how], table, harm_below(w, 300));
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
static const char *bad_value(HarmWork *w, const char *type) {
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
#define ONE_OF(list) list[harm_below(w, sizeof list / sizeof *list)]
    if (strcmp(type, "INTEGER") == 0)
        return ONE_OF(INTEGERS);
    if (strcmp(type, "REAL") == 0)
        return ONE_OF(REALS);
    return strcmp(type, "BLOB") == 0 ? ONE_OF(BLOBS) : ONE_OF(TEXTS);
#undef ONE_OF
}

static void harm_column(HarmWork *w, const Column *c) {
    char value[512], where[160] = "", count[80];
    const char *form = bad_value(w, c->type);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(value, sizeof value, form, c->name);
#pragma GCC diagnostic pop
    snprintf(count, sizeof count, "SELECT count(*) FROM %s", c->table);
    if (harm_below(w, 3)) /* else all of them */
        snprintf(where, sizeof where, " WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %u)",
                 c->table, harm_below(w, (unsigned)harm_number(w->db, count)));
    harm_say(w, "UPDATE %s SET %s = %s%s", c->table, c->name, value, where);
    harm_run(w->db, "UPDATE OR IGNORE %s SET %s = %s%s", c->table, c->name, value, where);
}

void harm_columns(HarmWork *w) {
    static Column column[COLUMNS_MAX];
    int count = list_columns(w->db, column);
    harm_column(w, &column[w->turn % count]);
}

void harm_captions(HarmWork *w) {
    static Column column[COLUMNS_MAX], caption[COLUMNS_MAX];
    int count = list_columns(w->db, column), captions = 0;
    for (int i = 0; i < count; i++)
        if (strcmp(column[i].table, "clip_cue") == 0 || strcmp(column[i].table, "clip_text") == 0)
            caption[captions++] = column[i];
    for (int hits = 1 + (int)harm_below(w, 3); hits; hits--)
        harm_column(w, &caption[harm_below(w, (unsigned)captions)]);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* As many copies of a row as fill the file, its keys counted on. */
static void fill(HarmWork *w, const char *table, long rows) {
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
    harm_run(
        w->db,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %ld) INSERT OR "
        "IGNORE INTO %s"
        " SELECT %s FROM n, (SELECT * FROM %s LIMIT 1 OFFSET %u)",
        rows, table, list, table, harm_below(w, 3));
}

void harm_rows(HarmWork *w) {
    static const long MANY[] = {1, 10, 100, 1000, 20000};
    char table[32] = "", size[192];
    table_of(w, table);
    snprintf(size, sizeof size,
             "SELECT CAST(sum(pgsize) AS INT) / max(1, (SELECT count(*) FROM %s)) FROM dbstat "
             "WHERE name='%s'",
             table, table);
    long long row = harm_number(w->db, size);
    long fills = FILL_BYTES / (long)(row > 60 ? row : 60);
    switch (harm_below(w, 6)) {
    case 0:
        harm_say(w, "DELETE FROM %s", table);
        harm_run(w->db, "DELETE FROM %s", table);
        return;
    case 1:
        harm_say(w, "half of %s deleted", table);
        harm_run(w->db, "DELETE FROM %s WHERE rowid %% 2", table);
        return;
    case 2:
        harm_say(w, "one row of %s deleted", table);
        harm_run(w->db, "DELETE FROM %s WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %u)",
                 table, table, harm_below(w, 20));
        return;
    case 3:
        harm_say(w, "%s filled with %ld rows", table, fills);
        fill(w, table, fills);
        return;
    default:
        fills = MANY[harm_below(w, sizeof MANY / sizeof *MANY)];
        harm_say(w, "%ld more rows of %s", fills, table);
        fill(w, table, fills);
    }
}
