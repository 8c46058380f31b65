/* The one door through which a visit is counted, into one SQLite file. A visit adds 1 to at most
   one cell of each table of tables.def and is forgotten: no visit is ever written, nor its order,
   nor its time. What is on the disk is noised from its first moment, what is released is noised
   once more and never changes. Visits go to the disk five at a time, or with their period when it
   ends: of two copies of the file, the difference holds five visits or more. Works on in memory
   while there is no file. */
#pragma once

#include "base/error.h"
#include "stats/noise.h"
#include "stats/stats_trouble.h"
#include "stats/table.h"
#include "stats/visit_counts.h"

typedef struct Stats Stats;

typedef struct StatsSpec {
    const char *path; /* NULL: nothing is kept; borrowed until stats_close */
    StatsKeys keys;   /* borrowed until stats_close */
    StatsDraw draw;   /* with own_thread, called from two threads */
    Millis now;       /* local time, as everywhere here */
    bool scratch;     /* made-up visits: no need to reach the disk */
    bool own_thread;  /* opens and writes beside the caller, who then never waits for a disk */
} StatsSpec;

/* Never NULL. A file that is damaged is moved aside to PATH.unreadable-N; one that cannot be had
   now is tried again. */
Stats *stats_open(StatsSpec spec);

/* Writes what may be written. Fewer than five visits of a period that goes on are let go. */
void stats_close(Stats *stats);

/* Adds a visit to the hour of `when`. Costs a few additions and wakes nobody: with a thread of its
   own the writer looks every half minute. */
void stats_count(Stats *stats, const VisitCounts *counts, EndReason reason, Lang lang, Millis when);

/* Lets time pass: what has ended is written and released. To be called every hour. */
void stats_tick(Stats *stats, Millis now);

/* Keeps what a counselor writes of a day ("travaux dans le hall") beside the counters; an empty
 * text takes it away. */
bool stats_note(Stats *stats, Millis day, Slice text, Error *error);

/* Writes the released periods, and nothing else, into a file of their own; whole or not at all. */
bool stats_export(Stats *stats, const char *path, Error *error);

typedef enum StatsState {
    STATS_OFF, /* without a file, as asked */
    STATS_WELL,
    STATS_IN_MEMORY,   /* the file cannot be had now: visits are kept in memory for it */
    STATS_NOT_COUNTED, /* the file is another's or of a newer version, the clock cannot be right */
    STATS_CLOCK_AHEAD, /* counted, but the clock has leapt: no period closes until it is believed */
} StatsState;

StatsState stats_state(Stats *stats);

/* Has it happened since it was opened? */
bool stats_has_happened(const Stats *stats, StatsEvent event);

/* What is wrong, for the installer; "" when all is well. Valid until the next call. */
const char *stats_problem(Stats *stats);
