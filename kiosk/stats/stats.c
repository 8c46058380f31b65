#include "stats/stats.h"

#include "base/log.h"
#include "stats/book.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define PENDING_VISITS 5 /* written together, so that the file does not tell when one visit ended */
#define PROBLEM_BYTES 400
#define MS_PER_HOUR 3600000

/* Numbers to be added to the file: of each table, those of one period. */
typedef struct Ledger {
    Addition addition[TABLE_COUNT]; /* every cell array is there from the start */
    bool used[TABLE_COUNT];
} Ledger;

struct Stats {
    Arena ever;
    StatsKeys keys;
    KeyList list[TABLE_COUNT];
    StatsSpec spec;
    StatsDraw draw;
    Book *book; /* touched by whoever holds `writing`; not before it is `opened` */
    Ledger pending, taken;
    int visits; /* pending */
    Millis now;
    Period current[PERIOD_KIND_COUNT]; /* that hold `now` */
    char problem[PROBLEM_BYTES], told[PROBLEM_BYTES];

    bool own_thread, opened, wanted, ending; /* `wanted`: something is to be written */
    pthread_t thread;
    pthread_mutex_t lock, writing; /* `lock` guards pending, visits, now, problem, opened, wanted, ending */
    pthread_cond_t work, open;
};

/* ---- what is pending ---------------------------------------------------------------------------------------------------------- */

static void make_ledger(Stats *stats, Ledger *ledger) {
    for (int t = 0; t < TABLE_COUNT; t++) {
        size_t count = (size_t)stats->list[t].count + 1;
        ledger->addition[t].cell = arena_array(&stats->ever, int32_t, count);
        (void)mlock(ledger->addition[t].cell, count * sizeof(int32_t)); /* not into the swap, where the system allows it */
    }
}

static void clear_ledger(const Stats *stats, Ledger *ledger) {
    for (int t = 0; t < TABLE_COUNT; t++)
        if (ledger->used[t]) {
            memset(ledger->addition[t].cell, 0, sizeof(int32_t) * (size_t)stats->list[t].count);
            ledger->used[t] = false;
        }
}

static void bump(Stats *stats, TableId table, int cell) {
    if (cell < 0 || cell >= stats->list[table].count)
        return;
    Ledger *pending = &stats->pending;
    Period *period = &pending->addition[table].period;
    if (!pending->used[table])
        *period = stats->current[TABLES[table].period];
    pending->used[table] = true;
    pending->addition[table].cell[cell]++;
}

static void find_periods(Stats *stats) {
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++)
        stats->current[kind] = period_at((PeriodKind)kind, stats->now);
}

/* One member drawn at random: whatever a visit opened, it weighs one. */
static int one_of(const Stats *stats, const RecordSet *set) {
    int count = record_set_count(set);
    if (!count)
        return TALLY_NONE;
    return record_set_nth(set, count == 1 ? 0 : (int)stats->draw.below(stats->draw.self, (uint32_t)count));
}

static void bump_one(Stats *stats, TableId table, const RecordSet *set) {
    bump(stats, table, one_of(stats, set));
}

static int pair_cell(int code) {
    int a = code / 6, b = code % 6, cell = 0;
    if (code < 0 || a >= b)
        return TALLY_NONE;
    for (int first = 0; first < a; first++)
        cell += 5 - first;
    return cell + b - a - 1;
}

static void fold_quiz(Stats *stats, const Tally *tally) {
    int step = (tally->answers - 1) / FUNNEL_STEP;
    bump(stats, TABLE_FUNNEL, tally->quiz_done ? FUNNEL_DONE : step < FUNNEL_DONE ? step : FUNNEL_DONE - 1);
    bump(stats, TABLE_LETTER, tally->letter);
    bump(stats, TABLE_PAIR, pair_cell(tally->pair));
    bump(stats, TABLE_FACET, tally->facet);
    int flag = one_of(stats, &tally->flags);
    if (tally->quiz_done)
        bump(stats, TABLE_FLAG, flag == TALLY_NONE ? stats->list[TABLE_FLAG].count - 1 : flag);
}

