/* A graph as a table of the page: bars, numbers with their bounds, shares, and what became of them.
 */
#pragma once

#include "report/graph.h"

#include <stdio.h>

/* `where`: of the caption, such as the dates. The cells carry the names of the CSV files and their
 * keys, for tests. */
void table_put(FILE *out, const Graph *graph, Slice where, Lang lang, Arena *arena);
void table_put_legend(FILE *out, const Graph *graph);
