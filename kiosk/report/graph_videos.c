/* The graph of the films: how many were started, and how far they were watched. */
#include "report/graph_parts.h"
#include "report/mask.h"

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

static DraftRow *clip_row(ReportDraft *draft, Slice clip, Slice label) {
    for (int i = 0; i < draft->row_count; i++)
        if (slice_equal(draft->row[i].key, clip))
            return &draft->row[i];
    return draft_row(draft, clip, label);
}

/* Whoever saw three quarters also saw the half: every series counts all that came as far. */
static void videos_rows(ReportDraft *draft) {
    const KeyTable *keys = &draft->figures->table[TABLE_VIDEO];
    for (int i = 0; figures_has(draft->figures, TABLE_VIDEO, draft->now) && i < keys->count; i++) {
        Slice clip, name = keys->key[i].name.in[draft->lang];
        int quarter = quarter_of(keys->key[i].key, &clip);
        DraftRow *row = clip_row(draft, clip, name.len ? name : clip);
        for (int q = 0; q <= quarter; q++)
            draft_member(draft, row, q, i);
    }
}

/* Of all videos together, how many of a hundred are watched to their end. */
static Slice say_videos(const ReportDraft *draft) {
    const KeyTable *keys = &draft->figures->table[TABLE_VIDEO];
    int *whole = arena_array(draft->arena, int, keys->count + 1), count = 0;
    Slice clip;
    for (int i = 0; i < keys->count; i++)
        if (quarter_of(keys->key[i].key, &clip) == GRAPH_SERIES - 1)
            whole[count++] = i;
    const ShareFit *fit = &draft->series[0].fit;
    Value value = {.shown = SHOWN_NUMBER, .percent = -1};
    mask_share(&value, fit_share(fit, whole, count), (int64_t)fit->fitted);
    if (value.percent < 0)
        return draft_word(draft, REPORT_VIDEOS_NONE);
    return report_say(draft->arena, draft->lang, REPORT_VIDEOS_SAY,
                      draft_number(draft, value.percent), draft_number(draft, value.percent_low),
                      draft_number(draft, value.percent_high));
}

void videos_graph(ReportDraft *draft, Graph *graph) {
    static const ReportWord SERIES[GRAPH_SERIES] = {REPORT_STARTED, REPORT_QUARTER, REPORT_HALF,
                                                    REPORT_THREE_QUARTERS, REPORT_WHOLE};
    *graph = (Graph){.id = "videos",
                     .subject = {"videos", "videos-quart", "videos-moitie", "videos-trois-quarts",
                                 "videos-entieres"},
                     .title = draft_word(draft, REPORT_VIDEOS),
                     .head = draft_word(draft, REPORT_VIDEO),
                     .series_count = GRAPH_SERIES,
                     .has_before = true,
                     .note = draft_word(draft, REPORT_PER_VISIT)};
    for (int s = 0; s < GRAPH_SERIES; s++) {
        graph->series[s] = draft_word(draft, SERIES[s]);
        draft_table(draft, s, TABLE_VIDEO);
        draft_fit(draft, s, BASE_AT_MOST, graph_visits);
    }
    videos_rows(draft);
    if (!draft->bare)
        graph->sentence = say_videos(draft);
    draft_finish(draft, graph, SHARE_NONE);
}
