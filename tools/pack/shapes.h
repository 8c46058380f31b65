/* What a field looks like to whoever writes it, in a form or in a table: from content.def, and
   keys.def for what that leaves to its reader. */
#pragma once

#include "content/record.h"

typedef enum Shape {
    SHAPE_RAW, /* shown as it is written, changed as text alone */
    SHAPE_TEXT,
    SHAPE_WORDS, /* a text in each language */
    SHAPE_NUMBER,
    SHAPE_FLAG,
    SHAPE_DATE,
    SHAPE_PICK,      /* one of a list */
    SHAPE_PICKS,     /* any of a list */
    SHAPE_ROWS,      /* of records of their own */
    SHAPE_WORD_ROWS, /* of texts in each language */
    SHAPE_PICK_ROWS, /* each one of a list */
    SHAPE_NUMBERS,   /* a number for each name of a list */
    SHAPE_GROUP      /* a map with fields of its own */
} Shape;

/* `of`: the record of ROWS and of what names others; RECORD_COUNT: none. */
Shape shape_of_field(RecordId record, const Field *field, RecordId *of);

/* A key of a GROUP, from 0; NULL after the last. */
const char *shape_within(RecordId record, const char *group, int index, Shape *shape);
