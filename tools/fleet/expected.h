/* The names of the kiosks that there ought to be, one a line; blank lines and those that begin with
   # are not read. */
#pragma once

#include "base/arena.h"
#include "base/error.h"

typedef struct Expected {
    Slice *name;
    int count;
} Expected;

/* Each name once, in the order of the file. False: the error names the file and the line. */
bool expected_read(const char *path, Arena *arena, Expected *expected, Error *error);

bool expected_has(const Expected *expected, Slice name);
