#include "tools/pack/columns.h"

#include "tools/pack/shapes.h"

#include "base/dimensions.h"

#include <string.h>

typedef struct Columns {
    Arena *arena;
    const ColumnNames *names;
    Column *column;
    int count;
} Columns;

static Slice head_of(Arena *arena, const Column *c) {
    const char *const part[] = {c->list[0], c->list[1], c->key, c->within, c->lang};
    Slice head = LIT("");
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        if (part[i])
            head = arena_printf(arena, SLICE_FMT "%s%s", SLICE_ARG(head), head.len ? "." : "",
                                part[i]);
    return head;
}

static void add(Columns *c, Column column) {
    column.head = head_of(c->arena, &column);
    *LIST_ADD(c->arena, c->column, c->count) = column;
}

static void add_words(Columns *c, Column column) {
    for (int i = 0; i < c->names->langs; i++) {
        column.lang = c->names->lang[i].at;
        column.first = i == 0;
        add(c, column);
    }
}

static void add_numbers(Columns *c, Column column, RecordId of) {
    static const char *const LETTERS[QUIZ_LETTERS] = {"R", "I", "A", "S", "E", "C"};
    bool facets = of == RECORD_facet;
    for (int i = 0; i < (facets ? c->names->facets : QUIZ_LETTERS); i++) {
        column.within = facets ? c->names->facet[i].at : LETTERS[i];
        add(c, column);
    }
}

static ColumnCell cell_of(Shape shape, const Field *field) {
    switch (shape) {
    case SHAPE_PICKS:
    case SHAPE_PICK_ROWS:
        return COLUMN_NAMES;
    case SHAPE_DATE:
        return COLUMN_DATE;
    case SHAPE_FLAG:
        return COLUMN_FLAG;
    case SHAPE_NUMBER:
    case SHAPE_NUMBERS:
        return COLUMN_NUMBER;
    default:
        return field->kind == FIELD_MOMENT ? COLUMN_DATE : COLUMN_TEXT;
    }
}

static void add_group(Columns *c, RecordId id, Column column, const Field *field) {
    Shape shape;
    for (int i = 0; (column.within = shape_within(id, field->key, i, &shape)); i++) {
        column.cell = cell_of(shape, field);
        if (shape == SHAPE_WORDS)
            add_words(c, column);
        else
            add(c, column);
    }
}

static Column in_list(Column column, const char *key) {
    column.list[column.list[0] ? 1 : 0] = key;
    return column;
}

static void add_record(Columns *c, RecordId id, Column in);

static void add_field(Columns *c, RecordId id, const Field *field, Column column) {
    RecordId of;
    Shape shape = shape_of_field(id, field, &of);
    bool deeper = !column.list[COLUMN_LISTS - 1];
    column.cell = cell_of(shape, field);
    if (shape == SHAPE_ROWS && deeper) {
        add_record(c, of, in_list(column, field->key));
        return;
    }
    if (shape == SHAPE_WORD_ROWS && deeper) {
        add_words(c, in_list(column, field->key));
        return;
    }
    column.key = field->key;
    column.phrase = field->kind == FIELD_PHRASE;
    if (shape == SHAPE_WORDS)
        add_words(c, column);
    else if (shape == SHAPE_NUMBERS)
        add_numbers(c, column, of);
    else if (shape == SHAPE_GROUP)
        add_group(c, id, column, field);
    else if (shape != SHAPE_RAW)
        add(c, column);
}

static void add_record(Columns *c, RecordId id, Column in) {
    const Record *record = record_of(id);
    for (int f = 0; f < record->field_count; f++)
        if (record->field[f].key)
            add_field(c, id, &record->field[f], in);
}

int columns_of(Arena *arena, RecordId id, const ColumnNames *names, Column **column) {
    Columns c = {.arena = arena, .names = names};
    add_record(&c, id, (Column){.cell = COLUMN_TEXT});
    *column = c.column;
    return c.count;
}
