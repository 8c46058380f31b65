/* The page of the report: words, drawings, tables. What is in it comes from graph.h and brief.h. */
#include "report/brief.h"
#include "report/explore.h"
#include "report/logo.h"
#include "report/palette.h"
#include "report/report.h"
#include "report/svg.h"
#include "report/table.h"
#include "report/tidy.h"
#include "stats/noise.h"

#include <math.h>
#include <string.h>

__asm__(".section .rodata\n"
        ".global azimut_report_style\n"
        "azimut_report_style:\n.incbin \"assets/report.css\"\n.byte 0\n"
        ".global azimut_report_script\n"
        "azimut_report_script:\n.incbin \"assets/report.js\"\n.byte 0\n.previous\n");
extern const char azimut_report_style[], azimut_report_script[];

typedef struct HtmlWriting {
    FILE *out;
    const Figures *figures;
    Lang lang;
    Arena *arena;
} HtmlWriting;

static void put(const HtmlWriting *w, Slice text) {
    html_escape(w->out, text);
}

static void put_word(const HtmlWriting *w, ReportWord word) {
    put(w, report_word(w->lang, word));
}

static void put_in(const HtmlWriting *w, const char *tag, Slice text) {
    fprintf(w->out, "<%s>", tag);
    put(w, text);
    fprintf(w->out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

static Slice number(const HtmlWriting *w, int64_t n) {
    return report_number(w->arena, w->lang, n);
}

static Slice dates(const HtmlWriting *w, ReportWord word, Millis start, Millis end) {
    return report_say(w->arena, w->lang, word, report_day(w->arena, w->lang, start),
                      report_day(w->arena, w->lang, end - CIVIL_DAY), (Slice){0});
}

/* ---- the first page -------------------------------------------------------------------------- */

static void put_line(const HtmlWriting *w, const char *tag, Slice lead, Slice line) {
    fprintf(w->out, "<%s>", tag);
    if (lead.len) {
        put_in(w, "b", lead);
        putc(' ', w->out);
    }
    put(w, line);
    fprintf(w->out, "</%s>", tag);
}

static void put_block(const HtmlWriting *w, const char *class, const BriefBlock *block) {
    if (!block->count)
        return;
    fprintf(w->out, "<div class=\"block %s\">", class);
    put_in(w, "h3", block->title);
    if (block->count > 1)
        fputs("<ul>", w->out);
    for (int i = 0; i < block->count; i++)
        put_line(w, block->count > 1 ? "li" : "p", block->lead[i], block->line[i]);
    fputs(block->count > 1 ? "</ul></div>" : "</div>", w->out);
}

static void put_three(const HtmlWriting *w, const BriefBlock *block) {
    fputs("<div class=\"three\">", w->out);
    put_in(w, "h3", block->title);
    fputs("<ol>", w->out);
    for (int i = 0; i < block->count; i++)
        put_line(w, "li", block->lead[i], block->line[i]);
    fputs("</ol></div>", w->out);
}

static void put_lead_chart(const HtmlWriting *w, const Graph *graph, int span) {
    char id[32];
    snprintf(id, sizeof id, "lead-%d", span);
    fputs("<figure>", w->out);
    table_put_legend(w->out, graph);
    svg_columns(w->out, graph, w->figures, w->lang, id, w->arena);
    put_in(w, "figcaption", report_word(w->lang, REPORT_VISITS_CAPTION));
    fputs("</figure>", w->out);
}

static void put_front(const HtmlWriting *w, const Brief *brief, const Graph *visits, int span) {
    fputs("<div class=\"front\">", w->out);
    put_three(w, &brief->three);
    if (visits && visits->row_count)
        put_lead_chart(w, visits, span);
    fputs("<div class=\"blocks\">", w->out);
    put_block(w, "seek", &brief->seek);
    put_block(w, "unopened", &brief->unopened);
    put_block(w, "stop", &brief->stop);
    put_block(w, "changes", &brief->changes);
    put_block(w, "days", &brief->days);
    put_block(w, "talk", &brief->talk);
    put_block(w, "notes", &brief->notes);
    fputs("</div></div>\n", w->out);
}

/* ---- the details ----------------------------------------------------------------------------- */

/* A long table of days may be folded away on a screen; on paper it is there. */
static void put_folded(const HtmlWriting *w, const Graph *graph, Slice where, const char *id) {
    fprintf(w->out, "<input type=\"checkbox\" class=\"fold\" id=\"%s-f\"><label for=\"%s-f\">", id,
            id);
    put_word(w, REPORT_TABLE_OF);
    fputs("</label><div class=\"folded\">", w->out);
    table_put(w->out, graph, where, w->lang, w->arena);
    fputs("</div>", w->out);
}

static bool is_wide(const Graph *graph) {
    return graph->series_count > 1 || graph->days;
}

static void put_graph(const HtmlWriting *w, const Graph *graph, int span, Slice where) {
    char id[64];
    snprintf(id, sizeof id, "%s-%d", graph->id, span);
    fprintf(w->out, "<article id=\"%s\"%s>", id, is_wide(graph) ? " class=\"wide\"" : "");
    put_in(w, "h3", graph->title);
    put_in(w, "p class=\"say\"", graph->sentence);
    if (graph->upright) {
        table_put_legend(w->out, graph);
        svg_columns(w->out, graph, w->figures, w->lang, id, w->arena);
        put_folded(w, graph, where, id);
    } else if (graph->row_count) {
        table_put(w->out, graph, where, w->lang, w->arena);
    }
    if (graph->note.len && graph->row_count)
        put_in(w, "p class=\"note\"", graph->note);
    fputs("</article>\n", w->out);
}

/* ---- one span -------------------------------------------------------------------------------- */

static const Graph *graph_named(const Graph *graph, int count, const char *id) {
    for (int i = 0; i < count; i++)
        if (strcmp(graph[i].id, id) == 0)
            return &graph[i];
    return NULL;
}

static void put_attribute(const HtmlWriting *w, const char *name, Slice value) {
    fprintf(w->out, " data-%s=\"", name);
    put(w, value);
    putc('"', w->out);
}

static bool is_compared(const HtmlWriting *w, const Span *span) {
    return figures_has(w->figures, TABLE_END, span->past);
}

/* What a test needs to find the same rows in the tables. */
static void put_section_head(const HtmlWriting *w, const Span *span, int index) {
    fprintf(w->out, "<section id=\"s%d\"", index);
    put_attribute(w, "kind", tidy_kind(w->lang, span->name));
    put_attribute(w, "from", report_iso(w->arena, span->start));
    put_attribute(w, "to", report_iso(w->arena, span->end - CIVIL_DAY));
    if (is_compared(w, span)) {
        put_attribute(w, "past-kind",
                      span->name == SPAN_MONTH ? tidy_kind(w->lang, SPAN_MONTH)
                                               : report_word(w->lang, REPORT_KIND_AGAINST));
        put_attribute(w, "past-from", report_iso(w->arena, span->past_start));
    }
    fputs(" aria-label=\"", w->out);
    put_word(w, (ReportWord)(REPORT_SPAN_MONTH + span->name));
    fputs("\"><h2>", w->out);
    put(w, dates(w, REPORT_FROM_TO, span->start, span->end));
    if (is_compared(w, span)) {
        fputs(" <small>", w->out);
        put(w, dates(w, REPORT_COMPARED, span->past_start, span->past_end));
        fputs("</small>", w->out);
    }
    fputs("</h2>", w->out);
}

static void put_step(const HtmlWriting *w, const Graph *visits) {
    if (visits) {
        fputs("<div class=\"grid\"", w->out);
        put_attribute(w, "step", tidy_step(w->lang, visits->step));
        fputs(">", w->out);
    } else {
        fputs("<div class=\"grid\">", w->out);
    }
}

static void put_span(const HtmlWriting *w, int index) {
    const Span *span = &w->figures->span[index];
    Graph all[GRAPHS_MAX], graph[GRAPHS_MAX];
    int every = graphs_between(w->figures, span->now, span->past, w->lang, w->arena, all);
    Brief brief = brief_of(w->figures, span, all, every, w->lang, w->arena);
    int count = graphs_of(w->figures, span, w->lang, w->arena, graph);
    const Graph *visits = graph_named(graph, count, "visites");
    Slice where = dates(w, REPORT_FROM_TO_IN, span->start, span->end);
    put_section_head(w, span, index);
    put_front(w, &brief, visits, index);
    put_in(w, "h2 class=\"more\"", report_word(w->lang, REPORT_DETAILS));
    put_step(w, visits);
    for (int i = 0; i < count; i++)
        put_graph(w, &graph[i], index, where);
    fputs("</div></section>\n", w->out);
}

/* Radio buttons before the sections, so that the choice needs no script. The widest but one is
 * shown first. */
static void put_choice(const HtmlWriting *w) {
    int count = w->figures->span_count, shown = count > 2 ? 2 : 0;
    for (int i = 0; i < count; i++)
        fprintf(w->out, "<input type=\"radio\" name=\"span\" id=\"r%d\"%s>", i,
                i == shown ? " checked" : "");
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

/* ---- any period beside any other ------------------------------------------------------------- */

static void put_select(const HtmlWriting *w, const char *id, ReportWord word) {
    fputs("<label>", w->out);
    put_word(w, word);
    fprintf(w->out, " <select id=\"%s\"></select></label>", id);
}

static void put_side(const HtmlWriting *w, char side, ReportWord title) {
    static const ReportWord WORD[] = {REPORT_FROM_MONTH, REPORT_TO_MONTH, REPORT_KIOSK};
    static const char NAME[] = {'f', 't', 'k'};
    fprintf(w->out, "<fieldset class=\"%c\"><legend>", side);
    put_word(w, title);
    fputs("</legend>", w->out);
    for (int i = 0; i < (w->figures->apart ? 3 : 2); i++) {
        char id[3] = {side, NAME[i], 0};
        put_select(w, id, WORD[i]);
    }
    fputs("</fieldset>", w->out);
}

static void put_explorer(const HtmlWriting *w) {
    fputs("<section class=\"explore\" id=\"explore\" hidden><h2>", w->out);
    put_word(w, REPORT_EXPLORE);
    fputs("</h2>", w->out);
    put_in(w, "p", report_word(w->lang, REPORT_EXPLORE_SAY));
    fputs("<form>", w->out);
    put_side(w, 'a', REPORT_SIDE_A);
    put_side(w, 'b', REPORT_SIDE_B);
    fputs("<fieldset class=\"s\">", w->out);
    put_select(w, "subject", REPORT_SUBJECT);
    fputs("</fieldset></form><p id=\"result\" role=\"status\"></p><div class=\"scroll\" "
          "tabindex=\"0\">"
          "<table><caption>",
          w->out);
    put_word(w, REPORT_EXPLORE_CAPTION);
    fputs("</caption><thead><tr><th></th><th scope=\"col\" id=\"ha\"></th><th scope=\"col\" "
          "id=\"hb\"></th>"
          "<th scope=\"col\">",
          w->out);
    put_word(w, REPORT_VERDICT_AB);
    fputs("</th></tr></thead><tbody id=\"rows\"></tbody></table></div></section>\n"
          "<script type=\"application/json\" id=\"data\">",
          w->out);
    explore_put(w->out, w->figures, w->lang, w->arena);
    fprintf(w->out, "</script>\n<script>%s</script>\n", azimut_report_script);
}

/* ---- how to read it -------------------------------------------------------------------------- */

static Slice decimal(const HtmlWriting *w, int thousandths) {
    return arena_printf(w->arena, "%d" SLICE_FMT "%02d", thousandths / 1000,
                        SLICE_ARG(report_word(w->lang, REPORT_GLASS_POINT)),
                        thousandths % 1000 / 10);
}

static void put_budget_row(const HtmlWriting *w, int table) {
    static const ReportWord PERIODS[] = {REPORT_PERIOD_DAY, REPORT_PERIOD_WEEK,
                                         REPORT_PERIOD_MONTH};
    static const ReportWord NAMES[TABLE_COUNT] = {
#define TABLE(id, name, period, epsilon, cells, fact, title) REPORT_##title,
#define GRAPH(...)
#include "stats/tables.def"
    };
    double one = noise_variance(TABLES[table].epsilon_milli);
    fputs("<tr>", w->out);
    put_in(w, "th scope=\"row\"", report_word(w->lang, NAMES[table]));
    put_in(w, "td", report_word(w->lang, PERIODS[TABLES[table].period]));
    put_in(w, "td", decimal(w, (int)TABLES[table].epsilon_milli));
    fprintf(w->out, "<td>±%d</td></tr>",
            mask_margin((Count){0, 2 * one, 2 * (3 * one * one + one)}));
}

/* Only a campus that calibrates has such a table; its epsilon is that of three others. */
static bool has_table(const HtmlWriting *w, int table) {
    return table != TABLE_CALIBRATION || w->figures->table[table].count > 0;
}

static void put_budget(const HtmlWriting *w) {
    static const ReportWord HEADS[] = {REPORT_BUDGET_TABLE, REPORT_BUDGET_PERIOD,
                                       REPORT_BUDGET_EPSILON, REPORT_BUDGET_MARGIN};
    int total = (int)table_budget_milli(false);
    put_in(w, "h3", report_word(w->lang, REPORT_BUDGET));
    put_in(w, "p",
           report_say(w->arena, w->lang, REPORT_BUDGET_SAY, decimal(w, total), (Slice){0},
                      (Slice){0}));
    fputs("<div class=\"scroll\" tabindex=\"0\"><table><caption>", w->out);
    put_word(w, REPORT_BUDGET_CAPTION);
    fputs("</caption><thead><tr>", w->out);
    for (int i = 0; i < 4; i++)
        put_in(w, "th scope=\"col\"", report_word(w->lang, HEADS[i]));
    fputs("</tr></thead><tbody>", w->out);
    for (int t = 0; t < TABLE_COUNT; t++)
        if (has_table(w, t))
            put_budget_row(w, t);
    fputs("</tbody></table></div>", w->out);
}

static void put_how(const HtmlWriting *w) {
    static const ReportWord LINES[] = {REPORT_HOW_MARGIN, REPORT_HOW_FEW, REPORT_HOW_FIT,
                                       REPORT_HOW_VERDICT};
    fputs("<footer>", w->out);
    put_in(w, "h2", report_word(w->lang, REPORT_HOW));
    for (int i = 0; i < 4; i++)
        put_in(w, "p", report_word(w->lang, LINES[i]));
    if (w->figures->stops)
        put_in(w, "p",
               report_say(w->arena, w->lang, REPORT_HOW_STOPS, number(w, w->figures->stops),
                          (Slice){0}, (Slice){0}));
    put_budget(w);
    fputs("</footer>\n", w->out);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void put_head(const HtmlWriting *w) {
    fprintf(w->out, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>",
            langs()->code[w->lang]);
    put_word(w, REPORT_KIOSK_PAGE);
    fputs("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<link rel=\"icon\" href=\"data:,\"><style>",
          w->out);
    palette_write(w->out);
    fputs(azimut_report_style, w->out);
    fputs("</style></head>\n<body>", w->out);
}

static void put_title(const HtmlWriting *w) {
    const Figures *f = w->figures;
    fputs("<header>", w->out);
    logo_write(w->out, w->arena);
    put_in(w, "p class=\"mark\"", report_word(w->lang, REPORT_KIOSK_PAGE));
    put_in(w, "h1", report_word(w->lang, REPORT_TITLE));
    put_in(w, "p class=\"lead\"", report_word(w->lang, REPORT_LEAD));
    if (f->span_count) {
        Slice kiosks = report_word(w->lang, REPORT_ONE_KIOSK);
        if (f->kiosks != 1)
            kiosks = report_say(w->arena, w->lang, REPORT_KIOSKS, number(w, f->kiosks), (Slice){0},
                                (Slice){0});
        put_in(w, "p class=\"extent\"",
               report_say(w->arena, w->lang, REPORT_EXTENT, report_day(w->arena, w->lang, f->first),
                          report_day(w->arena, w->lang, f->last - CIVIL_DAY), kiosks));
    } else {
        put_in(w, "p class=\"extent\"", report_word(w->lang, REPORT_NOTHING));
    }
    fputs("</header>\n<main>", w->out);
}

void report_html(FILE *out, const Figures *figures, Lang lang, Arena *arena) {
    HtmlWriting w = {out, figures, lang, arena};
    put_head(&w);
    put_title(&w);
    if (figures->span_count > 1)
        put_choice(&w);
    for (int i = 0; i < figures->span_count; i++)
        put_span(&w, i);
    if (figures->span_count)
        put_explorer(&w);
    fputs("</main>\n", out);
    put_how(&w);
    fputs("</body></html>\n", out);
}
