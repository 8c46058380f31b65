/* Which graphs there are, and which cells make their rows. Knows no drawing. */
#include "report/graph_parts.h"

#include <stdlib.h>
#include <string.h>

/* What a key without a label is called. */
typedef struct KeyWord {
    const char *key;
    ReportWord word;
} KeyWord;

static const KeyWord LETTERS[] = {{"R", REPORT_GLASS_LETTER_R}, {"I", REPORT_GLASS_LETTER_I},
                                  {"A", REPORT_GLASS_LETTER_A}, {"S", REPORT_GLASS_LETTER_S},
                                  {"E", REPORT_GLASS_LETTER_E}, {"C", REPORT_GLASS_LETTER_C},
                                  {NULL, REPORT_TITLE}};
static const KeyWord LANGS[] = {
    {"fr", REPORT_IN_FRENCH}, {"en", REPORT_IN_ENGLISH}, {NULL, REPORT_TITLE}};
static const KeyWord ENDS[] = {
#define END_REASON(name, key) {key, REPORT_END_##name},
#include "base/ends.def"
#undef END_REASON
    {NULL, REPORT_TITLE}};
static const KeyWord FLAGS[] = {
#define QUIZ_FLAG(name, key) {key, REPORT_FLAG_##name},
#include "base/flags.def"
#undef QUIZ_FLAG
    {"none", REPORT_FLAG_NONE}, {NULL, REPORT_TITLE}};
static const KeyWord KINDS[] = {
#define PLACES(name, key, ...) {key, REPORT_GLASS_KINDS_##name},
#include "base/places.def"
#undef PLACES
    {"", REPORT_KINDS_OTHER}};
enum { KINDS_COUNT = sizeof KINDS / sizeof *KINDS };

static Slice word_of(const ReportDraft *draft, const KeyWord *words, Slice key, Slice otherwise) {
    for (int i = 0; words && words[i].key; i++)
        if (slice_is(key, words[i].key))
            return draft_word(draft, words[i].word);
    return otherwise;
}

/* A language that the report has no word for is called as it calls itself. */
static Slice name_of_language(Slice code) {
    int lang = langs_find(langs(), code);
    return lang < 0 ? code : slice_from(langs()->name[lang]);
}

static Slice label_of(const ReportDraft *draft, const Key *key, const KeyWord *words) {
    Slice name = key->name.in[draft->lang];
    if (words == LANGS)
        return word_of(draft, words, key->key, name_of_language(key->key));
    return word_of(draft, words, key->key, name.len ? name : key->key);
}

/* ---- visits and quizzes ---------------------------------------------------------------------- */

static Count table_sum(const Figures *figures, int table, Range range) {
    Count sum = {0};
    for (int i = 0; i < figures->table[table].count; i++)
        sum = count_sum(sum, figures_cell(figures, table, range, i));
    return sum;
}

/* Three tables count every visit once: each is a measure of the same number, where they cover the
 * same. */
Count graph_visits(const Figures *figures, Range range) {
    static const TableId EVERY[] = {TABLE_END, TABLE_ACTIVITY, TABLE_LANGUAGE};
    Count measure[3];
    int count = 0;
    for (int i = 0; i < 3; i++)
        if (figures_beside(figures, EVERY[i], TABLE_END, range))
            measure[count++] = table_sum(figures, EVERY[i], range);
    return count_mean(measure, count);
}

/* 0 with no variance where a format before counted something else there. */
static Count ended_with_quiz(const Figures *figures, int table, Range range) {
    Count old = figures_cell(figures, table, range, figures_key(figures, table, LIT("done")));
    if (old.variance > 0)
        return (Count){0};
    return figures_cell(figures, table, range, figures_key(figures, table, LIT("quiz")));
}

Count graph_quizzes(const Figures *figures, Range range) {
    Count measure[2];
    int count = 0, done = figures_key(figures, TABLE_FUNNEL, LIT("done"));
    measure[count++] = ended_with_quiz(figures, TABLE_END, range);
    if (figures_beside(figures, TABLE_FUNNEL, TABLE_END, range))
        measure[count++] = figures_cell(figures, TABLE_FUNNEL, range, done);
    return count_mean(measure, count);
}

Count draft_weeks_quizzes(const Figures *figures, Range range) {
    if (!figures_beside(figures, TABLE_LETTER, SUM_WEEKS, range))
        return (Count){0};
    return ended_with_quiz(figures, SUM_WEEKS, range);
}

static Count weeks_visits(const Figures *figures, Range range) {
    if (!figures_beside(figures, TABLE_PLACE, SUM_WEEKS, range))
        return (Count){0};
    return table_sum(figures, SUM_WEEKS, range);
}

