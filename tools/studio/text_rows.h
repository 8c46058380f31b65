/* What stands beside a record as text, row by row: the parts of a topic, the paragraphs of a
   transcript, the captions of a film. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

typedef enum TextForm { TEXT_TOPIC, TEXT_PARAGRAPHS, TEXT_CAPTIONS } TextForm;

typedef enum TextRowKind {
    ROW_TITLE,
    ROW_HEADING,
    ROW_TEXT,
    ROW_POINT,
    ROW_BUTTON,
    ROW_CHART,
    ROW_CAPTION,
    ROW_KINDS
} TextRowKind;

typedef struct TextRow {
    TextRowKind kind;
    Slice text;
    Slice target; /* of a button or chart where it leads; of a caption "00:01.000 --> 00:04.000" */
    int line;     /* of the file; 0: it is not in it */
} TextRow;

typedef struct TextRows {
    TextRow *row;
    int count;
    bool whole; /* false: the file has something that no row can say */
} TextRows;

/* They borrow from the bytes, or live in the arena. */
TextRows text_rows_read(Arena *arena, TextForm form, Slice bytes);

/* As an author writes it. */
Slice text_rows_write(Arena *arena, TextForm form, const TextRows *rows);
