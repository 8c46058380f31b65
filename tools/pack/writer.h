/* Rows into a pack that is being written. Not for others than the files that write packs. */
#pragma once

#include "content/record.h"

#include <sqlite3.h>

typedef struct Writer {
    sqlite3 *db;
    bool failed;
    sqlite3_stmt *stmt;  /* of the last row, used again when the next one is of the same table */
    const char *table;
} Writer;

/* One row: `types` has a letter a column, each taking what follows: i an int, r a double, t a Slice, w Words (two columns),
   n a PlanName (ten columns), b a Slice as blob. */
void insert(Writer *w, const char *table, const char *types, ...);
void insert_end(Writer *w); /* after the last row */

/* A list of the pack with all that hangs on its records, as content.def has it. */
void insert_list(Writer *w, const Pack *pack, RecordId id);
