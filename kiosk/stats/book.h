/* The statistics file: periods that are open, noised from their first moment, and periods that are released, once. The only code
   that writes it. Knows nothing of visits: it is handed numbers to add. */
#pragma once

#include "base/fault.h"
#include "stats/noise.h"
#include "stats/table.h"

#include <stdbool.h>

typedef struct Book Book;

/* What is to be added to one table: one number for each of its own keys. */
typedef struct Addition {
    Period period;
    int32_t *cell; /* NULL: nothing to add */
} Addition;

typedef struct BookSpec {
    const char *path;
    StatsDraw draw;
    Millis now;
    bool scratch; /* made-up numbers: no need to reach the disk */
} BookSpec;

/* A file that cannot be read is moved aside to PATH.unreadable-N. NULL, with the reason, when nothing can be written. `keys` and
   `lists` (the keys of each table, from table_keys) are borrowed. */
Book *book_open(BookSpec spec, const StatsKeys *keys, const KeyList lists[TABLE_COUNT], Fault *fault);
void book_close(Book *book);

/* One transaction: adds, releases what has ended, opens what has begun, forgets what is too old. All of it or nothing. A period
   that is already released takes nothing more. */
bool book_write(Book *book, const Addition addition[TABLE_COUNT], Millis now, Fault *fault);

/* What a counselor writes of a day, one text a day; empty takes it away. It goes with every export. */
bool book_note(Book *book, const char *day, Slice text, Fault *fault);

/* The released periods as a file of their own, whole or not at all. */
bool book_export(Book *book, const char *path, Fault *fault);
