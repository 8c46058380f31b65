#include "report/grid.h"

typedef struct Filling {
    Grid grid;
    Lang lang;
    bool plain;
    Arena *arena;
    int at;
} Filling;

static void put(Filling *f, Slice text) {
    f->grid.cell[f->at++] = text;
}

static Slice number(const Filling *f, int64_t n) {
    return f->plain ? arena_printf(f->arena, "%lld", (long long)n) : report_number(f->arena, f->lang, n);
}

static Slice shown(const Filling *f, const Value *value) {
    if (value->shown == SHOWN_NUMBER)
        return number(f, value->n);
    return value->shown == SHOWN_FEW && f->plain ? LIT("<11") : graph_value(f->arena, f->lang, value);
}

static Slice margin(const Filling *f, const Value *value) {
    return value->shown == SHOWN_NUMBER ? arena_printf(f->arena, "±" SLICE_FMT, SLICE_ARG(number(f, value->margin))) : (Slice){0};
}

static Slice share(const Filling *f, const Value *value) {
    if (value->percent < 0)
        return (Slice){0};
    return f->plain ? arena_printf(f->arena, "%d%%", value->percent) : report_percent(f->arena, f->lang, value->percent);
}

static bool has_shares(const Graph *graph) {
    for (int i = 0; i < graph->row_count; i++)
        if (graph->row[i].value[0].percent >= 0)
            return true;
    return false;
}

static void put_heading(Filling *f, const Graph *graph, bool shares) {
    put(f, graph->head);
    for (int s = 0; s < graph->series_count; s++) {
        put(f, graph->series[s]);
        put(f, report_word(f->lang, REPORT_MARGIN));
        if (shares)
            put(f, report_word(f->lang, REPORT_SHARE));
    }
    if (graph->has_before)
        put(f, report_word(f->lang, REPORT_BEFORE));
}

static void put_row(Filling *f, const Graph *graph, const GraphRow *row, bool shares) {
    put(f, row->label);
    for (int s = 0; s < graph->series_count; s++) {
        put(f, shown(f, &row->value[s]));
        put(f, margin(f, &row->value[s]));
        if (shares)
            put(f, share(f, &row->value[s]));
    }
    if (graph->has_before)
        put(f, row->before.margin ? shown(f, &row->before) : LIT("–"));
}

Grid grid_of(const Graph *graph, Lang lang, bool plain, Arena *arena) {
    bool shares = has_shares(graph);
    Filling f = {.lang = lang, .plain = plain, .arena = arena};
    f.grid.columns = 1 + graph->series_count * (shares ? 3 : 2) + graph->has_before;
    f.grid.rows = 1 + graph->row_count;
    f.grid.cell = arena_array(arena, Slice, f.grid.rows * f.grid.columns);
    put_heading(&f, graph, shares);
    for (int i = 0; i < graph->row_count; i++)
        put_row(&f, graph, &graph->row[i], shares);
    return f.grid;
}
