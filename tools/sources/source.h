/* The files of a content folder: read whole, never trusted. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

/* Folder and name joined by a slash. */
Slice source_path(Arena *arena, Slice folder, const char *name);

/* The bytes of a regular file, followed by a zero; a byte order mark is taken off. Faults when it
   cannot be read, is larger than `most` bytes, or (with `text`) is not UTF-8 or has signs that
   nobody sees. A text comes with every accent in one sign with its letter. */
bool source_read(Report *report, Arena *arena, Slice path, int most, bool text, Slice *bytes);

/* The text with every accent in one sign with its letter (NFC). */
Slice source_composed(Arena *arena, Slice text);

/* Names in a folder that end in `ending`, sorted; the ending is kept. A folder that is missing has
 * none. */
int source_list(Arena *arena, Slice folder, const char *ending, Slice **names);
