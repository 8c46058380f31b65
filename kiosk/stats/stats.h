/* The one door through which a visit is counted, into one SQLite file. A visit adds 1 to at most one cell of each table of
   tables.def and is forgotten: no visit is ever written, nor its order, nor its time. What is on the disk is noised from its first
   moment, what is released is noised once more and never changes. Works on without a file when there is none to be had. */
#pragma once

#include "base/fault.h"
#include "stats/noise.h"
#include "stats/table.h"
#include "stats/tally.h"

typedef struct Stats Stats;

typedef struct StatsSpec {
    const char *path; /* NULL: nothing is kept; with own_thread borrowed until stats_close */
    StatsKeys keys;   /* borrowed until stats_close */
    StatsDraw draw;   /* with own_thread, called from two threads */
    Millis now;       /* local time, as everywhere here */
    bool scratch;     /* made-up visits: no need to reach the disk */
    bool own_thread;  /* opens and writes beside the caller, who then never waits for a disk */
} StatsSpec;

/* Never NULL. A file that cannot be read is moved aside to PATH.unreadable-N. */
Stats *stats_open(StatsSpec spec);
void stats_close(Stats *stats); /* writes what is pending */

/* Adds a visit to the hour of `when`. Costs a few additions; what is pending is written every five visits and every hour. */
void stats_count(Stats *stats, const Tally *tally, EndReason reason, Lang lang, Millis when);

/* Lets time pass: writes what a past hour left pending, releases periods that have ended. To be called every hour. */
void stats_tick(Stats *stats, Millis now);

/* Writes the released periods, and nothing else, into a file of their own; whole or not at all. */
bool stats_export(Stats *stats, const char *path, Fault *fault);

/* What is being lost, for the installer; "" when all is well. Valid until the next call. */
const char *stats_problem(Stats *stats);
