/* Writes tables. Knows no figures but those of a graph. */
#include "report/table.h"

#include "report/svg.h"

#include <math.h>
#include <string.h>

typedef struct Table {
    FILE *out;
    const Graph *graph;
    Lang lang;
    Arena *arena;
    double most;   /* the scale of the bars */
    double change; /* the scale of what changed */
    bool shares, before;
} Table;

static void put(const Table *t, Slice text) {
    html_escape(t->out, text);
}

static void put_word(const Table *t, ReportWord word) {
    put(t, report_word(t->lang, word));
}

static double percent(double n, double most) {
    double share = most > 0 ? 100 * n / most : 0;
    return fmin(100, fmax(0, share));
}

/* ---- a number -------------------------------------------------------------------------------- */

/* "33–87", or nothing where no number is shown. */
static void put_bounds(const Table *t, const Value *v) {
    if (v->shown != SHOWN_NUMBER)
        return;
    fputs(" <small>", t->out);
    put(t, report_number(t->arena, t->lang, v->low));
    fputs("\u2013", t->out);
    put(t, report_number(t->arena, t->lang, v->high));
    fputs("</small>", t->out);
}

static void put_bar(const Table *t, const Value *v) {
    fputs("<span class=\"bar\">", t->out);
    if (v->shown == SHOWN_NUMBER)
        fprintf(t->out, "<i%s style=\"width:%.1f%%\"></i>", v->low ? "" : " class=\"p\"",
                percent((double)v->n, t->most));
    if (v->shown == SHOWN_NUMBER)
        fprintf(t->out, "<b style=\"left:%.1f%%;width:%.1f%%\"></b>",
                percent((double)v->low, t->most),
                percent((double)v->high, t->most) - percent((double)v->low, t->most));
    fputs("</span>", t->out);
}

static void put_number(const Table *t, int row, int series) {
    const Value *v = &t->graph->row[row].value[series];
    fprintf(t->out, "<td data-s=\"%s\">", t->graph->subject[series]);
    if (!t->graph->upright)
        put_bar(t, v);
    fputs("<em>", t->out);
    put(t, graph_value(t->arena, t->lang, v));
    fputs("</em>", t->out);
    put_bounds(t, v);
    fputs("</td>", t->out);
}

static void put_share(const Table *t, int row) {
    const Value *v = &t->graph->row[row].value[0];
    fprintf(t->out, "<td data-p=\"%s\">", t->graph->subject[0]);
    if (v->percent >= 0)
        put(t, report_percent(t->arena, t->lang, v->percent));
    fputs("</td>", t->out);
}

/* ---- what changed ---------------------------------------------------------------------------- */

/* The difference and its bounds, as mask_compare reckons them. */
static Bounds difference(const GraphRow *row) {
    const Value *a = &row->value[0], *b = &row->before;
    double n = (double)(a->n - b->n);
    double down = hypot((double)(a->n - a->low), (double)(b->high - b->n));
    double up = hypot((double)(a->high - a->n), (double)(b->n - b->low));
    return (Bounds){n, n - down, n + up};
}

static double largest_change(const Graph *graph) {
    double most = 1;
    for (int i = 0; i < graph->row_count; i++) {
        Bounds d = difference(&graph->row[i]);
        if (graph->row[i].value[0].shown == SHOWN_NUMBER ||
            graph->row[i].before.shown == SHOWN_NUMBER)
            most = fmax(most, fmax(-d.low, d.high));
    }
    return most;
}

static void put_difference(const Table *t, const GraphRow *row) {
    Bounds d = difference(row);
    double low = 50 + 50 * d.low / t->change, high = 50 + 50 * d.high / t->change;
    low = fmin(100, fmax(0, low));
    high = fmin(100, fmax(0, high));
    fprintf(t->out,
            "<span class=\"diff\"><b style=\"left:%.1f%%;width:%.1f%%\"></b><i "
            "style=\"left:%.1f%%\"></i></span>",
            low, high - low, fmin(100, fmax(0, 50 + 50 * d.n / t->change)));
}

