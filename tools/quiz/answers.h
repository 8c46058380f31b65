/* A table of answers from outside: one respondent a row, one column an item in the bank's order, never trusted. */
#pragma once

#include "base/arena.h"
#include "base/fault.h"
#include "pack/pack.h"

#include <stdbool.h>

typedef struct Answers {
    int rows, columns;
    signed char *at; /* rows * columns: 0 to 4, or QUIZ_SKIPPED where the field is empty */
} Answers;

/* Reads a whole CSV file: fields of 0 to 4 or nothing, between commas or semicolons. A first row that names the items is
   checked against the bank and left out. False names the row and column, both from 1, and leaves nothing. */
bool answers_read(const char *path, const Pack *pack, Arena *arena, Answers *answers, Fault *fault);
