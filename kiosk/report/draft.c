#include "report/draft.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_FIRST 32

DraftRow *draft_row(Draft *draft, Slice label) {
    if (draft->row_count == draft->room) {
        int room = draft->room ? 2 * draft->room : ROWS_FIRST;
        DraftRow *row = arena_array(draft->arena, DraftRow, room);
        if (draft->row_count)
            memcpy(row, draft->row, sizeof *row * (size_t)draft->row_count);
        draft->row = row;
        draft->room = room;
    }
    draft->row[draft->row_count] = (DraftRow){.label = label};
    return &draft->row[draft->row_count++];
}

Count count_sum(Count a, Count b) {
    return (Count){a.n + b.n, a.variance + b.variance};
}

Slice draft_word(const Draft *draft, ReportWord word) {
    return report_word(draft->lang, word);
}

Slice draft_number(const Draft *draft, int64_t n) {
    return report_number(draft->arena, draft->lang, n);
}

/* ---- order ---------------------------------------------------------------------------------------------------------------- */

static int by_first_series(const void *a, const void *b) {
    int64_t x = ((const DraftRow *)a)->count[0].n, y = ((const DraftRow *)b)->count[0].n;
    return x < y ? 1 : x > y ? -1 : 0;
}

void draft_sort(Draft *draft) {
    if (draft->row_count)
        qsort(draft->row, (size_t)draft->row_count, sizeof *draft->row, by_first_series);
}

/* ---- masking ---------------------------------------------------------------------------------------------------------------- */

static void mask_series(GraphRow *row, int count, int series, Arena *arena) {
    Value **value = arena_array(arena, Value *, count + 1);
    for (int i = 0; i < count; i++)
        value[i] = series < 0 ? &row[i].before : &row[i].value[series];
    mask_complement(value, count);
}

static void share_series(const Draft *draft, Graph *graph, int series, Share share) {
    int64_t base = 0;
    for (int i = 0; i < draft->row_count; i++)
        if (share == SHARE_OF_SUM || i == 0)
            base += draft->row[i].count[series].n;
    for (int i = 0; i < draft->row_count && share != SHARE_NONE; i++)
        mask_share(&graph->row[i].value[series], base);
}

void draft_finish(Draft *draft, Graph *graph, Share share) {
    graph->row_count = draft->row_count;
    graph->row = arena_array(draft->arena, GraphRow, draft->row_count + 1);
    for (int i = 0; i < draft->row_count; i++) {
        GraphRow *row = &graph->row[i];
        row->label = draft->row[i].label;
        for (int s = 0; s < graph->series_count; s++)
            row->value[s] = mask_value(draft->row[i].count[s]);
        row->before = mask_value(draft->row[i].before);
    }
    for (int s = 0; s < graph->series_count; s++) {
        mask_series(graph->row, graph->row_count, s, draft->arena);
        share_series(draft, graph, s, share);
    }
    mask_series(graph->row, graph->row_count, -1, draft->arena);
    *draft = (Draft){draft->figures, draft->span, draft->lang, draft->arena, NULL, 0, 0};
}

/* ---- what is said of it ------------------------------------------------------------------------------------------------------- */

/* The first is hidden itself when it is the only one beside a number that is too small. */
static bool will_be_hidden(const Draft *draft) {
    int few = 0;
    for (int i = 1; i < draft->row_count; i++)
        few += draft->row[i].count[0].n < MASK_FEWEST;
    return few == 1 && draft->row_count == 2;
}

/* Larger than what noise alone makes of nothing: only such a row is worth a sentence. */
static bool stands_out(const DraftRow *row) {
    return row->count[0].n >= MASK_FEWEST && row->count[0].n > mask_margin(row->count[0].variance);
}

Slice draft_top_sentence(const Draft *draft) {
    if (draft->row_count < 2 || !stands_out(&draft->row[0]))
        return draft_word(draft, REPORT_TOP_NONE);
    const DraftRow *first = &draft->row[0], *second = &draft->row[1];
    bool alone = mask_exceeds(first->count[0], second->count[0]);
    bool three = draft->row_count > 2 && !mask_exceeds(first->count[0], draft->row[2].count[0]);
    if (!alone && (!stands_out(second) || (three && !stands_out(&draft->row[2]))))
        return draft_word(draft, REPORT_TOP_NONE);
    if (three)
        return report_say(draft->arena, draft->lang, REPORT_TOP_EVEN, first->label, second->label, draft->row[2].label);
    if (!alone)
        return report_say(draft->arena, draft->lang, REPORT_TOP_TWO, first->label, second->label, (Slice){0});
    if (will_be_hidden(draft))
        return report_say(draft->arena, draft->lang, REPORT_TOP_SILENT, first->label, (Slice){0}, (Slice){0});
    return report_say(draft->arena, draft->lang, REPORT_TOP_ONE, first->label, draft_number(draft, first->count[0].n),
                      draft_number(draft, mask_margin(first->count[0].variance)));
}