static void put_verdict(const Table *t, const GraphRow *row) {
    static const char *const CLASS[] = {"same", "more", "less"};
    static const ReportWord WORD[] = {REPORT_VERDICT_UNSURE, REPORT_VERDICT_MORE,
                                      REPORT_VERDICT_LESS};
    if (row->before.shown == SHOWN_NOTHING || row->value[0].shown == SHOWN_NOTHING) {
        fputs("<td data-b=\"\">\u2013</td><td></td>", t->out);
        return;
    }
    fputs("<td data-b=\"\"><em>", t->out);
    put(t, graph_value(t->arena, t->lang, &row->before));
    fprintf(t->out, "</em></td><td class=\"%s\">", CLASS[row->verdict]);
    bool drawn = row->value[0].shown == SHOWN_NUMBER || row->before.shown == SHOWN_NUMBER;
    if (drawn && row->value[0].shown != SHOWN_HIDDEN && row->before.shown != SHOWN_HIDDEN)
        put_difference(t, row);
    put_word(t, WORD[row->verdict]);
    fputs("</td>", t->out);
}

/* ---- the table ------------------------------------------------------------------------------- */

static void put_head(const Table *t, Slice text) {
    fputs("<th scope=\"col\">", t->out);
    put(t, text);
    fputs("</th>", t->out);
}

static void put_heads(const Table *t) {
    fputs("<thead><tr>", t->out);
    put_head(t, t->graph->head);
    for (int s = 0; s < t->graph->series_count; s++)
        put_head(t, t->graph->series[s]);
    if (t->shares)
        put_head(t, report_word(t->lang, REPORT_SHARE));
    if (t->before) {
        put_head(t, report_word(t->lang, REPORT_BEFORE));
        put_head(t, report_word(t->lang, REPORT_VERDICT));
    }
    fputs("</tr></thead>", t->out);
}

static void put_row(const Table *t, int row) {
    const GraphRow *r = &t->graph->row[row];
    fputs("<tr data-k=\"", t->out);
    put(t, r->key);
    if (r->start) {
        fputs("\" data-d=\"", t->out);
        put(t, report_iso(t->arena, r->start));
    }
    fputs("\"><th scope=\"row\">", t->out);
    put(t, r->label);
    fputs("</th>", t->out);
    for (int s = 0; s < t->graph->series_count; s++)
        put_number(t, row, s);
    if (t->shares)
        put_share(t, row);
    if (t->before)
        put_verdict(t, r);
    fputs("</tr>", t->out);
}

static double largest_of(const Graph *graph) {
    int64_t most = MASK_FEWEST;
    for (int i = 0; i < graph->row_count; i++)
        for (int s = 0; s < graph->series_count; s++)
            if (graph->row[i].value[s].shown == SHOWN_NUMBER && graph->row[i].value[s].high > most)
                most = graph->row[i].value[s].high;
    return (double)most;
}

static bool any_share(const Graph *graph) {
    for (int i = 0; i < graph->row_count; i++)
        if (graph->row[i].value[0].percent >= 0)
            return true;
    return false;
}

static bool any_before(const Graph *graph) {
    for (int i = 0; graph->has_before && i < graph->row_count; i++)
        if (graph->row[i].before.shown != SHOWN_NOTHING)
            return true;
    return false;
}

void table_put(FILE *out, const Graph *graph, Slice where, Lang lang, Arena *arena) {
    Table t = {out,
               graph,
               lang,
               arena,
               largest_of(graph),
               largest_change(graph),
               any_share(graph),
               any_before(graph)};
    fprintf(out, "<div class=\"scroll\" tabindex=\"0\"><table class=\"n%d%s\"><caption>",
            graph->series_count, graph->letters ? " letters" : "");
    put(&t, report_say(arena, lang, REPORT_CAPTION, graph->title, where, (Slice){0}));
    fputs("</caption>", out);
    put_heads(&t);
    fputs("<tbody>", out);
    for (int i = 0; i < graph->row_count; i++)
        put_row(&t, i);
    fputs("</tbody></table></div>", out);
}

void table_put_legend(FILE *out, const Graph *graph) {
    if (graph->series_count < 2)
        return;
    fputs("<ul class=\"legend\" aria-hidden=\"true\">", out);
    for (int s = 0; s < graph->series_count; s++) {
        fputs("<li>", out);
        html_escape(out, graph->series[s]);
        fputs("</li>", out);
    }
    fputs("</ul>", out);
}
