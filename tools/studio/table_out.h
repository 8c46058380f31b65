/* A list as a table for a spreadsheet: one record a row, a column a key, as `azimut-pack import`
   takes it back. */
#pragma once

#include "tools/studio/kinds.h"

void table_out_csv(Desk *d, const Kind *kind);
bool table_out_ods(Desk *d, const Kind *kind); /* false: libzip refuses */
