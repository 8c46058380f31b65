/* What the report shows: masked as it must be, said in sentences that are true, the page and the tables alike. */
#include "report/graph.h"
#include "report/grid.h"
#include "report/report.h"

#include "support/draws.h"
#include "support/shop.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DAY ((Millis)86400000)

static Arena arena;
static Figures figures;

/* Three months in which so many visits a day finish the quiz, noise as drawn. */
static void live(int visits, StatsDraw draw) {
    char file[96];
    Fault fault;
    shop_clean();
    arena_reset(&arena);
    snprintf(file, sizeof file, "%s/export.db", shop_folder);
    Stats *stats = stats_open(shop_spec(3, draw, shop_time("2026-01-01")));
    for (int day = 0; day < 92; day++)
        for (int v = 0; v <= visits; v++)
            v < visits ? shop_visit(stats, true, shop_time("2026-01-01T14:00") + day * DAY)
                       : stats_tick(stats, shop_time("2026-01-01T15:00") + day * DAY);
    assert_true(stats_export(stats, file, &fault));
    stats_close(stats);
    if (!figures_read(file, 0, 0, &arena, &figures, &fault))
        fail_msg("%s", fault.text);
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

/* ---- sums ------------------------------------------------------------------------------------------------------------------------- */

static void test_sums_are_right(void **state) {
    (void)state;
    live_quietly(4);
    const Graph *visits = graph_named(SPAN_ALL, LANG_FR, "visites");
    assert_int_equal(visits->row_count, 14); /* three months are shown by the week */
    assert_int_equal(visits->row[0].value[0].n, 4 * 4); /* from Thursday to Sunday */
    assert_int_equal(visits->row[1].value[1].n, 7 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_FR, "heures"), "14\u00A0h")->n, 31 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_EN, "fins"), "“I’ve finished”")->n, 31 * 4);
    assert_int_equal(value_of(graph_named(SPAN_QUARTER, LANG_FR, "metiers"), "Usinage")->n, 90 * 4);
    assert_int_equal(value_of(graph_named(SPAN_MONTH, LANG_FR, "test"), "ont vu leur résultat")->percent, 100);
    assert_int_equal(value_of(graph_named(SPAN_QUARTER, LANG_FR, "envies"), "A · la création")->percent, 100);
}

static void test_the_month_before(void **state) {
    (void)state;
    live_quietly(4);
    const Graph *hours = graph_named(SPAN_MONTH, LANG_FR, "heures");
    for (int i = 0; i < hours->row_count; i++)
        if (slice_is(hours->row[i].label, "14\u00A0h"))
            assert_int_equal(hours->row[i].before.n, 28 * 4);
    assert_true(slice_find(graph_named(SPAN_MONTH, LANG_FR, "visites")->sentence, LIT("(112)")) > 0);
}

static void test_sentences_say_the_first_or_that_there_is_none(void **state) {
    (void)state;
    live_quietly(20);
    assert_true(slice_find(graph_named(SPAN_QUARTER, LANG_EN, "envies")->sentence, LIT("“A · creating” comes first: about 1,")) == 0);
    live_quietly(0);
    assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "envies")->sentence, report_word(LANG_EN, REPORT_TOP_NONE)));
    assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "heures")->sentence, report_word(LANG_EN, REPORT_HOURS_NONE)));
}

static void note_video(Stats *stats, int code, Millis when) {
    Tally tally;
    tally_begin(&tally);
    tally_note(&tally, (Fact){FACT_VISIT_START, 0});
    tally_note(&tally, (Fact){FACT_VIDEO_WATCH, code});
    stats_count(stats, &tally, END_DONE, LANG_FR, when);
}