/* ---- one table, one row a key ---------------------------------------------------------------- */

typedef struct Plain {
    const char *id;
    TableId table;
    ReportWord head, none;
    const KeyWord *words;
    BaseKind kind;
    Count (*base)(const Figures *, Range);
    bool in_order, drawn;
} Plain;

static void plain_rows(ReportDraft *draft, const Plain *plain) {
    const KeyTable *keys = &draft->figures->table[plain->table];
    for (int i = 0; figures_has(draft->figures, plain->table, draft->now) && i < keys->count; i++) {
        DraftRow *row =
            draft_row(draft, keys->key[i].key, label_of(draft, &keys->key[i], plain->words));
        row->group = keys->key[i].group;
        draft_member(draft, row, 0, i);
    }
}

static const ReportWord TITLE[TABLE_COUNT] = {
#define TABLE(id, name, period, epsilon, cells, fact, title) REPORT_##title,
#define GRAPH(...)
#include "stats/tables.def"
};

static void plain_graph(ReportDraft *draft, Graph *graph, const Plain *plain) {
    *graph = (Graph){.id = plain->id,
                     .subject = {plain->id},
                     .title = draft_word(draft, TITLE[plain->table]),
                     .head = draft_word(draft, plain->head),
                     .series_count = 1,
                     .has_before = true,
                     .letters = plain->table == TABLE_LETTER,
                     .in_order = plain->in_order,
                     .grouped = plain->table == TABLE_PLACE};
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    if (plain->drawn)
        graph->note = draft_word(draft, REPORT_PER_VISIT);
    draft_table(draft, 0, plain->table);
    draft_fit(draft, 0, plain->kind, plain->base);
    plain_rows(draft, plain);
    draft_finish(draft, graph, SHARE_OF_SUM);
    graph->sentence = graph_top(graph, draft->lang, plain->none, draft->arena);
}

/* ---- two letters ----------------------------------------------------------------------------- */

/* "RI": the concrete and finding out, in words. */
static void name_pairs(const ReportDraft *draft, Graph *graph) {
    for (int i = 0; i < graph->row_count; i++) {
        Slice key = graph->row[i].key, word[2];
        if (key.len != 2)
            continue;
        for (int l = 0; l < 2; l++)
            word[l] = word_of(draft, LETTERS, slice_cut(key, l, l + 1), key);
        graph->row[i].label = report_list(draft->arena, draft->lang, word, 2);
    }
    graph->sentence = graph_top(graph, draft->lang, REPORT_TOP_NONE, draft->arena);
}

/* ---- places by their kind -------------------------------------------------------------------- */

static void kinds_graph(ReportDraft *draft, Graph *graph) {
    *graph = (Graph){.id = "lieux-genres",
                     .subject = {"lieux-genres"},
                     .title = draft_word(draft, REPORT_KINDS),
                     .head = draft_word(draft, REPORT_KIND),
                     .series_count = 1,
                     .has_before = true};
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    Slice group[KINDS_COUNT];
    for (int k = 0; k < KINDS_COUNT; k++)
        group[k] = slice_from(KINDS[k].key);
    draft_groups(draft, 0, TABLE_PLACE, group, KINDS_COUNT);
    draft_fit(draft, 0, BASE_AT_MOST, weeks_visits);
    for (int k = 0; figures_has(draft->figures, TABLE_PLACE, draft->now) && k < KINDS_COUNT; k++)
        if (draft->series[0].now[k].variance > 0) {
            Slice key = group[k].len ? group[k] : LIT("other");
            draft_member(draft, draft_row(draft, key, draft_word(draft, KINDS[k].word)), 0, k);
        }
    draft_finish(draft, graph, SHARE_OF_SUM);
    graph->sentence = draft_word(draft, REPORT_KINDS_SAY);
}

/* ---- ends of visits -------------------------------------------------------------------------- */

/* At whatever hour: "14 done". Up to format 2 the table of ends had these keys itself. */
static void add_ends(const ReportDraft *draft, int table, Range range, Count *cell) {
    const KeyTable *keys = &draft->figures->table[table];
    for (int i = 0; i < keys->count; i++) {
        Slice key = keys->key[i].key;
        Slice end = table == TABLE_ACTIVITY && key.len > 3 ? slice_cut(key, 3, key.len) : key;
        for (int e = 0; ENDS[e].key; e++)
            if (slice_is(end, ENDS[e].key))
                cell[e] = count_sum(cell[e], figures_cell(draft->figures, table, range, i));
    }
}

