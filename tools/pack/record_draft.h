/* A record of a list as its author wrote it. */
#pragma once

#include "tools/pack/yaml_schema.h"

typedef struct RecordDraft {
    YamlSchema schema; /* of its file */
    const YamlNode *map;
    Slice home; /* the file that has it */
    Slice stem; /* of the name of that file, when it is its own */
    int owner;  /* of one that stands within another: its index */
} RecordDraft;

typedef struct RecordDrafts {
    RecordDraft *draft; /* in the order of the list in the pack */
    int count, room;
} RecordDrafts;
