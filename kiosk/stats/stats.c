#include "stats/stats.h"

#include "base/log.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STATS_APPLICATION_ID 0x415A5354 /* "AZST" */
#define STATS_FORMAT 1
#define PENDING_VISITS 5 /* written together, so that the file does not tell when one visit ended */
#define CELLS_MAX 256    /* of the pending visits: each touches at most eight */
#define KEY_BYTES 80
#define PROBLEM_BYTES 256
#define MS_PER_HOUR 3600000

/* One counter: a table of the statistics, the period it belongs to, what is counted. */
typedef struct Cell {
    char table[16], period[24], key[KEY_BYTES];
    int count;
} Cell;

struct Stats {
    sqlite3 *db; /* the only connection there ever is: two would meet the WAL-reset fault of SQLite 3.40 */
    StatsKeys keys;
    StatsDraw draw;
    Cell cell[CELLS_MAX];
    int cells, visits;
    Millis hour; /* of the pending visits */
    char problem[PROBLEM_BYTES];
};

static void lose(Stats *stats, const char *why) {
    snprintf(stats->problem, sizeof stats->problem, "visits are not being counted: %s", why);
    log_line("stats", "%s", stats->problem);
}

/* ---- the file ------------------------------------------------------------------------------------------------------------- */

static bool run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    int value = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
        value = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    return value;
}

static bool make_tables(sqlite3 *db) {
    char sql[256];
    snprintf(sql, sizeof sql, "PRAGMA application_id=%d; PRAGMA user_version=%d;", STATS_APPLICATION_ID, STATS_FORMAT);
    return run(db, "BEGIN; CREATE TABLE counter(tbl TEXT NOT NULL, period TEXT NOT NULL, key TEXT NOT NULL,"
                   " n INTEGER NOT NULL, PRIMARY KEY(tbl, period, key)) STRICT, WITHOUT ROWID;") &&
           run(db, sql) && run(db, "COMMIT");
}

static bool is_new(sqlite3 *db) {
    return number(db, "SELECT count(*) FROM sqlite_schema") == 0 && number(db, "PRAGMA application_id") == 0;
}

static bool is_ours(sqlite3 *db) {
    return number(db, "PRAGMA application_id") == STATS_APPLICATION_ID && number(db, "PRAGMA user_version") == STATS_FORMAT &&
           number(db, "SELECT count(*) FROM sqlite_schema WHERE name='counter'") == 1;
}

/* Exclusive before the first access, so that no shared-memory file is made and nobody else gets in. */
static sqlite3 *connect(const char *path) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
        run(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;"))
        return db;
    sqlite3_close(db);
    return NULL;
}

/* What cannot be read is somebody's data all the same: out of the way, never overwritten. */
static bool move_aside(const char *path) {
    char aside[4200];
    for (int n = 1; n < 1000; n++) {
        snprintf(aside, sizeof aside, "%s.unreadable-%d", path, n);
        if (access(aside, F_OK) != 0) {
            log_line("stats", "%s cannot be read and is kept as %s", path, aside);
            return rename(path, aside) == 0;
        }
    }
    return false;
}

/* Foreign, damaged or newer; a file without a right to write is not: that is the installer's to mend. */
static bool is_unreadable(const char *path, sqlite3 *db) {
    struct stat info;
    return lstat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, R_OK | W_OK) == 0 &&
           !(db && (is_new(db) || is_ours(db)));
}

static sqlite3 *open_file(const char *path) {
    sqlite3 *db = connect(path);
    if (is_unreadable(path, db)) {
        sqlite3_close(db);
        db = move_aside(path) ? connect(path) : NULL;
    }
    if (db && ((is_new(db) && make_tables(db)) || is_ours(db)))
        return db;
    sqlite3_close(db);
    return NULL;
}

Stats *stats_open(const char *path, StatsKeys keys, StatsDraw draw) {
    Stats *stats = calloc(1, sizeof *stats);
    if (!stats)
        abort();
    stats->keys = keys;
    stats->draw = draw;
    if (!path)
        return stats;
    stats->db = open_file(path);
    if (stats->db && sqlite3_db_readonly(stats->db, "main")) {
        sqlite3_close(stats->db);
        stats->db = NULL;
    }
    if (!stats->db) {
        char why[PROBLEM_BYTES / 2];
        snprintf(why, sizeof why, "%.100s cannot be written", path);
        lose(stats, why);
    }
    return stats;
}

/* ---- writing -------------------------------------------------------------------------------------------------------------- */

