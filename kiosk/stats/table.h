/* The tables of the statistics and the key of every cell, known before the first visit; no counts
 * here. */
#pragma once

#include "base/arena.h"
#include "base/fact.h"
#include "base/lang.h"
#include "stats/period.h"

#include <stdbool.h>

typedef enum TableId {
#define TABLE(id, ...) TABLE_##id,
#define GRAPH(...)
#include "stats/tables.def"
    TABLE_COUNT
} TableId;

enum {
    STATS_BATCH = 5,           /* visits that go to the disk together, at least */
    STATS_BUDGET_MILLI = 3000, /* all that is ever released of one visit: epsilon 3 */
    FUNNEL_STEP = 3,           /* questions to a cell: finer, noise would drown where people stop */
    FUNNEL_QUESTIONS = 30,     /* no quiz is longer */
    FUNNEL_DONE = FUNNEL_QUESTIONS / FUNNEL_STEP,
    STATS_HOURS = 24,
};

/* What the cells of a table are. */
typedef enum TableCells {
    CELLS_RECORDS, /* of a list of StatsKeys */
    CELLS_HOURS,   /* hour of the day, and how the visit ended */
    CELLS_VISITS,  /* with a finished quiz, and without */
    CELLS_LANGUAGES,
    CELLS_STEPS, /* how far the quiz went */
    CELLS_LETTERS,
    CELLS_PAIRS,
    CELLS_FLAGS, /* and none */
    CELLS_CLIPS, /* and the quarters of each */
    CELLS_SAMPLES
} TableCells;

typedef struct TableSpec {
    const char *name;
    PeriodKind period;
    uint32_t epsilon_milli;
    TableCells cells;
    size_t list, list_count; /* in StatsKeys, of CELLS_RECORDS */
    FactKind fact;           /* that chooses the cell; FACT_NONE: every visit does */
} TableSpec;

extern const TableSpec TABLES[TABLE_COUNT];

/* What a visit may spend in all, calibrating or not: see tables.def. */
uint32_t table_budget_milli(bool calibrates);

/* TABLE_COUNT for an unknown name. */
TableId table_named(const char *name);

/* A record of the pack: its key in the file, and its name for people. */
typedef struct StatsKey {
    Slice id;
    LocalText name;
    Slice trade; /* of a clip: the id of the trade it shows; of a place: its kind; of an event: its
                    last day */
} StatsKey;

/* The pack's own names of its records, so that counts survive a new pack. Borrowed. */
typedef struct StatsKeys {
    const StatsKey *trade, *topic, *clip, *place;
    int trade_count, topic_count, clip_count, place_count;
    const StatsKey *course, *lab, *desk;
    int course_count, lab_count, desk_count;
    const Slice *sample; /* cells of quiz/sample.h; none unless the campus calibrates */
    int sample_count;
    const StatsKey *facet;
    int facet_count;
    const StatsKey *event; /* not counted: what happens on a day, its id being "2026-03-14 NAME" */
    int event_count;
    LocalText kiosk; /* where it stands; may be empty */
} StatsKeys;

/* The records that are the cells of a table, or whose parts are; none for others. */
int table_records(TableId table, const StatsKeys *keys, const StatsKey **record);

/* The cells of a table in their order; a text of lines is how they are kept in the file. */
typedef struct KeyList {
    Slice *key;
    int count;
    Slice text; /* the keys, each on a line of its own */
} KeyList;

KeyList table_keys(TableId table, const StatsKeys *keys, Arena *arena);
KeyList key_list_read(Slice text, Arena *arena);   /* borrows the text */
int key_list_find(const KeyList *list, Slice key); /* -1 */
