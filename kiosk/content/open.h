/* Opens a file that claims to be a pack as if it were hostile; answers with a connection that can
 * only read it. */
#pragma once

#include "base/error.h"

#include <sqlite3.h>

/* Checks, in this order: a regular file of bearable size, the magic number, application id, format
   and page size; then through SQLite, with everything switched off that a pack does not need: that
   its schema is word for word PACK_SCHEMA, and the integrity of all tables but that of the films'
   bytes, which have hashes (chunks.h). NULL and a fault otherwise; close with pack_close. */
sqlite3 *pack_open(const char *path, Error *error);
void pack_close(sqlite3 *db);

/* From now on the connection stops with SQLITE_INTERRUPT when it has worked for about half a
   second; `looks` counts, starts at 0 and lives as long as the connection, or until the next call.
 */
void pack_limit_work(sqlite3 *db, int *looks);
