/* The graphs of a span as plain data: what is drawn, printed in a table, written as CSV and shown on the kiosk is all this. */
#pragma once

#include "report/mask.h"
#include "report/words.h"

enum { GRAPH_SERIES = 5, GRAPHS_MAX = 16 };

typedef struct GraphRow {
    Slice label;
    Value value[GRAPH_SERIES];
    Value before; /* of the first series, in the span before */
} GraphRow;

typedef struct Graph {
    const char *id; /* of the page and of the CSV file */
    Slice title, sentence, note, head; /* note may be empty; head: what the rows are */
    Slice series[GRAPH_SERIES];
    int series_count;
    GraphRow *row;
    int row_count;
    bool upright;    /* a course of time, drawn as columns */
    bool has_before;
    bool letters;    /* rows are R, I, A, S, E, C, in their colours */
} Graph;

/* The graphs that have something to say about the span, in the order they are read. Returns how many. */
int graphs_of(const Figures *figures, const Span *span, Lang lang, Arena *arena, Graph graph[GRAPHS_MAX]);

/* "1 234", "< 11", "masqué" */
Slice graph_value(Arena *arena, Lang lang, const Value *value);
