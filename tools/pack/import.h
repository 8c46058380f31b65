/* Records from somebody's file become YAML of a content folder: checked as if an author had written
   them, laid over what is there, and written all or not at all. */
#pragma once

#include "tools/pack/records.h"

enum { IMPORT_PLACE = 4096 }; /* `line` of a node out of a table: row * IMPORT_PLACE + column */

typedef struct Import {
    Arena *arena;
    Report *report;
    Slice folder; /* of the campus */
    Slice file;   /* where the records are from */
    bool cells;   /* lines of nodes are rows and columns */
    RecordsOver over[4];
    int count;
    int written, added; /* records; of those that the folder had not */
    bool partly;        /* a file could not take its place, when others had taken theirs already */
} Import;

/* False after a fault in the report: nothing is written then, but for `partly`. */
bool import_records(Import *import);