/* 40 started, 30 of them saw the half, 20 the end: a clip by the quarter, and beside the trade it shows. */
static void test_videos_by_the_share_watched(void **state) {
    (void)state;
    char file[96];
    Fault fault;
    shop_clean();
    snprintf(file, sizeof file, "%s/export.db", shop_folder);
    Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-01-01")));
    for (int v = 0; v < 40; v++)
        note_video(stats, v < 10 ? 0 : v < 20 ? 2 : 4, shop_time("2026-01-05"));
    stats_tick(stats, shop_time("2026-02-02"));
    assert_true(stats_export(stats, file, &fault));
    stats_close(stats);
    assert_true(figures_read(file, 0, 0, &arena, &figures, &fault));
    const Graph *videos = graph_named(SPAN_ALL, LANG_FR, "videos");
    const int64_t shares[] = {40, 30, 30, 20, 20};
    assert_true(slice_is(videos->row[0].label, "Le geste"));
    for (int quarter = 0; quarter < 5; quarter++)
        assert_int_equal(videos->row[0].value[quarter].n, shares[quarter]);
    assert_true(slice_find(videos->sentence, LIT("environ 50 sont")) > 0);
    const Graph *trades = graph_named(SPAN_ALL, LANG_FR, "metiers");
    assert_int_equal(trades->series_count, 3);
    for (int i = 0; i < trades->row_count; i++)
        if (slice_is(trades->row[i].label, "Soudage"))
            assert_int_equal(trades->row[i].value[2].n, 40);
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
    Fault fault;
    shop_clean();
    assert_int_equal(pipe(ready) | pipe(done), 0);
    pid_t kiosk = fork();
    if (kiosk == 0) {
        Stats *stats = stats_open(shop_spec(3, (StatsDraw){draw_quiet, NULL}, shop_time("2026-01-01")));
        bool good = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
        stats_close(stats);
        _exit(!good);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_false(figures_read(shop_path, 0, 0, &arena, &figures, &fault));
    assert_non_null(strstr(fault.text, "la borne s’en sert"));
    assert_int_equal(write(done[1], &byte, 1), 1);
    int status = 0;
    waitpid(kiosk, &status, 0);
    assert_int_equal(status, 0);
    assert_true(figures_read(shop_path, 0, 0, &arena, &figures, &fault));
}

/* Noise alone is no finding: with nobody there, hardly a chart names a first. */
static void test_noise_is_no_finding(void **state) {
    (void)state;
    uint64_t seed = 21;
    int said = 0, charts = 0;
    for (int world = 0; world < 6; world++) {
        live(0, (StatsDraw){draw_splitmix, &seed});
        static const char *const IDS[] = {"envies", "paires", "atelier", "metiers", "sujets", "fins", "prudence"};
        for (size_t i = 0; i < sizeof IDS / sizeof *IDS; i++, charts++)
            said += !slice_equal(graph_named(SPAN_QUARTER, LANG_EN, IDS[i])->sentence, report_word(LANG_EN, REPORT_TOP_NONE));
        assert_true(slice_equal(graph_named(SPAN_QUARTER, LANG_EN, "heures")->sentence, report_word(LANG_EN, REPORT_HOURS_NONE)));
    }
    assert_true(said * 10 <= charts);
}

/* ---- masking ------------------------------------------------------------------------------------------------------------------------- */

static void test_masks(void **state) {
    (void)state;
    assert_int_equal(mask_value((Count){10, 1}).shown, SHOWN_FEW);
    assert_int_equal(mask_value((Count){11, 1}).shown, SHOWN_NUMBER);
    assert_int_equal(mask_value((Count){-5, 1}).n, 0);
    assert_int_equal(mask_margin(4.0), 4);
    Value share = mask_value((Count){15, 0});
    mask_share(&share, 19);
    assert_int_equal(share.percent, -1); /* no share of fewer than twenty */
    mask_share(&share, 20);
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
            value[i] = mask_value((Count){counts[c][i], 0});
            list[i] = &value[i];
        }
        mask_complement(list, 4);
        for (int i = 0; i < 4; i++)
            gaps += value[i].shown != SHOWN_NUMBER;
        assert_int_equal(gaps, hidden[c]);
    }
    for (int i = 0; i < 4; i++)
        value[i] = mask_value((Count){counts[0][i], 0});
    mask_complement(list, 4);
    assert_int_equal(value[2].shown, SHOWN_HIDDEN); /* the smallest of the rest */
}

