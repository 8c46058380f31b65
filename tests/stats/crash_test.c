/* A7: the power goes at every write, one after the other: never corrupt, nothing acknowledged lost,
 * no period released twice. */
#include "stats/cells.h"
#include "stats/stats.h"

#include "support/crash_vfs.h"
#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define DAYS 4
#define RELEASED 200

static uint64_t seed;
static StatsDraw draw;
static bool careless; /* does not wait for the disk: what the tests must be able to catch */

static Stats *open_at(Millis now) {
    StatsSpec spec = shop_spec(3, draw, now);
    spec.scratch = careless;
    return stats_open(spec);
}

/* ---- what is known of the file --------------------------------------------------------------- */

typedef struct Known {
    struct {
        char name[40];
        uint64_t hash;
    } released[RELEASED];
    int count, visits;
} Known;

static int sum_of(const unsigned char *n, int bytes) {
    int sum = 0;
    for (int i = 0; i < bytes; i += CELL_BYTES)
        sum += cell_get(n + i);
    return sum;
}

static void learn(Known *known, sqlite3_stmt *row) {
    const unsigned char *n = sqlite3_column_blob(row, 2);
    int bytes = sqlite3_column_bytes(row, 2);
    if (strcmp((const char *)sqlite3_column_text(row, 0), "end") == 0)
        known->visits += sum_of(n, bytes);
    if (sqlite3_column_int(row, 3))
        return;
    assert_true(known->count < RELEASED);
    snprintf(known->released[known->count].name, 40, "%s %s",
             (const char *)sqlite3_column_text(row, 0), (const char *)sqlite3_column_text(row, 1));
    known->released[known->count++].hash = slice_hash((Slice){(const char *)n, bytes}, 0);
}

static Known look(void) {
    Known known = {0};
    sqlite3 *db;
    sqlite3_stmt *row;
    assert_int_equal(sqlite3_open(shop_path, &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL);
    if (sqlite3_prepare_v2(
            db,
            "SELECT tbl, period, n, 1 FROM open UNION ALL SELECT tbl, period, n, 0 FROM released",
            -1, &row, NULL) == SQLITE_OK)
        while (sqlite3_step(row) == SQLITE_ROW)
            learn(&known, row);
    sqlite3_finalize(row);
    sqlite3_close(db);
    return known;
}

static void assert_still_there(const Known *before, const Known *after) {
    for (int i = 0; i < before->count; i++) {
        int found = 0;
        for (int k = 0; k < after->count; k++)
            if (strcmp(before->released[i].name, after->released[k].name) == 0) {
                assert_true(before->released[i].hash == after->released[k].hash);
                found++;
            }
        assert_int_equal(found, 1);
    }
}

/* ---- lives ----------------------------------------------------------------------------------- */

/* Five visits a day, some days long; what was written before the power went is acknowledged. */
typedef struct Life {
    int counted, acknowledged;
} Life;

static Life live(Millis from) {
    Life life = {0};
    Stats *stats = open_at(from);
    for (int day = 0; day < DAYS && !crash_vfs_is_dead(); day++)
        for (int v = 0; v < 5; v++) {
            shop_visit(stats, true, from + day * CIVIL_DAY);
            life.counted++;
            if (life.counted % 5 == 0 && !crash_vfs_is_dead() && !stats_problem(stats)[0])
                life.acknowledged = life.counted;
        }
    stats_close(stats);
    return life;
}

static long operations_of_a_life(void) {
    crash_vfs_begin(0, 1);
    live(shop_time("2026-11-26"));
    return crash_vfs_operations();
}

static void test_the_power_goes_at_every_write(void **state) {
    (void)state;
    draw = (StatsDraw){draw_quiet, NULL}; /* no noise: what is lost shows */
    long all = operations_of_a_life();
    assert_true(all > 100);
    for (long fuse = 1; fuse <= all; fuse++)
        for (int way = 0; way < 3; way++) {
            crash_vfs_begin(fuse, (uint64_t)(fuse * 7 + way));
            Life life = live(shop_time("2026-11-26"));
            assert_true(crash_vfs_is_dead());
            crash_vfs_restart();
            Stats *stats = open_at(shop_time("2026-11-26") + DAYS * CIVIL_DAY);
            assert_string_equal(stats_problem(stats), ""); /* not corrupt, written again */
            stats_close(stats);
            Known after = look();
            assert_true(after.visits >= life.acknowledged);
            assert_true(after.visits <= life.counted);
        }
}

/* The same lives without waiting for the disk lose visits or the whole file: the disk above is hard
 * enough to show it. */
static void test_carelessness_would_show(void **state) {
    (void)state;
    draw = (StatsDraw){draw_quiet, NULL};
    careless = true;
    long all = operations_of_a_life();
    int lost = 0;
    for (long fuse = 1; fuse <= all; fuse++) {
        crash_vfs_begin(fuse, (uint64_t)fuse);
        Life life = live(shop_time("2026-11-26"));
        crash_vfs_restart();
        Stats *stats = open_at(shop_time("2026-11-26") + DAYS * CIVIL_DAY);
        bool broken = stats_problem(stats)[0];
        stats_close(stats);
        lost += broken || look().visits < life.acknowledged;
    }
    careless = false;
    assert_true(lost > 0);
}

static void test_no_crash_releases_twice(void **state) {
    (void)state;
    draw = (StatsDraw){draw_splitmix, &seed}; /* a second release would have other noise */
    seed = 3;
    long all = operations_of_a_life();
    for (long fuse = 1; fuse <= all; fuse++) {
        seed = (uint64_t)fuse;
        crash_vfs_begin(fuse, (uint64_t)fuse * 11);
        live(shop_time("2026-11-26"));
        crash_vfs_restart();
        Known found = look(); /* somebody may have seen these */
        for (int again = 0; again < 2; again++)
            live(shop_time("2026-11-27") + again * CIVIL_DAY);
        Known after = look();
        assert_still_there(&found, &after);
        for (int i = 0; i < after.count; i++)
            for (int k = 0; k < i; k++)
                assert_string_not_equal(after.released[i].name, after.released[k].name);
    }
}

static int setup(void **state) {
    crash_vfs_install();
    return shop_setup(state); /* the name is a file's, what is in it the crashing disk's */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_power_goes_at_every_write),
        cmocka_unit_test(test_carelessness_would_show),
        cmocka_unit_test(test_no_crash_releases_twice),
    };
    return cmocka_run_group_tests(tests, setup, shop_teardown);
}
