/* Draws columns. Knows no page. */
#include "report/svg.h"

#include <string.h>

#define WIDE 640
#define TOP 26
#define FOOT 206
#define LEFT 40
#define LABELS 8 /* along the foot, at the most */
#define MARKS 6  /* notes above the columns, at the most: more would be a thicket */

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

typedef struct Columns {
    FILE *out;
    const Graph *graph;
    Lang lang;
    Arena *arena;
    double top, slot;
} Columns;

/* ---- the scale ------------------------------------------------------------------------------- */

/* 1 to 5 times a power of ten, so that three lines of a grid reach over the largest column. */
static int64_t nice_step(int64_t most) {
    static const int64_t NICE[] = {1, 2, 3, 4, 5};
    for (int64_t ten = 1;; ten *= 10)
        for (int k = 0; k < 5; k++)
            if (3 * ten * NICE[k] >= most && ten * NICE[k] >= 4)
                return ten * NICE[k];
}

static int64_t largest(const Graph *graph) {
    int64_t most = MASK_FEWEST;
    for (int i = 0; i < graph->row_count; i++)
        for (int s = 0; s < graph->series_count; s++) {
            const Value *v = &graph->row[i].value[s];
            if (v->shown == SHOWN_NUMBER && v->high > most)
                most = v->high;
        }
    return most;
}

static double height_of(const Columns *c, double n) {
    double tall = FOOT - TOP;
    if (n <= 0)
        return 0;
    return n >= c->top ? tall : tall * n / c->top;
}

/* ---- its parts ------------------------------------------------------------------------------- */

static void put_text(FILE *out, double x, double y, const char *anchor, Slice text) {
    fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    html_escape(out, text);
    fputs("</text>", out);
}

static void put_grid(const Columns *c, int64_t step) {
    for (int line = 0; line <= 3; line++) {
        double y = FOOT - height_of(c, (double)(line * step));
        fprintf(c->out, "<path class=\"g\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDE);
        put_text(c->out, LEFT - 6, y + 4, "end", report_number(c->arena, c->lang, line * step));
    }
}

/* What may as well be nothing is pale. */
static void put_column(const Columns *c, double x, double wide, const Value *v, int series) {
    if (v->shown != SHOWN_NUMBER)
        return;
    double tall = height_of(c, (double)v->n), middle = x + wide / 2;
    fprintf(c->out, "<path class=\"s%d%s\" d=\"M%.1f %dv-%.1fh%.1fv%.1fz\"/>", series % 2,
            v->low ? "" : " p", x, FOOT, tall, wide, tall);
    fprintf(c->out, "<path class=\"w\" d=\"M%.1f %.1fV%.1f\"/>", middle,
            FOOT - height_of(c, (double)v->high), FOOT - height_of(c, (double)v->low));
}

static void put_before(const Columns *c, double x, const Value *v) {
    if (v->shown == SHOWN_NUMBER)
        fprintf(c->out, "<path class=\"b\" d=\"M%.1f %.1fl4 5-4 5-4-5z\"/>", x,
                FOOT - height_of(c, (double)v->n) - 5);
}

static void put_columns(const Columns *c) {
    const Graph *graph = c->graph;
    int every = (graph->row_count + LABELS - 1) / LABELS;
    for (int i = 0; i < graph->row_count; i++) {
        double x = LEFT + 6 + c->slot * i, wide = c->slot * .74 / graph->series_count;
        for (int s = 0; s < graph->series_count; s++)
            put_column(c, x + s * wide, wide, &graph->row[i].value[s], s);
        if (graph->has_before)
            put_before(c, x + wide / 2, &graph->row[i].before);
        if (i % every == 0)
            put_text(c->out, x - 2, FOOT + 18, "start", graph->row[i].label);
    }
}

/* ---- notes ----------------------------------------------------------------------------------- */

/* The column in which a day lies, -1 before the first. */
static int column_of(const Graph *graph, Millis day) {
    int column = -1;
    while (column + 1 < graph->row_count && graph->row[column + 1].start <= day)
        column++;
    return column;
}

/* A numbered flag; what the numbers mean stands under the drawing. */
static void put_marks(const Columns *c, const Figures *figures) {
    int put = 0, last = -1;
    for (int i = 0; i < figures->note_count && put < MARKS; i++) {
        int column = column_of(c->graph, figures->note[i].from);
        Millis end =
            c->graph->row_count
                ? period_at(c->graph->step, c->graph->row[c->graph->row_count - 1].start).end
                : 0;
        if (column < 0 || column == last || figures->note[i].from >= end)
            continue;
        double x = LEFT + 6 + c->slot * column + c->slot * .37;
        fprintf(c->out, "<path class=\"m\" d=\"M%.1f %dV%d\"/>", x, TOP - 8, FOOT);
        put_text(c->out, x, TOP - 12, "middle", figures->note[i].event ? LIT("★") : LIT("✎"));
        last = column;
        put++;
    }
}

void svg_columns(FILE *out, const Graph *graph, const Figures *notes, Lang lang, const char *id,
                 Arena *arena) {
    int64_t step = nice_step(largest(graph));
    int rows = graph->row_count ? graph->row_count : 1;
    Columns c = {out, graph, lang, arena, (double)(3 * step), (double)(WIDE - LEFT - 6) / rows};
    fprintf(out,
            "<svg role=\"img\" aria-labelledby=\"%s-t\" viewBox=\"0 0 %d %d\"><title id=\"%s-t\">",
            id, WIDE + 4, FOOT + 26, id);
    html_escape(out, graph->sentence);
    fputs("</title>", out);
    put_grid(&c, step);
    put_columns(&c);
    if (notes && graph->days)
        put_marks(&c, notes);
    fputs("</svg>", out);
}
