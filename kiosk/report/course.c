/* The graphs that follow a course: of the days, of the hours of a day, of the questions of a quiz. */
#include "report/draft.h"

#include <string.h>

#define MS_PER_DAY ((Millis)86400000)
#define OPENS 7   /* hours outside of these are left out: the kiosk's house is shut, what stands there is noise */
#define SHUTS 21
#define DAYS_AS_DAYS 31
#define DAYS_AS_WEEKS 100

/* ---- days --------------------------------------------------------------------------------------------------------------------- */

static PeriodKind step_of(const Span *span) {
    Millis days = (span->end - span->start) / MS_PER_DAY;
    return days <= DAYS_AS_DAYS ? PERIOD_DAY : days <= DAYS_AS_WEEKS ? PERIOD_WEEK : PERIOD_MONTH;
}

static Slice name_of(const Draft *draft, Period period) {
    return period.kind == PERIOD_MONTH ? report_month(draft->arena, draft->lang, period.start)
                                       : report_day(draft->arena, draft->lang, period.start);
}

static void add_days(Draft *draft) {
    PeriodKind step = step_of(draft->span);
    Millis at = -1;
    DraftRow *row = NULL;
    for (int i = 0; i < draft->figures->day_count; i++) {
        const DayCount *day = &draft->figures->day[i];
        if (day->start < draft->span->start || day->start >= draft->span->end)
            continue;
        Period period = period_at(step, day->start);
        if (!row || period.start != at)
            row = draft_row(draft, name_of(draft, period));
        at = period.start;
        row->count[0] = count_sum(row->count[0], day->visits);
        row->count[1] = count_sum(row->count[1], day->quizzes);
    }
}

static Count visits_from(const Figures *figures, Millis start, Millis end, bool quizzes) {
    Count sum = {0};
    for (int i = 0; i < figures->day_count; i++)
        if (figures->day[i].start >= start && figures->day[i].start < end)
            sum = count_sum(sum, quizzes ? figures->day[i].quizzes : figures->day[i].visits);
    return sum;
}

static Slice few_or_number(const Draft *draft, int64_t n) {
    return n < MASK_FEWEST ? LIT("<\u00A011") : draft_number(draft, n);
}

static Slice say_visits(const Draft *draft) {
    const Span *span = draft->span;
    Count now = visits_from(draft->figures, span->start, span->end, false);
    Count quizzes = visits_from(draft->figures, span->start, span->end, true);
    Count past = visits_from(draft->figures, span->before, span->start, false);
    Slice many = report_say(draft->arena, draft->lang, REPORT_VISITS_SAY, few_or_number(draft, now.n),
                            draft_number(draft, mask_margin(now.variance)), few_or_number(draft, quizzes.n));
    if (past.variance <= 0)
        return many;
    ReportWord word = mask_exceeds(now, past) ? REPORT_VISITS_MORE : mask_exceeds(past, now) ? REPORT_VISITS_LESS
                                                                                               : REPORT_VISITS_SAME;
    Slice compared = report_say(draft->arena, draft->lang, word, few_or_number(draft, past.n), (Slice){0}, (Slice){0});
    return arena_printf(draft->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(many), SLICE_ARG(compared));
}

void course_of_visits(Draft *draft, Graph *graph) {
    static const ReportWord HEADS[] = {REPORT_DAY, REPORT_WEEK, REPORT_MONTH};
    graph->head = draft_word(draft, HEADS[step_of(draft->span)]);
    graph->upright = true;
    graph->series_count = 2;
    graph->series[0] = draft_word(draft, REPORT_VISITS_SERIES);
    graph->series[1] = draft_word(draft, REPORT_QUIZ_SERIES);
    graph->sentence = say_visits(draft);
    add_days(draft);
    draft_finish(draft, graph, SHARE_NONE);
}

/* ---- hours ---------------------------------------------------------------------------------------------------------------------- */

/* However they ended. */
static Count hour_visits(const Draft *draft, const TableSum *sum, int hour) {
    Count count = {0};
    Slice prefix = arena_printf(draft->arena, "%02d ", hour);
    for (int i = 0; i < sum->count; i++)
        if (slice_has_prefix(sum->cell[i].key, prefix))
            count = count_sum(count, sum->cell[i].count);
    return count;
}

