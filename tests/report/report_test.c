/* What the report shows: masked as it must be, said in sentences that are true, the page and the
 * tables alike. */
#include "report/graph.h"
#include "report/report.h"
#include "report/tidy.h"

#include "support/languages.h"
#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static Arena arena;
static Figures figures;

/* Three months in which so many visits a day finish the quiz, noise as drawn. */
static void live(int visits, StatsDraw draw) {
    char file[96];
    Error error;
    shop_clean();
    arena_reset(&arena);
    snprintf(file, sizeof file, "%s/export.db", shop_folder);
    Stats *stats = stats_open(shop_spec(3, draw, shop_time("2026-01-01")));
    for (int day = 0; day < 92; day++)
        for (int v = 0; v <= visits; v++)
            v < visits ? shop_visit(stats, true, shop_time("2026-01-01T14:00") + day * CIVIL_DAY)
                       : stats_tick(stats, shop_time("2026-01-01T15:00") + day * CIVIL_DAY);
    assert_true(stats_export(stats, file, &error));
    stats_close(stats);
    if (!figures_read(file, (FiguresWish){0}, &arena, &figures, &error))
        fail_msg("%s", error.text);
}

static void live_quietly(int visits) {
    live(visits, (StatsDraw){draw_quiet, NULL});
}

static const Graph *graph_named(SpanName span, Lang lang, const char *id) {
    static Graph graph[GRAPHS_MAX];
    for (int s = 0; s < figures.span_count; s++)
        if (figures.span[s].name == span) {
            int count = graphs_of(&figures, &figures.span[s], lang, &arena, graph);
            for (int i = 0; i < count; i++)
                if (strcmp(graph[i].id, id) == 0)
                    return &graph[i];
        }
    fail_msg("there is no chart %s", id);
    return NULL;
}

static const Value *value_of(const Graph *graph, const char *label) {
    for (int i = 0; i < graph->row_count; i++)
        if (slice_is(graph->row[i].label, label))
            return &graph->row[i].value[0];
    fail_msg("%s has no row %s", graph->id, label);
    return NULL;
}

/* ---- sums ------------------------------------------------------------------------------------ */

static void test_sums_are_right(void **state) {
    (void)state;
    live_quietly(4);
    const Graph *visits = graph_named(SPAN_ALL, LANG_FR, "visites");
    assert_int_equal(visits->row_count, 14);            /* three months are shown by the week */
    assert_int_equal(visits->row[0].value[0].n, 4 * 4); /* from Thursday to Sunday */
    assert_int_equal(visits->row[1].value[1].n, 7 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_FR, "heures"), "14\u00A0h")->n, 31 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_EN, "fins"), "“I’ve finished”")->n,
                     31 * 4);
    assert_int_equal(value_of(graph_named(SPAN_QUARTER, LANG_FR, "metiers"), "Usinage")->n, 90 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_FR, "test"), "résultat")->percent, 100);
    assert_int_equal(value_of(graph_named(SPAN_QUARTER, LANG_FR, "envies"), "la création")->percent,
                     100);
}

static void test_the_month_before(void **state) {
    (void)state;
    live_quietly(4);
    const Graph *hours = graph_named(SPAN_MONTH, LANG_FR, "heures");
    for (int i = 0; i < hours->row_count; i++)
        if (slice_is(hours->row[i].label, "14\u00A0h"))
            assert_int_equal(hours->row[i].before.n, 28 * 4);
    assert_true(slice_find(graph_named(SPAN_MONTH, LANG_FR, "visites")->sentence, LIT("(112)")) >
                0);
}

static void test_sentences_say_the_first_or_that_there_is_none(void **state) {
    (void)state;
    live_quietly(20);
    assert_true(slice_find(graph_named(SPAN_QUARTER, LANG_EN, "envies")->sentence,
                           LIT("“creating” comes first: about 1,")) == 0);
    live_quietly(0);
    assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "envies")->sentence,
                            report_word(LANG_EN, REPORT_TOP_NONE)));
    assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "heures")->sentence,
                            report_word(LANG_EN, REPORT_HOURS_NONE)));
}

static void note_video(Stats *stats, int code, Millis when) {
    VisitCounts counts;
    visit_counts_begin(&counts);
    visit_counts_note(&counts, (Fact){FACT_VISIT_START, 0});
    visit_counts_note(&counts, (Fact){FACT_VIDEO_WATCH, code});
    stats_count(stats, &counts, END_DONE, LANG_FR, when);
}

/* 800 started, 600 of them saw the half, 400 the end: a clip by the quarter, and beside the trade
 * it shows. */
