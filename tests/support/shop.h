/* A statistics file to test on: a small pack's keys, one kind of visit, and a look at every row. */
#pragma once

#include "stats/stats.h"

extern char shop_path[64];
extern char shop_folder[];

int shop_setup(void **state); /* for cmocka_run_group_tests */
int shop_teardown(void **state);
void shop_clean(void);

Millis shop_time(const char *iso);

/* A kiosk whose pack has so many trades, 0 to 4, and one topic, clip,
 * place, lab and desk, and two courses. */
StatsSpec shop_spec(int trades, StatsDraw draw, Millis now);

/* One visit that starts the quiz and gets to question 3, finishes it if `done`, opens two trades
 * and ends with its letter at A. */
void shop_visit(Stats *stats, bool done, Millis when);

typedef struct ShopRow {
    char table[16], period[16], keys[2048];
    int count;
    int32_t n[256];
    bool open;
} ShopRow;

/* Every row of the file, calling `each` with it. The file must be shut. */
void shop_rows(void (*each)(void *self, const ShopRow *row), void *self);

/* What a counter stands at, open or released; -1000 when there is none. */
int shop_cell(const char *table, const char *period, const char *key);
int shop_count(bool open); /* rows */