static Slice say_hours(const Draft *draft) {
    if (!draft->row_count)
        return draft_word(draft, REPORT_HOURS_NONE);
    const DraftRow *most = &draft->row[0];
    double mean = 0;
    for (int i = 0; i < draft->row_count; i++) {
        most = draft->row[i].count[0].n > most->count[0].n ? &draft->row[i] : most;
        mean += (double)draft->row[i].count[0].n / draft->row_count;
    }
    Count usual = {(int64_t)mean, most->count[0].variance / draft->row_count};
    /* The largest of fourteen is large by chance more often than one in twenty: twice the margin is asked of it. */
    if (most->count[0].n < 2 * mask_margin(most->count[0].variance) || !mask_exceeds(most->count[0], usual))
        return draft_word(draft, REPORT_HOURS_NONE);
    return report_say(draft->arena, draft->lang, REPORT_HOURS_SAY, most->label, draft_number(draft, most->count[0].n),
                      draft_number(draft, mask_margin(most->count[0].variance)));
}

void course_of_hours(Draft *draft, Graph *graph) {
    const TableSum *now = &draft->span->now[TABLE_ACTIVITY], *past = &draft->span->past[TABLE_ACTIVITY];
    graph->head = draft_word(draft, REPORT_HOUR);
    graph->upright = graph->has_before = true;
    graph->series_count = 1;
    graph->series[0] = draft_word(draft, REPORT_VISITS_SERIES);
    for (int hour = OPENS; now->rows && hour < SHUTS; hour++) {
        DraftRow *row = draft_row(draft, arena_printf(draft->arena, draft->lang == LANG_FR ? "%d\u00A0h" : "%d:00", hour));
        row->count[0] = hour_visits(draft, now, hour);
        row->before = hour_visits(draft, past, hour);
    }
    graph->sentence = say_hours(draft);
    draft_finish(draft, graph, SHARE_NONE);
}

/* ---- the quiz ---------------------------------------------------------------------------------------------------------------------- */

/* Whoever stopped later had answered the earlier questions: the row of a step is the sum of all that came as far. */
static Count reached(const TableSum *sum, int step) {
    Count count = {0};
    for (int i = step; i < sum->count; i++)
        count = count_sum(count, sum->cell[i].count);
    return count;
}

/* Quizzes are of different lengths: how many steps have been seen, 24 questions at least. */
static int steps_asked(const TableSum *sum) {
    int step = 8;
    while (step < sum->count - 1 && mask_exceeds(sum->cell[step].count, (Count){0}))
        step++;
    return step;
}

static Slice say_quiz(const Draft *draft, const TableSum *now) {
    Count begun = reached(now, 0), finished = now->cell[now->count - 1].count;
    if (begun.n < MASK_SHARE_BASE)
        return draft_word(draft, REPORT_TOP_NONE);
    int64_t of_hundred = 100 * (finished.n > 0 ? finished.n : 0) / begun.n, most = 0;
    Slice say = report_say(draft->arena, draft->lang, REPORT_FUNNEL_SAY, draft_number(draft, of_hundred > 100 ? 100 : of_hundred),
                           (Slice){0}, (Slice){0});
    for (int step = 1; step < now->count - 1; step++)
        most = now->cell[step].count.n > now->cell[most].count.n ? step : most;
    if (now->cell[most].count.n < 2 * mask_margin(now->cell[most].count.variance)) /* the largest of several, as above */
        return say;
    Slice stop = report_say(draft->arena, draft->lang, REPORT_FUNNEL_STOP, draft_number(draft, most * FUNNEL_STEP + 1),
                            draft_number(draft, (most + 1) * FUNNEL_STEP), (Slice){0});
    return arena_printf(draft->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(say), SLICE_ARG(stop));
}

void course_of_quiz(Draft *draft, Graph *graph) {
    const TableSum *now = &draft->span->now[TABLE_FUNNEL], *past = &draft->span->past[TABLE_FUNNEL];
    graph->head = draft_word(draft, REPORT_STEP);
    graph->has_before = true;
    graph->series_count = 1;
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    if (!now->rows)
        return;
    int asked = steps_asked(now);
    for (int step = 0; step < now->count; step++) {
        bool last = step == now->count - 1;
        if (!last && step >= asked)
            continue;
        Slice label = last ? draft_word(draft, REPORT_FUNNEL_DONE)
                           : report_say(draft->arena, draft->lang, REPORT_FUNNEL_STEP,
                                        draft_number(draft, step * FUNNEL_STEP + 1), (Slice){0}, (Slice){0});
        DraftRow *row = draft_row(draft, label);
        row->count[0] = reached(now, step);
        row->before = reached(past, step);
    }
    graph->sentence = say_quiz(draft, now);
    draft_finish(draft, graph, SHARE_OF_FIRST);
}
