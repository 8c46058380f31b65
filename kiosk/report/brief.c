/* Says in sentences what the graphs hold. Knows no drawing and no cell. */
#include "report/brief.h"

#include <math.h>
#include <string.h>

#define WEEKS_AROUND 8 /* in which ordinary days are looked for, on either side */
#define DAYS_FEWEST 3  /* ordinary days, before they are called ordinary */
#define WEEKS_BESIDE 4 /* that are compared before and after an event */
#define DAYS_APART 3   /* days of events that are one event all the same */
#define DAYS_SHOWN 3   /* events, the latest */
#define NAMES_SHOWN 6

typedef struct BriefWriting {
    const Figures *figures;
    const Span *span;
    const Graph *graph;
    int count;
    Lang lang;
    Arena *arena;
} BriefWriting;

static Slice word(const BriefWriting *w, ReportWord of) {
    return report_word(w->lang, of);
}

static Slice say(const BriefWriting *w, ReportWord of, Slice one, Slice two, Slice three) {
    return report_say(w->arena, w->lang, of, one, two, three);
}

static Slice number(const BriefWriting *w, int64_t n) {
    return report_number(w->arena, w->lang, n);
}

static Slice shown(const BriefWriting *w, const Value *value) {
    return graph_value(w->arena, w->lang, value);
}

static void add_line(BriefBlock *block, Slice line) {
    if (block->count < BRIEF_LINES)
        block->line[block->count++] = line;
}

/* Behind a lead and its colon a sentence goes on with a small letter. */
static void add_led(const BriefWriting *w, BriefBlock *block, Slice lead, Slice line) {
    char *small = arena_alloc(w->arena, (size_t)line.len + 1);
    memcpy(small, line.at, (size_t)line.len);
    if (line.len && line.at[0] >= 'A' && line.at[0] <= 'Z')
        small[0] += 'a' - 'A';
    if (block->count < BRIEF_LINES)
        block->lead[block->count] = lead;
    add_line(block, (Slice){small, line.len});
}

static const Graph *graph_named(const BriefWriting *w, const char *id) {
    for (int i = 0; i < w->count; i++)
        if (strcmp(w->graph[i].id, id) == 0)
            return &w->graph[i];
    return NULL;
}

/* A list of labels, the last of them "and so many others" where there are too many. */
static Slice names(const BriefWriting *w, Slice *name, int count) {
    if (count > NAMES_SHOWN) {
        name[NAMES_SHOWN - 1] =
            say(w, REPORT_OTHERS, number(w, count - NAMES_SHOWN + 1), (Slice){0}, (Slice){0});
        count = NAMES_SHOWN;
    }
    return report_list(w->arena, w->lang, name, count);
}

/* ---- visits ---------------------------------------------------------------------------------- */

static Slice say_visits(const BriefWriting *w) {
    Value visits = mask_count(graph_visits(w->figures, w->span->now));
    Value quizzes = mask_count(graph_quizzes(w->figures, w->span->now));
    return graph_say_visits(w->arena, w->lang, &visits, &quizzes);
}

/* ---- trades that nobody opens ---------------------------------------------------------------- */

/* Whether every trade is certainly opened about as often as half the average: then none is left
 * aside. */
static bool none_is_rare(const Graph *trades) {
    int64_t sum = 0;
    for (int i = 0; i < trades->row_count; i++)
        sum += trades->row[i].value[0].n;
    for (int i = 0; i < trades->row_count; i++)
        if (trades->row[i].value[0].low * 2 * trades->row_count < sum)
            return false;
    return trades->row_count > 0 && sum > 0;
}

static int rare_names(const BriefWriting *w, const Graph *trades, Slice *name) {
    int count = 0;
    (void)w;
    for (int i = 0; i < trades->row_count; i++)
        if (trades->row[i].rare)
            name[count++] = trades->row[i].label;
    return count;
}

static Slice say_rare(const BriefWriting *w, const Graph *trades, bool *found) {
    Slice *name = arena_array(w->arena, Slice, trades->row_count + 1);
    int count = rare_names(w, trades, name);
    *found = count > 0;
    if (!count)
        return word(w, none_is_rare(trades) ? REPORT_RARE_NONE : REPORT_RARE_UNSURE);
    return say(w, count == 1 ? REPORT_RARE_ONE : REPORT_RARE_SAY, names(w, name, count), (Slice){0},
               (Slice){0});
}

static void fill_unopened(const BriefWriting *w, BriefBlock *block) {
    const Graph *trades = graph_named(w, "metiers");
    bool found;
    if (!trades)
        return;
    block->title = word(w, REPORT_RARE);
    add_line(block, say_rare(w, trades, &found));
    if (found)
        add_line(block, word(w, REPORT_RARE_WHAT));
}

