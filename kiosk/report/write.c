/* Files of the report: made in memory, written beside, put on the disk, then moved into place. */
#include "base/file.h"
#include "report/report.h"
#include "report/sheet.h"
#include "report/words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PATH_BYTES 4200

/* A file or a folder called by a word; it stays in its folder, whatever a translator wrote. */
static void path_named(char path[PATH_BYTES], const char *folder, Slice name, const char *ending) {
    int len = snprintf(path, PATH_BYTES, "%s/" SLICE_FMT "%s", folder, SLICE_ARG(name), ending);
    for (int at = (int)strlen(folder) + 1; at < len && at < PATH_BYTES; at++)
        if (path[at] == '/')
            path[at] = '-';
}

/* A file that somebody fills in memory first. */
typedef struct Memory {
    FILE *out;
    char *bytes;
    size_t size;
} Memory;

static void memory_begin(Memory *memory) {
    *memory = (Memory){0};
    memory->out = open_memstream(&memory->bytes, &memory->size);
}

static bool memory_write(Memory *memory, const char *path, Error *error) {
    bool good =
        fclose(memory->out) == 0 && file_put(path, memory->bytes, memory->size, 0644, error);
    free(memory->bytes);
    return good;
}

bool report_write_html(const char *path, const Figures *figures, Lang lang, Arena *arena,
                       Error *error) {
    Memory memory;
    memory_begin(&memory);
    report_html(memory.out, figures, lang, arena);
    return memory_write(&memory, path, error);
}

/* ---- tables ---------------------------------------------------------------------------------- */

static bool make_folder(const char *folder, Error *error) {
    return mkdir(folder, 0755) == 0 || errno == EEXIST ||
           error_set(error, "%.240s : ne s’écrit pas : %s", folder, error_why(errno));
}

static bool write_table(const char *folder, const TidyTable *table, Lang lang, Error *error) {
    char path[PATH_BYTES];
    Memory memory;
    snprintf(path, sizeof path, "%s/%s.csv", folder, table->subject);
    memory_begin(&memory);
    sheet_csv(memory.out, table, lang);
    if (!memory_write(&memory, path, error))
        return false;
    snprintf(path, sizeof path, "%s/%s.ods", folder, table->subject);
    memory_begin(&memory);
    bool made =
        sheet_ods(memory.out, table, lang) || error_set(error, "%.240s : ne se fait pas", path);
    return memory_write(&memory, path, error) && made;
}

/* "\n" becomes "\r\n", which the plainest of editors wants. */
static void put_lines(FILE *out, Slice text) {
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '\n')
            putc('\r', out);
        putc(text.at[i], out);
    }
}

static bool write_guide(const char *folder, const Tidy *tidy, Lang lang, Error *error) {
    char path[PATH_BYTES];
    Memory memory;
    path_named(path, folder, report_word(lang, REPORT_FILE_GUIDE), ".txt");
    memory_begin(&memory);
    fputs("\xEF\xBB\xBF", memory.out);
    put_lines(memory.out, report_word(lang, REPORT_GUIDE));
    for (int i = 0; i < tidy->table_count; i++)
        fprintf(memory.out, "  %-22s " SLICE_FMT "\r\n", tidy->table[i].subject,
                SLICE_ARG(tidy->table[i].title));
    return memory_write(&memory, path, error);
}

static bool write_tables(const char *folder, const Tidy *tidy, Lang lang, Error *error) {
    bool good = make_folder(folder, error);
    for (int i = 0; good && i < tidy->table_count; i++)
        good = write_table(folder, &tidy->table[i], lang, error);
    return good;
}

bool report_write_csv(const char *folder, const Figures *figures, Lang lang, Arena *arena,
                      Error *error) {
    char apart[PATH_BYTES];
    Tidy tidy = tidy_of(figures, false, lang, arena);
    if (!write_tables(folder, &tidy, lang, error) || !write_guide(folder, &tidy, lang, error))
        return false;
    if (!figures->apart)
        return true;
    path_named(apart, folder, report_word(lang, REPORT_FILE_APART), "");
    tidy = tidy_of(figures, true, lang, arena);
    return write_tables(apart, &tidy, lang, error);
}

/* ---- all languages --------------------------------------------------------------------------- */

/* Is a language before it that has the same word for its page? */
static bool is_taken(Slice name, Lang lang) {
    for (int other = 0; other < lang; other++)
        if (slice_equal(report_word(other, REPORT_FILE_PAGE), name))
            return true;
    return false;
}

static bool write_page(const char *folder, const Figures *figures, Lang lang, Arena *arena,
                       Error *error) {
    char path[PATH_BYTES];
    Slice name = report_word(lang, REPORT_FILE_PAGE);
    if (is_taken(name, lang))
        name = arena_printf(arena, SLICE_FMT "-%s", SLICE_ARG(name), langs()->code[lang]);
    path_named(path, folder, name, ".html");
    return report_write_html(path, figures, lang, arena, error);
}

bool report_write_all(const char *folder, const Figures *figures, Arena *arena, Error *error) {
    char path[PATH_BYTES];
    bool good = true;
    for (int lang = 0; good && lang < langs()->count; lang++)
        good = write_page(folder, figures, lang, arena, error);
    path_named(path, folder, report_word(LANG_FIRST, REPORT_FILE_TABLES), "");
    return good && report_write_csv(path, figures, LANG_FIRST, arena, error);
}
