/* A spreadsheet becomes records: one a row, a column a key. */
#pragma once

#include "tools/pack/import.h"
#include "tools/sources/table.h"

/* The first row has the keys of content/README.md: `name.fr`, `sessions.from`… A row with the id of
   the row above, or none, adds to its lists. Faults have row and column; lines of the nodes are
   IMPORT_PLACE ones. NULL after a fault. */
YamlNode *table_records(Report *report, Arena *arena, const Table *table, RecordId id);