/* ---- what visitors look for ------------------------------------------------------------------ */

static void fill_seek(const BriefWriting *w, BriefBlock *block) {
    static const struct {
        const char *id;
        ReportWord lead;
    } GRAPH[] = {{"metiers", REPORT_SEEK_TRADES},     {"envies", REPORT_SEEK_LETTERS},
                 {"activites", REPORT_SEEK_FACETS},   {"sujets", REPORT_SEEK_TOPICS},
                 {"formations", REPORT_SEEK_COURSES}, {"labos", REPORT_SEEK_LABS},
                 {"accueils", REPORT_SEEK_DESKS},     {"lieux", REPORT_SEEK_PLACES}};
    block->title = word(w, REPORT_SEEK);
    for (size_t i = 0; i < sizeof GRAPH / sizeof *GRAPH; i++) {
        const Graph *graph = graph_named(w, GRAPH[i].id);
        if (graph)
            add_led(w, block, word(w, GRAPH[i].lead), graph->sentence);
    }
}

/* ---- the quiz -------------------------------------------------------------------------------- */

static void fill_stop(const BriefWriting *w, BriefBlock *block) {
    const Graph *quiz = graph_named(w, "test");
    if (!quiz)
        return;
    block->title = word(w, REPORT_STOP);
    add_line(block, quiz->sentence);
}

/* ---- days of events -------------------------------------------------------------------------- */

static bool is_event_day(const Figures *f, Millis day) {
    for (int i = 0; i < f->note_count; i++)
        if (f->note[i].event && day >= f->note[i].from && day <= f->note[i].to)
            return true;
    return false;
}

static const DayCount *day_of(const Figures *f, Millis start) {
    for (int i = 0; i < f->day_count; i++)
        if (f->day[i].start == start)
            return &f->day[i];
    return NULL;
}

/* The mean of the same weekday around it, days of events left out. False where there are too few of
 * them. */
static bool ordinary(const Figures *f, Millis day, Count *mean) {
    Count sum = {0};
    int days = 0;
    for (int week = -WEEKS_AROUND; week <= WEEKS_AROUND; week++) {
        const DayCount *other = day_of(f, day + week * 7 * CIVIL_DAY);
        if (!week || !other || is_event_day(f, other->start))
            continue;
        sum = count_sum(sum, other->visits);
        days++;
    }
    double n = days ? days : 1;
    *mean = (Count){llround((double)sum.n / n), sum.variance / (n * n), sum.tail / (n * n * n * n)};
    return days >= DAYS_FEWEST;
}

/* Days of events that follow each other, a weekend between them perhaps, with what such days are
 * otherwise. */
typedef struct Episode {
    Millis from, to;
    int days;
    Count visits, usual;
} Episode;

/* The last one that begins before `before`; false when there is none. */
static bool last_episode(const Figures *f, Millis before, Episode *episode) {
    *episode = (Episode){.days = 0};
    for (int i = f->day_count - 1; i >= 0; i--) {
        const DayCount *day = &f->day[i];
        Count usual;
        if (day->start >= before || !is_event_day(f, day->start) ||
            !ordinary(f, day->start, &usual))
            continue;
        if (episode->days && episode->from - day->start > DAYS_APART * CIVIL_DAY)
            break;
        episode->to = episode->days ? episode->to : day->start;
        episode->from = day->start;
        episode->visits = count_sum(episode->visits, day->visits);
        episode->usual = count_sum(episode->usual, usual);
        episode->days++;
    }
    return episode->days > 0;
}

/* All that happens then. */
static Slice events_of(const BriefWriting *w, const Episode *e) {
    Slice *name = arena_array(w->arena, Slice, w->figures->note_count + 1);
    int count = 0;
    for (int i = 0; i < w->figures->note_count; i++) {
        const Note *note = &w->figures->note[i];
        bool known = false;
        for (int n = 0; n < count; n++)
            known = known || slice_equal(name[n], note->text.in[w->lang]);
        if (note->event && !known && e->to >= note->from && e->from <= note->to)
            name[count++] = note->text.in[w->lang];
    }
    return names(w, name, count);
}

static Slice weeks_beside(const BriefWriting *w, const Episode *e) {
    static const ReportWord WORD[] = {REPORT_BESIDE_UNSURE, REPORT_BESIDE_MORE, REPORT_BESIDE_LESS};
    Millis span = WEEKS_BESIDE * 7 * CIVIL_DAY, after = e->to + CIVIL_DAY;
    if (e->from - span < w->figures->first || after + span > w->figures->last)
        return (Slice){0};
    Value before = mask_count(figures_days(w->figures, e->from - span, e->from, false));
    Value later = mask_count(figures_days(w->figures, after, after + span, false));
    return say(w, WORD[mask_compare(&later, &before, 1)], shown(w, &later), shown(w, &before),
               number(w, later.margin));
}

