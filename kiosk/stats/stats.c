#include "stats/stats.h"

#include "base/log.h"
#include "stats/stats_file.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PROBLEM_BYTES 320
#define BATCHES 48      /* a month of days, and its weeks and months, when there is no disk */
#define LOOK_SECONDS 30 /* how often the writer looks by itself */
#define MS_PER_HOUR 3600000
#define CLOCK_SAYS "visits are not being counted: the clock says %s"

/* Visits that wait for the disk: what they add to the tables of one kind in one period. */
typedef struct Batch {
    struct Batch *next;
    Period period;
    int visits;
    bool touched[TABLE_COUNT];
    int32_t cell[]; /* of the tables of the period's kind, one table after the other: see Place */
} Batch;

/* Where a table lies in its batches. Small and apart: a visit ends when little of this is in a
   cache. */
typedef struct CountedPlace {
    uint16_t from, count;
    uint8_t kind;
} CountedPlace;

struct Stats {
    StatsSpec spec;
    CountedPlace place[TABLE_COUNT];
    Batch *pending, *unused; /* the oldest first */
    int pending_count;
    Millis now;
    Period current[PERIOD_KIND_COUNT]; /* that hold `now` */
    StatsState state;
    bool refused; /* the file is not for us: what is counted now belongs nowhere */
    char problem[PROBLEM_BYTES], told[PROBLEM_BYTES];

    bool own_thread, wanted, ending; /* `wanted`: something is to be written */
    pthread_t thread;
    pthread_mutex_t lock, writing; /* `lock` guards from `pending` to `problem`, wanted, ending */
    pthread_cond_t work;

    Arena ever, locked; /* `locked`: never in the swap, where the system allows it */
    KeyList list[TABLE_COUNT];
    StatsFile *stats_file; /* touched by whoever holds `writing` */
    Batch *taken;          /* likewise: what is being written */
    Addition addition[BATCHES * TABLE_COUNT];
};

/* ---- batches --------------------------------------------------------------------------------- */

static void make_places(Stats *stats) {
    uint16_t used[PERIOD_KIND_COUNT] = {0};
    for (int t = 0; t < TABLE_COUNT; t++) {
        PeriodKind kind = TABLES[t].period;
        uint16_t count = (uint16_t)stats->list[t].count;
        stats->place[t] = (CountedPlace){used[kind], count, (uint8_t)kind};
        used[kind] = (uint16_t)(used[kind] + count);
    }
}

static Batch *new_batch(Stats *stats, PeriodKind kind) {
    size_t cells = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        cells += stats->place[t].kind == kind ? stats->place[t].count : 0;
    return arena_alloc(&stats->locked, sizeof(Batch) + cells * sizeof(int32_t));
}

static Batch *spare_batch(Stats *stats, PeriodKind kind) {
    Batch **at = &stats->unused;
    while (*at && (*at)->period.kind != kind)
        at = &(*at)->next;
    Batch *batch = *at;
    if (!batch)
        return new_batch(stats, kind);
    *at = batch->next;
    return batch;
}

static int32_t *cells_of(const Stats *stats, Batch *batch, TableId table) {
    return batch->cell + stats->place[table].from;
}

/* Nothing of the visits stays in it. */
static void recycle(Stats *stats, Batch *batch) {
    for (int t = 0; t < TABLE_COUNT; t++)
        if (batch->touched[t])
            memset(cells_of(stats, batch, (TableId)t), 0, sizeof(int32_t) * stats->place[t].count);
    memset(batch->touched, 0, sizeof batch->touched);
    batch->visits = 0;
    batch->next = stats->unused;
    stats->unused = batch;
}

static void append(Stats *stats, Batch *batch) {
    Batch **at = &stats->pending;
    while (*at)
        at = &(*at)->next;
    batch->next = NULL;
    *at = batch;
    stats->pending_count++;
}

static void give_up_oldest(Stats *stats) {
    Batch *oldest = stats->pending;
    log_line("stats", "what was counted in %s is given up: there was no file to write it into",
             oldest->period.name);
    stats->pending = oldest->next;
    stats->pending_count--;
    recycle(stats, oldest);
}

