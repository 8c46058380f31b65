/* What an attacker who has every report, and knows all visitors but one, can tell of that one. */
#include "report/figures.h"
#include "report/mask.h"
#include "stats/noise.h"
#include "support/languages.h"
#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ROUNDS 20000
#define WORLDS 60
#define LETTERS 6

static uint64_t seed = 41;

/* ---- A2: differences of reports -------------------------------------------------------------- */

/* The week's letters with and without the one visit; the attacker takes the cell that grew most. */
static int guess(const int64_t *before, const int64_t *after) {
    int best = 0;
    for (int i = 1; i < LETTERS; i++)
        if (after[i] - before[i] > after[best] - before[best])
            best = i;
    return best;
}

/* A report that hides cells below 11 and is otherwise exact: what many systems do. */
static int64_t exact_with_threshold(int64_t n) {
    return n < MASK_FEWEST ? 0 : n;
}

static int64_t as_released(int64_t n) {
    StatsDraw draw = {draw_splitmix, &seed};
    return n + noise_laplace(draw, TABLES[TABLE_LETTER].epsilon_milli);
}

static double success_of(int64_t (*show)(int64_t)) {
    int right = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int64_t before[LETTERS], after[LETTERS];
        int secret = (int)draw_splitmix(&seed, LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            before[i] = 20 + draw_splitmix(&seed, 20); /* the attacker knows these exactly */
            after[i] = show(before[i] + (i == secret));
        }
        right += guess(before, after) == secret;
    }
    return (double)right / ROUNDS;
}

/* Two cells differ by one between two secrets: the bound for six of them at twice epsilon. */
static void test_the_difference_of_two_reports(void **state) {
    (void)state;
    double e = exp(2 * TABLES[TABLE_LETTER].epsilon_milli / 1000.0), bound = e / (e + LETTERS - 1);
    assert_true(success_of(exact_with_threshold) >
                0.95); /* the attack works where there is something to find */
    assert_true(success_of(as_released) < bound + 0.012);
}

/* ---- through the whole of the kiosk ---------------------------------------------------------- */

static void find_week(void *self, const ShopRow *row) {
    int32_t *n = self;
    if (!row->open && strcmp(row->table, "letter") == 0 && strcmp(row->period, "2026-W48") == 0)
        memcpy(n, row->n, LETTERS * sizeof *n);
}

static void live_week(StatsDraw draw, int secret, int32_t n[LETTERS]) {
    shop_clean();
    Stats *stats = stats_open(shop_spec(3, draw, shop_time("2026-11-23T09:00")));
    VisitCounts counts;
    visit_counts_begin(&counts);
    visit_counts_note(&counts, (Fact){FACT_VISIT_START, 0});
    visit_counts_note(&counts, (Fact){FACT_QUIZ_START, 0});
    visit_counts_note(&counts, (Fact){FACT_QUIZ_LETTER, secret});
    stats_count(stats, &counts, END_DONE, LANG_FR, shop_time("2026-11-24T09:00"));
    stats_tick(stats, shop_time("2026-12-01"));
    stats_close(stats);
    shop_rows(find_week, n);
}

static int attack_whole_kiosk(StatsDraw draw) {
    const int64_t nobody[LETTERS] = {0};
    int right = 0;
    for (int world = 0; world < WORLDS; world++) {
        int secret = (int)draw_splitmix(&seed, LETTERS);
        int32_t n[LETTERS];
        int64_t after[LETTERS];
        live_week(draw, secret, n);
        for (int i = 0; i < LETTERS; i++)
            after[i] = n[i];
        right += guess(nobody, after) == secret;
    }
    return right;
}

static void test_the_only_visitor_of_a_week(void **state) {
    (void)state;
    assert_int_equal(attack_whole_kiosk((StatsDraw){draw_quiet, NULL}),
                     WORLDS); /* without noise: betrayed every time */
    assert_true(attack_whole_kiosk((StatsDraw){draw_splitmix, &seed}) < WORLDS * 45 / 100);
}