static Slice with_margin(const BriefWriting *w, const Value *value) {
    if (value->shown != SHOWN_NUMBER)
        return shown(w, value);
    return arena_printf(w->arena, SLICE_FMT "\u00A0±\u00A0%d", SLICE_ARG(shown(w, value)),
                        value->margin);
}

static Slice say_days(const BriefWriting *w, const Episode *e) {
    static const ReportWord DAY[] = {REPORT_DAY_UNSURE, REPORT_DAY_MORE, REPORT_DAY_LESS};
    static const ReportWord DAYS[] = {REPORT_DAYS_UNSURE, REPORT_DAYS_MORE, REPORT_DAYS_LESS};
    Value now = mask_count(e->visits), mean = mask_count(e->usual);
    Slice from = report_short_day(w->arena, w->lang, e->from),
          to = report_short_day(w->arena, w->lang, e->to);
    Slice when = e->days == 1 ? from : say(w, REPORT_SHORT_FROM_TO, from, to, (Slice){0});
    Slice beside = e->days == 1
                       ? say(w, REPORT_DAY_USUAL, report_weekday(w->lang, e->from), shown(w, &mean),
                             (Slice){0})
                       : say(w, REPORT_DAYS_USUAL, number(w, e->days), shown(w, &mean), (Slice){0});
    when = arena_printf(w->arena, SLICE_FMT " (" SLICE_FMT ")", SLICE_ARG(when),
                        SLICE_ARG(events_of(w, e)));
    Verdict verdict = mask_compare(&now, &mean, 1);
    return say(w, e->days == 1 ? DAY[verdict] : DAYS[verdict], when, with_margin(w, &now), beside);
}

static void fill_days(const BriefWriting *w, BriefBlock *block) {
    Episode episode;
    Millis before = w->span->end;
    block->title = word(w, REPORT_DAYS);
    while (block->count < DAYS_SHOWN && last_episode(w->figures, before, &episode) &&
           episode.to >= w->span->start) {
        Slice beside = weeks_beside(w, &episode);
        add_line(block,
                 arena_printf(w->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(say_days(w, &episode)),
                              beside.len ? " " : "", SLICE_ARG(beside)));
        before = episode.from;
    }
}

/* ---- what changed ---------------------------------------------------------------------------- */

static void add_change(const BriefWriting *w, BriefBlock *block, Slice what, Slice now,
                       Slice before, Verdict verdict) {
    static const ReportWord WORD[] = {REPORT_CHANGE_MORE, REPORT_CHANGE_MORE, REPORT_CHANGE_LESS};
    if (verdict != VERDICT_UNSURE)
        add_line(block, say(w, WORD[verdict], what, before, now));
}

/* Shares of both, for when there are more visits everything is more. */
static Value share_of(const Value *value) {
    return (Value){.n = value->percent,
                   .low = value->percent_low,
                   .high = value->percent_high,
                   .shown = value->percent < 0 ? SHOWN_NOTHING : SHOWN_NUMBER};
}

static void add_changes(const BriefWriting *w, BriefBlock *block, const Graph *graph) {
    for (int i = 0; graph && i < graph->row_count; i++) {
        const GraphRow *row = &graph->row[i];
        Value now = share_of(&row->value[0]), before = share_of(&row->before);
        add_change(w, block, row->label, report_percent(w->arena, w->lang, (int)now.n),
                   report_percent(w->arena, w->lang, (int)before.n),
                   mask_compare(&now, &before, graph->row_count));
    }
}

static void fill_changes(const BriefWriting *w, BriefBlock *block) {
    static const char *const IDS[] = {"metiers", "envies", "activites", "sujets", "lieux-genres"};
    if (!figures_has(w->figures, TABLE_END, w->span->past))
        return;
    block->title = word(w, w->span->name == SPAN_MONTH ? REPORT_CHANGES_MONTH : REPORT_CHANGES);
    Value now = mask_count(graph_visits(w->figures, w->span->now));
    Value past = mask_count(graph_visits(w->figures, w->span->past));
    add_change(w, block, word(w, REPORT_CHANGE_VISITS), shown(w, &now), shown(w, &past),
               mask_compare(&now, &past, 1));
    for (size_t g = 0; g < sizeof IDS / sizeof *IDS; g++)
        add_changes(w, block, graph_named(w, IDS[g]));
    if (!block->count)
        add_line(block, word(w, REPORT_CHANGES_NONE));
}

/* ---- to prepare for a conversation ----------------------------------------------------------- */

static int out_names(const Graph *graph, Slice *name) {
    int count = 0;
    for (int i = 0; graph && i < graph->row_count; i++)
        if (graph->row[i].out)
            name[count++] = graph->row[i].label;
    return count;
}

