/* Trees of YAML that a program makes: put together, laid over what an author wrote, and written as
   an author would. */
#pragma once

#include "tools/sources/yaml.h"

YamlNode *yaml_new(Arena *arena, YamlKind kind, int line);
YamlNode *yaml_scalar(Arena *arena, Slice text, int line);
void yaml_add(YamlNode *parent, YamlNode *child);               /* at the end of a list */
void yaml_put(YamlNode *map, const char *key, YamlNode *child); /* the key is borrowed */

/* A text under a key; nothing when it is empty. */
void yaml_put_text(Arena *arena, YamlNode *map, const char *key, Slice text, int line);

/* The same thing as another, or not? Lines do not count. */
bool yaml_same(const YamlNode *a, const YamlNode *b);

typedef struct YamlMerge {
    bool keep;         /* what `more` does not name stays in lists, too */
    const char *first; /* language of a text that is written without one; NULL: there is none */
} YamlMerge;

/* A copy of `old` in which all that `more` says stands instead: key by key, and in lists of maps
   record by record, by their `id` or `code`, where those of `old` alone stay only with `keep`.
   Other lists are taken whole or, with `keep` and as many elements, one by one. All that was in
   `old` gets the line of `more`, and what stands for a node of `old` has its `was`. */
YamlNode *yaml_merged(Arena *arena, const YamlNode *old, const YamlNode *more, YamlMerge how);

/* A map as an element of a list ("- id: …") or, with `alone`, as a file of its own. */
Slice yaml_text(Arena *arena, const YamlNode *map, bool alone);

/* What stands behind "key:" or "-" at that depth of blanks, with the end of its line. */
Slice yaml_value_text(Arena *arena, const YamlNode *node, int depth);
Slice yaml_element_text(Arena *arena, const YamlNode *node, int depth);

/* On one line: a scalar, "{fr: …, en: …}", "[a, b]". */
Slice yaml_flow_text(Arena *arena, const YamlNode *node);
