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
    Slice *broken;
    int broken_count, broken_room;
    const struct SourceTrial *trial; /* files in the place of those on the disk; NULL: none */
} Report;

/* The sentence names the mend and needs no programmer; it is said in the language of messages. */
void report_fault(Report *report, Slice file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for what can be built as it is, but not as the author meant it. */
void report_warn(Report *report, Slice file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void report_fault_at(Report *report, Slice file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* A file was not understood as a whole, or stands there under a name that nobody reads: its fault
   is said, and what others lack because of it is not. */
void report_broken(Report *report, Slice file);

/* Is that said already of the file itself, or of the folder that it is in? */
bool report_knows(const Report *report, Slice file);

/* Is that why `name` is missing, which is a file of its own in the folder `home` ("trades/") or
   stands in the file `home` ("families.yaml", or files of a folder "families/")? Without a name:
   does anything of it fail? */
bool report_explains(const Report *report, const char *home, Slice name);

void report_print(Report *report, FILE *out);

/* The same for a program: "fault" or "warning", file, line, column, sentence, with tabs between. */
void report_print_lines(Report *report, FILE *out);
void report_free(Report *report);
