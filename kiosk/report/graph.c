#include "report/draft.h"

#include <string.h>

/* What a key without a label is called. */
typedef struct KeyWord {
    const char *key;
    ReportWord word;
} KeyWord;

static const KeyWord LETTERS[] = {{"R", REPORT_R}, {"I", REPORT_I}, {"A", REPORT_A}, {"S", REPORT_S},
                                  {"E", REPORT_E}, {"C", REPORT_C}, {NULL, REPORT_R}};
static const KeyWord FACETS[] = {{"M", REPORT_FACET_M}, {"E", REPORT_FACET_E}, {"A", REPORT_FACET_A}, {"S", REPORT_FACET_S},
                                 {"P", REPORT_FACET_P}, {"L", REPORT_FACET_L}, {"D", REPORT_FACET_D}, {"Q", REPORT_FACET_Q},
                                 {"O", REPORT_FACET_O}, {"H", REPORT_FACET_H}, {NULL, REPORT_R}};
static const KeyWord LANGS[] = {{"fr", REPORT_LANG_FR}, {"en", REPORT_LANG_EN}, {NULL, REPORT_R}};
static const KeyWord ENDS[] = {{"done", REPORT_END_DONE}, {"idle", REPORT_END_IDLE}, {"home", REPORT_END_HOME}, {NULL, REPORT_R}};
static const KeyWord FLAGS[] = {{"hurried", REPORT_FLAG_HURRIED}, {"same", REPORT_FLAG_SAME},
                                {"scattered", REPORT_FLAG_SCATTERED}, {"flat", REPORT_FLAG_FLAT},
                                {"unknown", REPORT_FLAG_UNKNOWN}, {"none", REPORT_FLAG_NONE}, {NULL, REPORT_R}};

static Slice label_of(const Draft *draft, const KeyCount *cell, const KeyWord *words) {
    for (int i = 0; words && words[i].key; i++)
        if (slice_is(cell->key, words[i].key))
            return draft_word(draft, words[i].word);
    Slice name = cell->name.in[draft->lang];
    return name.len ? name : cell->key;
}

/* ---- one table, one row a key ------------------------------------------------------------------------------------------------- */

typedef struct Plain {
    const char *id;
    TableId table;
    ReportWord title, head;
    const KeyWord *words;
    bool in_order, per_visit;
} Plain;

static void plain_graph(Draft *draft, Graph *graph, Plain plain) {
    const TableSum *now = &draft->span->now[plain.table], *past = &draft->span->past[plain.table];
    *graph = (Graph){.id = plain.id, .title = draft_word(draft, plain.title), .head = draft_word(draft, plain.head),
                     .series_count = 1, .has_before = true, .letters = plain.table == TABLE_LETTER};
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    for (int i = 0; now->rows && i < now->count; i++) {
        DraftRow *row = draft_row(draft, label_of(draft, &now->cell[i], plain.words));
        row->count[0] = now->cell[i].count;
        row->before = past->cell[i].count;
    }
    if (plain.per_visit)
        graph->note = draft_word(draft, REPORT_PER_VISIT);
    Draft sorted = *draft;
    sorted.row = arena_array(draft->arena, DraftRow, draft->row_count + 1);
    if (draft->row_count)
        memcpy(sorted.row, draft->row, sizeof *draft->row * (size_t)draft->row_count);
    draft_sort(&sorted);
    graph->sentence = draft_top_sentence(&sorted);
    draft_finish(plain.in_order ? draft : &sorted, graph, SHARE_OF_SUM);
    *draft = (Draft){draft->figures, draft->span, draft->lang, draft->arena, NULL, 0, 0};
}

static Count count_of(const TableSum *sum, Slice key) {
    for (int i = 0; i < sum->count; i++)
        if (slice_equal(sum->cell[i].key, key))
            return sum->cell[i].count;
    return (Count){0};
}

/* ---- ends of visits ------------------------------------------------------------------------- */

/* At whatever hour: "14 done". */
static Count count_ended(const TableSum *sum, const char *end) {
    Count count = {0};
    for (int i = 0; i < sum->count; i++) {
        Slice key = sum->cell[i].key;
        if (key.len > 3 && slice_is(slice_cut(key, 3, key.len), end))
            count = count_sum(count, sum->cell[i].count);
    }
    return count;
}

