#include "tools/sources/report.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MESSAGE_BYTES 512

/* On one line, and ending behind a whole sign: what an author wrote may be part of it. */
static void mend(char *text, int len) {
    if (len >= MESSAGE_BYTES)
        text[utf8_start(slice_from(text), (int)strlen(text) - 1)] = 0;
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
}

__attribute__((format(printf, 3, 0))) static void add(Report *report, ReportEntry entry,
                                                      const char *format, va_list list) {
    char text[MESSAGE_BYTES];
    mend(text, vsnprintf(text, sizeof text, message(format), list));
    if (report->count == report->capacity) {
        report->capacity = report->capacity ? report->capacity * 2 : 64;
        report->entry = realloc(report->entry, sizeof *report->entry * (size_t)report->capacity);
        if (!report->entry)
            abort();
    }
    entry.file = arena_copy(&report->arena, entry.file);
    entry.message = arena_copy(&report->arena, slice_from(text));
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

/* ---- causes ---------------------------------------------------------------------------------- */

void report_broken(Report *report, Slice file) {
    if (report->broken_count == report->broken_room) {
        report->broken_room = report->broken_room ? 2 * report->broken_room : 16;
        size_t bytes = sizeof *report->broken * (size_t)report->broken_room;
        report->broken = realloc(report->broken, bytes);
        if (!report->broken)
            abort();
    }
    report->broken[report->broken_count++] = arena_copy(&report->arena, file);
}

bool report_knows(const Report *report, Slice file) {
    for (int i = 0; i < report->broken_count; i++) {
        Slice broken = report->broken[i];
        bool within = slice_has_prefix(file, broken) && file.len > broken.len;
        if (slice_equal(file, broken) || (within && file.at[broken.len] == '/'))
            return true;
    }
    return false;
}

static Slice last_part(Slice path) {
    int from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return slice_cut(path, from, path.len);
}

static Slice stem(Slice name) {
    int dot = slice_find(name, LIT("."));
    return dot > 0 ? slice_cut(name, 0, dot) : name;
}

static bool same_word(Slice a, Slice b) {
    return a.len == b.len && strncasecmp(a.at, b.at, (size_t)a.len) == 0;
}

/* "…/trades/soudage.yaml.txt" is `folder` "trades" with the stem "soudage". */
static bool lies_in(Slice path, Slice folder, Slice name) {
    Slice file = last_part(path), home = slice_cut(path, 0, path.len - file.len);
    home.len -= home.len > 0;
    return same_word(last_part(home), folder) && (!name.len || same_word(stem(file), name));
}

bool report_explains(const Report *report, const char *home, Slice name) {
    Slice stands = slice_from(home), file = last_part(stands);
    for (int i = 0; i < report->broken_count; i++) {
        Slice broken = report->broken[i], last = last_part(broken);
        Slice folder = file.len ? stem(file) : last_part(slice_cut(stands, 0, stands.len - 1));
        bool one = name.len || !file.len; /* of a folder, without a name, any */
        if (same_word(stem(last), folder) || (one && lies_in(broken, folder, name)))
            return true;
    }
    return false;
}

/* ---- printing -------------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b) {
    const ReportEntry *x = a, *y = b;
    int order = strcmp(x->file.at, y->file.at);
    if (order)
        return order;
    if (x->line != y->line)
        return x->line - y->line;
    return x->column != y->column ? x->column - y->column : strcmp(x->message.at, y->message.at);
}

static void print_sentence(const ReportEntry *e, FILE *out) {
    fprintf(out, SLICE_FMT ":%d:", SLICE_ARG(e->file), e->line);
    if (e->column)
        fprintf(out, "%d:", e->column);
    fprintf(out, e->warning ? message(" avertissement : %.*s\n") : " %.*s\n",
            SLICE_ARG(e->message));
}

static void print_line(const ReportEntry *e, FILE *out) {
    fprintf(out, "%s\t" SLICE_FMT "\t%d\t%d\t" SLICE_FMT "\n", e->warning ? "warning" : "fault",
            SLICE_ARG(e->file), e->line, e->column, SLICE_ARG(e->message));
}

static void print_all(Report *report, void (*print)(const ReportEntry *, FILE *), FILE *out) {
    if (report->count)
        qsort(report->entry, (size_t)report->count, sizeof *report->entry, by_place);
    for (int i = 0; i < report->count; i++)
        if (!i || by_place(&report->entry[i], &report->entry[i - 1]) != 0) /* said once is enough */
            print(&report->entry[i], out);
}

void report_print(Report *report, FILE *out) {
    print_all(report, print_sentence, out);
}

void report_print_lines(Report *report, FILE *out) {
    print_all(report, print_line, out);
}

void report_free(Report *report) {
    free(report->entry);
    free(report->broken);
    arena_free(&report->arena);
    *report = (Report){0};
}
