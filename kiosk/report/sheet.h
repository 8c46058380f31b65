/* A tidy table as a file that a spreadsheet opens: CSV, or OpenDocument with numbers and days as
 * what they are. */
#pragma once

#include "report/tidy.h"

#include <stdio.h>

void sheet_csv(FILE *out, const TidyTable *table, Lang lang);

/* A zip archive of XML, the same bytes for the same table. False when the library refuses. */
bool sheet_ods(FILE *out, const TidyTable *table, Lang lang);
