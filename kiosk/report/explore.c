/* Writes numbers for the chooser. Knows no words but labels. */
#include "report/explore.h"

#include <string.h>

#define SUBJECTS_MAX 40
#define KIOSKS_FEW 12 /* more than these are compared by the month and the year only */
#define MONTHS_EACH 25 /* as long as a kiosk remembers: every range from any month to any other */

/* The rows of a subject that were met, in their order. */
typedef struct Subject {
    const char *id;
    Slice title;
    Slice *key, *label;
    int count, room;
} Subject;

typedef struct Exploring {
    FILE *out;
    const Figures *figures;
    Lang lang;
    Arena *arena, graphs; /* graphs: of one range, then used again */
    Subject subject[SUBJECTS_MAX];
    int subject_count;
    bool any; /* a range has been written */
} Exploring;

/* ---- JSON ----------------------------------------------------------------------------------- */

/* "<" is escaped too, so that no text ends the script element. */
static void put_string(FILE *out, Slice text) {
    putc('"', out);
    for (int i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\' || c == '<' || c < ' ')
            fprintf(out, "\\u%04x", c);
        else
            putc(c, out);
    }
    putc('"', out);
}

static void put_integer(FILE *out, int64_t n) {
    char digit[24];
    int at = 0;
    do
        digit[at++] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    while (at > 0)
        putc_unlocked(digit[--at], out);
}

/* [n,low,high]; of few the upper bound alone; null where it is hidden, 0 where there is nothing to
 * count. */
static void put_value(FILE *out, const Value *value) {
    if (value->shown == SHOWN_NOTHING) {
        putc('0', out);
    } else if (value->shown == SHOWN_HIDDEN) {
        fputs("null", out);
    } else if (value->shown == SHOWN_FEW) {
        put_integer(out, value->high < MASK_FEWEST - 1 ? MASK_FEWEST - 1 : value->high);
    } else {
        putc('[', out);
        put_integer(out, value->n);
        putc(',', out);
        put_integer(out, value->low);
        putc(',', out);
        put_integer(out, value->high);
        putc(']', out);
    }
}

/* ---- subjects ------------------------------------------------------------------------------- */

static Subject *subject_named(Exploring *e, const char *id, Slice title) {
    for (int i = 0; i < e->subject_count; i++)
        if (strcmp(e->subject[i].id, id) == 0)
            return &e->subject[i];
    e->subject[e->subject_count] = (Subject){.id = id, .title = arena_copy(e->arena, title)};
    return &e->subject[e->subject_count++];
}

static int row_of(Exploring *e, Subject *subject, const GraphRow *row, int hint) {
    if (hint < subject->count && slice_equal(subject->key[hint], row->key))
        return hint;
    for (int i = 0; i < subject->count; i++)
        if (slice_equal(subject->key[i], row->key))
            return i;
    if (subject->count == subject->room) {
        int room = subject->room ? 2 * subject->room : 32;
        Slice *key = arena_array(e->arena, Slice, room),
              *label = arena_array(e->arena, Slice, room);
        if (subject->count) {
            memcpy(key, subject->key, sizeof *key * (size_t)subject->count);
            memcpy(label, subject->label, sizeof *label * (size_t)subject->count);
        }
        subject->key = key;
        subject->label = label;
        subject->room = room;
    }
    subject->key[subject->count] = arena_copy(e->arena, row->key);
    subject->label[subject->count] = arena_copy(e->arena, row->label);
    return subject->count++;
}

/* Values in the order of the subject's rows; a row that this range has not is left empty, which
 * JSON calls null. */
static void put_series(Exploring *e, Subject *subject, const GraphRow *row, int rows, int series) {
    int *at = arena_array(&e->graphs, int, rows + 1), most = 0;
    for (int i = 0; i < rows; i++) {
        at[i] = row_of(e, subject, &row[i], i);
        most = at[i] >= most ? at[i] + 1 : most;
    }
    putc('[', e->out);
    for (int place = 0, next = 0; place < most; place++) {
        if (place)
            putc(',', e->out);
        while (next < rows && at[next] < place)
            next++;
        if (next < rows && at[next] == place)
            put_value(e->out, &row[next].value[series]);
        else
            putc('0', e->out);
    }
    putc(']', e->out);
}

static void put_subject(Exploring *e, const char *id, Slice title, const GraphRow *row, int rows,
                        int series) {
    Subject *subject = subject_named(e, id, title);
    fprintf(e->out, "\"%d\":", (int)(subject - e->subject));
    put_series(e, subject, row, rows, series);
}

/* ---- ranges --------------------------------------------------------------------------------- */

static void put_visits(Exploring *e, Range range) {
    GraphRow row[2] = {{.key = LIT("visites"), .label = report_word(e->lang, REPORT_VISITS_SERIES)},
                       {.key = LIT("tests"), .label = report_word(e->lang, REPORT_QUIZ_SERIES)}};
    row[0].value[0] = mask_count(graph_visits(e->figures, range));
    row[1].value[0] = mask_count(graph_quizzes(e->figures, range));
    put_subject(e, "visites", report_word(e->lang, REPORT_VISITS), row, 2, 0);
}

static Slice title_of(Exploring *e, const Graph *graph, int series) {
    if (graph->series_count == 1)
        return graph->title;
    return arena_printf(&e->graphs, SLICE_FMT " – " SLICE_FMT, SLICE_ARG(graph->title),
                        SLICE_ARG(graph->series[series]));
}