static Count *ends_in(const ReportDraft *draft, Range range) {
    Count *cell = arena_array(draft->arena, Count, 4);
    add_ends(draft, TABLE_ACTIVITY, range, cell);
    add_ends(draft, TABLE_END, range, cell);
    return cell;
}

static void ends_graph(ReportDraft *draft, Graph *graph) {
    *graph = (Graph){.id = "fins",
                     .subject = {"fins"},
                     .title = draft_word(draft, REPORT_ENDS),
                     .head = draft_word(draft, REPORT_END),
                     .series_count = 1,
                     .has_before = true};
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    draft->series[0] = (Series){
        .now = ends_in(draft, draft->now), .past = ends_in(draft, draft->past), .count = 3};
    bool whole = figures_beside(draft->figures, TABLE_ACTIVITY, TABLE_END, draft->now);
    draft_fit(draft, 0, whole ? BASE_EXACT : BASE_AT_MOST, graph_visits);
    for (int i = 0; ENDS[i].key && draft->series[0].now[i].variance > 0; i++)
        draft_member(draft,
                     draft_row(draft, slice_from(ENDS[i].key), draft_word(draft, ENDS[i].word)), 0,
                     i);
    draft_finish(draft, graph, SHARE_OF_SUM);
    graph->sentence = graph_top(graph, draft->lang, REPORT_TOP_NONE, draft->arena);
}

/* ---- trades: opened, suggested, watched ------------------------------------------------------ */

/* All clips of a trade together, however much of them was played. */
static void watched_of_trades(ReportDraft *draft) {
    const KeyTable *opened = &draft->figures->table[TABLE_OPENED];
    Slice *trade = arena_array(draft->arena, Slice, opened->count + 1);
    for (int i = 0; i < opened->count; i++)
        trade[i] = opened->key[i].key;
    draft_groups(draft, 2, TABLE_VIDEO, trade, opened->count);
}

static bool any_clip_of_a_trade(const Figures *figures) {
    for (int i = 0; i < figures->table[TABLE_VIDEO].count; i++)
        if (figures->table[TABLE_VIDEO].key[i].group.len)
            return true;
    return false;
}

static void trades_rows(ReportDraft *draft) {
    const KeyTable *opened = &draft->figures->table[TABLE_OPENED];
    for (int i = 0; figures_has(draft->figures, TABLE_OPENED, draft->now) && i < opened->count;
         i++) {
        DraftRow *row =
            draft_row(draft, opened->key[i].key, label_of(draft, &opened->key[i], NULL));
        draft_member(draft, row, 0, i);
        int suggested = figures_key(draft->figures, TABLE_SUGGESTED, row->key);
        if (suggested >= 0)
            draft_member(draft, row, 1, suggested);
        if (draft->series[2].count && draft->series[2].now[i].variance > 0)
            draft_member(draft, row, 2, i);
    }
}

