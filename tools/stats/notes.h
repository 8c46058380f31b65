/* notes.yaml: what a counselor wrote down beside the figures, and the days it concerns. Knows no
 * figures. */
#pragma once

#include "report/figures.h"

/* A list of "from", perhaps "to", and "text" or "text: {fr, en}"; faults go to stderr as file:line:
 * sentence. */
bool notes_read(const char *path, Figures *figures, Arena *arena);