static void put_range(Exploring *e, Range range) {
    Graph graph[GRAPHS_MAX];
    if (!figures_has(e->figures, TABLE_END, range))
        return;
    arena_reset(&e->graphs);
    int count = graphs_numbers(e->figures, range, e->lang, &e->graphs, graph);
    fprintf(e->out, "%s\n\"%d:%d-%d\":{", e->any ? "," : "", range.kiosk, range.from, range.to);
    e->any = true;
    put_visits(e, range);
    for (int g = 0; g < count; g++)
        for (int s = 0; s < graph[g].series_count && !graph[g].days; s++) {
            putc(',', e->out);
            put_subject(e, graph[g].subject[s], title_of(e, &graph[g], s), graph[g].row,
                        graph[g].row_count, s);
        }
    putc('}', e->out);
}

/* Rows get their labels from the spans; the many ranges then need numbers only. */
static void learn_labels(Exploring *e) {
    Graph graph[GRAPHS_MAX];
    for (int s = e->figures->span_count - 1; s >= 0; s--) {
        arena_reset(&e->graphs);
        int count = graphs_between(e->figures, e->figures->span[s].now, (Range){0}, e->lang,
                                   &e->graphs, graph);
        subject_named(e, "visites", report_word(e->lang, REPORT_VISITS));
        for (int g = 0; g < count; g++)
            for (int series = 0; series < graph[g].series_count && !graph[g].days; series++) {
                Slice title = title_of(e, &graph[g], series);
                Subject *subject = subject_named(e, graph[g].subject[series], title);
                for (int i = 0; i < graph[g].row_count; i++)
                    row_of(e, subject, &graph[g].row[i], i);
            }
    }
}

/* Where there are many months, ranges of the usual lengths only. */
static bool is_offered(const Figures *figures, int from, int to) {
    int months = to - from;
    if (figures->months <= MONTHS_EACH || months == figures->months)
        return true;
    return months == 1 || months == 3 || months == 12;
}

static void put_ranges(Exploring *e) {
    const Figures *f = e->figures;
    for (int from = 0; from < f->months; from++)
        for (int to = from + 1; to <= f->months; to++)
            if (is_offered(f, from, to))
                put_range(e, (Range){from, to, 0});
    for (int kiosk = 1; kiosk <= f->apart; kiosk++)
        for (int s = 0; s < f->span_count; s++)
            if (f->apart <= KIOSKS_FEW || f->span[s].name == SPAN_MONTH ||
                f->span[s].name == SPAN_YEAR)
                put_range(e, (Range){f->span[s].now.from, f->span[s].now.to, kiosk});
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void put_months(const Exploring *e) {
    fputs("\"months\":[", e->out);
    for (int m = 0; m < e->figures->months; m++) {
        if (m)
            putc(',', e->out);
        put_string(e->out, report_month(e->arena, e->lang, figures_month(e->figures, m)));
    }
    fputs("],\n\"kiosks\":[", e->out);
    put_string(e->out, report_word(e->lang, REPORT_ALL_KIOSKS));
    for (int k = 0; k < e->figures->apart; k++) {
        putc(',', e->out);
        put_string(e->out, report_say(e->arena, e->lang, REPORT_KIOSK_NAMED, e->figures->kiosk[k],
                                      (Slice){0}, (Slice){0}));
    }
    fputs("],\n", e->out);
}

static void put_subjects(const Exploring *e) {
    fputs("\"subjects\":[", e->out);
    for (int i = 0; i < e->subject_count; i++) {
        const Subject *s = &e->subject[i];
        fprintf(e->out, "%s{\"id\":\"%s\",\"strict\":%.3f,\"title\":", i ? ",\n" : "", s->id,
                mask_strictness(s->count));
        put_string(e->out, s->title);
        fputs(",\"rows\":[", e->out);
        for (int r = 0; r < s->count; r++) {
            fputs(r ? ",[" : "[", e->out);
            put_string(e->out, s->key[r]);
            putc(',', e->out);
            put_string(e->out, s->label[r]);
            putc(']', e->out);
        }
        fputs("]}", e->out);
    }
    fputs("]", e->out);
}

static void put_words(const Exploring *e) {
    static const ReportWord WORD[] = {REPORT_VERDICT_MORE,   REPORT_VERDICT_LESS,
                                      REPORT_VERDICT_UNSURE, REPORT_HIDDEN,
                                      REPORT_A_MONTH,        REPORT_NO_RANGE};
    static const char *const NAME[] = {"more", "less", "same", "hidden", "month", "none"};
    fprintf(e->out, "{\"lang\":\"%s\",\"words\":{", langs()->code[e->lang]);
    for (int i = 0; i < 6; i++) {
        fprintf(e->out, "%s\"%s\":", i ? "," : "", NAME[i]);
        put_string(e->out, report_word(e->lang, WORD[i]));
    }
    fputs("},\n", e->out);
}

void explore_put(FILE *out, const Figures *figures, Lang lang, Arena *arena) {
    Exploring *e = arena_new(arena, Exploring);
    *e = (Exploring){.out = out, .figures = figures, .lang = lang, .arena = arena};
    put_words(e);
    put_months(e);
    learn_labels(e);
    fputs("\"data\":{", out);
    put_ranges(e);
    fputs("},\n", out);
    put_subjects(e);
    fputs("}", out);
    arena_free(&e->graphs);
}
