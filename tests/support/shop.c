#include "support/shop.h"

#include "support/languages.h"

#include "stats/cells.h"
#include "support/draws.h"
#include "support/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char shop_path[64], shop_folder[] = "/tmp/azimut-stats-XXXXXX";

#define KEY(key, fr, en)                                                                           \
    {                                                                                              \
        .id = {(key), sizeof(key) - 1}, .name = {                                                  \
            {{(fr), sizeof(fr) - 1}, {(en), sizeof(en) - 1}}                                       \
        }                                                                                          \
    }

static const StatsKey TRADES[] = {
    KEY("soudage", "Soudage", "Welding"), KEY("usinage", "Usinage", "Machining"),
    KEY("moulage", "Moulage", "Moulding"), KEY("robots", "Robots", "Robots")};
static const StatsKey TOPICS[] = {KEY("former", "Se former", "Training")};
static const StatsKey CLIPS[] = {{.id = {"geste", 5},
                                  .name = {{{"Le geste", 8}, {"The gesture", 11}}},
                                  .trade = {"soudage", 7}}};
static const StatsKey FACETS[] = {KEY("M", "réparer", "repairing"), KEY("S", "souder", "welding"),
                                  KEY("L", "piloter", "running"), KEY("D", "dessiner", "drawing"),
                                  KEY("soin", "soigner", "caring")};
static const StatsKey COURSES[] = {KEY("bac-pro-usinage", "Usinage", "Machining"),
                                   KEY("cap-soudage", "Soudage", "Welding")};
static const StatsKey LABS[] = {KEY("fab-lab", "Fab-lab", "Fab lab")};
static const StatsKey DESKS[] = {KEY("stages", "Bureau des stages", "Internship desk")};
static const StatsKey PLACES[] = {KEY("atelier", "Atelier", "Workshop")};

void shop_clean(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s/*", shop_folder);
    assert_int_equal(system(command), 0);
}

int shop_setup(void **state) {
    (void)state;
    if (!mkdtemp(shop_folder))
        return -1;
    snprintf(shop_path, sizeof shop_path, "%s/stats.db", shop_folder);
    return 0;
}

int shop_teardown(void **state) {
    (void)state;
    shop_clean();
    return rmdir(shop_folder);
}

Millis shop_time(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

StatsSpec shop_spec(int trades, StatsDraw draw, Millis now) {
    return (StatsSpec){.path = shop_path,
                       .keys = {TRADES, TOPICS, CLIPS, PLACES, trades, 1, 1, 1, .facet = FACETS,
                                .facet_count = sizeof FACETS / sizeof *FACETS, .course = COURSES,
                                .course_count = 2, .lab = LABS, .lab_count = 1, .desk = DESKS,
                                .desk_count = 1},
                       .draw = draw,
                       .now = now,
                       .scratch = true}; /* what a power cut does is tested in crash_test.c */
}

void shop_visit(Stats *stats, bool done, Millis when) {
    VisitCounts counts;
    visit_counts_begin(&counts);
    const Fact facts[] = {{FACT_VISIT_START, 0}, {FACT_QUIZ_START, 0}, {FACT_QUIZ_ANSWER, 3},
                          {FACT_TRADE_OPEN, 0},  {FACT_TRADE_OPEN, 1}, {FACT_TOPIC_OPEN, 0},
                          {FACT_QUIZ_LETTER, 2}, {FACT_QUIZ_PAIR, 4}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        visit_counts_note(&counts, facts[i]);
    if (done)
        visit_counts_note(&counts, (Fact){FACT_QUIZ_DONE, 0});
    stats_count(stats, &counts, END_DONE, LANG_FR, when);
}

Stats *shop_open(void) {
    return stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-11-23T09:00")));
}

Stats *shop_open_noised(int trades, uint64_t *seed, Millis now) {
    return stats_open(shop_spec(trades, (StatsDraw){draw_splitmix, seed}, now));
}

void shop_visit_on(Stats *stats, bool done, const char *iso) {
    shop_visit(stats, done, shop_time(iso));
}

void shop_five_visits(Stats *stats, const char *iso) {
    for (int i = 0; i < STATS_BATCH; i++)
        shop_visit_on(stats, true, iso);
}

unsigned char *shop_bytes(long *count) {
    FILE *file = fopen(shop_path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *count = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc((size_t)*count);
    assert_int_equal(fread(bytes, 1, (size_t)*count, file), (size_t)*count);
    fclose(file);
    return bytes;
}

void shop_change(const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

bool shop_is_aside(void) {
    char aside[96];
    snprintf(aside, sizeof aside, "%s.unreadable-1", shop_path);
    return access(aside, F_OK) == 0;
}

static void read_row(sqlite3_stmt *stmt, ShopRow *row) {
    const unsigned char *n = sqlite3_column_blob(stmt, 3);
    snprintf(row->table, sizeof row->table, "%s", (const char *)sqlite3_column_text(stmt, 0));
    snprintf(row->period, sizeof row->period, "%s", (const char *)sqlite3_column_text(stmt, 1));
    snprintf(row->keys, sizeof row->keys, "%s", (const char *)sqlite3_column_text(stmt, 2));
    row->count = sqlite3_column_bytes(stmt, 3) / CELL_BYTES;
    assert_true(row->count <= 256);
    for (int i = 0; i < row->count; i++)
        row->n[i] = cell_get(n + i * CELL_BYTES);
    row->open = sqlite3_column_int(stmt, 4);
}

void shop_rows(void (*each)(void *self, const ShopRow *row), void *self) {
    sqlite3 *db;
    sqlite3_stmt *stmt;
    ShopRow row;
    assert_int_equal(sqlite3_open_v2(shop_path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(
                         db,
                         "SELECT tbl, period, keys, n, 1 FROM open JOIN dict ON dict = id UNION ALL"
                         " SELECT tbl, period, keys, n, 0 FROM released JOIN dict ON dict = id",
                         -1, &stmt, NULL),
                     SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        read_row(stmt, &row);
        each(self, &row);
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

typedef struct Wanted {
    const char *table, *period, *key;
    int value, found;
} Wanted;

static void look(void *self, const ShopRow *row) {
    Wanted *w = self;
    if (strcmp(row->table, w->table) != 0 || strcmp(row->period, w->period) != 0)
        return;
    Arena arena = {0};
    KeyList keys = key_list_read(slice_from(row->keys), &arena);
    int index = key_list_find(&keys, slice_from(w->key));
    assert_int_equal(keys.count, row->count);
    if (index >= 0)
        w->value = row->n[index];
    w->found++;
    arena_free(&arena);
}

int shop_cell(const char *table, const char *period, const char *key) {
    Wanted w = {table, period, key, -1000, 0};
    shop_rows(look, &w);
    assert_true(w.found <= 1); /* open or released, never both */
    return w.value;
}

static void count_rows(void *self, const ShopRow *row) {
    ((int *)self)[row->open]++;
}

int shop_count(bool open) {
    int rows[2] = {0};
    shop_rows(count_rows, rows);
    return rows[open];
}
