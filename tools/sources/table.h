/* One sheet of cells, from a .csv or an .ods file, whatever it means. What cannot be a table of
   records (cells that are merged, signs that are no UTF-8) is said with row and column. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

enum { TABLE_ROWS_MAX = 20000, TABLE_COLUMNS_MAX = 400 };

typedef struct TableRow {
    Slice *cell; /* blanks taken off both ends; dates are 2026-11-28 where the file says so */
    int count;
    int number; /* as the spreadsheet counts, from 1 */
} TableRow;

typedef struct Table {
    Slice file;
    TableRow *row; /* those with something in them */
    int count, room;
} Table;

/* False after a fault in the report. */
bool table_read(Report *report, Arena *arena, Slice file, Table *table);

/* "A", "B"… "AA": what a spreadsheet calls a column from 0. It lives in the arena. */
Slice table_column(Arena *arena, int column);

Slice table_cell(const TableRow *row, int column); /* empty where there is none */
