/* Records from somebody's file become YAML of a content folder: checked as if an author had written
   them, laid over what is there, and written all or not at all. */
#pragma once

#include "content/record.h"
#include "tools/pack/content.h"
#include "tools/sources/yaml.h"

/* `line` of a node out of a table: row * IMPORT_PLACE + column */
enum { IMPORT_PLACE = 4096, IMPORT_LISTS = 4 };

/* Records from elsewhere, in a tree like that of a list file. */
typedef struct ImportRecords {
    RecordId id;
    YamlNode *list;
    bool whole;         /* lists within a record are all there are */
    const char *remark; /* a line above those that are new: what was guessed; NULL: none */
} ImportRecords;

typedef struct Import {
    Arena *arena;
    Report *report;
    Slice folder; /* of the campus */
    Slice file;   /* where the records are from */
    bool cells;   /* lines of nodes are rows and columns */
    ImportRecords over[IMPORT_LISTS];
    int count;
    int written, added; /* records that changed; of those that the folder had not */
    bool partly;        /* a file could not take its place, when others had taken theirs already */
    Content content;    /* the folder as it is, once it is asked for */
    Report known;       /* and what is to be mended in it already */
    bool is_read;
} Import;

/* The folder as it is; its languages are in use until import_close. */
const Content *import_content(Import *import);

/* False after a fault in the report: nothing is written then, but for `partly`. What a good file
   leaves to be mended elsewhere in the folder is a warning. */
bool import_records(Import *import);

void import_close(Import *import);
