/* The graphs of a span as plain data: what is drawn, printed in a table, written for a spreadsheet
   and shown on the kiosk is all this. */
#pragma once

#include "report/mask.h"
#include "report/words.h"

enum { GRAPH_SERIES = 5, GRAPHS_MAX = 20 };

typedef struct GraphRow {
    Slice key, label;
    Value value[GRAPH_SERIES];
    Value before;    /* of the first series, in the span it is compared with */
    Verdict verdict; /* now against before */
    bool out;        /* stands out from the other rows */
    bool
        rare; /* opened less than half as often as the rows are on average, and that is no chance */
    Slice group;  /* of a place: what kind it is; else empty */
    Millis start; /* of a period of time; else 0 */
} GraphRow;

typedef struct Graph {
    const char *id;                    /* of the page */
    const char *subject[GRAPH_SERIES]; /* the name of each series in a folder of tables */
    Slice title, sentence, note, head; /* note may be empty; head: what the rows are */
    Slice series[GRAPH_SERIES];
    int series_count;
    GraphRow *row;
    int row_count;
    PeriodKind step; /* of the rows of a course of days */
    bool upright;    /* a course of time, drawn as columns */
    bool days;       /* that course is one of days, weeks or months */
    bool has_before;
    bool letters;  /* rows are R, I, A, S, E, C, in their colours */
    bool in_order; /* the rows have an order of their own */
    bool grouped;  /* rows that do not stand out are shown by their group only: those of the next
                      graph */
} Graph;

/* The graphs that have something to say about the range, in the order they are read, their rows in
   the order of the keys. Returns how many. */
int graphs_between(const Figures *figures, Range now, Range past, Lang lang, Arena *arena,
                   Graph graph[GRAPHS_MAX]);

/* The same for a machine: no course of days, no sentence, and keys where labels are to be made. */
int graphs_numbers(const Figures *figures, Range now, Lang lang, Arena *arena,
                   Graph graph[GRAPHS_MAX]);

/* The graphs of a span as they are shown: sorted, rare rows left to their groups. */
int graphs_of(const Figures *figures, const Span *span, Lang lang, Arena *arena,
              Graph graph[GRAPHS_MAX]);

/* "1 234", "< 11", "masqué", "–" */
Slice graph_value(Arena *arena, Lang lang, const Value *value);

/* "Environ 424 visites (± 40), dont 155 avec un test terminé." */
Slice graph_say_visits(Arena *arena, Lang lang, const Value *visits, const Value *quizzes);

/* Visits and finished quizzes of a day or a week: the first two values of a row. */
GraphRow graph_day(const Figures *figures, Period period);

/* Visits, and finished quizzes: what tables that count every visit say together. */
Count graph_visits(const Figures *figures, Range range);
Count graph_quizzes(const Figures *figures, Range range);