/* ---- A3: reconstruction from margins --------------------------------------------------------- */

/* Hidden cells of a table with margins that plain subtraction gives back exactly. */
typedef struct Recovery {
    int hidden, recovered;
} Recovery;

static void recover_row(const int64_t *cell, int count, int64_t margin, int64_t (*show)(int64_t),
                        bool complement, Recovery *r) {
    int64_t shown[8];
    Value value[8];
    Value *list[8];
    int hidden = 0, at = 0;
    for (int i = 0; i < count; i++) {
        shown[i] = show(cell[i]);
        value[i] = mask_value((Bounds){(double)shown[i], (double)shown[i], (double)shown[i]});
        list[i] = &value[i];
    }
    if (complement)
        mask_complement(list, count);
    for (int i = 0; i < count; i++)
        if (value[i].shown != SHOWN_NUMBER) {
            hidden++;
            at = i;
        } else {
            margin -= shown[i];
        }
    r->hidden += hidden;
    r->recovered += hidden == 1 && margin == cell[at];
}

static int64_t itself(int64_t n) {
    return n;
}

static Recovery reconstruct(int64_t (*show)(int64_t), bool complement) {
    Recovery r = {0};
    for (int round = 0; round < 4000; round++) {
        int64_t cell[5], margin = 0;
        for (int i = 0; i < 5; i++) {
            cell[i] = draw_splitmix(&seed, 50);
            margin += cell[i];
        }
        int64_t released = 0;
        for (int i = 0; show != itself && i < 5; i++)
            released += show(cell[i]);
        recover_row(cell, 5, show == itself ? margin : released, show, complement, &r);
    }
    return r;
}

static void test_hidden_cells_stay_hidden(void **state) {
    (void)state;
    Recovery threshold = reconstruct(itself, false), complementary = reconstruct(itself, true),
             ours = reconstruct(as_released, false);
    assert_true(threshold.recovered >
                threshold.hidden / 4); /* a threshold alone is broken by subtraction */
    assert_int_equal(complementary.recovered, 0);
    assert_true(ours.recovered <
                ours.hidden / 12); /* and a released sum says nothing of the cell itself */
}

/* ---- every total is a sum of released cells -------------------------------------------------- */

/* The longer span minus the shorter ones inside it is again a sum of released cells: nothing is to
 * be won by comparing reports. */
static void test_totals_are_sums_of_released_cells(void **state) {
    (void)state;
    char file[96];
    Error error;
    Arena arena = {0};
    shop_clean();
    snprintf(file, sizeof file, "%s/export.db", shop_folder);
    Stats *stats =
        stats_open(shop_spec(3, (StatsDraw){draw_splitmix, &seed}, shop_time("2026-01-01")));
    for (int day = 0; day < 95; day++)
        stats_tick(stats, shop_time("2026-01-01") + day * CIVIL_DAY);
    assert_true(stats_export(stats, file, &error));
    stats_close(stats);
    int64_t whole = 0, parts = 0;
    static Figures figures;
    for (int month = 0; month < 4; month++) {
        Millis from = period_months_before(shop_time("2026-01-01"), -(month ? month - 1 : 0));
        Millis to = period_months_before(shop_time("2026-01-01"), -(month ? month : 3));
        assert_true(figures_read(file, (FiguresWish){from, to, 0, 0}, &arena, &figures, &error));
        for (int i = 0; i < figures.table[TABLE_END].count; i++)
            *(month ? &parts : &whole) +=
                figures_cell(&figures, TABLE_END, figures.span[0].now, i).n;
    }
    assert_true(whole == parts);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_difference_of_two_reports),
        cmocka_unit_test(test_the_only_visitor_of_a_week),
        cmocka_unit_test(test_hidden_cells_stay_hidden),
        cmocka_unit_test(test_totals_are_sums_of_released_cells),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
