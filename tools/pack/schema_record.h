/* Reads what an author wrote of a record, field by field as content.def has it, and says what is
   not as it should be. */
#pragma once

#include "content/record.h"
#include "tools/pack/yaml_schema.h"

/* Fills the fields that have a key into `to`, zeroed before, and its lists; faults for keys that no
   field has, with the nearest that one has. What a reference names must be in `pack` by then. A
   list named under `illustrative:` has all its elements marked. */
void schema_record(const YamlSchema *schema, const YamlNode *map, RecordId id, const Pack *pack,
                   void *to);

/* Is a list of the record marked as an example as a whole: "illustrative: [blocks]"? */
bool schema_is_marked(const YamlNode *map, const char *key);

/* The table of a record for content/README.md, in Markdown. */
void schema_record_print(RecordId id);
