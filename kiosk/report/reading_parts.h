/* A statistics file that is being read, for the files that read it. */
#pragma once

#include "report/figures_parts.h"

#include <sqlite3.h>

typedef struct Dict {
    int id;
    KeyList list;
    int *place[SUM_TABLES]; /* of each key in the union of the table */
} Dict;

typedef struct ReportReading {
    sqlite3 *db;
    const char *path;
    Arena *arena;
    Figures *figures;
    Dict *dict;
    int dict_count;
    int *met[2]; /* month in which each kiosk was met last in the table that is read, and in its
                    weeks */
    TableId table;
    Period period;
    int month, week_month; /* that hold the period; -1: none */
    int kiosk;             /* of the row, by number */
    DayCount *day;         /* of the period, NULL unless it is a day */
} ReportReading;

sqlite3_stmt *reading_query(ReportReading *r, const char *sql); /* NULL: no such table */
Slice reading_column(sqlite3_stmt *stmt, int at);               /* until the next row */
Slice reading_text(ReportReading *r, sqlite3_stmt *stmt, int at);
int reading_number(ReportReading *r, const char *sql);

/* ---- reading_names.c ---- */
void reading_take_dicts(ReportReading *r);
void reading_take_labels(ReportReading *r);
Dict *reading_dict(ReportReading *r, int id);                       /* NULL: there is none */
const int *reading_places(ReportReading *r, Dict *dict, int table); /* of its keys */
