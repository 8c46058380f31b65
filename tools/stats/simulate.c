#include "tools/stats/simulate.h"

#include "app/keys.h"
#include "stats/stats.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PATH_BYTES 4200
#define QUESTIONS 24

/* splitmix64, S. Vigna, public domain. */
static uint32_t draw(void *self, uint32_t bound) {
    uint64_t z = (*(uint64_t *)self += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return (uint32_t)(((z >> 32) * bound) >> 32);
}

typedef struct SimulatedCrowd {
    const Pack *pack;
    StatsKeys keys;
    uint64_t random;
    VisitCounts counts;
} SimulatedCrowd;

static bool chance(SimulatedCrowd *c, uint32_t percent) {
    return draw(&c->random, 100) < percent;
}

static int pick(SimulatedCrowd *c, const uint32_t *weight, int count) {
    uint32_t total = 0;
    for (int i = 0; i < count; i++)
        total += weight[i];
    uint32_t at = draw(&c->random, total);
    int chosen = 0;
    while (at >= weight[chosen])
        at -= weight[chosen++];
    return chosen;
}

/* ---- when they come -------------------------------------------------------------------------- */

/* Weights by hour of a school day; the campus is shut at night and on Sundays, and rarely open on
 * Saturdays. */
static const uint32_t HOURS[24] = {[8] = 4,   [9] = 9,   [10] = 14, [11] = 11, [12] = 6, [13] = 8,
                                   [14] = 15, [15] = 12, [16] = 9,  [17] = 5,  [18] = 2};
static const uint32_t MONTHS[12] = {11, 10, 16, 9, 8, 5, 2, 1, 10, 12, 12, 7};
static const uint32_t WEEKDAYS[7] = {8, 10, 12, 10, 9, 5, 0};

static double weight_of(Millis hour) {
    Civil c = civil_from(hour);
    return (double)HOURS[c.hour] * WEEKDAYS[c.weekday - 1] * MONTHS[c.month - 1];
}

/* ---- what they do ---------------------------------------------------------------------------- */

static void note(SimulatedCrowd *c, FactKind kind, int arg) {
    visit_counts_note(&c->counts, keys_fact(c->pack, (Fact){kind, arg}));
}

/* Some trades are better known than others: the nearer the start of a shuffled list, the oftener.
 */
static int some_trade(SimulatedCrowd *c) {
    uint32_t count = (uint32_t)c->pack->trade_count, a = draw(&c->random, count),
             b = draw(&c->random, count);
    return (int)((a < b ? a : b) * 7 % count);
}

static void finish_quiz(SimulatedCrowd *c) {
    static const uint32_t LETTERS[QUIZ_LETTERS] = {31, 17, 14, 13, 14, 11},
                          FACETS[QUIZ_FACETS_MAX] = {18, 14, 15, 12, 9, 5, 13, 5, 4, 5, 5, 5};
    int first = pick(c, LETTERS, QUIZ_LETTERS), second = first;
    while (second == first)
        second = pick(c, LETTERS, QUIZ_LETTERS);
    note(c, FACT_QUIZ_DONE, 0);
    note(c, FACT_QUIZ_LETTER, first);
    note(c, FACT_QUIZ_PAIR, fact_pair(first, second).arg);
    note(c, FACT_QUIZ_FACET, pick(c, FACETS, c->pack->facet_count));
    if (chance(c, 9))
        note(c, FACT_QUIZ_FLAG, (int)draw(&c->random, 5));
    for (int i = 0; i < 5 && c->pack->trade_count; i++)
        note(c, FACT_TRADE_SUGGESTED, some_trade(c));
}

static void take_quiz(SimulatedCrowd *c) {
    int last =
        chance(c, 62)
            ? QUESTIONS
            : 1 + (int)(draw(&c->random, QUESTIONS) * draw(&c->random, QUESTIONS) / QUESTIONS);
    note(c, FACT_QUIZ_START, 0);
    note(c, FACT_QUIZ_ANSWER, last);
    if (last == QUESTIONS)
        finish_quiz(c);
}

/* Most see a film to its half, some to its end. */
static void watch_clip(SimulatedCrowd *c) {
    static const uint32_t QUARTERS[5] = {18, 17, 14, 11, 40};
    int clip = (int)draw(&c->random, (uint32_t)c->pack->clip_count), last = pick(c, QUARTERS, 5);
    for (int quarter = 0; quarter <= last; quarter++)
        note(c, FACT_VIDEO_WATCH, fact_watch(clip, quarter).arg);
}

/* The doors that are asked for most are few. */
static void seek_place(SimulatedCrowd *c) {
    const Plan *plan = &c->pack->plan;
    uint32_t count = (uint32_t)plan->space_count, a = draw(&c->random, count),
             b = draw(&c->random, count);
    int space = (int)(a < b ? a : b);
    if (plan->space[space].place)
        note(c, FACT_PLACE_SOUGHT, space);
}

/* One of a list, by `percent` of the visits; the nearer its start, the oftener. */
static void some_record(SimulatedCrowd *c, FactKind kind, int count, uint32_t percent) {
    if (!count || !chance(c, percent))
        return;
    uint32_t a = draw(&c->random, (uint32_t)count), b = draw(&c->random, (uint32_t)count);
    note(c, kind, (int)(a < b ? a : b));
}

static EndReason behave(SimulatedCrowd *c) {
    visit_counts_begin(&c->counts);
    note(c, FACT_VISIT_START, 0);
    if (c->pack->item_count && chance(c, 58))
        take_quiz(c);
    for (uint32_t i = draw(&c->random, 4); i > 0 && c->pack->trade_count; i--)
        note(c, FACT_TRADE_OPEN, some_trade(c));
    if (c->pack->topic_count && chance(c, 24))
        note(c, FACT_TOPIC_OPEN, (int)draw(&c->random, (uint32_t)c->pack->topic_count));
    some_record(c, FACT_COURSE_OPEN, c->pack->course_count, 31);
    some_record(c, FACT_LAB_OPEN, c->pack->lab_count, 12);
    some_record(c, FACT_DESK_SOUGHT, c->pack->desk_count, 17);
    if (c->keys.clip_count && chance(c, 35))
        watch_clip(c);
    if (c->keys.place_count && chance(c, 30))
        seek_place(c);
    static const uint32_t ENDS[END_REASON_COUNT] = {22, 47, 31};
    return (EndReason)pick(c, ENDS, END_REASON_COUNT);
}

/* ---- counting them --------------------------------------------------------------------------- */

static double total_weight(const Simulation *s) {
    double total = 0;
    for (Millis hour = s->from; hour < s->to; hour += CIVIL_HOUR)
        total += weight_of(hour);
    return total > 0 ? total : 1;
}

/* Hour by hour, so many that all have come when the time is over. */
static void live(const Simulation *s, SimulatedCrowd *crowd, Stats *stats) {
    double total = total_weight(s), so_far = 0;
    int64_t come = 0;
    for (Millis hour = s->from; hour < s->to; hour += CIVIL_HOUR) {
        stats_tick(stats, hour);
        so_far += weight_of(hour);
        for (int64_t due = (int64_t)floor((double)s->visits * so_far / total + 1e-9); come < due;
             come++) {
            EndReason reason = behave(crowd);
            stats_count(stats, &crowd->counts, reason,
                        chance(crowd, 7) ? langs_next(LANG_FIRST) : LANG_FIRST, hour);
        }
    }
    stats_tick(stats, s->to);
}

static void remove_file(const char *path) {
    char beside[PATH_BYTES + 8];
    unlink(path);
    snprintf(beside, sizeof beside, "%s-wal", path);
    unlink(beside);
}

bool simulate(const Simulation *s, Error *error) {
    if (s->live && access(s->live, F_OK) == 0)
        return error_set(error,
                         "%.200s : existe déjà, et c’est peut-être celui d’une borne ;"
                         " choisir un autre nom",
                         s->live);
    char own[PATH_BYTES];
    Arena arena = {0};
    SimulatedCrowd crowd = {.pack = s->pack,
                            .keys = keys_from(s->pack, PLAN_NONE, false, &arena),
                            .random = s->seed * 2 + 1};
    uint64_t random = s->seed * 2 + 2;
    snprintf(own, sizeof own, s->live ? "%s" : "%s.kiosk", s->live ? s->live : s->out);
    remove_file(own);
    Stats *stats = stats_open((StatsSpec){
        .path = own, .keys = crowd.keys, .draw = {draw, &random}, .now = s->from, .scratch = true});
    live(s, &crowd, stats);
    bool good = stats_state(stats) == STATS_WELL || error_set(error, "%s", stats_problem(stats));
    good = good && (!s->out || stats_export(stats, s->out, error));
    stats_close(stats);
    if (!good || !s->live)
        remove_file(own);
    arena_free(&arena);
    return good;
}
