/* Sums of released cells, by table, key and span of time; nothing else than released cells ever goes in. No words, no layout. */
#pragma once

#include "base/fault.h"
#include "stats/table.h"

#include <stdbool.h>

/* A sum of noised numbers and the variance of its noise. */
typedef struct Count {
    int64_t n;
    double variance;
} Count;

typedef struct KeyCount {
    Slice key;
    Words name; /* empty where the key speaks for itself */
    Slice trade; /* of a clip: the trade it shows */
    Count count;
} KeyCount;

typedef struct TableSum {
    KeyCount *cell;
    int count, room;
    int rows; /* released rows in it: of a kiosk and a period */
} TableSum;

typedef enum SpanName { SPAN_MONTH, SPAN_QUARTER, SPAN_YEAR, SPAN_ALL, SPAN_CHOSEN, SPAN_NAMES } SpanName;

/* From `start` to `end` excluded, whole months. A week belongs where its Thursday lies. */
typedef struct Span {
    SpanName name;
    Millis start, end, before; /* before: where the span before, as long, starts */
    TableSum now[TABLE_COUNT], past[TABLE_COUNT];
} Span;

/* Visits and finished quizzes of one day, all kiosks together. */
typedef struct DayCount {
    Millis start;
    Count visits, quizzes;
} DayCount;

enum { SPANS_MAX = 4, LABELS_MAX = 4096 };

typedef struct Figures {
    Span span[SPANS_MAX];
    int span_count; /* 0: nothing is released yet */
    DayCount *day; /* in order */
    int day_count, day_room;
    Millis first, last; /* from the first released day to the end of the last */
    int kiosks, stops;  /* stops: how often a machine was cut off */
} Figures;

/* `from` and `to` (excluded) choose one span of months; both 0: the last month, three, twelve, and everything. The file stays
   unread afterwards. False names the file and the fault. Memory comes from the arena. */
bool figures_read(const char *path, Millis from, Millis to, Arena *arena, Figures *figures, Fault *fault);
