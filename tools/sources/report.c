#include "tools/sources/report.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_BYTES 512

static void add(Report *report, ReportEntry entry, const char *format, va_list list) {
    char message[MESSAGE_BYTES];
    vsnprintf(message, sizeof message, format, list);
    if (report->count == report->capacity) {
        report->capacity = report->capacity ? report->capacity * 2 : 64;
        report->entry = realloc(report->entry, sizeof *report->entry * (size_t)report->capacity);
        if (!report->entry)
            abort();
    }
    entry.file = arena_copy(&report->arena, entry.file);
    entry.message = arena_copy(&report->arena, slice_from(message));
    report->entry[report->count++] = entry;
    report->faults += !entry.warning;
}

void report_fault(Report *report, Slice file, int line, const char *format, ...) {
    va_list list;
    va_start(list, format);
    add(report, (ReportEntry){.file = file, .line = line}, format, list);
    va_end(list);
}

void report_fault_at(Report *report, Slice file, int line, int column, const char *format, ...) {
    va_list list;
    va_start(list, format);
    add(report, (ReportEntry){.file = file, .line = line, .column = column}, format, list);
    va_end(list);
}

void report_warn(Report *report, Slice file, int line, int column, const char *format, ...) {
    va_list list;
    va_start(list, format);
    add(report, (ReportEntry){.file = file, .line = line, .column = column, .warning = true},
        format, list);
    va_end(list);
}

static int by_place(const void *a, const void *b) {
    const ReportEntry *x = a, *y = b;
    int order = strcmp(x->file.at, y->file.at);
    if (order)
        return order;
    if (x->line != y->line)
        return x->line - y->line;
    return x->column != y->column ? x->column - y->column : strcmp(x->message.at, y->message.at);
}

void report_print(Report *report, FILE *out) {
    if (report->count)
        qsort(report->entry, (size_t)report->count, sizeof *report->entry, by_place);
    for (int i = 0; i < report->count; i++) {
        const ReportEntry *e = &report->entry[i];
        if (i && by_place(e, e - 1) == 0) /* said once is enough */
            continue;
        fprintf(out, SLICE_FMT ":%d:", SLICE_ARG(e->file), e->line);
        if (e->column)
            fprintf(out, "%d:", e->column);
        fprintf(out, " %s" SLICE_FMT "\n", e->warning ? "avertissement : " : "",
                SLICE_ARG(e->message));
    }
}

void report_free(Report *report) {
    free(report->entry);
    arena_free(&report->arena);
    *report = (Report){0};
}
