/* The graphs that follow a course: of the days, of the hours of a day, of the questions of a quiz.
 * Knows no drawing. */
#include "report/graph_parts.h"

#include <math.h>

#define OPENS                                                                                      \
    7 /* hours outside of these are left out: the kiosk's house is shut, what stands there is      \
         noise */
#define SHUTS 21
#define DAYS_AS_DAYS 31
#define DAYS_AS_WEEKS 100

/* ---- days ------------------------------------------------------------------------------------ */

static PeriodKind step_of(const ReportDraft *draft) {
    Millis from = figures_month(draft->figures, draft->now.from),
           to = figures_month(draft->figures, draft->now.to);
    Millis days = ((to < draft->figures->last ? to : draft->figures->last) - from) / CIVIL_DAY;
    if (draft->now.kiosk || days > DAYS_AS_WEEKS)
        return PERIOD_MONTH;
    return days <= DAYS_AS_DAYS ? PERIOD_DAY : PERIOD_WEEK;
}

static Slice name_of(const ReportDraft *draft, Period period) {
    return period.kind == PERIOD_MONTH ? report_month(draft->arena, draft->lang, period.start)
                                       : report_day(draft->arena, draft->lang, period.start);
}

/* A finished quiz is part of a visit: never more of them than visits. */
static void put_values(GraphRow *row, Count visits, Count quizzes) {
    Value *all = &row->value[0], *some = &row->value[1];
    *all = mask_count(visits);
    *some = mask_count(quizzes);
    if (some->n <= all->n)
        return;
    some->n = all->n;
    some->low = some->low < some->n ? some->low : some->n;
    if (some->shown == SHOWN_NUMBER)
        some->shown = some->n < MASK_FEWEST ? SHOWN_FEW : SHOWN_NUMBER;
}

static GraphRow row_of(Count visits, Count quizzes, Millis start) {
    GraphRow row = {
        .key = LIT("visites"), .start = start, .before = {.percent = -1, .shown = SHOWN_NOTHING}};
    put_values(&row, visits, quizzes);
    return row;
}

GraphRow graph_day(const Figures *figures, Period period) {
    return row_of(figures_days(figures, period.start, period.end, false),
                  figures_days(figures, period.start, period.end, true), period.start);
}

static void add_row(const ReportDraft *draft, Graph *graph, Period period, GraphRow row) {
    row.label = name_of(draft, period);
    graph->row[graph->row_count++] = row;
}

/* Months come from all tables that count every visit, days and weeks from the only one that is
   released by the day. */
static void add_months(ReportDraft *draft, Graph *graph) {
    for (int month = draft->now.from; month < draft->now.to; month++) {
        Range one = {month, month + 1, draft->now.kiosk};
        Period period = period_at(PERIOD_MONTH, figures_month(draft->figures, month));
        Count visits = graph_visits(draft->figures, one),
              quizzes = graph_quizzes(draft->figures, one);
        if (visits.variance > 0)
            add_row(draft, graph, period, row_of(visits, quizzes, period.start));
    }
}

static void add_days(ReportDraft *draft, Graph *graph) {
    const Figures *f = draft->figures;
    Millis from = figures_month(f, draft->now.from), to = figures_month(f, draft->now.to);
    for (int i = 0; i < f->day_count;) {
        Period period = period_at(graph->step, f->day[i].start);
        Millis at =
            period.start + (graph->step == PERIOD_WEEK ? 3 * CIVIL_DAY : 0); /* its Thursday */
        if (at >= from && at < to)
            add_row(draft, graph, period, graph_day(f, period));
        while (i < f->day_count && f->day[i].start < period.end)
            i++;
    }
}

static Slice few_or_number(const ReportDraft *draft, const Value *value) {
    return graph_value(draft->arena, draft->lang, value);
}

static Slice say_visits(const ReportDraft *draft) {
    Value now = mask_count(graph_visits(draft->figures, draft->now));
    Value quizzes = mask_count(graph_quizzes(draft->figures, draft->now));
    Slice many = graph_say_visits(draft->arena, draft->lang, &now, &quizzes);
    if (!figures_has(draft->figures, TABLE_END, draft->past))
        return many;
    static const ReportWord WORD[2][3] = {
        {REPORT_VISITS_SAME, REPORT_VISITS_MORE, REPORT_VISITS_LESS},
        {REPORT_VISITS_SAME_THERE, REPORT_VISITS_MORE_THERE, REPORT_VISITS_LESS_THERE}};
    bool there = draft->past.kiosk != draft->now.kiosk;
    Value past = mask_count(graph_visits(draft->figures, draft->past));
    Slice compared =
        report_say(draft->arena, draft->lang, WORD[there][mask_compare(&now, &past, 1)],
                   few_or_number(draft, &past), (Slice){0}, (Slice){0});
    return arena_printf(draft->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(many),
                        SLICE_ARG(compared));
}

