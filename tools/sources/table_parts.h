/* What the files of table.h share. */
#pragma once

#include "tools/sources/table.h"

typedef struct TableReading {
    Report *report;
    Arena *arena;
    Table *table;
    bool failed;
} TableReading;

/* A row without anything in it is left out; false when there are too many. */
bool table_add_row(TableReading *r, const Slice *cell, int count, int number);
void table_fault(TableReading *r, int row, int column, const char *sentence);

void table_read_ods(TableReading *r);
