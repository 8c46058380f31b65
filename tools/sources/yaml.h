/* YAML as a tree that remembers its lines; plain maps, lists and scalars only. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

typedef enum YamlKind { YAML_SCALAR, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode YamlNode;
struct YamlNode {
    YamlKind kind;
    int line;
    Slice key;              /* when it stands in a map */
    Slice text;             /* of a scalar */
    YamlNode *first, *next; /* children; the next sibling */
    int count;
};

/* NULL when the file is not such YAML: faults say where. */
YamlNode *yaml_read(Report *report, Arena *arena, Slice file, Slice bytes);
YamlNode *yaml_get(const YamlNode *map, const char *key); /* NULL if absent or not a map */
