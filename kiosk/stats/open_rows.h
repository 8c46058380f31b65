/* The rows of open periods: found, made with noise in every cell, widened for a new pack, added to.
   Inside of stats_file.h; each call is part of a transaction that it began. */
#pragma once

#include "stats/stats_db.h"
#include "stats/table.h"

#include <sqlite3.h>

typedef enum Statement {
    FIND_DICT,
    ADD_DICT,
    READ_DICT,
    FIND_RELEASED,
    ADD_RELEASED,
    FIND_OPEN,
    FIND_BESIDE,
    PUT_OPEN,
    DROP_OPEN,
    LIST_OPEN,
    STATEMENT_COUNT
} Statement;

typedef struct StatsFile {
    StatsDb file;
    const char *path;
    sqlite3 *db; /* of the file, the only connection there ever is: two would meet the WAL-reset
                    fault of SQLite 3.40 */
    sqlite3_stmt *stmt[STATEMENT_COUNT];
    const StatsKeys *keys;
    const KeyList *list; /* of each table, as the pack has it now */
    StatsDraw draw;
    atomic_uint *events; /* of StatsEvent */
    Arena work;          /* of one transaction */
} StatsFile;

/* A row of the file: the cells of a table in a period. */
typedef struct StatsRow {
    TableId table;
    const char *period;
    KeyList list;
    int64_t dict;
    unsigned char *n;
} StatsRow;

sqlite3_stmt *rows_ready(StatsFile *stats_file, Statement which, const char *table,
                         const char *period); /* reset, its first two bound */
bool rows_done(sqlite3_stmt *stmt);           /* runs one that gives no row */
bool rows_prepare(StatsFile *stats_file);

int32_t rows_noise(const StatsFile *stats_file, TableId table);

/* 1 found, 0 not open, -1 the row is not to be trusted. */
int rows_find(StatsFile *stats_file, StatsRow *row);

/* Makes sure that the period is open, and adds to it (`cell` may be NULL); a period that is
 * released stays as it is. */
bool rows_open_and_add(StatsFile *stats_file, TableId table, const char *period,
                       const int32_t *cell);