/* ---- the page and the tables ------------------------------------------------------------------------------------------------------------ */

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

/* What is the same for a reader: no thousands apart, no entity. */
static Slice bare(Slice text) {
    static const char *const PAIRS[][2] = {{"\u202F", ""}, {"\u00A0", ""}, {"&lt;", "<"}, {"&amp;", "&"}, {"&quot;", "\""}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        for (int at; (at = slice_find(text, slice_from(PAIRS[i][0]))) >= 0 && strcmp(PAIRS[i][1], "&") != 0;)
            text = arena_printf(&arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(slice_cut(text, 0, at)), PAIRS[i][1],
                                SLICE_ARG(slice_cut(text, at + (int)strlen(PAIRS[i][0]), text.len)));
    return text;
}

static Slice html_cell(const char **at) {
    const char *td = strstr(*at, "<td>"), *th = strstr(*at, "<th scope=\"row\">");
    const char *from = !td || (th && th < td) ? th : td;
    assert_non_null(from);
    from = strchr(from, '>') + 1;
    const char *to = strchr(from, '<');
    *at = to;
    return bare((Slice){from, (int)(to - from)});
}

static Slice csv_field(const char **at) {
    while (**at != '"')
        ++*at;
    const char *from = ++*at;
    while (**at != '"')
        ++*at;
    Slice field = {from, (int)(*at - from)};
    ++*at;
    return bare(field);
}

/* Every row of every chart of every span, in the same order in both. */
static void test_the_tables_of_the_page_are_the_files(void **state) {
    (void)state;
    char folder[96], page[96], path[160], article[64];
    Fault fault;
    uint64_t seed = 8;
    live(9, (StatsDraw){draw_splitmix, &seed});
    snprintf(folder, sizeof folder, "%s/csv", shop_folder);
    snprintf(page, sizeof page, "%s/page.html", shop_folder);
    assert_true(report_write_csv(folder, &figures, LANG_FR, &arena, &fault));
    assert_true(report_write_html(page, &figures, LANG_FR, &arena, &fault));
    char *html = read_file(page);
    Graph graph[GRAPHS_MAX];
    int count = graphs_of(&figures, &figures.span[0], LANG_FR, &arena, graph), compared = 0;
    for (int g = 0; g < count; g++) {
        snprintf(path, sizeof path, "%s/%s.csv", folder, graph[g].id);
        snprintf(article, sizeof article, "<article id=\"%s-0\"", graph[g].id);
        char *csv = read_file(path);
        const char *row = strchr(csv, '\n'), *cell = strstr(strstr(html, article), "<tbody>");
        Grid grid = grid_of(&graph[g], LANG_FR, true, &arena);
        for (int r = 1; r < grid.rows; r++) {
            csv_field(&row);
            csv_field(&row);
            for (int c = 0; c < grid.columns; c++, compared++)
                assert_true(slice_equal(csv_field(&row), html_cell(&cell)));
        }
        free(csv);
    }
    free(html);
    assert_true(compared > 300);
}

static void test_a_spreadsheet_takes_no_name_for_a_formula(void **state) {
    (void)state;
    live_quietly(3);
    char folder[96], path[128];
    Fault fault;
    for (int i = 0; i < figures.span[0].now[TABLE_OPENED].count; i++)
        figures.span[0].now[TABLE_OPENED].cell[i].name = (Words){{LIT("=1+1"), LIT("=1+1")}};
    snprintf(folder, sizeof folder, "%s/csv", shop_folder);
    assert_true(report_write_csv(folder, &figures, LANG_FR, &arena, &fault));
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
        cmocka_unit_test(test_the_tables_of_the_page_are_the_files),
        cmocka_unit_test(test_a_spreadsheet_takes_no_name_for_a_formula),
    };
    return cmocka_run_group_tests(tests, shop_setup, end);
}
