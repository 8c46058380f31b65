/* Faults of a content folder, gathered while it is read and printed once, in order: file:line: sentence. */
#pragma once

#include "base/arena.h"

#include <stdio.h>

typedef struct ReportEntry {
    Slice file, message;
    int line;
} ReportEntry;

typedef struct Report {
    Arena arena;
    ReportEntry *entry;
    int count, capacity;
} Report;

/* The sentence is French, names the mend and needs no programmer. */
void report_fault(Report *report, Slice file, int line, const char *format, ...) __attribute__((format(printf, 4, 5)));
void report_print(Report *report, FILE *out);
void report_free(Report *report);
