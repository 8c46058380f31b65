/* A spreadsheet becomes records: one a row, a column a key. */
#pragma once

#include "tools/pack/columns.h"
#include "tools/pack/import.h"
#include "tools/sources/table.h"

/* The first row has the heads of columns.h. A row with the name of the row above, or none, adds to
   its lists. Faults have row and column; lines of the nodes are IMPORT_PLACE ones. NULL after a
   fault. */
YamlNode *table_records(Report *report, Arena *arena, const Table *table, RecordId id,
                        const ColumnNames *names);