static Batch *pending_of(Stats *stats, const Period *period) {
    Batch *batch = stats->pending;
    while (batch && (batch->period.kind != period->kind || batch->period.start != period->start))
        batch = batch->next;
    if (batch)
        return batch;
    if (stats->pending_count == BATCHES)
        give_up_oldest(stats);
    batch = spare_batch(stats, period->kind);
    batch->period = *period;
    append(stats, batch);
    return batch;
}

/* May it go to the disk? Five visits may, and fewer with the noise of a release. */
static bool is_ripe(const Batch *batch, Millis now, bool believed) {
    return batch->visits >= STATS_BATCH || (believed && batch->period.end <= now);
}

/* Out of `pending`, into `taken`. */
static void take_ripe(Stats *stats, Millis now, bool believed) {
    Batch **from = &stats->pending, **to = &stats->taken;
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
        stats->pending_count--;
    }
}

/* Of one kind, both. */
static void merge(const Stats *stats, Batch *to, Batch *from) {
    to->visits += from->visits;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (from->touched[t]) {
            const int32_t *add = cells_of(stats, from, (TableId)t);
            int32_t *into = cells_of(stats, to, (TableId)t);
            to->touched[t] = true;
            for (int i = 0; i < stats->place[t].count; i++)
                into[i] += add[i];
        }
}

/* Written, or back to what was counted meanwhile. */
static void end_taken(Stats *stats, bool written) {
    while (stats->taken) {
        Batch *batch = stats->taken;
        stats->taken = batch->next;
        if (!written)
            merge(stats, pending_of(stats, &batch->period), batch);
        recycle(stats, batch);
    }
}

/* A clock that is put right takes along what was counted under it a moment ago: fewer than five
   visits of a time that has not come would wait for it. */
static void bring_back(Stats *stats) {
    for (Batch **at = &stats->pending; *at;) {
        Batch *batch = *at;
        if (batch->period.start <= stats->now) {
            at = &batch->next;
            continue;
        }
        *at = batch->next;
        stats->pending_count--;
        merge(stats, pending_of(stats, &stats->current[batch->period.kind]), batch);
        recycle(stats, batch);
        at = &stats->pending;
    }
}

static void let_go(Stats *stats) {
    while (stats->pending) {
        Batch *batch = stats->pending;
        stats->pending = batch->next;
        recycle(stats, batch);
    }
    stats->pending_count = 0;
}

/* ---- folding a visit ------------------------------------------------------------------------- */

static void increment(const Stats *stats, Batch *const *batch, TableId table, int cell) {
    const CountedPlace *place = &stats->place[table];
    if (cell < 0 || cell >= place->count)
        return;
    Batch *into = batch[place->kind];
    into->touched[table] = true;
    into->cell[place->from + cell]++;
}

/* One member drawn at random: whatever a visit opened, it weighs one. */
static int one_of(const Stats *stats, const RecordSet *set) {
    int count = record_set_count(set);
    if (!count)
        return VISIT_COUNTS_NONE;
    StatsDraw draw = stats->spec.draw;
    return record_set_nth(set, count == 1 ? 0 : (int)draw.below(draw.self, (uint32_t)count));
}

static int pair_cell(int code) {
    int a = code / 6, b = code % 6, cell = 0;
    if (code < 0 || a >= b)
        return VISIT_COUNTS_NONE;
    for (int first = 0; first < a; first++)
        cell += 5 - first;
    return cell + b - a - 1;
}

/* How far the quiz went, where one was begun. */
static int step_cell(const VisitCounts *counts) {
    int answers = counts->kept[FACT_QUIZ_ANSWER], step = (answers - 1) / FUNNEL_STEP;
    if (!visit_counts_has(counts, FACT_QUIZ_START))
        return VISIT_COUNTS_NONE;
    if (visit_counts_has(counts, FACT_QUIZ_DONE))
        return FUNNEL_DONE;
    return answers == VISIT_COUNTS_NONE ? 0 : step < FUNNEL_DONE ? step : FUNNEL_DONE - 1;
}

