/* The columns of a list as a table: what goes out under a head comes back under it. */
#pragma once

#include "base/lang.h"
#include "content/record.h"

typedef enum ColumnCell {
    COLUMN_TEXT,
    COLUMN_NAMES, /* several, with commas between */
    COLUMN_DATE,
    COLUMN_FLAG,
    COLUMN_NUMBER
} ColumnCell;

enum { COLUMN_LISTS = 2 };

/* Where the value stands: `key` of the record or of an element of the lists, `within` of the map
   there, `lang` of the words there; each may be NULL. */
typedef struct Column {
    const char *list[COLUMN_LISTS]; /* from outside in */
    const char *key;                /* NULL: it is the element itself that has the words */
    const char *within;             /* "R" of interests.R */
    const char *lang;
    bool first;  /* language of its words */
    bool phrase; /* in the first language alone it is written without saying which */
    ColumnCell cell;
    Slice head; /* "questions.answers.label.fr" */
} Column;

/* What a campus speaks, and what its work is made of. */
typedef struct ColumnNames {
    const Slice *lang, *facet;
    int langs, facets;
} ColumnNames;

/* In the order of content.def; the first has the name of the record. They live in the arena, and
   so must the names. */
int columns_of(Arena *arena, RecordId id, const ColumnNames *names, Column **column);
