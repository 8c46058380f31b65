/* The files of a content folder: read whole, never trusted. */
#pragma once

#include "tools/sources/yaml.h"

#include <stdbool.h>

/* Folder and name joined by a slash. */
Slice source_path(Arena *arena, Slice folder, const char *name);

/* The bytes of a regular file, followed by a zero; a byte order mark is taken off. Faults when it
   cannot be read, is larger than `most` bytes, or (with `text`) is not UTF-8 or has signs that
   nobody sees. A text comes with every accent in one sign with its letter. */
bool source_read(Report *report, Arena *arena, Slice path, int most, bool text, Slice *bytes);

/* Files as they would be, read in the place of those on the disk by whoever reads YAML with that
   report: so all can be checked before a byte of them is written. */
typedef struct SourceTrial {
    const Slice *path;
    const YamlNode *const *root;
    int count;
} SourceTrial;

/* The same of a file of YAML; NULL after a fault. */
const YamlNode *source_yaml(Report *report, Arena *arena, Slice path, int most);
bool source_is_there(const Report *report, Slice path);

/* The text with every accent in one sign with its letter (NFC). */
Slice source_composed(Arena *arena, Slice text);

/* Names in a folder that end in `ending`, sorted; the ending is kept. A folder that is missing has
 * none. */
int source_list(Arena *arena, Slice folder, const char *ending, Slice **names);

/* The same of files of YAML, with those that are tried. */
int source_list_yaml(const Report *report, Arena *arena, Slice folder, Slice **names);
