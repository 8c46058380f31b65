/* Puts graphs of many periods into tables of rows. Knows no file format. */
#include "report/tidy.h"

#include "report/kiosk_name.h"

#include <string.h>

#define ROWS_FIRST 256
#define SCHOOL_YEAR_BEGINS 9 /* September */

static const ReportWord COLUMNS[TIDY_COLUMNS] = {
    REPORT_COLUMN_KIND,   REPORT_COLUMN_FROM,  REPORT_COLUMN_TO,  REPORT_COLUMN_KEY,
    REPORT_COLUMN_LABEL,  REPORT_COLUMN_VALUE, REPORT_COLUMN_LOW, REPORT_COLUMN_HIGH,
    REPORT_COLUMN_MASKED, REPORT_COLUMN_KIOSK};

/* What stands before the rows of one period and kiosk. */
typedef struct Filling {
    Tidy *tidy;
    const Figures *figures;
    Lang lang;
    Arena *arena, graphs; /* graphs: of one range, then used again */
    Slice kind, from, to, kiosk;
} Filling;

Slice tidy_column(Lang lang, int column) {
    return report_word(lang, COLUMNS[column]);
}

Slice tidy_kind(Lang lang, SpanName name) {
    static const ReportWord WORD[SPAN_NAMES] = {REPORT_PERIOD_MONTH, REPORT_KIND_QUARTER,
                                                REPORT_KIND_YEAR, REPORT_KIND_ALL,
                                                REPORT_KIND_CHOSEN};
    return report_word(lang, WORD[name]);
}

