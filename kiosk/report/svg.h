/* A graph as a drawing that stands in an HTML page: bars with their margins, in the colours of the kiosk. */
#pragma once

#include "report/graph.h"

#include <stdio.h>

enum { SVG_ROWS = 12 }; /* bars lying beyond this many are left to the table */

void svg_put(FILE *out, const Graph *graph, Lang lang, const char *id, Arena *arena);
void html_escape(FILE *out, Slice text);
