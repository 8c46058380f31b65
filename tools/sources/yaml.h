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
    int key_at, at, end; /* bytes of the file: its key, its value, and where that ends */
    bool flow;           /* in braces or brackets */
    const YamlNode *was; /* of one that a program makes: what stands there in the file, */
    const char *remark;  /* and a line to stand above it, when it is new; NULL: none */
};

/* NULL when the file is not such YAML: faults say where. */
YamlNode *yaml_read(Report *report, Arena *arena, Slice file, Slice bytes);
YamlNode *yaml_get(const YamlNode *map, const char *key); /* NULL if absent or not a map */