/* Up to format 2 the table of ends had these keys itself. */
static Count ended(const TableSum *sums, const char *end) {
    return count_sum(count_ended(&sums[TABLE_ACTIVITY], end),
                     count_of(&sums[TABLE_END], slice_from(end)));
}

static void ends_graph(Draft *draft, Graph *graph) {
    *graph = (Graph){.id = "fins", .title = draft_word(draft, REPORT_ENDS),
                     .head = draft_word(draft, REPORT_END), .series_count = 1, .has_before = true};
    graph->series[0] = draft_word(draft, REPORT_NUMBER);
    for (int i = 0; draft->span->now[TABLE_ACTIVITY].rows && ENDS[i].key; i++) {
        DraftRow *row = draft_row(draft, draft_word(draft, ENDS[i].word));
        row->count[0] = ended(draft->span->now, ENDS[i].key);
        row->before = ended(draft->span->past, ENDS[i].key);
    }
    draft_sort(draft);
    graph->sentence = draft_top_sentence(draft);
    draft_finish(draft, graph, SHARE_OF_SUM);
}

/* ---- trades: opened, suggested, watched ----------------------------------------------------- */

/* However much of a clip was played. */
static Count count_watched(const TableSum *videos, Slice trade) {
    Count count = {0};
    for (int i = 0; i < videos->count; i++)
        if (slice_equal(videos->cell[i].trade, trade))
            count = count_sum(count, videos->cell[i].count);
    return count;
}

static bool any_clip_of_a_trade(const TableSum *videos) {
    for (int i = 0; videos->rows && i < videos->count; i++)
        if (videos->cell[i].trade.len)
            return true;
    return false;
}

static void trades_graph(Draft *draft, Graph *graph) {
    const Span *span = draft->span;
    const TableSum *opened = &span->now[TABLE_OPENED];
    *graph = (Graph){.id = "metiers", .title = draft_word(draft, REPORT_TRADES), .head = draft_word(draft, REPORT_TRADE),
                     .series_count = any_clip_of_a_trade(&span->now[TABLE_VIDEO]) ? 3 : 2, .has_before = true,
                     .note = draft_word(draft, REPORT_PER_VISIT)};
    graph->series[0] = draft_word(draft, REPORT_OPENED);
    graph->series[1] = draft_word(draft, REPORT_SUGGESTED);
    graph->series[2] = draft_word(draft, REPORT_WATCHED);
    for (int i = 0; opened->rows && i < opened->count; i++) {
        DraftRow *row = draft_row(draft, label_of(draft, &opened->cell[i], NULL));
        row->count[0] = opened->cell[i].count;
        row->count[1] = count_of(&span->now[TABLE_SUGGESTED], opened->cell[i].key);
        row->count[2] = count_watched(&span->now[TABLE_VIDEO], opened->cell[i].key);
        row->before = count_of(&span->past[TABLE_OPENED], opened->cell[i].key);
    }
    draft_sort(draft);
    graph->sentence = draft_top_sentence(draft);
    draft_finish(draft, graph, SHARE_OF_SUM);
}

/* ---- videos by the quarter ------------------------------------------------------------------------------------------------------ */

/* "soudage 75": the clip is soudage, the quarter 3; -1 for a key that is none. */
static int quarter_of(Slice key, Slice *clip) {
    int space = key.len - 1, percent = 0;
    while (space > 0 && key.at[space] != ' ')
        space--;
    for (int i = space + 1; i < key.len; i++)
        percent = percent * 10 + (key.at[i] - '0');
    *clip = slice_cut(key, 0, space);
    return space > 0 && percent >= 0 && percent <= 100 ? percent / 25 : -1;
}

static DraftRow *clip_row(Draft *draft, Slice label) {
    for (int i = 0; i < draft->row_count; i++)
        if (slice_equal(draft->row[i].label, label))
            return &draft->row[i];
    return draft_row(draft, label);
}

/* Whoever saw three quarters also saw the half: every row counts all that came as far. */
static void add_clips(Draft *draft, const TableSum *sum, bool past) {
    for (int i = 0; i < sum->count; i++) {
        Slice clip, name = sum->cell[i].name.in[draft->lang];
        int quarter = quarter_of(sum->cell[i].key, &clip);
        DraftRow *row = clip_row(draft, name.len ? name : clip);
        for (int q = 0; q <= quarter && !past; q++)
            row->count[q] = count_sum(row->count[q], sum->cell[i].count);
        if (past)
            row->before = count_sum(row->before, sum->cell[i].count);
    }
}

