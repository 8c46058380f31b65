#include "tools/stats/copy.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void flush(CopyIn *copy) {
    copy->good = copy->good && PQputCopyData(copy->server, copy->bytes, (int)copy->len) == 1;
    copy->len = 0;
}

static void put(CopyIn *copy, char c) {
    if (copy->len == sizeof copy->bytes)
        flush(copy);
    copy->bytes[copy->len++] = c;
}

static void put_all(CopyIn *copy, const char *text) {
    while (*text)
        put(copy, *text++);
}

static void begin_column(CopyIn *copy) {
    if (copy->in_row)
        put(copy, '\t');
    copy->in_row = true;
}

/* ---- columns --------------------------------------------------------------------------------- */

static void put_escaped(CopyIn *copy, char c) {
    static const char SPECIAL[] = "\\\n\r\t", LETTER[] = "\\nrt";
    const char *special = c ? strchr(SPECIAL, c) : NULL;
    if (special)
        put(copy, '\\');
    put(copy, special ? LETTER[special - SPECIAL] : c);
}

void copy_text(CopyIn *copy, const char *text, size_t len) {
    begin_column(copy);
    for (size_t i = 0; i < len; i++)
        put_escaped(copy, text[i]);
}

static int32_t little_endian(const unsigned char *b) {
    return (int32_t)(b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24);
}

void copy_cells(CopyIn *copy, const unsigned char *cell, int count) {
    char digits[16];
    begin_column(copy);
    put(copy, '{');
    for (int i = 0; i < count; i++) {
        snprintf(digits, sizeof digits, i ? ",%" PRId32 : "%" PRId32, little_endian(cell + 4 * i));
        put_all(copy, digits);
    }
    put(copy, '}');
}

/* ---- rows ------------------------------------------------------------------------------------ */

void copy_end_row(CopyIn *copy) {
    put(copy, '\n');
    copy->in_row = false;
}

void copy_begin(CopyIn *copy, PGconn *server, const char *table) {
    char sql[160];
    copy->server = server;
    copy->in_row = false;
    copy->len = 0;
    snprintf(sql, sizeof sql, "COPY %s FROM STDIN", table);
    PGresult *result = PQexec(server, sql);
    copy->good = PQresultStatus(result) == PGRES_COPY_IN;
    PQclear(result);
}

PGresult *copy_end(CopyIn *copy) {
    flush(copy);
    PQputCopyEnd(copy->server, NULL);
    PGresult *result = PQgetResult(copy->server), *after;
    while ((after = PQgetResult(copy->server)))
        PQclear(after);
    return result;
}