static void test_videos_by_the_share_watched(void **state) {
    (void)state;
    char file[96];
    Error error;
    shop_clean();
    snprintf(file, sizeof file, "%s/export.db", shop_folder);
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-01-01")));
    for (int v = 0; v < 800; v++)
        note_video(stats, v < 200 ? 0 : v < 400 ? 2 : 4, shop_time("2026-01-05"));
    stats_tick(stats, shop_time("2026-02-02"));
    assert_true(stats_export(stats, file, &error));
    stats_close(stats);
    assert_true(figures_read(file, (FiguresWish){0}, &arena, &figures, &error));
    const Graph *videos = graph_named(SPAN_ALL, LANG_FR, "videos");
    const int64_t shares[] = {800, 600, 600, 400, 400};
    assert_true(slice_is(videos->row[0].label, "Le geste"));
    for (int quarter = 0; quarter < 5; quarter++)
        assert_int_equal(videos->row[0].value[quarter].n, shares[quarter]);
    assert_true(slice_find(videos->sentence, LIT("environ 50 sont")) > 0);
    const Graph *trades = graph_named(SPAN_ALL, LANG_FR, "metiers");
    assert_int_equal(trades->series_count, 3);
    for (int i = 0; i < trades->row_count; i++)
        if (slice_is(trades->row[i].label, "Soudage"))
            assert_int_equal(trades->row[i].value[2].n, 800);
}

/* Two languages, one hardly spoken: the other is hidden with it, in the sentence as well. */
static void test_a_sentence_says_no_hidden_number(void **state) {
    (void)state;
    live_quietly(20);
    const Graph *languages = graph_named(SPAN_MONTH, LANG_FR, "langues");
    assert_int_equal(value_of(languages, "français")->shown, SHOWN_HIDDEN);
    assert_true(slice_is(languages->sentence, "«\u202Ffrançais\u202F» vient en tête."));
}

static void test_a_running_kiosk_is_left_alone(void **state) {
    (void)state;
    int ready[2], done[2];
    char byte = 0;
    Error error;
    shop_clean();
    assert_int_equal(pipe(ready) | pipe(done), 0);
    pid_t kiosk = fork();
    if (kiosk == 0) {
        Stats *stats =
            stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-01-01")));
        bool good = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
        stats_close(stats);
        _exit(!good);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_false(figures_read(shop_path, (FiguresWish){0}, &arena, &figures, &error));
    assert_non_null(strstr(error.text, "la borne s’en sert"));
    assert_int_equal(write(done[1], &byte, 1), 1);
    int status = 0;
    waitpid(kiosk, &status, 0);
    assert_int_equal(status, 0);
    assert_true(figures_read(shop_path, (FiguresWish){0}, &arena, &figures, &error));
}

static bool any_stands_out(const Graph *graph) {
    for (int i = 0; i < graph->row_count; i++)
        if (graph->row[i].out)
            return true;
    return false;
}

/* Noise alone is no finding: with nobody there, hardly a chart names a first. */
static void test_noise_is_no_finding(void **state) {
    (void)state;
    uint64_t seed = 21;
    int said = 0, charts = 0;
    for (int world = 0; world < 6; world++) {
        live(0, (StatsDraw){draw_splitmix, &seed});
        static const char *const IDS[] = {"envies", "paires", "activites", "metiers",
                                          "sujets", "fins",   "prudence"};
        for (size_t i = 0; i < sizeof IDS / sizeof *IDS; i++, charts++)
            said += any_stands_out(graph_named(SPAN_QUARTER, LANG_EN, IDS[i]));
        assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "heures")->sentence,
                                report_word(LANG_EN, REPORT_HOURS_NONE)));
    }
    assert_true(said * 10 <= charts);
}

/* ---- masking --------------------------------------------------------------------------------- */

static Value exactly(int64_t n) {
    return mask_value((Bounds){(double)n, (double)n, (double)n});
}

static void test_masks(void **state) {
    (void)state;
    assert_int_equal(exactly(10).shown, SHOWN_FEW);
    assert_int_equal(exactly(11).shown, SHOWN_NUMBER);
    assert_int_equal(mask_count((Count){-5, 1, 0}).n, 0);
    assert_int_equal(mask_margin((Count){0, 4, 0}), 4);
    assert_true(slice_is(graph_value(&arena, LANG_FR, &(Value){.shown = SHOWN_FEW, .high = 3}),
                         "<\u00A011"));
    assert_true(slice_is(graph_value(&arena, LANG_FR, &(Value){.shown = SHOWN_FEW, .high = 39}),
                         "<\u00A040"));
    Value share = exactly(15);
    mask_share(&share, (Bounds){.75, .7, .8}, 19);
    assert_int_equal(share.percent, -1); /* no share of fewer than twenty */
    mask_share(&share, (Bounds){.75, .5, .9}, 20);
    assert_int_equal(share.percent, -1); /* nor one that may be anything */
    mask_share(&share, (Bounds){.75, .7, .8}, 20);
    assert_int_equal(share.percent, 75);
}

