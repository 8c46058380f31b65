/* Rows into a pack that is being written. Not for others than the files that write packs. */
#pragma once

#include "base/error.h"
#include "content/record.h"
#include "tools/pack/meter.h"

#include <sqlite3.h>

typedef struct Writer {
    sqlite3 *db;
    bool failed;
    char why[160]; /* of the first failure; the later ones follow from it */
    Error film;    /* it cannot be copied; empty: it was not that */
    const LangList *lang;
    MeterLine *meter;
    sqlite3_stmt *stmt; /* of the last row, used again when the next one is of the same table */
    const char *table;
    sqlite3_stmt *text; /* of a row of the table text */
    Arena scratch;
} Writer;

/* One row: `types` has a letter a column, each taking what follows: i an int, r a double, t a
 * Slice, b a Slice as blob. */
void insert(Writer *w, const char *table, const char *types, ...);

/* The words of a field of the row `ord` of a table; a language that has none is left out. */
void insert_words(Writer *w, const char *table, int ord, const char *field, const LocalText *words);
void insert_said(Writer *w, const LangSaid *said); /* of the program itself */
void insert_name(Writer *w, const char *table, int ord, const PlanName *name);
/* A row whose columns are named, as those of content/plan.def are; one that is left out fails. */
void row_begin(Writer *w, const char *table, int columns, int ord);
void row_int(Writer *w, int column, int value);
void row_text(Writer *w, int column, Slice text); /* valid until row_end */
void row_blob(Writer *w, int column, Slice data); /* likewise */
void row_end(Writer *w);

/* After an answer of SQLite: what is not as it should be fails the whole, and its reason is kept.
 */
void writer_expect(Writer *w, int answer, int wanted);

void insert_end(Writer *w); /* after the last row */

/* A list of the pack with all that hangs on its records, as content.def has it. */
void insert_list(Writer *w, const Pack *pack, RecordId id);