static void trades_graph(ReportDraft *draft, Graph *graph) {
    static const TableId TABLE[] = {TABLE_OPENED, TABLE_SUGGESTED};
    *graph = (Graph){.id = "metiers",
                     .subject = {"metiers", "metiers-proposes", "metiers-videos"},
                     .title = draft_word(draft, REPORT_TRADES),
                     .head = draft_word(draft, REPORT_TRADE),
                     .series_count = any_clip_of_a_trade(draft->figures) ? 3 : 2,
                     .has_before = true,
                     .note = draft_word(draft, REPORT_PER_VISIT)};
    graph->series[0] = draft_word(draft, REPORT_OPENED);
    graph->series[1] = draft_word(draft, REPORT_SUGGESTED);
    graph->series[2] = draft_word(draft, REPORT_WATCHED);
    for (int s = 0; s < graph->series_count; s++) {
        if (s == 2)
            watched_of_trades(draft);
        else
            draft_table(draft, s, TABLE[s]);
        draft_fit(draft, s, BASE_AT_MOST, s == 1 ? graph_quizzes : graph_visits);
    }
    trades_rows(draft);
    draft_finish(draft, graph, SHARE_OF_SUM);
    graph->sentence = graph_top(graph, draft->lang, REPORT_TRADES_NONE, draft->arena);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static const Plain PLAIN[] = {
#define TABLE(...)
#define GRAPH(id, table, head, none, words, kind, base, in_order, drawn)                           \
    {id, TABLE_##table, REPORT_##head, REPORT_##none, words, kind, base, in_order, drawn},
#include "stats/tables.def"
};

static void course_graph(ReportDraft *draft, Graph *graph, const char *id, ReportWord title,
                         void (*build)(ReportDraft *, Graph *)) {
    *graph =
        (Graph){.id = id, .subject = {id}, .title = draft_word(draft, title), .in_order = true};
    build(draft, graph);
}

static int build_all(ReportDraft *draft, Graph graph[GRAPHS_MAX]) {
    int count = 0;
    if (!draft->bare)
        course_graph(draft, &graph[count++], "visites", REPORT_VISITS, course_of_visits);
    course_graph(draft, &graph[count++], "heures", REPORT_HOURS, course_of_hours);
    course_graph(draft, &graph[count++], "test", REPORT_FUNNEL, course_of_quiz);
    trades_graph(draft, &graph[count++]);
    videos_graph(draft, &graph[count++]);
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        plain_graph(draft, &graph[count++], &PLAIN[i]);
        if (PLAIN[i].table == TABLE_PAIR && !draft->bare)
            name_pairs(draft, &graph[count - 1]);
        if (PLAIN[i].table == TABLE_PLACE)
            kinds_graph(draft, &graph[count++]);
        if (PLAIN[i].table == TABLE_LANGUAGE)
            ends_graph(draft, &graph[count++]);
    }
    return count;
}

static int build_some(ReportDraft *draft, Graph graph[GRAPHS_MAX]) {
    draft->known = arena_array(draft->arena, Known, KNOWN_MAX);
    int count = build_all(draft, graph), kept = 0;
    for (int i = 0; i < count; i++)
        if (graph[i].row_count)
            graph[kept++] = graph[i];
    return kept;
}

int graphs_between(const Figures *figures, Range now, Range past, Lang lang, Arena *arena,
                   Graph graph[GRAPHS_MAX]) {
    ReportDraft draft = {figures, now, past, lang, arena, .bare = false};
    return build_some(&draft, graph);
}

int graphs_numbers(const Figures *figures, Range now, Lang lang, Arena *arena,
                   Graph graph[GRAPHS_MAX]) {
    ReportDraft draft = {figures, now, {0}, lang, arena, .bare = true};
    return build_some(&draft, graph);
}

/* ---- as they are shown ----------------------------------------------------------------------- */

static int by_first_series(const void *a, const void *b) {
    const Value *x = &((const GraphRow *)a)->value[0], *y = &((const GraphRow *)b)->value[0];
    if (x->n != y->n)
        return x->n < y->n ? 1 : -1;
    return x->high < y->high ? 1 : x->high > y->high ? -1 : 0;
}

/* The largest first, unless the rows have an order. */
static void sort_rows(Graph *graph) {
    if (graph->row_count && !graph->in_order)
        qsort(graph->row, (size_t)graph->row_count, sizeof *graph->row, by_first_series);
}

/* Among a hundred rows of noise nobody finds anything: what does not stand out is left to its kind.
 */
static void drop_rare(Graph *graph) {
    int kept = 0;
    for (int i = 0; i < graph->row_count; i++)
        if (graph->row[i].out)
            graph->row[kept++] = graph->row[i];
    graph->row_count = kept;
}

int graphs_of(const Figures *figures, const Span *span, Lang lang, Arena *arena,
              Graph graph[GRAPHS_MAX]) {
    int count = graphs_between(figures, span->now, span->past, lang, arena, graph);
    for (int i = 0; i < count; i++) {
        sort_rows(&graph[i]);
        if (graph[i].grouped)
            drop_rare(&graph[i]);
    }
    return count;
}

/* What is certainly more than a number that is too small to be told. */
static Slice below(Arena *arena, Lang lang, const Value *value) {
    int64_t high = value->high >= MASK_FEWEST ? value->high + 1 : MASK_FEWEST;
    return report_number(arena, lang, high);
}

Slice graph_say_visits(Arena *arena, Lang lang, const Value *visits, const Value *quizzes) {
    Slice done = graph_value(arena, lang, quizzes);
    if (quizzes->shown == SHOWN_FEW)
        done = report_say(arena, lang, REPORT_FEWER_THAN, below(arena, lang, quizzes), (Slice){0},
                          (Slice){0});
    if (visits->shown == SHOWN_FEW)
        return report_say(arena, lang, REPORT_VISITS_FEW, below(arena, lang, visits), done,
                          (Slice){0});
    return report_say(arena, lang, REPORT_VISITS_SAY, graph_value(arena, lang, visits),
                      report_number(arena, lang, visits->margin), done);
}

Slice graph_value(Arena *arena, Lang lang, const Value *value) {
    switch (value->shown) {
    case SHOWN_FEW:
        return arena_printf(arena, "<\u00A0" SLICE_FMT, SLICE_ARG(below(arena, lang, value)));
    case SHOWN_HIDDEN:
        return report_word(lang, REPORT_HIDDEN);
    case SHOWN_NOTHING:
        return LIT("–");
    default:
        return report_number(arena, lang, value->n);
    }
}
