/* What the form of a record is made of, field by field: from content.def, and keys.def for what
   that leaves to its reader. */
#pragma once

#include "tools/studio/kinds.h"

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

typedef struct FormField {
    const char *key;
    Shape shape;
    RecordId record; /* that it is a field of, for its words */
    const Field *field;
    RecordId of;           /* of ROWS and of what names others; RECORD_COUNT: none */
    const char *group;     /* key of the group that it stands in; NULL: none */
    int most;              /* signs; 0: not told */
    double least, largest; /* of a number */
    bool may;              /* may be left out */
} FormField;

/* In the order of content.def; they live in the arena. */
int shape_fields(Desk *d, RecordId record, FormField **fields);
int shape_group(Desk *d, RecordId record, const char *group, FormField **fields);

typedef struct Choice {
    Slice value, label;
} Choice;

/* What a field is chosen from. */
int shape_choices(Desk *d, const FormField *field, Choice **choices);
