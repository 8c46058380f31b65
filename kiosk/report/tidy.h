/* The figures as tables that a spreadsheet can pivot: one table a subject, one row a period and
   key, the same columns everywhere. Knows no file format. */
#pragma once

#include "report/graph.h"

enum { TIDY_COLUMNS = 10, TIDY_TABLES = 40 };

/* A number that may be missing. */
typedef struct TidyNumber {
    int64_t n;
    bool there;
} TidyNumber;

typedef struct TidyRow {
    Slice kind, from, to, key, label; /* from and to: ISO 8601, the last day included */
    TidyNumber value, low, high;
    bool masked;
    Slice kiosk;
} TidyRow;

typedef struct TidyTable {
    const char *subject; /* name of its file */
    Slice title;
    TidyRow *row;
    int row_count, room;
} TidyTable;

typedef struct Tidy {
    TidyTable table[TIDY_TABLES];
    int table_count;
} Tidy;

/* All kiosks together; `apart`: a row for each kiosk instead. In either, rows of one kind of period
 * never overlap. */
Tidy tidy_of(const Figures *figures, bool apart, Lang lang, Arena *arena);

Slice tidy_column(Lang lang, int column);

/* The word for the kind of a span, as it stands in the column. */
Slice tidy_kind(Lang lang, SpanName name);
Slice tidy_step(Lang lang, PeriodKind kind);
