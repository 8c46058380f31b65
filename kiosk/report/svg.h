/* A course of time as a drawing that stands in an HTML page: columns with their margins, notes
 * above them. */
#pragma once

#include "report/graph.h"

#include <stdio.h>

/* The notes of the figures are marked where their days lie; NULL: none are. */
void svg_columns(FILE *out, const Graph *graph, const Figures *notes, Lang lang, const char *id,
                 Arena *arena);
void html_escape(FILE *out, Slice text);