static Slice say_videos(const Draft *draft) {
    int64_t started = 0, ended = 0;
    for (int i = 0; i < draft->row_count; i++) {
        started += draft->row[i].count[0].n;
        ended += draft->row[i].count[GRAPH_SERIES - 1].n;
    }
    if (started < MASK_SHARE_BASE)
        return draft_word(draft, REPORT_TOP_NONE);
    return report_say(draft->arena, draft->lang, REPORT_VIDEOS_SAY, draft_number(draft, 100 * (ended > 0 ? ended : 0) / started),
                      (Slice){0}, (Slice){0});
}

static void videos_graph(Draft *draft, Graph *graph) {
    static const ReportWord SERIES[GRAPH_SERIES] = {REPORT_STARTED, REPORT_QUARTER, REPORT_HALF, REPORT_THREE_QUARTERS,
                                                    REPORT_WHOLE};
    *graph = (Graph){.id = "videos", .title = draft_word(draft, REPORT_VIDEOS), .head = draft_word(draft, REPORT_VIDEO),
                     .series_count = GRAPH_SERIES, .has_before = true, .note = draft_word(draft, REPORT_PER_VISIT)};
    for (int s = 0; s < GRAPH_SERIES; s++)
        graph->series[s] = draft_word(draft, SERIES[s]);
    if (draft->span->now[TABLE_VIDEO].rows)
        add_clips(draft, &draft->span->now[TABLE_VIDEO], false);
    if (draft->row_count)
        add_clips(draft, &draft->span->past[TABLE_VIDEO], true);
    draft_sort(draft);
    graph->sentence = say_videos(draft);
    draft_finish(draft, graph, SHARE_NONE);
}

/* ---- all of them ------------------------------------------------------------------------------------------------------------------ */

static void course_graph(Draft *draft, Graph *graph, const char *id, ReportWord title, void (*build)(Draft *, Graph *)) {
    *graph = (Graph){.id = id, .title = draft_word(draft, title)};
    build(draft, graph);
}

int graphs_of(const Figures *figures, const Span *span, Lang lang, Arena *arena, Graph graph[GRAPHS_MAX]) {
    static const Plain PLAIN[] = {
        {"envies", TABLE_LETTER, REPORT_LETTERS, REPORT_LETTER, LETTERS, true, false},
        {"paires", TABLE_PAIR, REPORT_PAIRS, REPORT_PAIR, NULL, false, false},
        {"atelier", TABLE_FACET, REPORT_FACETS, REPORT_FACET, FACETS, false, false},
        {"lieux", TABLE_PLACE, REPORT_PLACES, REPORT_PLACE, NULL, false, true},
        {"sujets", TABLE_TOPIC, REPORT_TOPICS, REPORT_TOPIC, NULL, false, true},
        {"langues", TABLE_LANGUAGE, REPORT_LANGUAGES, REPORT_LANGUAGE, LANGS, false, false},
    };
    static const Plain CARE = {"prudence", TABLE_FLAG, REPORT_FLAGS, REPORT_FLAG, FLAGS,
                               true, true};
    Draft draft = {figures, span, lang, arena, NULL, 0, 0};
    int count = 0;
    course_graph(&draft, &graph[count++], "visites", REPORT_VISITS, course_of_visits);
    course_graph(&draft, &graph[count++], "heures", REPORT_HOURS, course_of_hours);
    course_graph(&draft, &graph[count++], "test", REPORT_FUNNEL, course_of_quiz);
    trades_graph(&draft, &graph[count++]);
    videos_graph(&draft, &graph[count++]);
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        plain_graph(&draft, &graph[count++], PLAIN[i]);
    ends_graph(&draft, &graph[count++]);
    plain_graph(&draft, &graph[count++], CARE);
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (graph[i].row_count)
            graph[kept++] = graph[i];
    return kept;
}

Slice graph_value(Arena *arena, Lang lang, const Value *value) {
    if (value->shown == SHOWN_FEW)
        return LIT("<\u00A011");
    return value->shown == SHOWN_HIDDEN ? report_word(lang, REPORT_HIDDEN) : report_number(arena, lang, value->n);
}
