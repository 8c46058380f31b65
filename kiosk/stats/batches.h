/* Visits that wait for the disk: what they add to the tables, period by period, in memory that is
   never in the swap. Knows no file and no thread: who calls holds the locks. */
#pragma once

#include "base/arena.h"
#include "stats/stats_file.h"

enum { BATCHES = 48 }; /* a month of days, and its weeks and months, when there is no disk */

/* What visits add to the tables of one kind in one period. */
typedef struct Batch {
    struct Batch *next;
    Period period;
    int visits;
    bool touched[TABLE_COUNT];
    int32_t cell[]; /* of the tables of the period's kind, one table after the other */
} Batch;

/* Where a table lies in its batches. Small and apart: a visit ends when little of this is in a
   cache. */
typedef struct CountedPlace {
    uint16_t from, count;
    uint8_t kind;
} CountedPlace;

typedef struct Batches {
    CountedPlace place[TABLE_COUNT];
    Batch *pending, *unused; /* the oldest first */
    int pending_count;
    Batch *taken; /* what is being written */
    Arena locked; /* never in the swap, where the system allows it */
} Batches;

void batches_make(Batches *batches, const KeyList list[TABLE_COUNT]);
void batches_wipe(Batches *batches);

/* The one that waits for this period; where there are too many, the oldest is given up. */
Batch *batches_pending(Batches *batches, const Period *period);

/* Adds 1 to a cell of a table, in the batch of its kind of period. */
void batch_increment(const Batches *batches, Batch *const *batch, TableId table, int cell);

/* Takes what may go to the disk: five visits may, and fewer with the noise of a release. */
void batches_take(Batches *batches, Millis now, bool believed);

/* What was taken, as the file takes it: BATCHES * TABLE_COUNT at most. */
int batches_list(const Batches *batches, Addition *addition);

/* It is written, or goes back to what was counted meanwhile. */
void batches_end_taken(Batches *batches, bool written);

/* A clock that is put right takes along what was counted under it a moment ago: fewer than five
   visits of a time that has not come would wait for it. */
void batches_bring_back(Batches *batches, const Period current[PERIOD_KIND_COUNT], Millis now);

void batches_let_go(Batches *batches);
