/* What a visitor takes home from a page: a few lines in a code that any phone reads. */
#pragma once

#include "screens/common/common.h"

typedef struct TakeLines {
    Slice line[16];
    int count;
} TakeLines;

void take_line(TakeLines *lines, Slice line); /* an empty one is left out */

/* One below the other, as many as a code of that size holds. */

/* The code with what it is beside it; `what` says what is in it. Leaves where there is no room. */
Node *take_code(Page *page, Node *parent, const TakeLines *lines, int side, Slice what);
