#include "answers.h"

#include "quiz/quiz.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_MAX (1L << 30)

typedef struct Sheet {
    const char *path;
    Slice rest;
    int row; /* the one read last, from 1 */
    Fault *fault;
} Sheet;

static bool read_whole(const char *path, Arena *arena, Slice *bytes, Fault *fault) {
    FILE *in = fopen(path, "rb");
    struct stat info;
    if (!in || fstat(fileno(in), &info) != 0 || !S_ISREG(info.st_mode)) {
        if (in)
            fclose(in);
        return fault_set(fault, "%s: %s", path, in ? "not a file" : strerror(errno));
    }
    if (info.st_size > FILE_MAX) {
        fclose(in);
        return fault_set(fault, "%s: more than %ld bytes", path, FILE_MAX);
    }
    char *memory = arena_alloc(arena, (size_t)info.st_size + 1);
    *bytes = (Slice){memory, (int)fread(memory, 1, (size_t)info.st_size, in)};
    fclose(in);
    if (slice_has_prefix(*bytes, LIT("\xEF\xBB\xBF")))
        *bytes = slice_cut(*bytes, 3, bytes->len);
    return true;
}

/* ---- rows and fields -------------------------------------------------------------------------------------------------------------- */

static int count_lines(Slice text) {
    int lines = 0;
    for (int i = 0; i < text.len; i++)
        lines += text.at[i] == '\n' || i == text.len - 1;
    return lines;
}

static bool next_line(Sheet *sheet, Slice *line) {
    if (!sheet->rest.len)
        return false;
    int stop = slice_find(sheet->rest, LIT("\n")), end = stop < 0 ? sheet->rest.len : stop;
    *line = slice_cut(sheet->rest, 0, end);
    if (line->len && line->at[line->len - 1] == '\r')
        line->len--;
    sheet->rest = slice_cut(sheet->rest, stop < 0 ? end : end + 1, sheet->rest.len);
    sheet->row++;
    return true;
}

/* Takes one field off the front of a line; false when the line is used up. `more` says whether another has begun. */
static bool next_field(Slice *line, bool *more, Slice *field) {
    if (!*more)
        return false;
    int end = 0;
    while (end < line->len && line->at[end] != ',' && line->at[end] != ';')
        end++;
    *field = slice_trim(slice_cut(*line, 0, end));
    if (field->len > 1 && field->at[0] == '"' && field->at[field->len - 1] == '"')
        *field = slice_cut(*field, 1, field->len - 1);
    *more = end < line->len;
    *line = slice_cut(*line, *more ? end + 1 : end, line->len);
    return true;
}

static bool wrong(const Sheet *sheet, int column, const char *what, Slice field) {
    return fault_set(sheet->fault, "%s: row %d, column %d: " SLICE_FMT " %s", sheet->path, sheet->row, column, SLICE_ARG(field), what);
}

static bool wrong_length(const Sheet *sheet, int columns, int expected) {
    return fault_set(sheet->fault, "%s: row %d, column %d: %d fields, the bank has %d items", sheet->path, sheet->row,
                     columns < expected ? columns + 1 : expected + 1, columns, expected);
}

/* ---- the table ---------------------------------------------------------------------------------------------------------------------- */

static bool names_items(Slice line) {
    bool more = true;
    Slice field;
    while (next_field(&line, &more, &field))
        if (field.len && ((field.at[0] >= 'a' && field.at[0] <= 'z')))
            return true;
    return false;
}

static bool check_names(const Sheet *sheet, Slice line, const Pack *pack) {
    bool more = true;
    Slice field;
    int column = 0;
    while (next_field(&line, &more, &field)) {
        if (column < pack->item_count && !slice_equal(field, pack->item[column].id))
            return fault_set(sheet->fault, "%s: row 1, column %d: " SLICE_FMT " stands where the bank has " SLICE_FMT, sheet->path,
                             column + 1, SLICE_ARG(field), SLICE_ARG(pack->item[column].id));
        column++;
    }
    return column == pack->item_count || wrong_length(sheet, column, pack->item_count);
}

static bool read_row(const Sheet *sheet, Slice line, int columns, signed char *row) {
    bool more = true;
    Slice field;
    int column = 0;
    while (next_field(&line, &more, &field)) {
        if (column < columns && field.len == 1 && field.at[0] >= '0' && field.at[0] <= '0' + QUIZ_ANSWER_MAX)
            row[column] = (signed char)(field.at[0] - '0');
        else if (column < columns && !field.len)
            row[column] = QUIZ_SKIPPED;
        else if (column < columns)
            return wrong(sheet, column + 1, "is not an answer; 0 to 4, or nothing for a question that was skipped", field);
        column++;
    }
    return column == columns || wrong_length(sheet, column, columns);
}

static bool read_table(Sheet *sheet, const Pack *pack, Answers *answers) {
    Slice line;
    while (next_line(sheet, &line)) {
        if (sheet->row == 1 && names_items(line)) {
            if (!check_names(sheet, line, pack))
                return false;
        } else if (!line.len && !sheet->rest.len) {
            break; /* an empty last line */
        } else if (!read_row(sheet, line, answers->columns, answers->at + (long)answers->rows++ * answers->columns)) {
            return false;
        }
    }
    return answers->rows > 0 || fault_set(sheet->fault, "%s: row 1, column 1: no answers", sheet->path);
}

bool answers_read(const char *path, const Pack *pack, Arena *arena, Answers *answers, Fault *fault) {
    Slice bytes;
    *answers = (Answers){.columns = pack->item_count};
    if (!read_whole(path, arena, &bytes, fault))
        return false;
    answers->at = arena_array(arena, signed char, ((long)count_lines(bytes) + 1) * answers->columns);
    Sheet sheet = {.path = path, .rest = bytes, .fault = fault};
    if (read_table(&sheet, pack, answers))
        return true;
    *answers = (Answers){0};
    return false;
}