static int flag_cell(const Stats *stats, const VisitCounts *counts) {
    int flag = one_of(stats, &counts->set[FACT_QUIZ_FLAG]);
    if (!visit_counts_has(counts, FACT_QUIZ_DONE))
        return VISIT_COUNTS_NONE;
    return flag == VISIT_COUNTS_NONE ? stats->place[TABLE_FLAG].count - 1 : flag;
}

static int clip_cell(const Stats *stats, const VisitCounts *counts) {
    int clip = one_of(stats, &counts->set[FACT_VIDEO_WATCH]);
    return clip == VISIT_COUNTS_NONE ? clip : clip * VISIT_COUNTS_QUARTERS + counts->quarters[clip];
}

/* The last one that was kept, or one drawn of the set. */
static int kept_cell(const Stats *stats, const VisitCounts *counts, FactKind fact) {
    int kept = counts->kept[fact];
    return kept == VISIT_COUNTS_NONE ? one_of(stats, &counts->set[fact]) : kept;
}

/* How a visit ended, and in which language. */
typedef struct VisitEnd {
    EndReason reason;
    Lang lang;
} VisitEnd;

static int cell_of(const Stats *stats, TableId table, const VisitCounts *counts, VisitEnd end) {
    switch (TABLES[table].cells) {
    case CELLS_HOURS:
        return civil_from(stats->now).hour * END_REASON_COUNT + (int)end.reason;
    case CELLS_LANGUAGES:
        return (int)end.lang;
    case CELLS_VISITS:
        return visit_counts_has(counts, TABLES[table].fact);
    case CELLS_STEPS:
        return step_cell(counts);
    case CELLS_PAIRS:
        return pair_cell(counts->kept[TABLES[table].fact]);
    case CELLS_FLAGS:
        return flag_cell(stats, counts);
    case CELLS_CLIPS:
        return clip_cell(stats, counts);
    default:
        return kept_cell(stats, counts, TABLES[table].fact);
    }
}

/* The batches get the visit even where it adds nothing: it is one of the five it can hide among. */
static void fold(Stats *stats, const VisitCounts *counts, EndReason reason, Lang lang) {
    Batch *batch[PERIOD_KIND_COUNT];
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
        batch[kind] = pending_of(stats, &stats->current[kind]);
        stats->wanted |= ++batch[kind]->visits >= STATS_BATCH;
    }
    /* in the order of the facts: it is that of the draws */
    for (int fact = FACT_NONE; fact < FACT_KIND_COUNT; fact++)
        for (int table = 0; table < TABLE_COUNT; table++)
            if (TABLES[table].fact == (FactKind)fact)
                increment(stats, batch, (TableId)table,
                          cell_of(stats, (TableId)table, counts, (VisitEnd){reason, lang}));
}

/* ---- what is wrong --------------------------------------------------------------------------- */

/* `lock` is held. */
static void say(Stats *stats, StatsState state, const char *what, const char *why) {
    stats->state = state;
    snprintf(stats->problem, sizeof stats->problem, "%s%s", what, why);
    if (stats->problem[0])
        log_line("stats", "%s", stats->problem);
}

static void say_trouble(Stats *stats, StatsTrouble trouble, const Error *error) {
    char why[PROBLEM_BYTES - 40];
    bool refused = trouble == STATS_TAKEN || trouble == STATS_NEWER;
    snprintf(why, sizeof why, "%.120s: %.150s", stats->spec.path, error->text);
    stats->refused = refused;
    say(stats, refused ? STATS_NOT_COUNTED : STATS_IN_MEMORY,
        refused ? "visits are not being counted: " : "visits are kept in memory only: ", why);
    if (refused)
        let_go(stats); /* those of a moment ago, before the file was looked at */
}

/* ---- writing --------------------------------------------------------------------------------- */

static int list_additions(Stats *stats) {
    int count = 0;
    for (Batch *batch = stats->taken; batch; batch = batch->next)
        for (int t = 0; t < TABLE_COUNT; t++)
            if (batch->touched[t])
                stats->addition[count++] =
                    (Addition){(TableId)t, batch->period, cells_of(stats, batch, (TableId)t)};
    return count;
}

