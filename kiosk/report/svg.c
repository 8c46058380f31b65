#include "report/svg.h"

#include <string.h>

#define WIDE 420
#define COLUMN_TOP 12
#define COLUMN_FOOT 176
#define LEFT 34
#define BAR 11
#define LABEL_SIZE 13

static const char *const LETTER_FILLS[] = {"#9A3412", "#1D4F91", "#7A2E83", "#0E6659", "#A31545", "#4B5563"};
static const char *const SERIES_FILLS[] = {"#0B4A7F", "#FFB81C", "#0E6659"};
static const char *const STEP_FILLS[] = {"#06335A", "#0B4A7F", "#3E78A8", "#7FA9CC", "#B9D1E5"};

void html_escape(FILE *out, Slice text) {
    for (int i = 0; i < text.len; i++)
        switch (text.at[i]) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            putc(text.at[i], out);
        }
}

static const char *fill_of(const Graph *graph, int row, int series) {
    if (graph->letters)
        return LETTER_FILLS[row % 6];
    return graph->series_count > 3 ? STEP_FILLS[series] : SERIES_FILLS[series];
}

/* 1, 2 or 5 times a power of ten, so that three lines of a grid reach over the largest bar with its margin. */
static int64_t nice_step(int64_t most) {
    for (int64_t ten = 1;; ten *= 10)
        for (int k = 0; k < 3; k++) {
            int64_t step = ten * (k == 0 ? 1 : k == 1 ? 2 : 5);
            if (3 * step >= most && step >= 4)
                return step;
        }
}

static int64_t largest(const Graph *graph) {
    int64_t most = MASK_FEWEST;
    for (int i = 0; i < graph->row_count; i++) {
        for (int s = 0; s < graph->series_count; s++) {
            const Value *v = &graph->row[i].value[s];
            if (v->shown == SHOWN_NUMBER && v->n + v->margin > most)
                most = v->n + v->margin;
        }
        if (graph->has_before && graph->row[i].before.shown == SHOWN_NUMBER && graph->row[i].before.n > most)
            most = graph->row[i].before.n;
    }
    return most;
}

static void put_text(FILE *out, double x, double y, const char *anchor, const char *class, Slice text) {
    fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">", x, y, anchor, class);
    html_escape(out, text);
    fputs("</text>", out);
}

static void put_diamond(FILE *out, double x, double y) {
    fprintf(out, "<path class=\"b\" d=\"M%.1f %.1fl4 5-4 5-4-5z\"/>", x, y - 5);
}

/* What may as well be nothing. */
static const char *pale(const Value *v) {
    return v->n <= v->margin ? " class=\"p\"" : "";
}

/* ---- columns: a course of time ------------------------------------------------------------------------------------------------ */

typedef struct Columns {
    FILE *out;
    const Graph *graph;
    Lang lang;
    Arena *arena;
    double top, slot;
} Columns;

static double height_of(const Columns *c, double n) {
    double tall = COLUMN_FOOT - COLUMN_TOP;
    return n <= 0 ? 0 : n >= c->top ? tall : tall * n / c->top;
}