Slice tidy_step(Lang lang, PeriodKind kind) {
    static const ReportWord WORD[] = {REPORT_PERIOD_DAY, REPORT_PERIOD_WEEK, REPORT_PERIOD_MONTH};
    return report_word(lang, WORD[kind]);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static TidyTable *table_for(Filling *f, const char *subject, Slice title) {
    for (int i = 0; i < f->tidy->table_count; i++)
        if (strcmp(f->tidy->table[i].subject, subject) == 0)
            return &f->tidy->table[i];
    TidyTable *table = &f->tidy->table[f->tidy->table_count++];
    *table = (TidyTable){.subject = subject, .title = arena_copy(f->arena, title)};
    return table;
}

static TidyRow *add_row(const Filling *f, TidyTable *table, Slice key, Slice label) {
    if (table->row_count == table->room) {
        int room = table->room ? 2 * table->room : ROWS_FIRST;
        TidyRow *row = arena_array(f->arena, TidyRow, room);
        if (table->row_count)
            memcpy(row, table->row, sizeof *row * (size_t)table->row_count);
        table->row = row;
        table->room = room;
    }
    TidyRow *row = &table->row[table->row_count++];
    *row = (TidyRow){
        f->kind, f->from, f->to,   arena_copy(f->arena, key), arena_copy(f->arena, label), {0}, {0},
        {0},     false,   f->kiosk};
    return row;
}

/* Of what is masked only the upper bound is told, of what is hidden nothing. */
static void put_value(Filling *f, TidyTable *table, Slice key, Slice label, const Value *value) {
    if (value->shown == SHOWN_NOTHING)
        return;
    TidyRow *row = add_row(f, table, key, label);
    row->masked = value->shown != SHOWN_NUMBER;
    if (value->shown == SHOWN_NUMBER) {
        row->value = (TidyNumber){value->n, true};
        row->low = (TidyNumber){value->low, true};
    } else if (value->shown == SHOWN_FEW) {
        row->low = (TidyNumber){0, true};
    }
    row->high = (TidyNumber){value->high, value->shown != SHOWN_HIDDEN};
}

static void put_share(Filling *f, const char *subject, const GraphRow *from, const Value *value) {
    if (value->percent < 0)
        return;
    TidyTable *parts = table_for(f, "parts", report_word(f->lang, REPORT_PARTS));
    TidyRow *row =
        add_row(f, parts, arena_printf(&f->graphs, "%s/" SLICE_FMT, subject, SLICE_ARG(from->key)),
                from->label);
    row->value = (TidyNumber){value->percent, true};
    row->low = (TidyNumber){value->percent_low, true};
    row->high = (TidyNumber){value->percent_high, true};
}

static Slice title_of(Filling *f, const Graph *graph, int series) {
    if (graph->series_count == 1)
        return graph->title;
    return arena_printf(&f->graphs, SLICE_FMT " – " SLICE_FMT, SLICE_ARG(graph->title),
                        SLICE_ARG(graph->series[series]));
}

/* ---- periods --------------------------------------------------------------------------------- */

static void set_period(Filling *f, Slice kind, Millis from, Millis to) {
    f->kind = kind;
    f->from = report_iso(f->arena, from);
    f->to = report_iso(f->arena, to - CIVIL_DAY);
}

static void put_graph(Filling *f, const Graph *graph) {
    for (int s = 0; s < graph->series_count; s++) {
        TidyTable *table = table_for(f, graph->subject[s], title_of(f, graph, s));
        for (int i = 0; i < graph->row_count; i++) {
            put_value(f, table, graph->row[i].key, graph->row[i].label, &graph->row[i].value[s]);
            put_share(f, graph->subject[s], &graph->row[i], &graph->row[i].value[s]);
        }
    }
}

/* Of a course of days the whole is a row here; its days and weeks are rows of their own. */
static void put_visits(Filling *f, Range range) {
    Value visits = mask_count(graph_visits(f->figures, range));
    Value quizzes = mask_count(graph_quizzes(f->figures, range));
    Slice title = report_word(f->lang, REPORT_VISITS),
          done = report_word(f->lang, REPORT_QUIZ_SERIES);
    put_value(f, table_for(f, "visites", title), LIT("visites"),
              report_word(f->lang, REPORT_VISITS_SERIES), &visits);
    put_value(f, table_for(f, "tests", done), LIT("tests"), done, &quizzes);
}

static void put_range(Filling *f, Slice kind, Range range) {
    Graph graph[GRAPHS_MAX];
    arena_reset(&f->graphs);
    int count = graphs_between(f->figures, range, (Range){0}, f->lang, &f->graphs, graph);
    set_period(f, kind, figures_month(f->figures, range.from), figures_month(f->figures, range.to));
    put_visits(f, range);
    for (int i = 0; i < count; i++)
        if (!graph[i].days)
            put_graph(f, &graph[i]);
}

/* ---- days and weeks, of visits only ---------------------------------------------------------- */

static void put_days(Filling *f, PeriodKind kind) {
    Slice title = report_word(f->lang, REPORT_VISITS),
          done = report_word(f->lang, REPORT_QUIZ_SERIES);
    for (int i = 0; i < f->figures->day_count;) {
        Period period = period_at(kind, f->figures->day[i].start);
        GraphRow row = graph_day(f->figures, period);
        set_period(f, tidy_step(f->lang, kind), period.start, period.end);
        put_value(f, table_for(f, "visites", title), LIT("visites"),
                  report_word(f->lang, REPORT_VISITS_SERIES), &row.value[0]);
        put_value(f, table_for(f, "tests", done), LIT("tests"), done, &row.value[1]);
        while (i < f->figures->day_count && f->figures->day[i].start < period.end)
            i++;
    }
}

/* ---- all of them ----------------------------------------------------------------------------- */

static void put_months(Filling *f, int from, int to, int kiosk) {
    for (int month = from < 0 ? 0 : from; month < to && month < f->figures->months; month++)
        put_range(f, tidy_step(f->lang, PERIOD_MONTH), (Range){month, month + 1, kiosk});
}

static void put_school_years(Filling *f, int kiosk) {
    const Figures *figures = f->figures;
    for (int from = 0, to; from < figures->months; from = to) {
        for (to = from + 1; to < figures->months; to++)
            if (civil_from(figures_month(figures, to)).month == SCHOOL_YEAR_BEGINS)
                break;
        put_range(f, report_word(f->lang, REPORT_KIND_SCHOOL), (Range){from, to, kiosk});
    }
}

static void put_spans(Filling *f) {
    for (int s = 0; s < f->figures->span_count; s++) {
        const Span *span = &f->figures->span[s];
        if (span->name != SPAN_MONTH)
            put_range(f, tidy_kind(f->lang, span->name), span->now);
        if (span->name != SPAN_MONTH && figures_has(f->figures, TABLE_END, span->past))
            put_range(f, report_word(f->lang, REPORT_KIND_AGAINST), span->past);
    }
}

static void put_together(Filling *f) {
    const Figures *figures = f->figures;
    f->kiosk = figures->kiosks == 1 ? kiosk_name(figures, 0, f->lang, f->arena)
                                    : report_word(f->lang, REPORT_ALL_KIOSKS);
    put_days(f, PERIOD_DAY);
    put_days(f, PERIOD_WEEK);
    put_months(f, 0, figures->months, 0);
    put_school_years(f, 0);
    put_spans(f);
}

static void put_apart(Filling *f) {
    for (int kiosk = 1; kiosk <= f->figures->apart; kiosk++) {
        f->kiosk = kiosk_name(f->figures, kiosk - 1, f->lang, f->arena);
        put_months(f, 0, f->figures->months, kiosk);
        put_range(f, tidy_kind(f->lang, SPAN_ALL), (Range){0, f->figures->months, kiosk});
    }
}

Tidy tidy_of(const Figures *figures, bool apart, Lang lang, Arena *arena) {
    Tidy tidy = {.table_count = 0};
    Filling f = {.tidy = &tidy, .figures = figures, .lang = lang, .arena = arena};
    if (figures->span_count && apart)
        put_apart(&f);
    else if (figures->span_count)
        put_together(&f);
    arena_free(&f.graphs);
    return tidy;
}
