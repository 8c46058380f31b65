/* Tables as spreadsheets save them, row by row, from a file of any length: fields between
   semicolons, tabs or commas, whichever the first row has; quotes, a byte order mark, "sep=;", line
   ends of every system. Knows no columns by name. */
#pragma once

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct CsvRow {
    Slice *field; /* blanks taken off both ends; they live until the next row */
    int count;
    int number; /* of the row, from 1, as the spreadsheet counts */
} CsvRow;

typedef struct Csv {
    FILE *file;
    const char *path;
    char between;
    CsvRow row;
    char *bytes; /* of the row */
    int *end;    /* of each field in them */
    size_t size, used;
    int room;
} Csv;

/* False leaves nothing open and says why: not there, not a file, or UTF-16. */
bool csv_open(Csv *csv, const char *path, Error *error);

/* False after the last row or, with an error, when one is too long or a quote is never closed. */
bool csv_next(Csv *csv, Error *error);
bool csv_is_blank(const CsvRow *row); /* nothing but separators */
void csv_close(Csv *csv);
