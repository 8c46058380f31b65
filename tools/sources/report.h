/* Faults of a content folder, gathered while it is read and printed once, in order: file:line:
 * sentence. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct ReportEntry {
    Slice file, message;
    int line, column; /* column: 0 when only the line is known */
    bool warning;
} ReportEntry;

typedef struct Report {
    Arena arena;
    ReportEntry *entry;
    int count, capacity;
    int faults; /* entries that are no mere warnings */
} Report;

/* The sentence is French, names the mend and needs no programmer. */
void report_fault(Report *report, Slice file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for what can be built as it is, but not as the author meant it. */
void report_warn(Report *report, Slice file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void report_fault_at(Report *report, Slice file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void report_print(Report *report, FILE *out);
void report_free(Report *report);