void course_of_visits(ReportDraft *draft, Graph *graph) {
    static const ReportWord HEADS[] = {REPORT_DAY, REPORT_WEEK, REPORT_MONTH};
    graph->step = step_of(draft);
    graph->head = draft_word(draft, HEADS[graph->step]);
    graph->upright = graph->days = true;
    graph->series_count = 2;
    graph->subject[1] = "tests";
    graph->series[0] = draft_word(draft, REPORT_VISITS_SERIES);
    graph->series[1] = draft_word(draft, REPORT_QUIZ_SERIES);
    graph->sentence = say_visits(draft);
    int most = draft->figures->day_count + draft->now.to - draft->now.from;
    graph->row = arena_array(draft->arena, GraphRow, most + 1);
    if (graph->step == PERIOD_MONTH)
        add_months(draft, graph);
    else
        add_days(draft, graph);
}

/* ---- hours ----------------------------------------------------------------------------------- */

static Slice hour_key(const ReportDraft *draft, int hour) {
    char *digits = arena_alloc(draft->arena, 2);
    digits[0] = (char)('0' + hour / 10);
    digits[1] = (char)('0' + hour % 10);
    return (Slice){digits, 2};
}

static Slice hour_name(const ReportDraft *draft, int hour) {
    if (draft->bare)
        return hour_key(draft, hour);
    return report_say(draft->arena, draft->lang, REPORT_FULL_HOUR,
                      arena_printf(draft->arena, "%d", hour), LIT(""), LIT(""));
}

/* However they ended. All hours are cells, so that their sum is that of all visits. */
static Count *hours_in(const ReportDraft *draft, Range range) {
    const KeyTable *keys = &draft->figures->table[TABLE_ACTIVITY];
    Count *cell = arena_array(draft->arena, Count, STATS_HOURS);
    for (int i = 0; i < keys->count; i++) {
        Slice key = keys->key[i].key;
        int hour = key.len > 2 ? (key.at[0] - '0') * 10 + key.at[1] - '0' : -1;
        if (hour >= 0 && hour < STATS_HOURS)
            cell[hour] =
                count_sum(cell[hour], figures_cell(draft->figures, TABLE_ACTIVITY, range, i));
    }
    return cell;
}

static Slice say_hours(const ReportDraft *draft, const Graph *graph) {
    const GraphRow *most = NULL;
    for (int i = 0; i < graph->row_count; i++)
        if (graph->row[i].out && (!most || graph->row[i].value[0].n > most->value[0].n))
            most = &graph->row[i];
    if (!most || most->value[0].shown != SHOWN_NUMBER)
        return draft_word(draft, REPORT_HOURS_NONE);
    return report_say(draft->arena, draft->lang, REPORT_HOURS_SAY, most->label,
                      draft_number(draft, most->value[0].n),
                      draft_number(draft, most->value[0].margin));
}

void course_of_hours(ReportDraft *draft, Graph *graph) {
    graph->head = draft_word(draft, REPORT_HOUR);
    graph->upright = graph->has_before = true;
    graph->series_count = 1;
    graph->series[0] = draft_word(draft, REPORT_VISITS_SERIES);
    draft->series[0] = (Series){.now = hours_in(draft, draft->now),
                                .past = hours_in(draft, draft->past),
                                .count = STATS_HOURS};
    bool whole = figures_beside(draft->figures, TABLE_ACTIVITY, TABLE_END, draft->now);
    draft_fit(draft, 0, whole ? BASE_EXACT : BASE_AT_MOST, graph_visits);
    for (int hour = OPENS; figures_has(draft->figures, TABLE_ACTIVITY, draft->now) && hour < SHUTS;
         hour++)
        draft_member(draft, draft_row(draft, hour_key(draft, hour), hour_name(draft, hour)), 0,
                     hour);
    draft_finish(draft, graph, SHARE_NONE);
    if (!draft->bare)
        graph->sentence = say_hours(draft, graph);
}

/* ---- the quiz -------------------------------------------------------------------------------- */