static void fold(Stats *stats, const Tally *tally, EndReason reason, Lang lang) {
    int hour = civil_from(stats->now).hour;
    bump(stats, TABLE_ACTIVITY, hour * 2 + tally->quiz_done);
    bump(stats, TABLE_END, (int)reason);
    bump(stats, TABLE_LANGUAGE, (int)lang);
    if (tally->quiz_begun)
        fold_quiz(stats, tally);
    bump_one(stats, TABLE_SUGGESTED, &tally->suggested);
    bump_one(stats, TABLE_OPENED, &tally->opened);
    bump_one(stats, TABLE_TOPIC, &tally->topics);
    bump_one(stats, TABLE_PLACE, &tally->places);
    int clip = one_of(stats, &tally->clips);
    if (clip != TALLY_NONE)
        bump(stats, TABLE_VIDEO, clip * TALLY_QUARTERS + tally->quarters[clip]);
}

/* ---- writing -------------------------------------------------------------------------------------------------------------------- */

/* Gives back what could not be written, unless a new period has begun meanwhile: then it is lost, and the kiosk goes on. */
static void give_back(Stats *stats) {
    for (int t = 0; t < TABLE_COUNT; t++) {
        Addition *from = &stats->taken.addition[t], *to = &stats->pending.addition[t];
        if (!stats->taken.used[t] || (stats->pending.used[t] && to->period.start != from->period.start))
            continue;
        to->period = from->period;
        stats->pending.used[t] = true;
        for (int i = 0; i < stats->list[t].count; i++)
            to->cell[i] += from->cell[i];
    }
}

static void report(Stats *stats, bool good, const Fault *fault) {
    if (good)
        stats->problem[0] = 0;
    else
        snprintf(stats->problem, sizeof stats->problem, "visits are not being counted: %s", fault->text);
    if (!good)
        log_line("stats", "%s", stats->problem);
}

/* Takes all that is pending and writes it; `lock` is held on entry and on return, but not meanwhile. */
static void write_pending(Stats *stats) {
    Ledger taken = stats->pending;
    stats->pending = stats->taken;
    stats->taken = taken;
    stats->visits = 0;
    Millis now = stats->now;
    pthread_mutex_unlock(&stats->lock);
    Addition addition[TABLE_COUNT];
    for (int t = 0; t < TABLE_COUNT; t++)
        addition[t] = taken.used[t] ? taken.addition[t] : (Addition){.cell = NULL};
    Fault fault;
    bool good = book_write(stats->book, addition, now, &fault);
    pthread_mutex_lock(&stats->lock);
    if (!good)
        give_back(stats);
    clear_ledger(stats, &stats->taken);
    report(stats, good, &fault);
}

/* `lock` is held. Whoever writes holds `writing` all the while, so that only one does. */
static void flush(Stats *stats) {
    if (stats->own_thread) {
        stats->wanted = true;
        pthread_cond_signal(&stats->work);
    } else if (stats->book) {
        write_pending(stats);
    }
}

/* A disk that is slow to say "written" makes this long: no page waits for it. */
static void open_book(Stats *stats) {
    Fault fault;
    StatsSpec spec = stats->spec;
    Book *book = spec.path ? book_open((BookSpec){spec.path, spec.draw, spec.now, spec.scratch}, &stats->keys, stats->list, &fault)
                           : NULL;
    pthread_mutex_lock(&stats->lock);
    stats->book = book;
    stats->opened = true;
    if (spec.path && !book)
        report(stats, false, &fault);
    pthread_cond_broadcast(&stats->open);
    pthread_mutex_unlock(&stats->lock);
}

static void *work(void *self) {
    Stats *stats = self;
    open_book(stats);
    pthread_mutex_lock(&stats->lock);
    for (;;) {
        while (!stats->wanted && !stats->ending)
            pthread_cond_wait(&stats->work, &stats->lock);
        if (!stats->wanted)
            break;
        stats->wanted = false;
        pthread_mutex_unlock(&stats->lock);
        pthread_mutex_lock(&stats->writing);
        pthread_mutex_lock(&stats->lock);
        if (stats->book)
            write_pending(stats);
        pthread_mutex_unlock(&stats->writing);
    }
    pthread_mutex_unlock(&stats->lock);
    return NULL;
}

