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

/* A kiosk of three trades on the file, on 23 November 2026 at nine, without noise. */
Stats *shop_open(void);
/* One of so many trades, with noise that is the same for the same seed. */
Stats *shop_open_noised(int trades, uint64_t *seed, Millis now);
void shop_visit_on(Stats *stats, bool done, const char *iso);
void shop_five_visits(Stats *stats, const char *iso); /* as many as go to the disk together */

unsigned char *shop_bytes(long *count); /* of the file; to be freed */
void shop_change(const char *sql);      /* what is done to the file, which must be shut */
bool shop_is_aside(void);               /* was the file moved aside? */

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
