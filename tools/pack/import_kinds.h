/* The kinds of files that `azimut-pack import` understands. */
#pragma once

#include "tools/pack/import.h"

/* Reads the file into `import` and writes what follows. False after a fault in its report, or with
   `known` false for a kind that there is not. */
bool import_kind(Import *import, const char *kind, bool *known);

/* "table, rncp, …", and then the lists that a table may be of. */
Slice import_kinds(Arena *arena);