/* Quizzes are of different lengths: how many steps have been seen, 24 questions at least. */
static int steps_asked(const Series *series) {
    int step = 8;
    while (step < FUNNEL_DONE && series->now[step].n > mask_margin(series->now[step]))
        step++;
    return step;
}

static Slice step_name(const ReportDraft *draft, Slice key, int step) {
    if (draft->bare)
        return key;
    if (step == FUNNEL_DONE)
        return draft_word(draft, REPORT_FUNNEL_DONE);
    return report_say(draft->arena, draft->lang, REPORT_FUNNEL_STEP,
                      draft_number(draft, step * FUNNEL_STEP + 1), (Slice){0}, (Slice){0});
}

/* The first series counts all that came as far, the second those who stopped there. */
static void add_steps(ReportDraft *draft) {
    const KeyTable *keys = &draft->figures->table[TABLE_FUNNEL];
    int asked = steps_asked(&draft->series[0]);
    for (int step = 0; step < keys->count; step++) {
        if (step >= asked && step < FUNNEL_DONE)
            continue;
        DraftRow *row =
            draft_row(draft, keys->key[step].key, step_name(draft, keys->key[step].key, step));
        for (int i = step; i < keys->count; i++)
            draft_member(draft, row, 0, i);
        if (step < FUNNEL_DONE)
            draft_member(draft, row, 1, step);
    }
}

static Slice say_stop(const ReportDraft *draft, const Graph *graph) {
    const GraphRow *most = NULL;
    int step = 0;
    for (int i = 0; i < graph->row_count - 1; i++)
        if (!most || graph->row[i].value[1].n > most->value[1].n) {
            most = &graph->row[i];
            step = i;
        }
    const Value *stop = most ? &most->value[1] : NULL;
    if (!stop || stop->shown != SHOWN_NUMBER || !most->out)
        return draft_word(draft, REPORT_FUNNEL_EVEN);
    return report_say(draft->arena, draft->lang, REPORT_FUNNEL_STOP,
                      draft_number(draft, step * FUNNEL_STEP + 1),
                      draft_number(draft, (step + 1) * FUNNEL_STEP), draft_number(draft, stop->n));
}

static Slice say_quiz(const ReportDraft *draft, const Graph *graph) {
    const Value *done = &graph->row[graph->row_count - 1].value[0];
    if (done->percent < 0)
        return draft_word(draft, REPORT_FUNNEL_NONE);
    Slice say =
        report_say(draft->arena, draft->lang, REPORT_FUNNEL_SAY, draft_number(draft, done->percent),
                   draft_number(draft, done->percent_low), draft_number(draft, done->percent_high));
    return arena_printf(draft->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(say),
                        SLICE_ARG(say_stop(draft, graph)));
}

/* Where more stop than at the other steps, beyond chance. */
static void judge_stops(const ShareFit *fit, Graph *graph) {
    for (int i = 0; i < graph->row_count - 1; i++) {
        graph->row[i].out = true;
        for (int other = 0; other < graph->row_count - 1; other++)
            if (other != i && fit->cell[other].n > fit->cell[i].n)
                graph->row[i].out = false;
        double mean = 0;
        for (int other = 0; other < graph->row_count - 1; other++)
            mean += fit->x[other] / (graph->row_count - 1);
        double sigma = sqrt(fit->cell[i].variance) * sigmas(fit->cell[i], graph->row_count);
        graph->row[i].out = graph->row[i].out && (double)fit->cell[i].n - mean > sigma;
    }
}

void course_of_quiz(ReportDraft *draft, Graph *graph) {
    graph->head = draft_word(draft, REPORT_STEP);
    graph->has_before = true;
    graph->series_count = 2;
    graph->subject[1] = "test-arrets";
    graph->series[0] = draft_word(draft, REPORT_FUNNEL_REACHED);
    graph->series[1] = draft_word(draft, REPORT_FUNNEL_STOPPED);
    graph->note = draft_word(draft, REPORT_FUNNEL_NOTE);
    if (!figures_has(draft->figures, TABLE_FUNNEL, draft->now))
        return;
    for (int s = 0; s < 2; s++) {
        draft_table(draft, s, TABLE_FUNNEL);
        draft_fit(draft, s, BASE_AT_MOST, graph_visits);
    }
    ShareFit fit = draft->series[1].fit;
    add_steps(draft);
    draft_finish(draft, graph, SHARE_OF_FIRST);
    for (int i = 0; i < graph->row_count; i++)
        graph->row[i].value[1].percent = -1;
    judge_stops(&fit, graph);
    if (!draft->bare)
        graph->sentence = say_quiz(draft, graph);
}
