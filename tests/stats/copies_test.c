/* Somebody takes copies of the live file, as a backup would: the difference of two is exact, so
   that it must hold five visits or more, or come with the noise of a release. */
#include "stats/stats_file.h"
#include "stats/stats.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 400

/* ---- a copy ---------------------------------------------------------------------------------- */

/* Of the tables into which every visit goes once: how many visits each open period holds. */
typedef struct Copy {
    struct {
        char name[40];
        int visits;
    } row[ROWS];
    int count;
} Copy;

static void note(void *self, const ShopRow *row) {
    static const char *const ALL[] = {"end", "activity", "language"};
    Copy *copy = self;
    int visits = 0;
    bool holds_all = false;
    for (int i = 0; i < 3; i++)
        holds_all |= strcmp(row->table, ALL[i]) == 0;
    if (!row->open || !holds_all)
        return;
    assert_true(copy->count < ROWS);
    for (int i = 0; i < row->count; i++)
        visits += row->n[i];
    snprintf(copy->row[copy->count].name, 40, "%s %s", row->table, row->period);
    copy->row[copy->count++].visits = visits;
}

static void copy_bytes(const char *from, const char *to) {
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(out);
    for (int c; in && (c = getc(in)) != EOF;)
        putc(c, out);
    if (in)
        fclose(in);
    fclose(out);
}

/* The bytes as they lie there, the log with them, read elsewhere. */
static void take(Copy *copy) {
    char live[64], log[80], copied_log[80];
    memcpy(live, shop_path, sizeof live);
    snprintf(log, sizeof log, "%s-wal", live);
    snprintf(shop_path, sizeof shop_path, "%s/copy.db", shop_folder);
    snprintf(copied_log, sizeof copied_log, "%s-wal", shop_path);
    copy_bytes(live, shop_path);
    copy_bytes(log, copied_log);
    copy->count = 0;
    shop_rows(note, copy);
    memcpy(shop_path, live, sizeof live);
}

static int visits_in(const Copy *copy, const char *name) {
    for (int i = 0; i < copy->count; i++)
        if (strcmp(copy->row[i].name, name) == 0)
            return copy->row[i].visits;
    return 0;
}

/* The fewest visits by which an open period differs in the later copy, if it does. */
static int fewest(const Copy *before, const Copy *after) {
    int least = 1000;
    for (int i = 0; i < after->count; i++) {
        int more = after->row[i].visits - visits_in(before, after->row[i].name);
        if (more && abs(more) < least)
            least = abs(more);
    }
    return least;
}

/* ---- a life under watch ---------------------------------------------------------------------- */

static Stats *open_at(Millis now) {
    return stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, now));
}

/* One thing that happens to a kiosk: mostly visits, sometimes an hour, a night, a stop, a wrong
   clock. */
static Stats *happen(Stats *stats, uint64_t *seed, Millis *now, Millis *leap) {
    uint32_t what = draw_splitmix(seed, 100);
    *now += what < 70   ? (Millis)draw_splitmix(seed, 20) * CIVIL_MINUTE
            : what < 90 ? CIVIL_HOUR
                        : 16 * CIVIL_HOUR;
    if (what == 99)
        *leap = *leap ? 0 : 4000 * CIVIL_DAY;
    if (what < 70)
        shop_visit(stats, what % 2, *now + *leap);
    else
        stats_tick(stats, *now + *leap);
    if (what < 92)
        return stats;
    stats_close(stats);
    return open_at(*now + *leap);
}

static void test_no_two_copies_differ_by_fewer_than_five(void **state) {
    (void)state;
    static Copy copy[2];
    uint64_t seed = 17;
    Millis now = shop_time("2026-11-02T08:00"), leap = 0;
    int differences = 0;
    shop_clean();
    Stats *stats = open_at(now);
    take(&copy[0]);
    for (int i = 1; i <= 500; i++) {
        stats = happen(stats, &seed, &now, &leap);
        take(&copy[i % 2]);
        int least = fewest(&copy[(i + 1) % 2], &copy[i % 2]);
        assert_true(least >= STATS_BATCH);
        differences += least < 1000;
    }
    stats_close(stats);
    assert_true(differences > 50); /* there was something to see */
}

/* What two copies give away when a visit is written as it ends: the watch above sees it. */
static void test_a_visit_written_alone_would_be_seen(void **state) {
    (void)state;
    static Copy copy[2];
    Error error;
    StatsTrouble trouble;
    atomic_uint events = 0;
    Arena arena = {0};
    Millis now = shop_time("2026-11-02T08:00");
    StatsSpec spec = shop_spec(3, (StatsDraw){draw_quiet, NULL}, now);
    KeyList lists[TABLE_COUNT];
    for (int t = 0; t < TABLE_COUNT; t++)
        lists[t] = table_keys((TableId)t, &spec.keys, &arena);
    shop_clean();
    StatsFile *stats_file =
        stats_file_open((StatsFileSpec){shop_path, spec.draw, now, true, &events}, &spec.keys,
                        lists, &trouble, &error);
    assert_non_null(stats_file);
    take(&copy[0]);
    const int32_t one[2] = {0, 1};
    Addition alone = {TABLE_END, period_at(PERIOD_DAY, now), one};
    assert_int_equal(stats_file_write(stats_file, &alone, 1, now, &error), STATS_GOOD);
    take(&copy[1]);
    assert_int_equal(fewest(&copy[0], &copy[1]), 1);
    stats_file_close(stats_file);
    arena_free(&arena);
}

/* Three visits of a day that ends go with its release, and the week and the month wait for two
   more. */
static void test_the_few_of_a_day_go_with_its_release(void **state) {
    (void)state;
    shop_clean();
    Stats *stats = open_at(shop_time("2026-11-23T09:00"));
    for (int i = 0; i < 3; i++)
        shop_visit(stats, true, shop_time("2026-11-23T15:00"));
    stats_tick(stats, shop_time("2026-11-24T00:00"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-23", "quiz"), 3);
    assert_int_equal(shop_cell("letter", "2026-W48", "A"), 0); /* let go at the stop */
    assert_int_equal(shop_cell("activity", "2026-11", "15 done"), 0);
    stats = open_at(shop_time("2026-11-24T09:00"));
    for (int i = 0; i < 3; i++)
        shop_visit(stats, true, shop_time("2026-11-24T15:00"));
    stats_tick(stats, shop_time("2026-11-25T00:00"));
    for (int i = 0; i < 2; i++)
        shop_visit(stats, true, shop_time("2026-11-25T15:00"));
    stats_close(stats);
    assert_int_equal(shop_cell("end", "2026-11-25", "quiz"), 0);
    assert_int_equal(shop_cell("letter", "2026-W48", "A"), 5);
    assert_int_equal(shop_cell("activity", "2026-11", "15 done"), 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_two_copies_differ_by_fewer_than_five),
        cmocka_unit_test(test_a_visit_written_alone_would_be_seen),
        cmocka_unit_test(test_the_few_of_a_day_go_with_its_release),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
