/* Reads tables of answers as spreadsheets save them. */
#include "tools/quiz/answers.h"

#include "quiz/quiz.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define FILE_MAX (1L << 30)

typedef struct AnswersSheet {
    const char *path;
    Slice rest;
    char between; /* what separates fields */
    int row;      /* the one read last, from 1 */
    int names;    /* the row of names; 0: there is none */
    Error *error;
} AnswersSheet;

static bool read_whole(const char *path, Arena *arena, Slice *bytes, Error *error) {
    FILE *in = fopen(path, "rb");
    struct stat info;
    if (!in || fstat(fileno(in), &info) != 0 || !S_ISREG(info.st_mode)) {
        if (in)
            fclose(in);
        return error_set(error, "%s: %s", path, in ? "not a file" : strerror(errno));
    }
    if (info.st_size > FILE_MAX) {
        fclose(in);
        return error_set(error, "%s: more than %ld bytes", path, FILE_MAX);
    }
    char *memory = arena_alloc(arena, (size_t)info.st_size + 1);
    *bytes = (Slice){memory, (int)fread(memory, 1, (size_t)info.st_size, in)};
    fclose(in);
    if (slice_has_prefix(*bytes, LIT("\xEF\xBB\xBF")))
        *bytes = slice_cut(*bytes, 3, bytes->len);
    return true;
}

/* ---- rows and fields ------------------------------------------------------------------------- */

/* Rows end with LF, with CR and LF, or with CR alone. */
static int line_end(Slice text) {
    int end = 0;
    while (end < text.len && text.at[end] != '\n' && text.at[end] != '\r')
        end++;
    return end;
}

static bool next_line(AnswersSheet *sheet, Slice *line) {
    if (!sheet->rest.len)
        return false;
    int end = line_end(sheet->rest), next = end < sheet->rest.len ? end + 1 : end;
    *line = slice_cut(sheet->rest, 0, end);
    if (next < sheet->rest.len && sheet->rest.at[end] == '\r' && sheet->rest.at[next] == '\n')
        next++;
    sheet->rest = slice_cut(sheet->rest, next, sheet->rest.len);
    sheet->row++;
    return true;
}

static int count_lines(Slice text) {
    AnswersSheet sheet = {.rest = text};
    Slice line;
    while (next_line(&sheet, &line))
        ;
    return sheet.row;
}

/* Takes one field off the front of a line; false when the line is used up. `more` says whether
   another has begun. */
static bool next_field(const AnswersSheet *sheet, Slice *line, bool *more, Slice *field) {
    if (!*more)
        return false;
    int end = 0;
    while (end < line->len && line->at[end] != sheet->between)
        end++;
    *field = slice_trim(slice_cut(*line, 0, end));
    if (field->len > 1 && field->at[0] == '"' && field->at[field->len - 1] == '"')
        *field = slice_trim(slice_cut(*field, 1, field->len - 1));
    *more = end < line->len;
    *line = slice_cut(*line, *more ? end + 1 : end, line->len);
    return true;
}

static bool has_byte(Slice line, char byte) {
    return memchr(line.at, byte, (size_t)line.len) != NULL;
}

/* Some spreadsheets say it in a row of its own: "sep=;". */
static void find_separator(AnswersSheet *sheet) {
    Slice first = slice_cut(sheet->rest, 0, line_end(sheet->rest)), line;
    sheet->between = has_byte(first, ';') ? ';' : has_byte(first, '\t') ? '\t' : ',';
    if (first.len != 5 || !slice_has_prefix(first, LIT("sep=")))
        return;
    sheet->between = first.at[4];
    next_line(sheet, &line);
}

static bool is_blank(const AnswersSheet *sheet, Slice line) {
    bool more = true;
    Slice field;
    while (next_field(sheet, &line, &more, &field))
        if (field.len)
            return false;
    return true;
}

static int count_fields(const AnswersSheet *sheet, Slice line) {
    bool more = true;
    Slice field;
    int count = 0;
    while (next_field(sheet, &line, &more, &field))
        count++;
    return count;
}

static bool wrong(const AnswersSheet *sheet, int column, const char *what, Slice field) {
    return error_set(sheet->error, "%s: row %d, column %d: " SLICE_FMT " %s", sheet->path,
                     sheet->row, column, SLICE_ARG(field), what);
}

static bool wrong_length(const AnswersSheet *sheet, int columns, int expected) {
    return error_set(sheet->error, "%s: row %d, column %d: %d fields where there are %d items",
                     sheet->path, sheet->row, (columns < expected ? columns : expected) + 1,
                     columns, expected);
}

