#include "tools/quiz/answers.h"

#include "base/message.h"
#include "quiz/quiz.h"
#include "tools/sources/csv.h"

#include <string.h>
#include <strings.h>

typedef struct AnswersSheet {
    const char *path;
    Csv csv;
    int names; /* the row of names; 0: there is none */
    Error *error;
} AnswersSheet;

/* ---- rows and fields ------------------------------------------------------------------------- */

static bool wrong(const AnswersSheet *sheet, int column, const char *what, Slice field) {
    return error_set(sheet->error, "%s: row %d, column %d: " SLICE_FMT " %s", sheet->path,
                     sheet->csv.row.number, column, SLICE_ARG(field), message(what));
}

static bool wrong_length(const AnswersSheet *sheet, int columns, int expected) {
    return error_set(sheet->error, "%s: row %d, column %d: %d fields where there are %d items",
                     sheet->path, sheet->csv.row.number,
                     (columns < expected ? columns : expected) + 1, columns, expected);
}

/* ---- the table ------------------------------------------------------------------------------- */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool names_items(const CsvRow *row) {
    for (int i = 0; i < row->count; i++)
        if (row->field[i].len && is_letter(row->field[i].at[0]))
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
    return error_set(sheet->error,
                     "%s: row %d, column %d: " SLICE_FMT " stands where the bank has " SLICE_FMT,
                     sheet->path, sheet->csv.row.number, column + 1, SLICE_ARG(field),
                     SLICE_ARG(pack->item[column].id));
}

static bool read_names(const AnswersSheet *sheet, const Pack *pack, Arena *arena,
                       Answers *answers) {
    const CsvRow *row = &sheet->csv.row;
    for (int i = 0; i < row->count && i < answers->columns; i++) {
        if (!check_name(sheet, pack, i, row->field[i]))
            return false;
        answers->name[i] = arena_copy(arena, row->field[i]);
    }
    return row->count == answers->columns || wrong_length(sheet, row->count, answers->columns);
}

static bool read_field(const AnswersSheet *sheet, int column, Slice field, signed char *answer) {
    bool digit = field.len == 1 && field.at[0] >= '0' && field.at[0] <= '0' + QUIZ_ANSWER_MAX;
    *answer = digit ? (signed char)(field.at[0] - '0') : QUIZ_SKIPPED;
    return digit || !field.len ||
           wrong(sheet, column + 1,
                 "is not an answer; 0 to 4, or nothing for a question that was skipped", field);
}

static bool read_row(const AnswersSheet *sheet, int columns, signed char *to) {
    const CsvRow *row = &sheet->csv.row;
    for (int i = 0; i < row->count && i < columns; i++)
        if (!read_field(sheet, i, row->field[i], to + i))
            return false;
    return row->count == columns || wrong_length(sheet, row->count, columns);
}

static bool read_table(AnswersSheet *sheet, const Pack *pack, Arena *arena, Answers *answers) {
    while (csv_next(&sheet->csv, sheet->error)) {
        const CsvRow *row = &sheet->csv.row;
        if (csv_is_blank(row))
            continue;
        if (!answers->rows && !sheet->names && names_items(row)) {
            sheet->names = row->number;
            if (!read_names(sheet, pack, arena, answers))
                return false;
            continue;
        }
        if (!pack && !sheet->names)
            return wrong(sheet, 1, "stands where the names of the items should be", row->field[0]);
        if (!read_row(sheet, answers->columns,
                      answers->at + (long)answers->rows * answers->columns))
            return false;
        answers->row[answers->rows++] = row->number - sheet->names;
    }
    if (sheet->error->text[0])
        return false;
    return answers->rows > 0 ||
           error_set(sheet->error, "%s: row 1, column 1: no answers", sheet->path);
}

/* How many rows there may be, and how many fields the first of them has. */
static bool count_table(AnswersSheet *sheet, long *rows, int *columns) {
    if (!csv_open(&sheet->csv, sheet->path, sheet->error))
        return false;
    for (*rows = 0, *columns = 0; csv_next(&sheet->csv, sheet->error); ++*rows)
        if (!*columns)
            *columns = sheet->csv.row.count;
    csv_close(&sheet->csv);
    return !sheet->error->text[0];
}

bool answers_read(const char *path, const Pack *pack, Arena *arena, Answers *answers,
                  Error *error) {
    AnswersSheet sheet = {.path = path, .error = error};
    long rows;
    *answers = (Answers){0};
    error->text[0] = 0;
    if (!count_table(&sheet, &rows, &answers->columns))
        return false;
    if (pack)
        answers->columns = pack->item_count;
    if (answers->columns > QUIZ_ITEMS_MAX)
        return error_set(error, "%s: row 1, column %d: more than %d items", path,
                         QUIZ_ITEMS_MAX + 1, QUIZ_ITEMS_MAX);
    answers->at = arena_array(arena, signed char, (rows + 1) * answers->columns);
    answers->row = arena_array(arena, int, rows + 1);
    answers->name = arena_array(arena, Slice, answers->columns);
    bool good = csv_open(&sheet.csv, path, error) && read_table(&sheet, pack, arena, answers);
    csv_close(&sheet.csv);
    if (!good)
        *answers = (Answers){0};
    return good;
}
