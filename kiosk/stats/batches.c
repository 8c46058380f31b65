#include "stats/batches.h"

#include "base/log.h"

#include <string.h>

void batches_make(Batches *b, const KeyList list[TABLE_COUNT]) {
    uint16_t used[PERIOD_KIND_COUNT] = {0};
    b->locked.locked = true;
    for (int t = 0; t < TABLE_COUNT; t++) {
        PeriodKind kind = TABLES[t].period;
        uint16_t count = (uint16_t)list[t].count;
        b->place[t] = (CountedPlace){used[kind], count, (uint8_t)kind};
        used[kind] = (uint16_t)(used[kind] + count);
    }
}

static Batch *new_batch(Batches *b, PeriodKind kind) {
    size_t cells = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        cells += b->place[t].kind == kind ? b->place[t].count : 0;
    return arena_alloc(&b->locked, sizeof(Batch) + cells * sizeof(int32_t));
}

static Batch *spare_batch(Batches *b, PeriodKind kind) {
    Batch **at = &b->unused;
    while (*at && (*at)->period.kind != kind)
        at = &(*at)->next;
    Batch *batch = *at;
    if (!batch)
        return new_batch(b, kind);
    *at = batch->next;
    return batch;
}

static int32_t *cells_of(const Batches *b, Batch *batch, TableId table) {
    return batch->cell + b->place[table].from;
}

/* Nothing of the visits stays in it. */
static void recycle(Batches *b, Batch *batch) {
    for (int t = 0; t < TABLE_COUNT; t++)
        if (batch->touched[t])
            memset(cells_of(b, batch, (TableId)t), 0, sizeof(int32_t) * b->place[t].count);
    memset(batch->touched, 0, sizeof batch->touched);
    batch->visits = 0;
    batch->next = b->unused;
    b->unused = batch;
}

static void append(Batches *b, Batch *batch) {
    Batch **at = &b->pending;
    while (*at)
        at = &(*at)->next;
    batch->next = NULL;
    *at = batch;
    b->pending_count++;
}

static void give_up_oldest(Batches *b) {
    Batch *oldest = b->pending;
    if (!oldest)
        return;
    log_line("stats", "what was counted in %s is given up: there was no file to write it into",
             oldest->period.name);
    b->pending = oldest->next;
    b->pending_count--;
    recycle(b, oldest);
}

Batch *batches_pending(Batches *b, const Period *period) {
    Batch *batch = b->pending;
    while (batch && (batch->period.kind != period->kind || batch->period.start != period->start))
        batch = batch->next;
    if (batch)
        return batch;
    if (b->pending_count == BATCHES)
        give_up_oldest(b);
    batch = spare_batch(b, period->kind);
    batch->period = *period;
    append(b, batch);
    return batch;
}

/* May it go to the disk? Five visits may, and fewer with the noise of a release. */
static bool is_ripe(const Batch *batch, Millis now, bool believed) {
    return batch->visits >= STATS_BATCH || (believed && batch->period.end <= now);
}

void batches_take(Batches *b, Millis now, bool believed) {
    Batch **from = &b->pending, **to = &b->taken;
    while (*from) {
        Batch *batch = *from;
        if (!is_ripe(batch, now, believed)) {
            from = &batch->next;
            continue;
        }
        *from = batch->next;
        batch->next = NULL;
        *to = batch;
        to = &batch->next;
        b->pending_count--;
    }
}

/* Of one kind, both. */
static void merge(const Batches *b, Batch *to, Batch *from) {
    to->visits += from->visits;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (from->touched[t]) {
            const int32_t *add = cells_of(b, from, (TableId)t);
            int32_t *into = cells_of(b, to, (TableId)t);
            to->touched[t] = true;
            for (int i = 0; i < b->place[t].count; i++)
                into[i] += add[i];
        }
}

void batches_end_taken(Batches *b, bool written) {
    while (b->taken) {
        Batch *batch = b->taken;
        b->taken = batch->next;
        if (!written)
            merge(b, batches_pending(b, &batch->period), batch);
        recycle(b, batch);
    }
}

void batches_bring_back(Batches *b, const Period current[PERIOD_KIND_COUNT], Millis now) {
    for (Batch **at = &b->pending; *at;) {
        Batch *batch = *at;
        if (batch->period.start <= now) {
            at = &batch->next;
            continue;
        }
        *at = batch->next;
        b->pending_count--;
        merge(b, batches_pending(b, &current[batch->period.kind]), batch);
        recycle(b, batch);
        at = &b->pending;
    }
}

void batches_let_go(Batches *b) {
    while (b->pending) {
        Batch *batch = b->pending;
        b->pending = batch->next;
        recycle(b, batch);
    }
    b->pending_count = 0;
}

int batches_list(const Batches *b, Addition *addition) {
    int count = 0;
    for (Batch *batch = b->taken; batch; batch = batch->next)
        for (int t = 0; t < TABLE_COUNT; t++)
            if (batch->touched[t])
                addition[count++] =
                    (Addition){(TableId)t, batch->period, cells_of(b, batch, (TableId)t)};
    return count;
}

void batch_increment(const Batches *b, Batch *const *batch, TableId table, int cell) {
    const CountedPlace *place = &b->place[table];
    if (cell < 0 || cell >= place->count)
        return;
    Batch *into = batch[place->kind];
    into->touched[table] = true;
    into->cell[place->from + cell]++;
}

void batches_wipe(Batches *b) {
    arena_wipe(&b->locked);
    arena_free(&b->locked);
}
