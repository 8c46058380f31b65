#include "stats/stats.h"

#include "base/log.h"
#include "stats/batches.h"
#include "stats/visit_cell.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PROBLEM_BYTES 320
#define LOOK_SECONDS 30 /* how often the writer looks by itself */
#define CLOCK_SAYS "visits are not being counted: the clock says %s"

struct Stats {
    StatsSpec spec;
    Batches batches; /* what is taken of them belongs to whoever holds `writing` */
    Millis now;
    Period current[PERIOD_KIND_COUNT]; /* that hold `now` */
    StatsState state;
    bool refused; /* the file is not for us: what is counted now belongs nowhere */
    char problem[PROBLEM_BYTES], told[PROBLEM_BYTES];
    atomic_uint events; /* of StatsEvent */

    bool own_thread, wanted, ending; /* `wanted`: something is to be written */
    pthread_t thread;
    pthread_mutex_t lock, writing; /* `lock` guards from `batches` to `problem`, wanted, ending */
    pthread_cond_t work;

    Arena ever;
    KeyList list[TABLE_COUNT];
    TableId order[TABLE_COUNT]; /* in the order of the facts: it is that of the draws */
    StatsFile *stats_file;      /* touched by whoever holds `writing` */
    Addition addition[BATCHES * TABLE_COUNT];
};

/* ---- folding a visit ------------------------------------------------------------------------- */

/* The batches get the visit even where it adds nothing: it is one of the five it can hide among. */
static void fold(Stats *stats, const VisitCounts *counts, VisitEnd end) {
    Batch *batch[PERIOD_KIND_COUNT];
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
        batch[kind] = batches_pending(&stats->batches, &stats->current[kind]);
        stats->wanted |= ++batch[kind]->visits >= STATS_BATCH;
    }
    for (int i = 0; i < TABLE_COUNT; i++)
        batch_increment(&stats->batches, batch, stats->order[i],
                        visit_cell(stats->order[i], counts, end, stats->spec.draw));
}

static void put_in_order(TableId order[TABLE_COUNT]) {
    int count = 0;
    for (int fact = FACT_NONE; fact < FACT_KIND_COUNT; fact++)
        for (int table = 0; table < TABLE_COUNT; table++)
            if (TABLES[table].fact == (FactKind)fact)
                order[count++] = (TableId)table;
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
        batches_let_go(&stats->batches); /* those of a moment ago, before the file was looked at */
}

/* ---- writing --------------------------------------------------------------------------------- */

/* `writing` is held. False, and said, when there is no file to be had. */
static bool have_file(Stats *stats, Millis now) {
    Error error;
    StatsTrouble trouble = STATS_GOOD;
    StatsFileSpec spec = {stats->spec.path, stats->spec.draw, now, stats->spec.scratch,
                          &stats->events};
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
    batches_end_taken(&stats->batches, trouble == STATS_GOOD);
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
    batches_take(&stats->batches, now, believed);
    pthread_mutex_unlock(&stats->lock);
    int count = batches_list(&stats->batches, stats->addition);
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
    stats->state = STATS_WELL;
    stats->now = spec.now;
    find_periods(stats);
    for (int t = 0; t < TABLE_COUNT; t++)
        stats->list[t] = table_keys((TableId)t, &stats->spec.keys, &stats->ever);
    batches_make(&stats->batches, stats->list);
    put_in_order(stats->order);
    say_clock(stats);
    begin_thread(stats);
    if (!stats->own_thread)
        write_here(stats);
    return stats;
}

static Millis hour_of(Millis when) {
    return when / CIVIL_HOUR - (when % CIVIL_HOUR < 0);
}

/* `lock` is held. Whether another hour has begun. */
static bool pass(Stats *stats, Millis now) {
    bool back = now < stats->now, new_hour = hour_of(now) != hour_of(stats->now);
    stats->now = now;
    if (!new_hour)
        return false;
    find_periods(stats);
    if (back)
        batches_bring_back(&stats->batches, stats->current, now);
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
        fold(stats, counts, (VisitEnd){reason, lang, stats->now});
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

bool stats_has_happened(const Stats *stats, StatsEvent event) {
    return atomic_load(&stats->events) & event;
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
    batches_wipe(&stats->batches);
    arena_free(&stats->ever);
    free(stats);
}