/* `writing` is held. False, and said, when there is no file to be had. */
static bool have_file(Stats *stats, Millis now) {
    Error error;
    StatsTrouble trouble = STATS_GOOD;
    StatsFileSpec spec = {stats->spec.path, stats->spec.draw, now, stats->spec.scratch};
    if (!stats->stats_file)
        stats->stats_file = stats_file_open(spec, &stats->spec.keys, stats->list, &trouble, &error);
    if (stats->stats_file)
        return true;
    pthread_mutex_lock(&stats->lock);
    say_trouble(stats, trouble, &error);
    pthread_mutex_unlock(&stats->lock);
    return false;
}

/* `lock` is held. */
static void end_writing(Stats *stats, StatsTrouble trouble, bool believed, const Error *error) {
    end_taken(stats, trouble == STATS_GOOD);
    stats->refused = false;
    if (trouble != STATS_GOOD)
        say_trouble(stats, trouble, error);
    else if (believed)
        say(stats, STATS_WELL, "", "");
    else
        say(stats, STATS_CLOCK_AHEAD,
            "the clock has leapt: no period closes until a week of days"
            " has gone by on it; it says ",
            stats->current[0].name);
}

/* `writing` is held. Takes what may be written and writes it; the disk is waited for without
   `lock`. */
static void write_ripe(Stats *stats) {
    Error error;
    pthread_mutex_lock(&stats->lock);
    Millis now = stats->now;
    stats->wanted = false;
    pthread_mutex_unlock(&stats->lock);
    if (!stats->spec.path || !period_is_plausible(now) || !have_file(stats, now))
        return;
    bool believed = stats_file_believes(stats->stats_file, now);
    pthread_mutex_lock(&stats->lock);
    take_ripe(stats, now, believed);
    pthread_mutex_unlock(&stats->lock);
    int count = list_additions(stats);
    StatsTrouble trouble = stats_file_write(stats->stats_file, stats->addition, count, now, &error);
    if (trouble == STATS_DAMAGED ||
        trouble == STATS_GONE) { /* it is looked at anew the next time */
        stats_file_close(stats->stats_file);
        stats->stats_file = NULL;
    }
    pthread_mutex_lock(&stats->lock);
    end_writing(stats, trouble, believed, &error);
    pthread_mutex_unlock(&stats->lock);
}

/* `lock` is held. Half a minute at the most, and sooner when an hour begins: a visit that ends
   wakes nobody. Whether there is something to do. */
static bool wait_for_work(Stats *stats) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += LOOK_SECONDS;
    if (!stats->ending)
        pthread_cond_timedwait(&stats->work, &stats->lock, &until);
    return stats->wanted || stats->state == STATS_IN_MEMORY || stats->state == STATS_NOT_COUNTED;
}

static void write_here(Stats *stats) {
    pthread_mutex_lock(&stats->writing);
    write_ripe(stats);
    pthread_mutex_unlock(&stats->writing);
}

static void *work(void *self) {
    Stats *stats = self;
    pthread_mutex_lock(&stats->lock);
    for (bool due = true; !stats->ending; due = wait_for_work(stats)) {
        pthread_mutex_unlock(&stats->lock);
        if (due)
            write_here(stats);
        pthread_mutex_lock(&stats->lock);
    }
    pthread_mutex_unlock(&stats->lock);
    return NULL;
}

/* ---- the door -------------------------------------------------------------------------------- */

static void find_periods(Stats *stats) {
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++)
        stats->current[kind] = period_at((PeriodKind)kind, stats->now);
}

static void begin_thread(Stats *stats) {
    pthread_condattr_t steady;
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_mutex_init(&stats->lock, NULL);
    pthread_mutex_init(&stats->writing, NULL);
    pthread_cond_init(&stats->work, &steady);
    pthread_condattr_destroy(&steady);
    if (stats->spec.own_thread && stats->spec.path)
        stats->own_thread = pthread_create(&stats->thread, NULL, work, stats) == 0;
}

static void say_clock(Stats *stats) {
    if (stats->spec.path && !period_is_plausible(stats->now))
        log_line("stats", CLOCK_SAYS, stats->current[0].name);
}

