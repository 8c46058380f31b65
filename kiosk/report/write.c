/* Files of the report: made in memory, written beside, put on the disk, then moved into place. */
#include "report/grid.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4200

static bool write_all(int fd, const char *bytes, size_t size) {
    while (size) {
        ssize_t done = write(fd, bytes, size);
        if (done <= 0)
            return false;
        bytes += done;
        size -= (size_t)done;
    }
    return fsync(fd) == 0;
}

static bool put_file(const char *path, const char *bytes, size_t size, Fault *fault) {
    char part[PATH_BYTES];
    snprintf(part, sizeof part, "%s.part", path);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    bool good = fd >= 0 && write_all(fd, bytes, size);
    if (fd >= 0 && close(fd) != 0)
        good = false;
    if (good && rename(part, path) == 0)
        return true;
    fault_set(fault, "%.240s : ne s’écrit pas : %s", path, strerror(errno));
    unlink(part);
    return false;
}

bool report_write_html(const char *path, const Figures *figures, Lang lang, Arena *arena, Fault *fault) {
    char *bytes = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&bytes, &size);
    report_html(memory, figures, lang, arena);
    bool good = fclose(memory) == 0 && put_file(path, bytes, size, fault);
    free(bytes);
    return good;
}

/* ---- CSV --------------------------------------------------------------------------------------------------------------------- */

/* A spreadsheet must not take a name for a formula. */
static void put_field(FILE *out, Slice text) {
    putc('"', out);
    if (text.len && strchr("=+-@", text.at[0]))
        putc('\'', out);
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            putc('"', out);
        putc(text.at[i], out);
    }
    putc('"', out);
}

static void put_grid(FILE *out, const Grid *grid, Slice from, Slice to, Lang lang, bool heading) {
    char between = lang == LANG_FR ? ';' : ','; /* as the spreadsheets of the country expect it */
    for (int r = heading ? 0 : 1; r < grid->rows; r++) {
        put_field(out, r ? from : lang == LANG_FR ? LIT("du") : LIT("from"));
        putc(between, out);
        put_field(out, r ? to : lang == LANG_FR ? LIT("au") : LIT("to"));
        for (int c = 0; c < grid->columns; c++) {
            putc(between, out);
            put_field(out, grid->cell[r * grid->columns + c]);
        }
        fputs("\r\n", out);
    }
}

typedef struct CsvFile {
    const char *id;
    FILE *memory;
    char *bytes;
    size_t size;
    int columns;
} CsvFile;

static CsvFile *file_for(CsvFile *file, const char *id) {
    while (file->id && strcmp(file->id, id) != 0)
        file++;
    if (file->id)
        return file;
    file->id = id;
    file->memory = open_memstream(&file->bytes, &file->size);
    fputs("\xEF\xBB\xBF", file->memory); /* spreadsheets take UTF-8 for what it is only with this */
    return file;
}

static void put_span(CsvFile *files, const Figures *figures, const Span *span, Lang lang, Arena *arena) {
    Graph graph[GRAPHS_MAX];
    int count = graphs_of(figures, span, lang, arena, graph);
    Slice from = arena_printf(arena, "%s", period_at(PERIOD_DAY, span->start).name);
    Slice to = arena_printf(arena, "%s", period_at(PERIOD_DAY, span->end - 1).name);
    for (int i = 0; i < count; i++) {
        CsvFile *file = file_for(files, graph[i].id);
        Grid grid = grid_of(&graph[i], lang, true, arena);
        put_grid(file->memory, &grid, from, to, lang, grid.columns != file->columns);
        file->columns = grid.columns;
    }
}

bool report_write_csv(const char *folder, const Figures *figures, Lang lang, Arena *arena, Fault *fault) {
    CsvFile files[GRAPHS_MAX + 1] = {0};
    char path[PATH_BYTES];
    for (int s = 0; s < figures->span_count; s++)
        put_span(files, figures, &figures->span[s], lang, arena);
    bool good = mkdir(folder, 0755) == 0 || errno == EEXIST || fault_set(fault, "%.240s : ne s’écrit pas : %s", folder, strerror(errno));
    for (CsvFile *file = files; file->id; file++) {
        snprintf(path, sizeof path, "%s/%s.csv", folder, file->id);
        good = fclose(file->memory) == 0 && good && put_file(path, file->bytes, file->size, fault);
        free(file->bytes);
    }
    return good;
}