static void test_a_lonely_gap_is_joined_by_another(void **state) {
    (void)state;
    Value value[4];
    Value *list[4];
    const int64_t counts[][4] = {{50, 3, 40, 60}, {50, 3, 4, 60}, {50, 30, 40, 60}, {3, 4, 5, 6}};
    const int hidden[] = {2, 2, 0, 4};
    for (int c = 0; c < 4; c++) {
        int gaps = 0;
        for (int i = 0; i < 4; i++) {
            value[i] = exactly(counts[c][i]);
            list[i] = &value[i];
        }
        mask_complement(list, 4);
        for (int i = 0; i < 4; i++)
            gaps += value[i].shown != SHOWN_NUMBER;
        assert_int_equal(gaps, hidden[c]);
    }
    for (int i = 0; i < 4; i++)
        value[i] = exactly(counts[0][i]);
    mask_complement(list, 4);
    assert_int_equal(value[2].shown, SHOWN_HIDDEN); /* the smallest of the rest */
}

/* ---- the page and the tables ----------------------------------------------------------------- */

static char *read_file(const char *path) {
    char *text = NULL;
    size_t size = 0;
    FILE *in = fopen(path, "r"), *out = open_memstream(&text, &size);
    assert_non_null(in);
    for (int c; (c = getc(in)) != EOF;)
        putc(c, out);
    fclose(in);
    fclose(out);
    return text;
}

/* Every subject has one heading, the ten columns, no row twice, and no cell that could be a
 * formula. */
static void test_the_tables_are_tidy(void **state) {
    (void)state;
    uint64_t seed = 8;
    live(9, (StatsDraw){draw_splitmix, &seed});
    Tidy tidy = tidy_of(&figures, false, LANG_FR, &arena);
    assert_true(tidy.table_count > 15);
    for (int t = 0; t < tidy.table_count; t++)
        for (int i = 0; i < tidy.table[t].row_count; i++) {
            const TidyRow *a = &tidy.table[t].row[i];
            assert_int_equal(a->from.len, 10);
            assert_true(a->masked != a->value.there);
            assert_true(!a->value.there ||
                        (a->low.n <= a->value.n && a->value.n <= a->high.n && a->low.n >= 0));
            for (int j = 0; j < i; j++) {
                const TidyRow *b = &tidy.table[t].row[j];
                assert_false(slice_equal(a->kind, b->kind) && slice_equal(a->from, b->from) &&
                             slice_equal(a->key, b->key));
            }
        }
}

/* Where rows of one kind of period overlap, a sum would count twice. */
static void test_periods_of_one_kind_do_not_overlap(void **state) {
    (void)state;
    live_quietly(3);
    Tidy tidy = tidy_of(&figures, false, LANG_FR, &arena);
    for (int t = 0; t < tidy.table_count; t++)
        for (int i = 0; i < tidy.table[t].row_count; i++)
            for (int j = 0; j < i; j++) {
                const TidyRow *a = &tidy.table[t].row[i], *b = &tidy.table[t].row[j];
                bool apart =
                    memcmp(a->to.at, b->from.at, 10) < 0 || memcmp(b->to.at, a->from.at, 10) < 0;
                assert_true(apart || !slice_equal(a->kind, b->kind) ||
                            slice_equal(a->from, b->from));
            }
}

static void test_a_spreadsheet_takes_no_name_for_a_formula(void **state) {
    (void)state;
    live_quietly(3);
    char folder[96], path[128];
    Error error;
    for (int i = 0; i < figures.table[TABLE_OPENED].count; i++)
        figures.table[TABLE_OPENED].key[i].name = (LocalText){{LIT("=1+1"), LIT("=1+1")}};
    snprintf(folder, sizeof folder, "%s/csv", shop_folder);
    assert_true(report_write_csv(folder, &figures, LANG_FR, &arena, &error));
    snprintf(path, sizeof path, "%s/metiers.csv", folder);
    char *csv = read_file(path);
    assert_non_null(strstr(csv, "\"'=1+1\""));
    assert_null(strstr(csv, "\"=1+1\""));
    free(csv);
}

static int end(void **state) {
    arena_free(&arena);
    return shop_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums_are_right),
        cmocka_unit_test(test_the_month_before),
        cmocka_unit_test(test_sentences_say_the_first_or_that_there_is_none),
        cmocka_unit_test(test_videos_by_the_share_watched),
        cmocka_unit_test(test_a_sentence_says_no_hidden_number),
        cmocka_unit_test(test_a_running_kiosk_is_left_alone),
        cmocka_unit_test(test_noise_is_no_finding),
        cmocka_unit_test(test_masks),
        cmocka_unit_test(test_a_lonely_gap_is_joined_by_another),
        cmocka_unit_test(test_the_tables_are_tidy),
        cmocka_unit_test(test_periods_of_one_kind_do_not_overlap),
        cmocka_unit_test(test_a_spreadsheet_takes_no_name_for_a_formula),
    };
    return cmocka_run_group_tests(tests, shop_setup, end);
}
