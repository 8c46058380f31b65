#include "tools/pack/writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SQL_BYTES 512

/* Columns that a letter stands for. */
static int columns_of(char type) {
    return type == 'w' ? LANG_COUNT : type == 'n' ? 5 * LANG_COUNT : 1;
}

static void prepare(Writer *w, const char *table, const char *types) {
    char sql[SQL_BYTES];
    int columns = 0, len = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES(", table);
    for (const char *t = types; *t; t++)
        columns += columns_of(*t);
    for (int i = 0; i < columns; i++)
        len += snprintf(sql + len, sizeof sql - (size_t)len, i ? ",?" : "?");
    snprintf(sql + len, sizeof sql - (size_t)len, ")");
    insert_end(w);
    w->failed |= sqlite3_prepare_v2(w->db, sql, -1, &w->stmt, NULL) != SQLITE_OK;
    w->table = table;
}

static void bind_text(sqlite3_stmt *stmt, int at, Slice text) {
    sqlite3_bind_text(stmt, at, text.at ? text.at : "", text.len, SQLITE_STATIC);
}

static void bind_words(sqlite3_stmt *stmt, int at, Words words) {
    for (int lang = 0; lang < LANG_COUNT; lang++)
        bind_text(stmt, at + lang, words.in[lang]);
}

static void bind_name(sqlite3_stmt *stmt, int at, PlanName name) {
    const Words forms[] = {name.plain, name.the, name.of, name.to, name.at};
    for (int i = 0; i < 5; i++)
        bind_words(stmt, at + i * LANG_COUNT, forms[i]);
}

void insert(Writer *w, const char *table, const char *types, ...) {
    if (!w->table || strcmp(w->table, table) != 0)
        prepare(w, table, types);
    va_list list;
    va_start(list, types);
    int at = 1;
    for (const char *t = types; *t; at += columns_of(*t++)) {
        if (*t == 'i') {
            sqlite3_bind_int(w->stmt, at, va_arg(list, int));
        } else if (*t == 'r') {
            sqlite3_bind_double(w->stmt, at, va_arg(list, double));
        } else if (*t == 't') {
            bind_text(w->stmt, at, va_arg(list, Slice));
        } else if (*t == 'b') {
            Slice data = va_arg(list, Slice);
            sqlite3_bind_blob(w->stmt, at, data.at ? data.at : "", data.len, SQLITE_STATIC);
        } else if (*t == 'n') {
            bind_name(w->stmt, at, va_arg(list, PlanName));
        } else {
            bind_words(w->stmt, at, va_arg(list, Words));
        }
    }
    va_end(list);
    w->failed |= sqlite3_step(w->stmt) != SQLITE_DONE;
    sqlite3_reset(w->stmt);
}

void insert_end(Writer *w) {
    sqlite3_finalize(w->stmt);
    w->stmt = NULL;
    w->table = NULL;
}
