/* A table of answers from outside: one respondent a row, one column an item, never trusted. It
   knows columns and rows, and of a bank only the names of its items. */
#pragma once

#include "base/arena.h"
#include "base/error.h"
#include "content/pack.h"

#include <stdbool.h>

typedef struct Answers {
    int rows, columns;
    signed char *at; /* rows * columns: 0 to 4, or QUIZ_SKIPPED where the field is empty */
    /* of each respondent: its number in the table, from 1, the row of names not counted */
    int *row;
    Slice *name; /* of each column, as the row of names has it; empty without one */
} Answers;

/* Reads a whole CSV file: fields of 0 to 4 or nothing, between semicolons, tabs or commas,
   whichever the first row has; with or without quotes and a byte order mark. Rows of nothing but
   separators are no respondents. With a pack the columns are its items in their order, and a row
   of names is checked against them, capitals or not; without one the row of names must be there.
   False names the row of the file and the column, both from 1, and leaves nothing. */
bool answers_read(const char *path, const Pack *pack, Arena *arena, Answers *answers, Error *error);