static bool write_cells(Stats *stats) {
    sqlite3_stmt *stmt = NULL;
    bool good = sqlite3_prepare_v2(stats->db,
                                   "INSERT INTO counter VALUES(?1, ?2, ?3, ?4)"
                                   " ON CONFLICT DO UPDATE SET n = n + excluded.n",
                                   -1, &stmt, NULL) == SQLITE_OK;
    for (int i = 0; i < stats->cells && good; i++) {
        const Cell *cell = &stats->cell[i];
        sqlite3_bind_text(stmt, 1, cell->table, -1, SQLITE_STATIC);
        sqlite3_bind_text(stmt, 2, cell->period, -1, SQLITE_STATIC);
        sqlite3_bind_text(stmt, 3, cell->key, -1, SQLITE_STATIC);
        sqlite3_bind_int(stmt, 4, cell->count);
        good = sqlite3_step(stmt) == SQLITE_DONE;
        sqlite3_reset(stmt);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* All or nothing. Then the file is laid out anew, because the place of a row would tell when it was first counted, and the
   write-ahead log is emptied, because it would keep every value a counter ever had. */
static void flush(Stats *stats) {
    if (!stats->db || !stats->cells) {
        stats->cells = stats->visits = 0;
        return;
    }
    bool good = run(stats->db, "BEGIN IMMEDIATE") && write_cells(stats) && run(stats->db, "COMMIT");
    if (!good) {
        lose(stats, sqlite3_errmsg(stats->db));
        run(stats->db, "ROLLBACK");
        if (stats->cells > CELLS_MAX / 2)
            stats->cells = 0; /* the disk stays full: what cannot be written is lost, the kiosk goes on */
        stats->visits = 0;
        return;
    }
    stats->problem[0] = 0;
    stats->cells = stats->visits = 0;
    run(stats->db, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

void stats_close(Stats *stats) {
    if (!stats)
        return;
    flush(stats);
    sqlite3_close(stats->db);
    free(stats);
}

/* ---- counting ------------------------------------------------------------------------------------------------------------- */

static void bump(Stats *stats, const char *table, const char *period, const char *key) {
    for (int i = 0; i < stats->cells; i++) {
        Cell *cell = &stats->cell[i];
        if (strcmp(cell->table, table) == 0 && strcmp(cell->period, period) == 0 && strcmp(cell->key, key) == 0) {
            cell->count++;
            return;
        }
    }
    if (stats->cells == CELLS_MAX)
        return;
    Cell *cell = &stats->cell[stats->cells++];
    snprintf(cell->table, sizeof cell->table, "%s", table);
    snprintf(cell->period, sizeof cell->period, "%s", period);
    snprintf(cell->key, sizeof cell->key, "%s", key);
    cell->count = 1;
}

/* One member drawn at random: whatever a visit opened, it weighs one. */
static void bump_one(Stats *stats, const char *table, const char *period, const RecordSet *set, const Slice *keys,
                     int key_count) {
    int count = record_set_count(set);
    if (!count)
        return;
    int index = record_set_nth(set, (int)stats->draw.below(stats->draw.self, (uint32_t)count));
    if (index < 0 || index >= key_count)
        return;
    char key[KEY_BYTES];
    snprintf(key, sizeof key, SLICE_FMT, SLICE_ARG(keys[index]));
    bump(stats, table, period, key);
}

typedef struct Periods {
    char hour[24], day[24], week[24], month[24];
} Periods;

static Periods periods_of(Millis when) {
    Periods p;
    Civil c = civil_from(when);
    int week_year, week = civil_week(c, &week_year);
    unsigned year = (unsigned)c.year % 10000;
    snprintf(p.hour, sizeof p.hour, "%04u-%02d-%02dT%02d", year, c.month % 100, c.day % 100, c.hour % 100);
    snprintf(p.day, sizeof p.day, "%04u-%02d-%02d", year, c.month % 100, c.day % 100);
    snprintf(p.week, sizeof p.week, "%04u-W%02d", (unsigned)week_year % 10000, week % 100);
    snprintf(p.month, sizeof p.month, "%04u-%02d", year, c.month % 100);
    return p;
}

static void count_activity(Stats *stats, const Periods *p, EndReason reason, Lang lang) {
    static const char *const REASONS[END_REASON_COUNT] = {"done", "idle", "home"};
    char key[KEY_BYTES];
    snprintf(key, sizeof key, "start %s", LANG_CODE[lang]);
    bump(stats, "activity", p->hour, key);
    snprintf(key, sizeof key, "end %s", REASONS[reason]);
    bump(stats, "activity", p->hour, key);
}

static void count_quiz(Stats *stats, const Periods *p, const Tally *tally) {
    char key[KEY_BYTES];
    if (tally->quiz_done)
        snprintf(key, sizeof key, "done");
    else
        snprintf(key, sizeof key, "%02d", tally->answers);
    bump(stats, "funnel", p->day, key);
    if (tally->letter != TALLY_NONE) {
        snprintf(key, sizeof key, "%c", "RIASEC"[tally->letter % 6]);
        bump(stats, "letter", p->week, key);
    }
    if (tally->pair != TALLY_NONE) {
        snprintf(key, sizeof key, "%c%c", "RIASEC"[tally->pair / 6 % 6], "RIASEC"[tally->pair % 6]);
        bump(stats, "pair", p->week, key);
    }
}

void stats_count(Stats *stats, const Tally *tally, EndReason reason, Lang lang, Millis when) {
    if (!tally->begun)
        return;
    Millis hour = when / MS_PER_HOUR;
    if (hour != stats->hour)
        flush(stats);
    stats->hour = hour;
    Periods p = periods_of(when);
    count_activity(stats, &p, reason, lang);
    if (tally->quiz_begun)
        count_quiz(stats, &p, tally);
    bump_one(stats, "suggested", p.month, &tally->suggested, stats->keys.trade, stats->keys.trade_count);
    bump_one(stats, "opened", p.month, &tally->opened, stats->keys.trade, stats->keys.trade_count);
    bump_one(stats, "topic", p.month, &tally->topics, stats->keys.topic, stats->keys.topic_count);
    if (++stats->visits >= PENDING_VISITS)
        flush(stats);
}

const char *stats_problem(const Stats *stats) {
    return stats->problem;
}
