/* How long a visit takes to count, and a report over five years of fifty kiosks, each beside its
   peer: a bare UPDATE of the same cells, and the same figures from a table of raw events at ten
   visits a day. usage: counting DIR */
#include "report/merge.h"
#include "report/report.h"
#include "stats/stats.h"
#include "tools/bench/took.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define VISITS 2000
#define KIOSKS 50
#define YEARS 5
#define WHEN ((Millis)1795478400000) /* 2026-11-24, a Tuesday */
#define TRADES 24
#define EVENTS_A_DAY 60 /* of one kiosk: ten visits of six events */

static char folder[256];

static uint32_t below(void *self, uint32_t bound) {
    (void)self;
    return randombytes_uniform(bound);
}

static const char *in(const char *name) {
    static char path[4][320];
    static int at;
    at = (at + 1) % 4;
    snprintf(path[at], sizeof path[at], "%s/%s", folder, name);
    return path[at];
}

static StatsKeys keys_of_a_pack(void) {
    static char id[TRADES][8];
    static StatsKey trade[TRADES];
    for (int i = 0; i < TRADES; i++) {
        snprintf(id[i], sizeof id[i], "t%d", i);
        trade[i] =
            (StatsKey){.id = slice_from(id[i]), .name = {{slice_from(id[i]), slice_from(id[i])}}};
    }
    return (StatsKeys){.trade = trade, .topic = trade, .trade_count = TRADES, .topic_count = 4};
}

static Stats *open_stats(const char *name, Millis now, bool scratch, bool own_thread) {
    return stats_open(
        (StatsSpec){in(name), keys_of_a_pack(), {below, NULL}, now, scratch, own_thread});
}

static void visit_counts_visit(VisitCounts *counts) {
    visit_counts_begin(counts);
    const Fact facts[] = {{FACT_VISIT_START, 0}, {FACT_QUIZ_START, 0},      {FACT_QUIZ_ANSWER, 24},
                          {FACT_QUIZ_DONE, 0},   {FACT_QUIZ_LETTER, 2},     {FACT_QUIZ_PAIR, 4},
                          {FACT_QUIZ_FACET, 3},  {FACT_TRADE_SUGGESTED, 3}, {FACT_TRADE_OPEN, 5},
                          {FACT_TRADE_OPEN, 6},  {FACT_TOPIC_OPEN, 1}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        visit_counts_note(counts, facts[i]);
}

/* ---- counting -------------------------------------------------------------------------------- */

/* What the visitor's thread waits: half of the visits wait less, and 99 of a hundred, as they come,
 * two milliseconds apart. */
static void count_on_the_thread_of_the_page(double *half, double *most) {
    static double took[VISITS / 4];
    VisitCounts counts;
    visit_counts_visit(&counts);
    Stats *stats = open_stats("page.db", WHEN, false, true);
    for (int i = 0; i < VISITS / 4; i++) {
        double since = ms_of(CLOCK_MONOTONIC);
        stats_count(stats, &counts, END_DONE, LANG_FIRST, WHEN);
        took[i] = ms_of(CLOCK_MONOTONIC) - since;
        usleep(2000);
    }
    stats_close(stats);
    took_sort(took, VISITS / 4);
    *half = took[VISITS / 8] * 1e3;
    *most = took[VISITS / 4 * 99 / 100] * 1e3;
}

static double count_into_the_file(void) {
    VisitCounts counts;
    visit_counts_visit(&counts);
    Stats *stats = open_stats("own.db", WHEN, false, false);
    double since = ms_of(CLOCK_MONOTONIC);
    for (int i = 0; i < VISITS; i++)
        stats_count(stats, &counts, END_DONE, LANG_FIRST, WHEN);
    double took = ms_of(CLOCK_MONOTONIC) - since;
    stats_close(stats);
    return took * 1e3 / VISITS;
}

static void must(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        exit(1);
    }
}

/* The same cells, one row each, updated by a prepared statement; the same journal, five visits to a
 * transaction. */
