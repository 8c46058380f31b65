/* What counselors get: one HTML page and a CSV file a graph, made of released cells only. */
#pragma once

#include "report/figures.h"

#include <stdio.h>

/* A whole page that needs nothing else: no network, no script. */
void report_html(FILE *out, const Figures *figures, Lang lang, Arena *arena);

/* Both are whole or not there at all: written beside, put on the disk, then moved into place. */
bool report_write_html(const char *path, const Figures *figures, Lang lang, Arena *arena, Fault *fault);
bool report_write_csv(const char *folder, const Figures *figures, Lang lang, Arena *arena, Fault *fault);
