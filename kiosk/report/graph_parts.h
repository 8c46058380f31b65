/* A graph while it is being made: unmasked sums, which never leave this folder. */
#pragma once

#include "report/graph.h"

/* Cells that exclude each other, in the span and in the one before. A row is a sum of some of them.
 */
typedef struct Series {
    Count *now, *past;
    int count;
    ShareFit fit, before;
} Series;

typedef struct DraftRow {
    Slice key, label, group;
    int *member[GRAPH_SERIES]; /* indices of cells; NULL where there is nothing to count */
    int members[GRAPH_SERIES];
} DraftRow;

/* A base of a range: several graphs ask for the same. */
typedef struct Known {
    Count (*base)(const Figures *, Range);
    Range range;
    Count count;
} Known;

enum { KNOWN_MAX = 8 };

typedef struct ReportDraft {
    const Figures *figures;
    Range now, past; /* past may be empty */
    Lang lang;
    Arena *arena;
    bool bare;    /* numbers only: no labels are made, no sentences */
    Known *known; /* bases that were summed already */
    Series series[GRAPH_SERIES];
    DraftRow *row;
    int row_count, room;
} ReportDraft;

DraftRow *draft_row(ReportDraft *draft, Slice key, Slice label); /* valid until the next */
void draft_member(ReportDraft *draft, DraftRow *row, int series, int cell);
Slice draft_word(const ReportDraft *draft, ReportWord word);
Slice draft_number(const ReportDraft *draft, int64_t n);

/* All cells of a table as a series, and how its sum is bound. */
void draft_table(ReportDraft *draft, int series, int table);
/* Its cells put together by the group that their keys belong to. */
void draft_groups(ReportDraft *draft, int series, int table, const Slice *group, int groups);
void draft_fit(ReportDraft *draft, int series, BaseKind kind,
               Count (*base)(const Figures *, Range));
Count draft_weeks_quizzes(const Figures *figures,
                          Range range); /* of the weeks that lie in the range */

typedef enum Share { SHARE_NONE, SHARE_OF_SUM, SHARE_OF_FIRST } Share;

/* Turns the rows into those of the graph: fitted, masked, judged. Then the draft is empty again. */
void draft_finish(ReportDraft *draft, Graph *graph, Share share);

/* "X comes first", "X and Y come first", or that nothing stands out; never a number that the masks
 * hide. */
Slice graph_top(const Graph *graph, Lang lang, ReportWord none, Arena *arena);

void videos_graph(ReportDraft *draft, Graph *graph); /* how far each film was watched */

void course_of_visits(ReportDraft *draft, Graph *graph);
void course_of_hours(ReportDraft *draft, Graph *graph);
void course_of_quiz(ReportDraft *draft, Graph *graph);
