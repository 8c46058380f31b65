/* A graph while it is being made: unmasked sums, which never leave this folder. */
#pragma once

#include "report/graph.h"

typedef enum Share { SHARE_NONE, SHARE_OF_SUM, SHARE_OF_FIRST } Share;

typedef struct DraftRow {
    Slice label;
    Count count[GRAPH_SERIES], before;
} DraftRow;

typedef struct Draft {
    const Figures *figures;
    const Span *span;
    Lang lang;
    Arena *arena;
    DraftRow *row;
    int row_count, room;
} Draft;

DraftRow *draft_row(Draft *draft, Slice label); /* valid until the next */
Count count_sum(Count a, Count b);
Slice draft_word(const Draft *draft, ReportWord word);
Slice draft_number(const Draft *draft, int64_t n);

void draft_sort(Draft *draft); /* the largest of the first series first */

/* Masks the rows and makes them the graph's. Then the draft is empty again. */
void draft_finish(Draft *draft, Graph *graph, Share share);

/* "X comes first", "X and Y come first", or that nothing stands out; never a number that the masks will hide. The draft must be
   sorted. */
Slice draft_top_sentence(const Draft *draft);

void course_of_visits(Draft *draft, Graph *graph);
void course_of_hours(Draft *draft, Graph *graph);
void course_of_quiz(Draft *draft, Graph *graph);
