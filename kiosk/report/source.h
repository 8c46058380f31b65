/* Opens a statistics file for reading, whoever wrote it, or names what is wrong with it. Never
 * writes. */
#pragma once

#include "base/error.h"

#include <sqlite3.h>

/* All labels of a file that is open, whatever its format: tbl, key, lang, name, trade. */
const char *source_labels(sqlite3 *db);

sqlite3 *source_open(const char *path,
                     Error *error); /* NULL with "path: what is wrong: the mend" */