Stats *stats_open(StatsSpec spec) {
    Stats *stats = calloc(1, sizeof *stats);
    if (!stats)
        abort();
    stats->spec = spec;
    stats->locked.locked = true;
    stats->state = STATS_WELL;
    stats->now = spec.now;
    find_periods(stats);
    for (int t = 0; t < TABLE_COUNT; t++)
        stats->list[t] = table_keys((TableId)t, &stats->spec.keys, &stats->ever);
    make_places(stats);
    say_clock(stats);
    begin_thread(stats);
    if (!stats->own_thread)
        write_here(stats);
    return stats;
}

static Millis hour_of(Millis when) {
    return when / MS_PER_HOUR - (when % MS_PER_HOUR < 0);
}

/* `lock` is held. Whether another hour has begun. */
static bool pass(Stats *stats, Millis now) {
    bool back = now < stats->now, new_hour = hour_of(now) != hour_of(stats->now);
    stats->now = now;
    if (!new_hour)
        return false;
    find_periods(stats);
    if (back)
        bring_back(stats);
    say_clock(stats);
    stats->wanted = true;
    return true;
}

void stats_count(Stats *stats, const VisitCounts *counts, EndReason reason, Lang lang,
                 Millis when) {
    if (!visit_counts_has(counts, FACT_VISIT_START) || !stats->spec.path)
        return;
    pthread_mutex_lock(&stats->lock);
    pass(stats, when);
    if (period_is_plausible(when) && !stats->refused)
        fold(stats, counts, reason, lang);
    bool wanted = stats->wanted;
    pthread_mutex_unlock(&stats->lock);
    if (wanted && !stats->own_thread)
        write_here(stats);
}

void stats_tick(Stats *stats, Millis now) {
    pthread_mutex_lock(&stats->lock);
    bool new_hour = pass(stats, now);
    if (new_hour && stats->own_thread)
        pthread_cond_signal(&stats->work);
    pthread_mutex_unlock(&stats->lock);
    if (new_hour && !stats->own_thread)
        write_here(stats);
}

bool stats_export(Stats *stats, const char *path, Error *error) {
    pthread_mutex_lock(&stats->writing);
    write_ripe(stats);
    bool good = stats->stats_file && stats_file_export(stats->stats_file, path, error);
    if (!stats->stats_file)
        error_set(error, "there is no statistics file to export");
    pthread_mutex_unlock(&stats->writing);
    return good;
}

bool stats_note(Stats *stats, Millis day, Slice text, Error *error) {
    pthread_mutex_lock(&stats->writing);
    bool good = stats->stats_file ? stats_file_note(stats->stats_file,
                                                    period_at(PERIOD_DAY, day).name, text, error)
                                  : error_set(error, "there is no statistics file for a note");
    pthread_mutex_unlock(&stats->writing);
    return good;
}

StatsState stats_state(Stats *stats) {
    pthread_mutex_lock(&stats->lock);
    StatsState state = stats->state;
    if (!period_is_plausible(stats->now))
        state = STATS_NOT_COUNTED;
    pthread_mutex_unlock(&stats->lock);
    return stats->spec.path ? state : STATS_OFF;
}

const char *stats_problem(Stats *stats) {
    pthread_mutex_lock(&stats->lock);
    if (stats->spec.path && !period_is_plausible(stats->now))
        snprintf(stats->told, sizeof stats->told, CLOCK_SAYS, stats->current[0].name);
    else
        memcpy(stats->told, stats->problem, sizeof stats->told);
    pthread_mutex_unlock(&stats->lock);
    return stats->told;
}

static void end_thread(Stats *stats) {
    if (!stats->own_thread)
        return;
    pthread_mutex_lock(&stats->lock);
    stats->ending = true;
    pthread_cond_signal(&stats->work);
    pthread_mutex_unlock(&stats->lock);
    pthread_join(stats->thread, NULL);
}

void stats_close(Stats *stats) {
    if (!stats)
        return;
    end_thread(stats);
    write_here(stats);
    stats_file_close(stats->stats_file);
    arena_wipe(&stats->locked);
    arena_free(&stats->locked);
    arena_free(&stats->ever);
    free(stats);
}
