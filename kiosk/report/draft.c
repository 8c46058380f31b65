/* Makes rows of a graph out of fitted cells. Knows no table by name. */
#include "report/graph_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_FIRST 32
#define RARE_PART .5 /* of the average row */

DraftRow *draft_row(ReportDraft *draft, Slice key, Slice label) {
    if (draft->row_count == draft->room) {
        int room = draft->room ? 2 * draft->room : ROWS_FIRST;
        DraftRow *row = arena_array(draft->arena, DraftRow, room);
        if (draft->row_count)
            memcpy(row, draft->row, sizeof *row * (size_t)draft->row_count);
        draft->row = row;
        draft->room = room;
    }
    draft->row[draft->row_count] = (DraftRow){.key = key, .label = label};
    return &draft->row[draft->row_count++];
}

void draft_member(ReportDraft *draft, DraftRow *row, int series, int cell) {
    int count = row->members[series];
    if ((count & (count - 1)) == 0) { /* 0, 1, 2, 4… are full */
        int *more = arena_array(draft->arena, int, count ? 2 * count : 1);
        if (count)
            memcpy(more, row->member[series], sizeof *more * (size_t)count);
        row->member[series] = more;
    }
    row->member[series][row->members[series]++] = cell;
}

Slice draft_word(const ReportDraft *draft, ReportWord word) {
    return report_word(draft->lang, word);
}

Slice draft_number(const ReportDraft *draft, int64_t n) {
    return report_number(draft->arena, draft->lang, n);
}

/* ---- cells ----------------------------------------------------------------------------------- */

static bool has_past(const ReportDraft *draft) {
    return draft->past.from < draft->past.to;
}

void draft_table(ReportDraft *draft, int series, int table) {
    Series *s = &draft->series[series];
    s->count = draft->figures->table[table].count;
    s->now = arena_array(draft->arena, Count, s->count + 1);
    s->past = arena_array(draft->arena, Count, s->count + 1);
    figures_cells(draft->figures, table, draft->now, s->now);
    if (has_past(draft))
        figures_cells(draft->figures, table, draft->past, s->past);
}

static Count *grouped(const ReportDraft *draft, int table, Range range, const Slice *group,
                      int groups) {
    const KeyTable *keys = &draft->figures->table[table];
    Count *cell = arena_array(draft->arena, Count, keys->count + 1);
    Count *sum = arena_array(draft->arena, Count, groups + 1);
    if (range.from < range.to)
        figures_cells(draft->figures, table, range, cell);
    for (int i = 0; i < keys->count; i++)
        for (int g = 0; g < groups; g++)
            if (slice_equal(keys->key[i].group, group[g]))
                sum[g] = count_sum(sum[g], cell[i]);
    return sum;
}

void draft_groups(ReportDraft *draft, int series, int table, const Slice *group, int groups) {
    draft->series[series] = (Series){.now = grouped(draft, table, draft->now, group, groups),
                                     .past = grouped(draft, table, draft->past, group, groups),
                                     .count = groups};
}

static Count known_base(const ReportDraft *draft, Count (*base)(const Figures *, Range),
                        Range range) {
    Known *known = draft->known;
    for (int i = 0; i < KNOWN_MAX; i++, known++) {
        if (!known->base)
            *known = (Known){base, range, base(draft->figures, range)};
        if (known->base == base && known->range.from == range.from && known->range.to == range.to)
            return known->count;
    }
    return base(draft->figures, range);
}

static Base base_of(const ReportDraft *draft, BaseKind kind, Count (*base)(const Figures *, Range),
                    Range range) {
    Base b = {kind, {0}};
    if (base)
        b.count = known_base(draft, base, range);
    if (b.count.variance <= 0)
        b.kind = BASE_NONE;
    return b;
}

void draft_fit(ReportDraft *draft, int series, BaseKind kind,
               Count (*base)(const Figures *, Range)) {
    Series *s = &draft->series[series];
    s->fit = fit_cells(s->now, s->count, base_of(draft, kind, base, draft->now), draft->arena);
    if (has_past(draft))
        s->before =
            fit_cells(s->past, s->count, base_of(draft, kind, base, draft->past), draft->arena);
}

/* ---- values ---------------------------------------------------------------------------------- */

static bool was_counted(const Count *cell, const int *member, int members) {
    for (int i = 0; i < members; i++)
        if (cell[member[i]].variance > 0)
            return true;
    return false;
}

static Value value_of(const ShareFit *fit, const DraftRow *row, int series) {
    const int *member = row->member[series];
    if (!member || !fit->count || !was_counted(fit->cell, member, row->members[series]))
        return (Value){.percent = -1, .shown = SHOWN_NOTHING};
    return mask_value(fit_sum(fit, member, row->members[series]));
}

static void mask_series(GraphRow *row, int count, int series, Arena *arena) {
    Value **value = arena_array(arena, Value *, count + 1);
    for (int i = 0; i < count; i++)
        value[i] = series < 0 ? &row[i].before : &row[i].value[series];
    mask_complement(value, count);
}

/* Of exclusive rows the rounded shares stay within 100; steps of a course never rise as they are.
 */
static void round_shares(const ReportDraft *draft, Graph *graph, int series, const double *share) {
    int *percent = arena_array(draft->arena, int, draft->row_count + 1);
    mask_round(share, draft->row_count, percent);
    for (int i = 0; i < draft->row_count; i++)
        if (graph->row[i].value[series].percent >= 0)
            graph->row[i].value[series].percent = percent[i];
}

