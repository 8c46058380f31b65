/* The page of the report: words, drawings, tables. What is in it comes from graph.h. */
#include "report/grid.h"
#include "report/report.h"
#include "report/svg.h"
#include "stats/noise.h"

#include <string.h>

__asm__(".section .rodata\n"
        ".global azimut_report_style\n"
        "azimut_report_style:\n.incbin \"assets/report.css\"\n.byte 0\n.previous\n");
extern const char azimut_report_style[];

typedef struct Writing {
    FILE *out;
    const Figures *figures;
    Lang lang;
    Arena *arena;
} Writing;

static void put(const Writing *w, Slice text) {
    html_escape(w->out, text);
}

static void put_word(const Writing *w, ReportWord word) {
    put(w, report_word(w->lang, word));
}

static void put_in(const Writing *w, const char *tag, Slice text) {
    fprintf(w->out, "<%s>", tag);
    put(w, text);
    fprintf(w->out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

/* ---- one graph ------------------------------------------------------------------------------------------------------------------- */

static void put_legend(const Writing *w, const Graph *graph) {
    if (graph->series_count < 2)
        return;
    fprintf(w->out, "<ul class=\"legend %s\" aria-hidden=\"true\">", graph->series_count > 3 ? "steps" : "");
    for (int s = 0; s < graph->series_count; s++)
        put_in(w, "li", graph->series[s]);
    fputs("</ul>", w->out);
}

static void put_table(const Writing *w, const Graph *graph) {
    Grid grid = grid_of(graph, w->lang, false, w->arena);
    fputs("<details><summary>", w->out);
    put_word(w, REPORT_TABLE_OF);
    fputs("</summary><div class=\"scroll\" tabindex=\"0\"><table><caption>", w->out);
    put(w, graph->title);
    fputs("</caption><thead><tr>", w->out);
    for (int c = 0; c < grid.columns; c++)
        put_in(w, "th scope=\"col\"", grid.cell[c]);
    fputs("</tr></thead><tbody>", w->out);
    for (int r = 1; r < grid.rows; r++) {
        fputs("<tr>", w->out);
        for (int c = 0; c < grid.columns; c++)
            put_in(w, c ? "td" : "th scope=\"row\"", grid.cell[r * grid.columns + c]);
        fputs("</tr>", w->out);
    }
    fputs("</tbody></table></div></details>", w->out);
}

static void put_graph(const Writing *w, const Graph *graph, int span) {
    char id[64];
    snprintf(id, sizeof id, "%s-%d", graph->id, span);
    fprintf(w->out, "<article id=\"%s\">", id);
    put_in(w, "h3", graph->title);
    put_in(w, "p class=\"say\"", graph->sentence);
    put_legend(w, graph);
    svg_put(w->out, graph, w->lang, id, w->arena);
    if (!graph->upright && graph->row_count > SVG_ROWS)
        put_in(w, "p class=\"note\"", report_say(w->arena, w->lang, REPORT_REST,
                                                 report_number(w->arena, w->lang, graph->row_count - SVG_ROWS), (Slice){0},
                                                 (Slice){0}));
    if (graph->note.len)
        put_in(w, "p class=\"note\"", graph->note);
    put_table(w, graph);
    fputs("</article>\n", w->out);
}

/* ---- one span ---------------------------------------------------------------------------------------------------------------------- */

static Slice dates(const Writing *w, ReportWord word, Millis start, Millis end) {
    return report_say(w->arena, w->lang, word, report_day(w->arena, w->lang, start),
                      report_day(w->arena, w->lang, end - 86400000), (Slice){0});
}

static void put_span(const Writing *w, int index) {
    const Span *span = &w->figures->span[index];
    Graph graph[GRAPHS_MAX];
    int count = graphs_of(w->figures, span, w->lang, w->arena, graph);
    fprintf(w->out, "<section id=\"s%d\" aria-label=\"", index);
    put_word(w, (ReportWord)(REPORT_SPAN_MONTH + span->name));
    fputs("\"><h2>", w->out);
    put(w, dates(w, REPORT_FROM_TO, span->start, span->end));
    if (w->figures->first < span->start && span->before < span->start) {
        fputs(" <small>", w->out);
        put(w, dates(w, REPORT_COMPARED, span->before, span->start));
        fputs("</small>", w->out);
    }
    fputs("</h2><div class=\"grid\">", w->out);
    for (int i = 0; i < count; i++)
        put_graph(w, &graph[i], index);
    fputs("</div></section>\n", w->out);
}

/* Radio buttons before the sections, so that the choice needs no script. The widest span is shown first where it is long. */
static void put_choice(const Writing *w) {
    int count = w->figures->span_count, shown = count > 2 ? 2 : 0;
    for (int i = 0; i < count; i++)
        fprintf(w->out, "<input type=\"radio\" name=\"span\" id=\"r%d\"%s>", i, i == shown ? " checked" : "");
    fputs("<nav aria-label=\"", w->out);
    put_word(w, REPORT_CHOOSE);
    fputs("\">", w->out);
    for (int i = 0; i < count; i++) {
        fprintf(w->out, "<label for=\"r%d\">", i);
        put_word(w, (ReportWord)(REPORT_SPAN_MONTH + w->figures->span[i].name));
        fputs("</label>", w->out);
    }
    fputs("</nav>\n", w->out);
}

/* ---- how to read it ----------------------------------------------------------------------------------------------------------------- */

/* Only a campus that calibrates has such a table; its epsilon is that of three others. */
static bool has_table(const Writing *w, int table) {
    bool has = table != TABLE_CALIBRATION;
    for (int s = 0; s < w->figures->span_count; s++)
        has |= w->figures->span[s].now[table].count > 0;
    return has;
}

static void put_budget(const Writing *w) {
    static const ReportWord PERIODS[] = {REPORT_PERIOD_DAY, REPORT_PERIOD_WEEK, REPORT_PERIOD_MONTH};
    static const ReportWord HEADS[] = {REPORT_BUDGET_TABLE, REPORT_BUDGET_PERIOD, REPORT_BUDGET_EPSILON, REPORT_BUDGET_MARGIN};
    int total = (int)table_budget_milli(false);
    put_in(w, "h3", report_word(w->lang, REPORT_BUDGET));
    put_in(w, "p", report_say(w->arena, w->lang, REPORT_BUDGET_SAY,
                              arena_printf(w->arena, "%d%s%02d", total / 1000, w->lang == LANG_FR ? "," : ".", total % 1000 / 10),
                              (Slice){0}, (Slice){0}));
    fputs("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>", w->out);
    for (int i = 0; i < 4; i++)
        put_in(w, "th scope=\"col\"", report_word(w->lang, HEADS[i]));
    fputs("</tr></thead><tbody>", w->out);
    for (int t = 0; t < TABLE_COUNT; t++) {
        int epsilon = (int)TABLES[t].epsilon_milli;
        if (!has_table(w, t))
            continue;
        fprintf(w->out, "<tr><th scope=\"row\">%s</th><td>", TABLES[t].name);
        put_word(w, PERIODS[TABLES[t].period]);
        fprintf(w->out, "</td><td>%d%s%02d</td><td>±%d</td></tr>", epsilon / 1000, w->lang == LANG_FR ? "," : ".",
                epsilon % 1000 / 10, mask_margin(2 * noise_variance(TABLES[t].epsilon_milli)));
    }
    fputs("</tbody></table></div>", w->out);
}

static void put_how(const Writing *w) {
    static const ReportWord LINES[] = {REPORT_HOW_MARGIN, REPORT_HOW_FEW, REPORT_HOW_SUM};
    fputs("<footer>", w->out);
    put_in(w, "h2", report_word(w->lang, REPORT_HOW));
    for (int i = 0; i < 3; i++)
        put_in(w, "p", report_word(w->lang, LINES[i]));
    if (w->figures->stops)
        put_in(w, "p", report_say(w->arena, w->lang, REPORT_HOW_STOPS, report_number(w->arena, w->lang, w->figures->stops),
                                  (Slice){0}, (Slice){0}));
    put_budget(w);
    fputs("</footer>\n", w->out);
}

/* ---- the page ------------------------------------------------------------------------------------------------------------------------- */

static void put_head(const Writing *w) {
    fprintf(w->out, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>", LANG_CODE[w->lang]);
    put_word(w, REPORT_KIOSK_PAGE);
    fputs("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><style>",
          w->out);
    fputs(azimut_report_style, w->out);
    fputs("</style></head>\n<body>", w->out);
}

static void put_title(const Writing *w) {
    const Figures *f = w->figures;
    fputs("<header>", w->out);
    put_in(w, "p class=\"mark\"", report_word(w->lang, REPORT_KIOSK_PAGE));
    put_in(w, "h1", report_word(w->lang, REPORT_TITLE));
    put_in(w, "p class=\"lead\"", report_word(w->lang, REPORT_LEAD));
    if (f->span_count) {
        Slice kiosks = f->kiosks == 1 ? report_word(w->lang, REPORT_ONE_KIOSK)
                                      : report_say(w->arena, w->lang, REPORT_KIOSKS,
                                                   report_number(w->arena, w->lang, f->kiosks), (Slice){0}, (Slice){0});
        put_in(w, "p class=\"extent\"",
               report_say(w->arena, w->lang, REPORT_EXTENT, report_day(w->arena, w->lang, f->first),
                          report_day(w->arena, w->lang, f->last - 86400000), kiosks));
    } else {
        put_in(w, "p class=\"extent\"", report_word(w->lang, REPORT_NOTHING));
    }
    fputs("</header>\n<main>", w->out);
}

void report_html(FILE *out, const Figures *figures, Lang lang, Arena *arena) {
    Writing w = {out, figures, lang, arena};
    put_head(&w);
    put_title(&w);
    if (figures->span_count > 1)
        put_choice(&w);
    for (int i = 0; i < figures->span_count; i++)
        put_span(&w, i);
    fputs("</main>\n", out);
    put_how(&w);
    fputs("</body></html>\n", out);
}
