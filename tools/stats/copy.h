/* Rows on their way into a table of a PostgreSQL server, in the text form of COPY ("COPY", File
   Formats, PostgreSQL 15). Knows no statistics. */
#pragma once

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct CopyIn {
    PGconn *server;
    bool good, in_row;
    size_t len;
    char bytes[65536];
} CopyIn;

/* `table` with its columns, as SQL. After a failure everything else is a no-op until copy_end. */
void copy_begin(CopyIn *copy, PGconn *server, const char *table);

/* The next column of a row: text in UTF-8, a number, or an array of 32-bit little-endian ones. */
void copy_text(CopyIn *copy, const char *text, size_t len);
void copy_cells(CopyIn *copy, const unsigned char *cell, int count);

void copy_end_row(CopyIn *copy);

/* The server's answer, to be cleared: PGRES_COMMAND_OK when all rows are in. */
PGresult *copy_end(CopyIn *copy);