/* Only to be compared with those of now: they are not rounded to one whole. */
static void share_before(const ReportDraft *draft, Graph *graph, Share share) {
    const ShareFit *fit = &draft->series[0].before;
    for (int i = 0; share == SHARE_OF_SUM && fit->count && i < draft->row_count; i++) {
        const DraftRow *row = &draft->row[i];
        if (row->member[0])
            mask_share(&graph->row[i].before, fit_share(fit, row->member[0], row->members[0]),
                       llround(fit->fitted));
    }
}

static void share_series(const ReportDraft *draft, Graph *graph, int series, Share share) {
    const ShareFit *fit = &draft->series[series].fit;
    double *part = arena_array(draft->arena, double, draft->row_count + 1);
    if (!fit->count || share == SHARE_NONE)
        return;
    for (int i = 0; i < draft->row_count; i++) {
        const DraftRow *row = &draft->row[i];
        if (!row->member[series])
            continue;
        Bounds bounds = fit_share(fit, row->member[series], row->members[series]);
        mask_share(&graph->row[i].value[series], bounds, llround(fit->fitted));
        part[i] = fmax(0, bounds.n);
    }
    if (share == SHARE_OF_SUM)
        round_shares(draft, graph, series, part);
}

/* ---- judgements ------------------------------------------------------------------------------ */

static bool is_rare(const ShareFit *fit, int cell, int rows) {
    double even = fit->fitted / (rows ? rows : 1), sigma = sqrt(fit->cell[cell].variance);
    double high = (double)fit->cell[cell].n + sigmas(fit->cell[cell], rows) * sigma;
    return fit->cell[cell].variance > 0 && high < RARE_PART * even;
}

static void judge_row(const ReportDraft *draft, const DraftRow *from, GraphRow *row) {
    const ShareFit *fit = &draft->series[0].fit;
    row->verdict = mask_compare(&row->value[0], &row->before, draft->row_count);
    if (from->members[0] != 1 || !from->member[0])
        return;
    row->out = fit_stands_out(fit, from->member[0][0]);
    row->rare = is_rare(fit, from->member[0][0], draft->row_count);
}

void draft_finish(ReportDraft *draft, Graph *graph, Share share) {
    graph->row_count = draft->row_count;
    graph->row = arena_array(draft->arena, GraphRow, draft->row_count + 1);
    for (int i = 0; i < draft->row_count; i++) {
        const DraftRow *from = &draft->row[i];
        GraphRow *row = &graph->row[i];
        *row = (GraphRow){.key = from->key, .label = from->label, .group = from->group};
        for (int s = 0; s < graph->series_count; s++)
            row->value[s] = value_of(&draft->series[s].fit, from, s);
        row->before = graph->has_before ? value_of(&draft->series[0].before, from, 0)
                                        : (Value){.percent = -1, .shown = SHOWN_NOTHING};
        judge_row(draft, from, row);
    }
    for (int s = 0; s < graph->series_count; s++) {
        mask_series(graph->row, graph->row_count, s, draft->arena);
        share_series(draft, graph, s, share);
    }
    mask_series(graph->row, graph->row_count, -1, draft->arena);
    share_before(draft, graph, share);
    *draft = (ReportDraft){.figures = draft->figures,
                           .now = draft->now,
                           .past = draft->past,
                           .lang = draft->lang,
                           .arena = draft->arena,
                           .bare = draft->bare,
                           .known = draft->known};
}

/* ---- what is said of it ---------------------------------------------------------------------- */

/* The rows that stand out, largest first. Returns how many, four at most. */
static int leaders(const Graph *graph, const GraphRow *lead[4]) {
    int count = 0;
    for (int i = 0; i < graph->row_count; i++) {
        const GraphRow *row = &graph->row[i];
        if (!row->out || row->value[0].shown == SHOWN_FEW)
            continue;
        int at = count < 4 ? count++ : 3;
        for (; at > 0 && lead[at - 1]->value[0].n < row->value[0].n; at--)
            lead[at] = lead[at - 1];
        if (at < 3 || count <= 4)
            lead[at] = row;
    }
    return count;
}

Slice graph_top(const Graph *graph, Lang lang, ReportWord none, Arena *arena) {
    const GraphRow *lead[4];
    int count = leaders(graph, lead);
    if (!count)
        return report_word(lang, none);
    const Value *first = &lead[0]->value[0];
    bool alone = count == 1 || mask_compare(first, &lead[1]->value[0], 1) == VERDICT_MORE;
    if (!alone && count > 2 && mask_compare(first, &lead[2]->value[0], 1) != VERDICT_MORE)
        return report_say(arena, lang, REPORT_TOP_EVEN, lead[0]->label, lead[1]->label,
                          lead[2]->label);
    if (!alone)
        return report_say(arena, lang, REPORT_TOP_TWO, lead[0]->label, lead[1]->label, (Slice){0});
    if (first->shown != SHOWN_NUMBER)
        return report_say(arena, lang, REPORT_TOP_SILENT, lead[0]->label, (Slice){0}, (Slice){0});
    return report_say(arena, lang, REPORT_TOP_ONE, lead[0]->label,
                      report_number(arena, lang, first->n),
                      report_number(arena, lang, first->margin));
}
