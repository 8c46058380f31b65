/* Writes numbers for the chooser. Knows no words but labels. */
#include "report/explore.h"

#include "report/kiosk_name.h"

#include "base/json.h"

#include <string.h>

#define SUBJECTS_MAX 40
#define KIOSKS_FEW 12  /* more than these are compared by the month and the year only */
#define MONTHS_EACH 25 /* as long as a kiosk remembers: every range from any month to any other */

/* The rows of a subject that were met, in their order. */
typedef struct Subject {
    const char *id;
    Slice title;
    Slice *key, *label;
    int count, room;
} Subject;

typedef struct Exploring {
    Json json;
    const Figures *figures;
    Lang lang;
    Arena *arena, graphs; /* graphs: of one range, then used again */
    Subject subject[SUBJECTS_MAX];
    int subject_count;
} Exploring;

/* ---- JSON ------------------------------------------------------------------------------------ */

/* [n,low,high]; of few the upper bound alone; null where it is hidden, 0 where there is nothing to
 * count. */
static void put_value(Json *j, const Value *value) {
    if (value->shown == SHOWN_NOTHING) {
        json_integer(j, 0);
    } else if (value->shown == SHOWN_HIDDEN) {
        json_null(j);
    } else if (value->shown == SHOWN_FEW) {
        json_integer(j, value->high < MASK_FEWEST - 1 ? MASK_FEWEST - 1 : value->high);
    } else {
        json_array(j);
        json_integer(j, value->n);
        json_integer(j, value->low);
        json_integer(j, value->high);
        json_end(j);
    }
}

/* ---- subjects -------------------------------------------------------------------------------- */

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
    json_array(&e->json);
    for (int place = 0, next = 0; place < most; place++) {
        while (next < rows && at[next] < place)
            next++;
        if (next < rows && at[next] == place)
            put_value(&e->json, &row[next].value[series]);
        else
            json_integer(&e->json, 0);
    }
    json_end(&e->json);
}

static void put_subject(Exploring *e, const char *id, Slice title, const GraphRow *row, int rows,
                        int series) {
    Subject *subject = subject_named(e, id, title);
    char number[16];
    snprintf(number, sizeof number, "%d", (int)(subject - e->subject));
    json_name(&e->json, number);
    put_series(e, subject, row, rows, series);
}

/* ---- ranges ---------------------------------------------------------------------------------- */

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
    char name[48];
    snprintf(name, sizeof name, "%d:%d-%d", range.kiosk, range.from, range.to);
    json_line(&e->json);
    json_name(&e->json, name);
    json_object(&e->json);
    put_visits(e, range);
    for (int g = 0; g < count; g++)
        for (int s = 0; s < graph[g].series_count && !graph[g].days; s++)
            put_subject(e, graph[g].subject[s], title_of(e, &graph[g], s), graph[g].row,
                        graph[g].row_count, s);
    json_end(&e->json);
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

/* ---- the whole ------------------------------------------------------------------------------- */

static void put_months(Exploring *e) {
    Json *j = &e->json;
    json_line(j);
    json_name(j, "months");
    json_array(j);
    for (int m = 0; m < e->figures->months; m++)
        json_text(j, report_month(e->arena, e->lang, figures_month(e->figures, m)));
    json_end(j);
}

static void put_kiosks(Exploring *e) {
    Json *j = &e->json;
    json_line(j);
    json_name(j, "kiosks");
    json_array(j);
    json_text(j, report_word(e->lang, REPORT_ALL_KIOSKS));
    for (int k = 0; k < e->figures->apart; k++)
        json_text(j, kiosk_name(e->figures, k, e->lang, e->arena));
    json_end(j);
}

static void put_rows(Json *j, const Subject *s) {
    json_name(j, "rows");
    json_array(j);
    for (int r = 0; r < s->count; r++) {
        json_array(j);
        json_text(j, s->key[r]);
        json_text(j, s->label[r]);
        json_end(j);
    }
    json_end(j);
}

static void put_subjects(Exploring *e) {
    Json *j = &e->json;
    json_line(j);
    json_name(j, "subjects");
    json_array(j);
    for (int i = 0; i < e->subject_count; i++) {
        const Subject *s = &e->subject[i];
        json_line(j);
        json_object(j);
        json_name(j, "id");
        json_text(j, slice_from(s->id));
        json_name(j, "strict");
        json_number(j, mask_strictness(s->count), 3);
        json_name(j, "title");
        json_text(j, s->title);
        put_rows(j, s);
        json_end(j);
    }
    json_end(j);
}

static void put_words(Exploring *e) {
    static const ReportWord WORD[] = {REPORT_VERDICT_MORE,   REPORT_VERDICT_LESS,
                                      REPORT_VERDICT_UNSURE, REPORT_HIDDEN,
                                      REPORT_A_MONTH,        REPORT_NO_RANGE};
    static const char *const NAME[] = {"more", "less", "same", "hidden", "month", "none"};
    Json *j = &e->json;
    json_name(j, "lang");
    json_text(j, slice_from(langs()->code[e->lang]));
    json_name(j, "words");
    json_object(j);
    for (int i = 0; i < 6; i++) {
        json_name(j, NAME[i]);
        json_text(j, report_word(e->lang, WORD[i]));
    }
    json_end(j);
}

static void put_data(Exploring *e) {
    json_line(&e->json);
    json_name(&e->json, "data");
    json_object(&e->json);
    put_ranges(e);
    json_end(&e->json);
}

void explore_put(FILE *out, const Figures *figures, Lang lang, Arena *arena) {
    Exploring *e = arena_new(arena, Exploring);
    *e = (Exploring){.json = {.out = out}, .figures = figures, .lang = lang, .arena = arena};
    json_object(&e->json);
    put_words(e);
    put_months(e);
    put_kiosks(e);
    learn_labels(e);
    put_data(e);
    put_subjects(e);
    json_end(&e->json);
    arena_free(&e->graphs);
}
