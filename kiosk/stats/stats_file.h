/* The statistics file: periods that are open, noised from their first moment, and periods that are
   released, once. The only code that writes it. Knows nothing of visits: it is handed numbers to
   add. */
#pragma once

#include "base/error.h"
#include "stats/stats_trouble.h"
#include "stats/noise.h"
#include "stats/table.h"

#include <stdbool.h>

typedef struct StatsFile StatsFile;

/* What is to be added to one table in one period: a number for each of the table's own keys. */
typedef struct Addition {
    TableId table;
    Period period;
    const int32_t *cell;
} Addition;

typedef struct StatsFileSpec {
    const char *path; /* borrowed */
    StatsDraw draw;
    Millis now;
    bool scratch;        /* made-up numbers: no need to reach the disk */
    atomic_uint *events; /* a bit is set for each StatsEvent that happens */
} StatsFileSpec;

/* Opens the file or makes it. A damaged one is moved aside to PATH.unreadable-N first. NULL, with
   the trouble and the reason, when there is nothing to write into now. `keys` and `lists` (the
   keys of each table, from table_keys) are borrowed. */
StatsFile *stats_file_open(StatsFileSpec spec, const StatsKeys *keys,
                           const KeyList lists[TABLE_COUNT], StatsTrouble *trouble, Error *error);
void stats_file_close(StatsFile *stats_file);

/* Whether a clock is to be believed: periods that ended by it may be closed. A clock that is more
   than a month ahead of every day the file knows is believed when it has lived through a week of
   days. */
bool stats_file_believes(StatsFile *stats_file, Millis now);

/* One transaction: adds, releases what has ended (if the clock is believed), opens what has begun,
   forgets what is too old. All of it or nothing. A period that is already released takes nothing.
   */
StatsTrouble stats_file_write(StatsFile *stats_file, const Addition *addition, int count,
                              Millis now, Error *error);

/* What a counselor writes of a day, one text a day; empty takes it away. It goes with every export.
 */
bool stats_file_note(StatsFile *stats_file, const char *day, Slice text, Error *error);

/* The released periods as a file of their own, whole or not at all. */
bool stats_file_export(StatsFile *stats_file, const char *path, Error *error);
