#include "staff/staff_span.h"

#include "report/graph.h"
#include "report/kiosk_name.h"
#include "ui/strings.h"

/* "plus", "moins"; nothing where it cannot be said. */
static Slice change_of(Lang lang, const GraphRow *row) {
    static const ReportWord WORD[] = {REPORT_VERDICT_UNSURE, REPORT_VERDICT_MORE,
                                      REPORT_VERDICT_LESS};
    if (row->verdict == VERDICT_UNSURE || row->before.shown == SHOWN_NOTHING)
        return (Slice){0};
    return report_word(lang, WORD[row->verdict]);
}

static StaffBar bar_of(Arena *arena, Lang lang, const GraphRow *row, int64_t most) {
    const Value *v = &row->value[0];
    StaffBar bar = {.label = row->label, .value = graph_value(arena, lang, v)};
    if (v->shown != SHOWN_NUMBER || !most)
        return bar;
    bar.value = arena_printf(arena, SLICE_FMT " ±\u00A0%d", SLICE_ARG(bar.value), v->margin);
    bar.value = string_beside(lang, bar.value, change_of(lang, row), arena);
    bar.per_mille = (int)(1000 * v->n / most);
    bar.doubt = (int)(1000 * v->margin / most);
    return bar;
}

/* The longest bar, with its margin. */
static int64_t longest(const Graph *graph, int from, int count) {
    int64_t most = 0;
    for (int i = from; i < from + count; i++) {
        const Value *v = &graph->row[i].value[0];
        if (v->shown == SHOWN_NUMBER && v->n + v->margin > most)
            most = v->n + v->margin;
    }
    return most;
}

/* Of a course of days the latest, of a list the first. */
static void fill_chart(StaffChart *chart, const Graph *graph, Lang lang, Arena *arena) {
    int room = graph->upright ? STAFF_COLUMNS : STAFF_BARS;
    int count = graph->row_count < room ? graph->row_count : room;
    int from = graph->upright ? graph->row_count - count : 0;
    int64_t most = longest(graph, from, count);
    chart->title = graph->title;
    chart->sentence = graph->sentence;
    chart->upright = graph->upright;
    for (int i = from; i < from + count; i++) {
        chart->bar[chart->bar_count] = bar_of(arena, lang, &graph->row[i], most);
        chart->bar[chart->bar_count++].letter = graph->letters ? i % 6 + 1 : 0;
    }
}

static void fill_notes(StaffSpan *to, const Figures *figures, const Span *span, Lang lang,
                       Arena *arena) {
    for (int i = figures->note_count - 1; i >= 0 && to->note_count < STAFF_NOTES; i--) {
        const Note *note = &figures->note[i];
        if (!note->event && note->to >= span->start && note->from < span->end)
            to->note[to->note_count++] =
                report_say(arena, lang, REPORT_NOTE_DAY, report_short_day(arena, lang, note->from),
                           note->text.in[lang], (Slice){0});
    }
}

/* "comparé à la borne « Hall B »", or that it has nothing to be compared with. */
static Slice beside_kiosk(const Figures *figures, Range past, bool there, Lang lang, Arena *arena) {
    Slice name = kiosk_name(figures, past.kiosk - 1, lang, arena);
    ReportWord word = there ? REPORT_COMPARED_KIOSK : REPORT_KIOSK_SILENT;
    return report_say(arena, lang, word, name, (Slice){0}, (Slice){0});
}

/* "Du 1er au 30 nov. 2026, comparé à la période du 1er au 31 oct. 2026" */
static Slice dates_of(const Figures *figures, const Span *span, Lang lang, Arena *arena) {
    Slice dates = report_say(arena, lang, REPORT_FROM_TO, report_day(arena, lang, span->start),
                             report_day(arena, lang, span->end - CIVIL_DAY), (Slice){0});
    bool there = figures_has(figures, TABLE_END, span->past);
    if (span->past.kiosk)
        return string_list(lang, dates, beside_kiosk(figures, span->past, there, lang, arena),
                           arena);
    if (!there)
        return dates;
    Slice past = report_say(arena, lang, REPORT_COMPARED, report_day(arena, lang, span->past_start),
                            report_day(arena, lang, span->past_end - CIVIL_DAY), (Slice){0});
    return string_list(lang, dates, past, arena);
}

void staff_span_fill(StaffSpan *to, const Figures *figures, const Span *span, Lang lang,
                     Arena *arena) {
    Graph graph[GRAPHS_MAX];
    int count = graphs_of(figures, span, lang, arena, graph),
        months = span->now.to - span->now.from;
    *to = (StaffSpan){.name = report_word(lang, (ReportWord)(REPORT_SPAN_MONTH + span->name))};
    to->dates = dates_of(figures, span, lang, arena);
    to->earlier = span->name != SPAN_ALL && span->now.from >= months;
    fill_notes(to, figures, span, lang, arena);
    for (int i = 0; i < count && i < STAFF_CHARTS; i++)
        if (graph[i].row_count)
            fill_chart(&to->chart[to->chart_count++], &graph[i], lang, arena);
}
