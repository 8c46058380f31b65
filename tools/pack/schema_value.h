/* Takes what an author wrote where one chooses from a list, names other records, places or zones,
   or says when; and says what is not as it should be, with the nearest that is. */
#pragma once

#include "content/record.h"
#include "tools/pack/yaml_schema.h"

/* Fills `to`, a member of one of the kinds of content/values.c; an id that is not known is left
   out. Whoever is named must be in `pack` by then. */
void schema_value(const YamlSchema *schema, const YamlNode *map, const Field *field,
                  const Pack *pack, void *to);

/* A day as "2026-11-28" and, with `time`, "2026-11-28T09:00". False after a fault. */
bool schema_date(const YamlSchema *schema, const YamlNode *node, const char *key, bool time,
                 Millis *when);

/* The file or folder in which the records of a list stand: "courses.yaml", "trades/". */
const char *schema_file_of(RecordId id);