static void add_out(const BriefWriting *w, BriefBlock *block, const char *id, ReportWord of) {
    const Graph *graph = graph_named(w, id);
    if (!graph)
        return;
    Slice *name = arena_array(w->arena, Slice, graph->row_count + 1);
    int count = out_names(graph, name);
    if (count)
        add_line(block, say(w, of, names(w, name, count), (Slice){0}, (Slice){0}));
}

/* The quiz suggests it more often than people open it, by their shares and beyond the noise. */
static void add_suggested(const BriefWriting *w, BriefBlock *block) {
    const Graph *trades = graph_named(w, "metiers");
    if (!trades)
        return;
    Slice *name = arena_array(w->arena, Slice, trades->row_count + 1);
    int count = 0;
    for (int i = 0; i < trades->row_count; i++) {
        const Value *opened = &trades->row[i].value[0], *suggested = &trades->row[i].value[1];
        if (opened->percent >= 0 && suggested->percent >= 0 &&
            suggested->percent_low > opened->percent_high)
            name[count++] = trades->row[i].label;
    }
    if (count)
        add_line(block,
                 say(w, REPORT_TALK_SUGGESTED, names(w, name, count), (Slice){0}, (Slice){0}));
}

static void add_careless(const BriefWriting *w, BriefBlock *block) {
    const Graph *flags = graph_named(w, "prudence");
    for (int i = 0; flags && i < flags->row_count; i++) {
        const GraphRow *row = &flags->row[i];
        if (slice_is(row->key, "unknown") && row->value[0].percent_low > 5)
            add_line(block, say(w, REPORT_TALK_UNKNOWN, number(w, row->value[0].percent),
                                (Slice){0}, (Slice){0}));
    }
}

static void fill_talk(const BriefWriting *w, BriefBlock *block) {
    block->title = word(w, REPORT_TALK);
    add_out(w, block, "metiers", REPORT_TALK_TRADES);
    add_out(w, block, "activites", REPORT_TALK_FACETS);
    add_out(w, block, "sujets", REPORT_TALK_TOPICS);
    add_out(w, block, "formations", REPORT_TALK_COURSES);
    add_suggested(w, block);
    add_careless(w, block);
    if (!block->count)
        add_line(block, word(w, REPORT_TALK_NONE));
}

/* ---- notes ----------------------------------------------------------------------------------- */

static void fill_notes(const BriefWriting *w, BriefBlock *block) {
    block->title = word(w, REPORT_NOTES);
    for (int i = 0; i < w->figures->note_count; i++) {
        const Note *note = &w->figures->note[i];
        if (note->event || note->to < w->span->start || note->from >= w->span->end)
            continue;
        Slice from = report_short_day(w->arena, w->lang, note->from);
        Slice to = report_short_day(w->arena, w->lang, note->to);
        add_line(block, say(w, note->from == note->to ? REPORT_NOTE_DAY : REPORT_NOTE_DAYS, from,
                            note->text.in[w->lang], to));
    }
}

/* ---- three things ---------------------------------------------------------------------------- */

/* Visits; then what is least expected: what changed, trades left aside; then what is sought most,
 * and where the quiz stops. */
static void fill_three(const BriefWriting *w, const Brief *brief, BriefBlock *block) {
    const Graph *trades = graph_named(w, "metiers"), *quiz = graph_named(w, "test"),
                *letters = graph_named(w, "envies");
    bool rare = false;
    Slice left = trades ? say_rare(w, trades, &rare) : (Slice){0};
    block->title = word(w, REPORT_THREE);
    add_line(block, say_visits(w));
    if (rare)
        add_line(block, left);
    if (brief->changes.count && !slice_equal(brief->changes.line[0], word(w, REPORT_CHANGES_NONE)))
        add_line(block, brief->changes.line[0]);
    if (trades)
        add_led(w, block, word(w, REPORT_SEEK_TRADES), trades->sentence);
    if (quiz)
        add_line(block, quiz->sentence);
    if (letters)
        add_led(w, block, word(w, REPORT_SEEK_LETTERS), letters->sentence);
    block->count = block->count > 3 ? 3 : block->count;
}

Brief brief_of(const Figures *figures, const Span *span, const Graph *graph, int count, Lang lang,
               Arena *arena) {
    BriefWriting w = {figures, span, graph, count, lang, arena};
    Brief brief = {.three = {.count = 0}};
    fill_seek(&w, &brief.seek);
    fill_unopened(&w, &brief.unopened);
    fill_stop(&w, &brief.stop);
    fill_days(&w, &brief.days);
    fill_changes(&w, &brief.changes);
    fill_talk(&w, &brief.talk);
    fill_notes(&w, &brief.notes);
    fill_three(&w, &brief, &brief.three);
    return brief;
}
