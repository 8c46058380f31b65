/* The one door through which a visit is counted, into one SQLite file. Counts only, in buckets of an hour at the finest:
   no visit is ever written, nor its order, nor its time. Works on without a file when there is none to be had. */
#pragma once

#include "base/civil.h"
#include "base/lang.h"
#include "stats/tally.h"

typedef struct Stats Stats;

/* The pack's own names of its records, so that counts survive a new pack. Borrowed. */
typedef struct StatsKeys {
    const Slice *trade, *topic;
    int trade_count, topic_count;
} StatsKeys;

/* A number below `bound`, each as likely; drawn so that a visit counts for one trade only. */
typedef struct StatsDraw {
    uint32_t (*below)(void *self, uint32_t bound);
    void *self;
} StatsDraw;

/* Never NULL. With `path` NULL nothing is kept. A file that cannot be read is moved aside to PATH.unreadable-N. */
Stats *stats_open(const char *path, StatsKeys keys, StatsDraw draw);
void stats_close(Stats *stats); /* writes what is pending */

/* Adds a visit; `when` is local time, of which only the hour is used. */
void stats_count(Stats *stats, const Tally *tally, EndReason reason, Lang lang, Millis when);

/* What is being lost, for the installer; "" when all is well. */
const char *stats_problem(const Stats *stats);
