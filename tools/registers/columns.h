/* A table of somebody's register, row by row: its columns are found by the names that they have in
   the head, never by their place. */
#pragma once

#include "tools/sources/csv.h"
#include "tools/sources/report.h"

enum { COLUMNS_MAX = 24, COLUMNS_OPTIONAL = '?' };

typedef struct Columns {
    Csv csv;
    Report *report;
    Slice file;
    int place[COLUMNS_MAX]; /* of each wanted column in the row */
    int count;
} Columns;

/* `names`: NULL after the last; capitals and accents of the head do not matter; one that begins
   with COLUMNS_OPTIONAL may be missing, and its cells are empty then. False after a fault for each
   other that the head does not have, with the nearest that it has, or all. */
bool columns_open(Columns *columns, Report *report, Arena *arena, Slice file,
                  const char *const *names);
bool columns_has(Slice file, const char *name); /* in the head of that file */
bool columns_next(Columns *columns);
Slice columns_cell(const Columns *columns, int wanted); /* lives until the next row */
void columns_close(Columns *columns);