/* ---- the table ------------------------------------------------------------------------------- */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool names_items(const AnswersSheet *sheet, Slice line) {
    bool more = true;
    Slice field;
    while (next_field(sheet, &line, &more, &field))
        if (field.len && is_letter(field.at[0]))
            return true;
    return false;
}

static bool is_same_name(Slice a, Slice b) {
    return a.len == b.len && strncasecmp(a.at, b.at, (size_t)a.len) == 0;
}

static bool check_name(const AnswersSheet *sheet, const Pack *pack, int column, Slice field) {
    if (!pack && !field.len)
        return wrong(sheet, column + 1, "a column without a name", field);
    if (!pack || is_same_name(field, pack->item[column].id))
        return true;
    return error_set(
        sheet->error, "%s: row %d, column %d: " SLICE_FMT " stands where the bank has " SLICE_FMT,
        sheet->path, sheet->row, column + 1, SLICE_ARG(field), SLICE_ARG(pack->item[column].id));
}

static bool read_names(const AnswersSheet *sheet, Slice line, const Pack *pack, Answers *answers) {
    bool more = true;
    Slice field;
    int column = 0;
    while (next_field(sheet, &line, &more, &field)) {
        if (column < answers->columns && !check_name(sheet, pack, column, field))
            return false;
        if (column < answers->columns)
            answers->name[column] = field;
        column++;
    }
    return column == answers->columns || wrong_length(sheet, column, answers->columns);
}

static bool read_field(const AnswersSheet *sheet, int column, Slice field, signed char *answer) {
    bool digit = field.len == 1 && field.at[0] >= '0' && field.at[0] <= '0' + QUIZ_ANSWER_MAX;
    *answer = digit ? (signed char)(field.at[0] - '0') : QUIZ_SKIPPED;
    return digit || !field.len ||
           wrong(sheet, column + 1,
                 "is not an answer; 0 to 4, or nothing for a question that was skipped", field);
}

static bool read_row(const AnswersSheet *sheet, Slice line, int columns, signed char *row) {
    bool more = true;
    Slice field;
    int column = 0;
    while (next_field(sheet, &line, &more, &field)) {
        if (column < columns && !read_field(sheet, column, field, row + column))
            return false;
        column++;
    }
    return column == columns || wrong_length(sheet, column, columns);
}

static bool read_table(AnswersSheet *sheet, const Pack *pack, Answers *answers) {
    Slice line;
    while (next_line(sheet, &line)) {
        if (is_blank(sheet, line))
            continue;
        if (!answers->rows && !sheet->names && names_items(sheet, line)) {
            sheet->names = sheet->row;
            if (!read_names(sheet, line, pack, answers))
                return false;
            continue;
        }
        if (!pack && !sheet->names)
            return wrong(sheet, 1, "stands where the names of the items should be", line);
        if (!read_row(sheet, line, answers->columns,
                      answers->at + (long)answers->rows * answers->columns))
            return false;
        answers->row[answers->rows++] = sheet->row - sheet->names;
    }
    return answers->rows > 0 ||
           error_set(sheet->error, "%s: row 1, column 1: no answers", sheet->path);
}

/* The row of names says how many columns there are when no bank does. */
static int columns_of(const AnswersSheet *sheet, const Pack *pack) {
    Slice first = slice_cut(sheet->rest, 0, line_end(sheet->rest));
    return pack ? pack->item_count : count_fields(sheet, first);
}

static bool is_utf16(Slice bytes) {
    return slice_has_prefix(bytes, LIT("\xFF\xFE")) || slice_has_prefix(bytes, LIT("\xFE\xFF"));
}

bool answers_read(const char *path, const Pack *pack, Arena *arena, Answers *answers,
                  Error *error) {
    Slice bytes;
    *answers = (Answers){0};
    if (!read_whole(path, arena, &bytes, error))
        return false;
    if (is_utf16(bytes))
        return error_set(error, "%s: row 1, column 1: UTF-16; save the table as CSV in UTF-8",
                         path);
    AnswersSheet sheet = {.path = path, .rest = bytes, .error = error};
    find_separator(&sheet);
    long lines = count_lines(bytes) + 1;
    answers->columns = columns_of(&sheet, pack);
    if (answers->columns > QUIZ_ITEMS_MAX)
        return error_set(error, "%s: row 1, column %d: more than %d items", path,
                         QUIZ_ITEMS_MAX + 1, QUIZ_ITEMS_MAX);
    answers->at = arena_array(arena, signed char, lines * answers->columns);
    answers->row = arena_array(arena, int, lines);
    answers->name = arena_array(arena, Slice, answers->columns);
    if (read_table(&sheet, pack, answers))
        return true;
    *answers = (Answers){0};
    return false;
}