/* ---- the door ------------------------------------------------------------------------------------------------------------------- */

Stats *stats_open(StatsSpec spec) {
    Stats *stats = calloc(1, sizeof *stats);
    if (!stats)
        abort();
    stats->keys = spec.keys;
    stats->spec = spec;
    stats->draw = spec.draw;
    stats->now = spec.now;
    find_periods(stats);
    pthread_mutex_init(&stats->lock, NULL);
    pthread_mutex_init(&stats->writing, NULL);
    pthread_cond_init(&stats->work, NULL);
    pthread_cond_init(&stats->open, NULL);
    for (int t = 0; t < TABLE_COUNT; t++)
        stats->list[t] = table_keys((TableId)t, &stats->keys, &stats->ever);
    make_ledger(stats, &stats->pending);
    make_ledger(stats, &stats->taken);
    stats->own_thread = spec.own_thread && spec.path;
    if (stats->own_thread && pthread_create(&stats->thread, NULL, work, stats) != 0)
        stats->own_thread = false;
    if (!stats->own_thread)
        open_book(stats);
    return stats;
}

void stats_count(Stats *stats, const Tally *tally, EndReason reason, Lang lang, Millis when) {
    if (!tally->begun)
        return;
    stats_tick(stats, when);
    pthread_mutex_lock(&stats->lock);
    fold(stats, tally, reason, lang);
    if (++stats->visits >= PENDING_VISITS)
        flush(stats);
    pthread_mutex_unlock(&stats->lock);
}

static Millis hour_of(Millis when) {
    return when / MS_PER_HOUR - (when % MS_PER_HOUR < 0);
}

/* A period with something pending has passed: its numbers go to the disk before those of the next begin. */
static bool pending_of_another_period(const Stats *stats) {
    for (int t = 0; t < TABLE_COUNT; t++)
        if (stats->pending.used[t] && stats->pending.addition[t].period.start != stats->current[TABLES[t].period].start)
            return true;
    return false;
}

/* Takes the pen away from the thread, to write here and now; gives `lock` as well. */
static void take_pen(Stats *stats) {
    pthread_mutex_lock(&stats->lock);
    while (!stats->opened)
        pthread_cond_wait(&stats->open, &stats->lock);
    pthread_mutex_unlock(&stats->lock);
    pthread_mutex_lock(&stats->writing);
    pthread_mutex_lock(&stats->lock);
}

static void give_pen(Stats *stats) {
    pthread_mutex_unlock(&stats->lock);
    pthread_mutex_unlock(&stats->writing);
}

void stats_tick(Stats *stats, Millis now) {
    pthread_mutex_lock(&stats->lock);
    bool new_hour = hour_of(now) != hour_of(stats->now);
    stats->now = now;
    if (new_hour)
        find_periods(stats);
    bool late = pending_of_another_period(stats);
    if (new_hour && !late)
        flush(stats);
    pthread_mutex_unlock(&stats->lock);
    if (!late)
        return;
    take_pen(stats); /* once a day at the most: here the caller may wait for the disk */
    if (stats->book)
        write_pending(stats);
    if (pending_of_another_period(stats))
        clear_ledger(stats, &stats->pending); /* the disk is full since a period ago */
    give_pen(stats);
}

bool stats_export(Stats *stats, const char *path, Fault *fault) {
    take_pen(stats);
    bool good = stats->book && (write_pending(stats), book_export(stats->book, path, fault));
    if (!stats->book)
        fault_set(fault, "there is no statistics file to export");
    give_pen(stats);
    return good;
}

const char *stats_problem(Stats *stats) {
    pthread_mutex_lock(&stats->lock);
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
    take_pen(stats);
    if (stats->book)
        write_pending(stats);
    give_pen(stats);
    book_close(stats->book);
    arena_wipe(&stats->ever);
    arena_free(&stats->ever);
    free(stats);
}
