/* Sums of released cells, by table, key, month and kiosk, and what the calendar says beside them;
   nothing else than released cells is ever summed. No words, no layout, no estimate. */
#pragma once

#include "base/error.h"
#include "stats/table.h"

#include <stdbool.h>

/* A sum of noised numbers, with the variance and the fourth cumulant of its noise: few noises have
   heavier tails than many. */
typedef struct Count {
    int64_t n;
    double variance, tail;
} Count;

Count count_sum(Count a, Count b);

/* A key of a table in any of the packs that were counted with. */
typedef struct Key {
    Slice key;
    LocalText name; /* empty where the key speaks for itself */
    Slice group;    /* of a clip: the trade it shows; of a place: its kind */
} Key;

/* SUM_WEEKS: END once more, each day in the month of its week, to stand beside what is released by
 * the week. */
enum { SUM_WEEKS = TABLE_COUNT, SUM_TABLES, KIOSKS_APART = 64, SPANS_MAX = 4 };

typedef struct KeyTable {
    Key *key;
    int count, room;
} KeyTable;

/* Months of the figures, `to` excluded; kiosk 0 is all of them together. */
typedef struct Range {
    int from, to, kiosk;
} Range;

typedef enum SpanName {
    SPAN_MONTH,
    SPAN_QUARTER,
    SPAN_YEAR,
    SPAN_ALL,
    SPAN_CHOSEN,
    SPAN_NAMES
} SpanName;

/* From `start` to `end` excluded, whole months, and what it is compared with; a week belongs where
 * its Thursday lies. */
typedef struct Span {
    SpanName name;
    Range now, past; /* past may be empty: nothing to compare with */
    Millis start, end, past_start, past_end;
} Span;

/* Visits and finished quizzes of one day, all kiosks together. */
typedef struct DayCount {
    Millis start;
    Count visits, quizzes;
} DayCount;

/* Something that the figures do not know of: an event of the pack, or what a counselor noted. */
typedef struct Note {
    Millis from, to; /* days, the last one included */
    LocalText text;
    bool event;
} Note;

typedef struct ReportBlock ReportBlock;

typedef struct Figures {
    KeyTable table[SUM_TABLES]; /* the union of the keys, in the order they were met */
    Span span[SPANS_MAX];
    int span_count; /* 0: nothing is released yet */
    DayCount *day;  /* in order */
    int day_count, day_room;
    Note *note; /* by date */
    int note_count, note_room;
    Millis first, last, month0; /* first released day, end of the last; start of the first month */
    int months;
    Key *kiosk;        /* ids, named after the room where it hangs */
    int kiosks, apart; /* apart: as many are summed by themselves as well; 0 when there is one or
                          too many */
    int stops;         /* how often a machine was cut off */
    double noise[SUM_TABLES]; /* variance of what one released cell carries, two noises */
    double tail[SUM_TABLES];  /* and its fourth cumulant */
    ReportBlock *block;       /* [apart + 1][SUM_TABLES][months] */
} Figures;

/* What to read: months, all 0 for the last month, three, twelve and everything. */
typedef struct FiguresWish {
    Millis from, to;                 /* one span; `to` excluded */
    Millis against_from, against_to; /* what it is compared with; 0: as many months just before */
} FiguresWish;

/* The file stays unread afterwards. False names the file and the fault. Memory comes from the
 * arena. */
bool figures_read(const char *path, FiguresWish wish, Arena *arena, Figures *figures, Error *error);

void figures_note(Figures *figures, Note note, Arena *arena); /* keeps the notes in order */

/* Cells of a table in a range, in the order of its keys: as many as the table has. */
void figures_cells(const Figures *figures, int table, Range range, Count *cell);
Count figures_cell(const Figures *figures, int table, Range range, int key);
int figures_key(const Figures *figures, int table, Slice key); /* -1 */

/* Has `table` rows of the same kiosks as `like` in every month of the range, and any at all? */
bool figures_beside(const Figures *figures, int table, int like, Range range);
bool figures_has(const Figures *figures, int table, Range range);

Count figures_days(const Figures *figures, Millis from, Millis to, bool quizzes); /* all kiosks */

Millis figures_month(const Figures *figures, int month); /* its first moment */
/* As long a range so many months before; empty where the figures do not cover it from its first
 * day. */
Range figures_before(const Figures *figures, Range range, int months);
Span figures_span(const Figures *figures, SpanName name, Range now, Range past);

Range figures_range(const Figures *figures, Millis from, Millis to); /* of all kiosks */
