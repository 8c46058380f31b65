/* Carries out a report. Knows no option's spelling. */
#include "tools/stats/reporting.h"

#include "base/message.h"
#include "tools/stats/notes.h"
#include "report/graph.h"
#include "report/merge.h"
#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_BYTES 4200
#define FILES_MAX 4096

static bool is_notes(const char *path) {
    size_t len = strlen(path);
    return len > 5 && strcmp(path + len - 5, ".yaml") == 0;
}

static bool one_month(const char *text, size_t len, Period *period) {
    char name[16];
    snprintf(name, sizeof name, "%.*s", (int)(len < 15 ? len : 15), text);
    return period_parse(name, period) && period->kind == PERIOD_MONTH;
}

bool reporting_months(const char *text, Millis *from, Millis *to) {
    const char *dots = strstr(text, "..");
    size_t len = dots ? (size_t)(dots - text) : strlen(text);
    const char *end = dots ? dots + 2 : text;
    Period first, last;
    if (!one_month(text, len, &first) || !one_month(end, strlen(end), &last) ||
        first.start > last.start)
        return false;
    *from = first.start;
    *to = last.end;
    return true;
}

/* ---- files ----------------------------------------------------------------------------------- */

/* Several files are put together first, in a file that nobody sees. */
static bool read_merged(char *const *file, int count, const Reporting *reporting, Arena *arena,
                        Figures *figures, Error *error) {
    char together[] = "/tmp/azimut-XXXXXX";
    MergeCount merged;
    int fd = mkstemp(together);
    if (fd < 0)
        return error_set(error, "/tmp : ne s’écrit pas");
    close(fd);
    bool good = merge_files(together, file, count, &merged, error) &&
                figures_read(together, reporting->wish, arena, figures, error);
    unlink(together);
    return good;
}

/* Notes that lie beside the first file are read without being asked for. */
static bool read_notes_beside(const char *file, Figures *figures, Arena *arena) {
    char path[PATH_BYTES];
    const char *slash = strrchr(file, '/');
    snprintf(path, sizeof path, "%.*snotes.yaml", slash ? (int)(slash + 1 - file) : 0, file);
    return access(path, R_OK) != 0 || notes_read(path, figures, arena);
}

static bool read_files(const Reporting *reporting, Arena *arena, Figures *figures, Error *error) {
    char *file[FILES_MAX];
    int count = 0, notes = 0;
    for (int i = 0; i < reporting->file_count && count < FILES_MAX; i++)
        if (is_notes(reporting->file[i]))
            notes++;
        else
            file[count++] = reporting->file[i];
    if (!count)
        return error_set(error, "il manque un fichier de statistiques");
    bool good = count == 1 ? figures_read(file[0], reporting->wish, arena, figures, error)
                           : read_merged(file, count, reporting, arena, figures, error);
    bool noted = !good || notes || read_notes_beside(file[0], figures, arena);
    for (int i = 0; good && i < reporting->file_count; i++)
        if (is_notes(reporting->file[i]))
            noted = notes_read(reporting->file[i], figures, arena) && noted;
    return good && (noted || error_set(error, "les notes sont à corriger"));
}

/* ---- what was asked for ---------------------------------------------------------------------- */

static bool covers(const Figures *f, Range range) {
    return range.from >= 0 && range.to <= f->months;
}

static bool check_span(const Reporting *reporting, const Figures *f, Error *error) {
    if (!reporting->wish.to || !f->span_count)
        return true;
    bool now = covers(f, f->span[0].now);
    if (now && (!reporting->wish.against_to || covers(f, f->span[0].past)))
        return true;
    return error_set(
        error,
        now ? MESSAGE("la période de --against n’est pas dans les relevés, qui vont de %.7s à %.7s")
            : MESSAGE("la période de --from à --to n’est pas dans les relevés, qui vont de %.7s à "
                      "%.7s"),
        period_at(PERIOD_MONTH, f->first).name, period_at(PERIOD_MONTH, f->last - 1).name);
}

static void print_graphs(const Figures *figures, Lang lang, Arena *arena) {
    Graph graph[GRAPHS_MAX];
    int spans = figures->span_count;
    int count = spans ? graphs_of(figures, &figures->span[spans - 1], lang, arena, graph) : 0;
    for (int i = 0; i < count; i++)
        printf(SLICE_FMT "\n  " SLICE_FMT "\n", SLICE_ARG(graph[i].title),
               SLICE_ARG(graph[i].sentence));
    if (!count)
        printf(SLICE_FMT "\n", SLICE_ARG(report_word(lang, REPORT_NOTHING)));
}

static bool write_all(const Reporting *r, const Figures *figures, Arena *arena, Error *error) {
    if (!r->html && !r->csv)
        print_graphs(figures, r->lang, arena);
    return (!r->html || report_write_html(r->html, figures, r->lang, arena, error)) &&
           (!r->csv || report_write_csv(r->csv, figures, r->lang, arena, error));
}

bool reporting_run(const Reporting *reporting, Error *error) {
    Arena arena = {0};
    Figures *figures = arena_new(&arena, Figures);
    bool good = read_files(reporting, &arena, figures, error) &&
                check_span(reporting, figures, error) &&
                write_all(reporting, figures, &arena, error);
    arena_free(&arena);
    return good;
}
