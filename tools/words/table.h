/* A table of C as a file of macros, "NAME.def". Knows no words. */
#pragma once

#include "base/slice.h"

#include <stdio.h>

enum { TABLE_LANGS = 8 };

FILE *table_begin(const char *folder, const char *name); /* ends the program when it cannot be */

void table_string(FILE *out, Slice text); /* a string literal */

Slice table_code(const char *path); /* "fr" of "assets/lang/fr.po" */