static void put_grid(const Columns *c, int64_t step) {
    for (int line = 0; line <= 3; line++) {
        double y = COLUMN_FOOT - height_of(c, (double)(line * step));
        fprintf(c->out, "<path class=\"g\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDE);
        put_text(c->out, LEFT - 5, y + 4, "end", "a", report_number(c->arena, c->lang, line * step));
    }
}

static void put_column(const Columns *c, double x, double wide, const Value *v, const char *fill) {
    if (v->shown != SHOWN_NUMBER)
        return;
    double tall = height_of(c, (double)v->n), middle = x + wide / 2;
    fprintf(c->out, "<path%s fill=\"%s\" d=\"M%.1f %dv-%.1fh%.1fv%.1fz\"/>", pale(v), fill, x, COLUMN_FOOT, tall, wide, tall);
    double high = COLUMN_FOOT - height_of(c, (double)(v->n + v->margin)), low = COLUMN_FOOT - height_of(c, (double)(v->n - v->margin));
    fprintf(c->out, "<path class=\"w\" d=\"M%.1f %.1fV%.1f\"/>", middle, high, low);
}

static void put_columns(Columns *c) {
    const Graph *graph = c->graph;
    int every = (graph->row_count + 6) / 7;
    for (int i = 0; i < graph->row_count; i++) {
        double x = LEFT + 4 + c->slot * i, wide = c->slot * .74 / graph->series_count;
        for (int s = 0; s < graph->series_count; s++)
            put_column(c, x + s * wide, wide, &graph->row[i].value[s], fill_of(graph, i, s));
        if (graph->has_before && graph->row[i].before.shown == SHOWN_NUMBER)
            put_diamond(c->out, x + wide / 2, COLUMN_FOOT - height_of(c, (double)graph->row[i].before.n));
        if (i % every == 0)
            put_text(c->out, x - 2, COLUMN_FOOT + 18, "start", "a", graph->row[i].label);
    }
}

/* ---- bars: things side by side --------------------------------------------------------------------------------------------------- */

static Slice value_label(const Graph *graph, const Value *v, Lang lang, Arena *arena) {
    Slice text = graph_value(arena, lang, v);
    if (v->shown != SHOWN_NUMBER || graph->series_count > 1)
        return text;
    text = arena_printf(arena, SLICE_FMT " ±\u00A0%d", SLICE_ARG(text), v->margin);
    return v->percent < 0 ? text : arena_printf(arena, SLICE_FMT "  ·  " SLICE_FMT, SLICE_ARG(text),
                                                SLICE_ARG(report_percent(arena, lang, v->percent)));
}

static void put_bar(FILE *out, double y, double high, const Value *v, double top, const char *fill) {
    fprintf(out, "<path class=\"t\" d=\"M0 %.1fh%dv%.1fH0z\"/>", y, WIDE, high);
    if (v->shown != SHOWN_NUMBER)
        return;
    double scale = WIDE / top, low = (double)(v->n - v->margin) * scale;
    fprintf(out, "<path%s fill=\"%s\" d=\"M0 %.1fh%.1fv%.1fH0z\"/>", pale(v), fill, y, (double)v->n * scale, high);
    fprintf(out, "<path class=\"w\" d=\"M%.1f %.1fH%.1f\"/>", low > 0 ? low : 0, y + high / 2, (double)(v->n + v->margin) * scale);
}

static double bar_height(const Graph *graph) {
    return graph->series_count > 3 ? 6 : graph->series_count > 1 ? 8 : BAR;
}

static double row_height(const Graph *graph) {
    return LABEL_SIZE + 7 + graph->series_count * (bar_height(graph) + 1) + 13;
}

static void put_row(FILE *out, const Graph *graph, int i, double top, Lang lang, Arena *arena) {
    const GraphRow *row = &graph->row[i];
    double y = i * row_height(graph), high = bar_height(graph);
    put_text(out, 0, y + LABEL_SIZE, "start", "l", row->label);
    Slice values = value_label(graph, &row->value[0], lang, arena);
    for (int s = 1; s < graph->series_count; s++)
        values = arena_printf(arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(values),
                              SLICE_ARG(value_label(graph, &row->value[s], lang, arena)));
    put_text(out, WIDE, y + LABEL_SIZE, "end", "v", values);
    for (int s = 0; s < graph->series_count; s++)
        put_bar(out, y + LABEL_SIZE + 7 + s * (high + 1), high, &row->value[s], top, fill_of(graph, i, s));
    if (graph->has_before && row->before.shown == SHOWN_NUMBER)
        put_diamond(out, (double)row->before.n * WIDE / top, y + LABEL_SIZE + 7 + high / 2);
}

/* ---- the drawing -------------------------------------------------------------------------------------------------------------------- */

static void begin(FILE *out, const Graph *graph, const char *id, double high) {
    fprintf(out, "<svg role=\"img\" aria-labelledby=\"%s-t\" viewBox=\"-4 0 %d %.0f\"><title id=\"%s-t\">", id, WIDE + 8, high, id);
    html_escape(out, graph->sentence);
    fputs("</title>", out);
}

void svg_put(FILE *out, const Graph *graph, Lang lang, const char *id, Arena *arena) {
    int64_t step = nice_step(largest(graph));
    if (graph->upright) {
        Columns c = {out, graph, lang, arena, (double)(3 * step), (double)(WIDE - LEFT - 4) / graph->row_count};
        begin(out, graph, id, COLUMN_FOOT + 26);
        put_grid(&c, step);
        put_columns(&c);
    } else {
        int rows = graph->row_count < SVG_ROWS ? graph->row_count : SVG_ROWS;
        begin(out, graph, id, rows * row_height(graph));
        for (int i = 0; i < rows; i++)
            put_row(out, graph, i, (double)largest(graph), lang, arena);
    }
    fputs("</svg>", out);
}
