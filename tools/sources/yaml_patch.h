/* What an author wrote, with a few values changed: what did not change keeps its letters, its
   remarks, its order and its quotes. Knows no records. */
#pragma once

#include "tools/sources/yaml.h"

/* A copy in which every node remembers which one it was. */
YamlNode *yaml_copied(Arena *arena, const YamlNode *node);

/* The text of a file as `want` has it. `bytes` and `old` are what yaml_read took and gave; nodes of
   `want` without a `was` are new, those of `old` that are nobody's are gone. A list keeps the
   remarks above each of its elements with them, wherever they go. */
Slice yaml_patched(Arena *arena, Slice bytes, const YamlNode *old, const YamlNode *want);
