#include "tools/sources/csv.h"

#include "base/message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ROW_BYTES_MAX = 8 << 20, FIELDS_MAX = 4096 };

/* ---- the row that grows ---------------------------------------------------------------------- */

static void *grown(void *memory, size_t bytes) {
    void *more = realloc(memory, bytes);
    if (!more)
        abort();
    return more;
}

static void put(Csv *csv, int byte) {
    if (csv->used == csv->size) {
        csv->size = csv->size ? 2 * csv->size : 4096;
        csv->bytes = grown(csv->bytes, csv->size);
    }
    csv->bytes[csv->used++] = (char)byte;
}

static void end_field(Csv *csv) {
    if (csv->row.count == csv->room) {
        csv->room = csv->room ? 2 * csv->room : 64;
        csv->end = grown(csv->end, sizeof *csv->end * (size_t)csv->room);
        csv->row.field = grown(csv->row.field, sizeof *csv->row.field * (size_t)csv->room);
    }
    csv->end[csv->row.count++] = (int)csv->used;
    put(csv, 0);
}

/* The bytes lie still now. */
static void cut_fields(Csv *csv) {
    for (int i = 0, from = 0; i < csv->row.count; from = csv->end[i++] + 1)
        csv->row.field[i] = slice_trim((Slice){csv->bytes + from, csv->end[i] - from});
}

/* ---- signs ----------------------------------------------------------------------------------- */

static int next_sign(Csv *csv) {
    return getc_unlocked(csv->file);
}

/* CR alone, LF alone, or both are one end. */
static bool is_end(Csv *csv, int sign) {
    if (sign == '\r') {
        int after = next_sign(csv);
        if (after != '\n' && after != EOF)
            ungetc(after, csv->file);
    }
    return sign == '\r' || sign == '\n' || sign == EOF;
}

/* Up to the quote that closes; a doubled one stands for itself. */
static bool take_quoted(Csv *csv) {
    for (int sign; (sign = next_sign(csv)) != EOF;) {
        int after = sign == '"' ? next_sign(csv) : 0;
        if (sign == '"' && after != '"') {
            if (after != EOF)
                ungetc(after, csv->file);
            return true;
        }
        put(csv, sign);
        if (csv->used > ROW_BYTES_MAX)
            return false;
    }
    return false;
}

/* A quote opens where nothing but blanks stands before it in its field. */
static bool opens(const Csv *csv, int sign, size_t begun) {
    size_t at = begun;
    while (at < csv->used && csv->bytes[at] == ' ')
        at++;
    return sign == '"' && at == csv->used;
}

static bool take_row(Csv *csv, bool *last) {
    size_t begun = 0;
    for (;;) {
        int sign = next_sign(csv);
        *last = sign == EOF;
        if (is_end(csv, sign))
            break;
        if (opens(csv, sign, begun)) {
            if (!take_quoted(csv))
                return false;
        } else if (sign == csv->between) {
            end_field(csv);
            begun = csv->used;
        } else {
            put(csv, sign);
        }
        if (csv->used > ROW_BYTES_MAX || csv->row.count > FIELDS_MAX)
            return false;
    }
    end_field(csv);
    return true;
}

bool csv_next(Csv *csv, Error *error) {
    bool last;
    csv->used = 0;
    csv->row.count = 0;
    csv->row.number++;
    if (!take_row(csv, &last))
        return error_set(error,
                         "%s: row %d, column %d: a quote that is never closed, or a row too long",
                         csv->path, csv->row.number, csv->row.count + 1);
    cut_fields(csv);
    return !last || csv->row.count > 1 || csv->row.field[0].len;
}

bool csv_is_blank(const CsvRow *row) {
    for (int i = 0; i < row->count; i++)
        if (row->field[i].len)
            return false;
    return true;
}

/* ---- the file -------------------------------------------------------------------------------- */

static bool is_line_end(int sign) {
    return sign == '\n' || sign == '\r';
}

/* Of the first line with anything in it, quotes left out; then the file is wound back. */
static char separator_of(FILE *file, long begin) {
    bool quoted = false, comma = false, tab = false, semicolon = false, begun = false;
    for (int sign; (sign = getc(file)) != EOF && (quoted || !begun || !is_line_end(sign));) {
        begun |= !is_line_end(sign);
        quoted ^= sign == '"';
        semicolon |= !quoted && sign == ';';
        tab |= !quoted && sign == '\t';
        comma |= !quoted && sign == ',';
    }
    fseek(file, begin, SEEK_SET);
    if (semicolon)
        return ';';
    return tab && !comma ? '\t' : ',';
}

/* Some spreadsheets say it in a row of its own: "sep=;". */
static void skip_mark_and_separator(Csv *csv) {
    unsigned char head[3] = {0};
    long begin = fread(head, 1, 3, csv->file) == 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    fseek(csv->file, begin, SEEK_SET);
    char said[5] = "";
    bool says = fread(said, 1, 5, csv->file) == 5 && memcmp(said, "sep=", 4) == 0;
    fseek(csv->file, begin, SEEK_SET);
    csv->between = separator_of(csv->file, begin);
    if (says) {
        Error error;
        csv->between = '\n'; /* nothing separates there */
        csv_next(csv, &error);
        csv->between = said[4];
    }
}

static bool is_utf16(FILE *file) {
    unsigned char head[2] = {0};
    bool mark = fread(head, 1, 2, file) == 2 &&
                (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0);
    rewind(file);
    return mark;
}

bool csv_open(Csv *csv, const char *path, Error *error) {
    struct stat info;
    *csv = (Csv){.path = path};
    bool regular = stat(path, &info) == 0 && S_ISREG(info.st_mode);
    csv->file = regular ? fopen(path, "rb") : NULL;
    if (!csv->file)
        return error_set(error, "%s: %s", path, errno ? error_why(errno) : message("not a file"));
    if (is_utf16(csv->file)) {
        csv_close(csv);
        return error_set(error, "%s: row 1, column 1: UTF-16; save the table as CSV in UTF-8",
                         path);
    }
    skip_mark_and_separator(csv);
    return true;
}

void csv_close(Csv *csv) {
    if (csv->file)
        fclose(csv->file);
    free(csv->bytes);
    free(csv->end);
    free(csv->row.field);
    *csv = (Csv){0};
}
