#include "report.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_BYTES 512

void report_fault(Report *report, Slice file, int line, const char *format, ...) {
    char message[MESSAGE_BYTES];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    if (report->count == report->capacity) {
        report->capacity = report->capacity ? report->capacity * 2 : 64;
        report->entry = realloc(report->entry, sizeof *report->entry * (size_t)report->capacity);
        if (!report->entry)
            abort();
    }
    report->entry[report->count++] = (ReportEntry){
        .file = arena_copy(&report->arena, file), .message = arena_copy(&report->arena, slice_from(message)), .line = line};
}

static int by_place(const void *a, const void *b) {
    const ReportEntry *x = a, *y = b;
    int order = strcmp(x->file.at, y->file.at);
    if (order)
        return order;
    return x->line != y->line ? x->line - y->line : strcmp(x->message.at, y->message.at);
}

void report_print(Report *report, FILE *out) {
    if (report->count)
        qsort(report->entry, (size_t)report->count, sizeof *report->entry, by_place);
    for (int i = 0; i < report->count; i++)
        fprintf(out, SLICE_FMT ":%d: " SLICE_FMT "\n", SLICE_ARG(report->entry[i].file), report->entry[i].line,
                SLICE_ARG(report->entry[i].message));
}

void report_free(Report *report) {
    free(report->entry);
    arena_free(&report->arena);
    *report = (Report){0};
}
