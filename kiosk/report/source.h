/* Opens a statistics file for reading, whoever wrote it, or names what is wrong with it. Never
 * writes. */
#pragma once

#include "base/error.h"

#include <sqlite3.h>

sqlite3 *source_open(const char *path,
                     Error *error); /* NULL with "path: what is wrong: the mend" */