static double bare_update(void) {
    sqlite3 *db;
    sqlite3_stmt *update;
    sqlite3_open(in("bare.db"), &db);
    must(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
             "CREATE TABLE counter(tbl TEXT, period TEXT, key TEXT, n INTEGER, PRIMARY KEY(tbl, "
             "period, key)) WITHOUT ROWID;"
             "WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 199)"
             " INSERT INTO counter SELECT 'table' || (i % 11), '2026-11-24', 'key' || (i / 11), 0 "
             "FROM c;");
    sqlite3_prepare_v2(
        db,
        "UPDATE counter SET n = n + 1 WHERE tbl = ?1 AND period = '2026-11-24' AND key = 'key3'",
        -1, &update, NULL);
    double since = ms_of(CLOCK_MONOTONIC);
    for (int i = 0; i < VISITS; i++) {
        if (i % 5 == 0)
            must(db, "BEGIN IMMEDIATE");
        for (int table = 0; table < 11; table++) {
            char name[16];
            snprintf(name, sizeof name, "table%d", table);
            sqlite3_bind_text(update, 1, name, -1, SQLITE_TRANSIENT);
            sqlite3_step(update);
            sqlite3_reset(update);
        }
        if (i % 5 == 4)
            must(db, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    }
    double took = ms_of(CLOCK_MONOTONIC) - since;
    sqlite3_finalize(update);
    sqlite3_close(db);
    return took * 1e3 / VISITS;
}

/* ---- a report -------------------------------------------------------------------------------- */

/* A kiosk forgets after 25 months: the archive of five years is made of exports of each year. */
static void export_year(int year) {
    char name[32], iso[16];
    Millis from;
    Error error;
    snprintf(name, sizeof name, "year%d.db", year);
    snprintf(iso, sizeof iso, "%d-01-01", 2021 + year);
    civil_parse(iso, &from);
    Stats *stats = open_stats("kiosk.db", from, true, false);
    for (int day = 1; day <= 365; day++)
        stats_tick(stats, from + day * CIVIL_DAY);
    if (!stats_export(stats, in(name), &error))
        exit(fprintf(stderr, "%s\n", error.text));
    stats_close(stats);
    unlink(in("kiosk.db"));
}

static void make_archive(void) {
    char sql[1200];
    sqlite3 *db = NULL;
    for (int year = 0; year < YEARS; year++)
        export_year(year);
    for (int year = 0; year < YEARS; year++) {
        char *one[] = {
            strdup(in("archive.db")),
            strdup(in((char[]){'y', 'e', 'a', 'r', (char)('0' + year), '.', 'd', 'b', 0}))};
        MergeCount merged;
        Error error;
        if (!merge_files(one[0], year ? one : one + 1, year ? 2 : 1, &merged, &error))
            exit(fprintf(stderr, "%s\n", error.text));
        free(one[0]);
        free(one[1]);
    }
    sqlite3_open(in("archive.db"), &db);
    snprintf(sql, sizeof sql,
             "BEGIN; CREATE TEMP TABLE once AS SELECT tbl, period, dict, n FROM released; DELETE "
             "FROM released; DELETE FROM kiosk;"
             "WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < %d)"
             " INSERT INTO kiosk SELECT printf('%%016x', i), 0 FROM k;"
             "INSERT INTO released SELECT tbl, period, kiosk.id, dict, n FROM once, kiosk ORDER BY "
             "tbl, period, kiosk.id; COMMIT; VACUUM",
             KIOSKS);
    must(db, sql);
    sqlite3_close(db);
}

static double report_on_archive(void) {
    Arena arena = {0};
    Error error;
    Figures *figures = arena_new(&arena, Figures);
    double since = ms_of(CLOCK_PROCESS_CPUTIME_ID);
    if (!figures_read(in("archive.db"), (FiguresWish){0}, &arena, figures, &error) ||
        !report_write_html(in("report.html"), figures, LANG_FIRST, &arena, &error))
        exit(fprintf(stderr, "%s\n", error.text));
    double took = ms_of(CLOCK_PROCESS_CPUTIME_ID) - since;
    arena_free(&arena);
    return took;
}

/* What others keep: a row for every event. Then the counts of each kind and key in the four spans
 * and those before them. */
static double report_on_events(void) {
    char sql[900];
    sqlite3 *db;
    sqlite3_open(in("events.db"), &db);
    snprintf(
        sql, sizeof sql,
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE TABLE event(at INTEGER, kiosk INTEGER, kind INTEGER, key INTEGER); BEGIN;"
        "WITH RECURSIVE d(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM d WHERE i < %d)"
        " INSERT INTO event SELECT i / %d, i %% %d, i %% 13, abs(random()) %% 24 FROM d; COMMIT;"
        "CREATE INDEX event_kind ON event(kind, at, key)",
        365 * YEARS * KIOSKS * EVENTS_A_DAY - 1, KIOSKS * EVENTS_A_DAY, KIOSKS);
    must(db, sql);
    static const int SPANS[][2] = {{30, 0},  {60, 30},   {91, 0},   {182, 91},
                                   {365, 0}, {730, 365}, {10000, 0}};
    double since = ms_of(CLOCK_PROCESS_CPUTIME_ID);
    for (int kind = 0; kind < 13; kind++)
        for (size_t s = 0; s < sizeof SPANS / sizeof *SPANS; s++) {
            snprintf(sql, sizeof sql,
                     "SELECT key, count(*) FROM event WHERE kind = %d AND at >= %d AND at < %d "
                     "GROUP BY key",
                     kind, 365 * YEARS - SPANS[s][0], 365 * YEARS - SPANS[s][1]);
            must(db, sql);
        }
    double took = ms_of(CLOCK_PROCESS_CPUTIME_ID) - since;
    sqlite3_close(db);
    return took;
}

int main(int argc, char **argv) {
    if (argc < 2 || sodium_init() < 0) {
        fprintf(stderr, "usage: counting DIR\n");
        return 2;
    }
    snprintf(folder, sizeof folder, "%s/counting-XXXXXX", argv[1]);
    if (!mkdtemp(folder))
        return 1;
    double half, most;
    count_on_the_thread_of_the_page(&half, &most);
    printf("count_page_p50_us %.2f 5\ncount_page_p99_us %.2f 5\n", half, most);
    printf("count_file_us %.1f %.1f\n", count_into_the_file(), bare_update());
    make_archive();
    printf("report_5y_ms %.0f %.0f\n", report_on_archive(), report_on_events());
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}
