/* A list as a table for a spreadsheet: one record a row, a column a key, as `azimut-pack import`
   takes it back. */
#pragma once

#include "tools/studio/shape.h"

bool table_out_comes_back(RecordId kind); /* there is an import of that list */

void table_out_csv(Desk *d, const Kind *kind);
bool table_out_ods(Desk *d, const Kind *kind); /* false: libzip refuses */
