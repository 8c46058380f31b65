/* Opening, recognising, moving aside and copying out a statistics file; knows its tables, not what
 * is counted. */
#pragma once

#include "base/error.h"
#include "stats/stats_trouble.h"
#include "stats/noise.h"

#include <sqlite3.h>

bool stats_db_run(sqlite3 *db, const char *sql);
int stats_db_number(sqlite3 *db, const char *sql); /* -1 when there is none */

/* A kiosk's own file, and the lock that keeps a second kiosk out of it. */
typedef struct StatsDb {
    sqlite3 *db;
    int lock; /* a descriptor of the file itself: closed after the connection, never before */
} StatsDb;

/* Opens it for one kiosk alone, or makes it, readable by its owner only. A damaged file is moved
   aside and a new one begun, which is noted in `events`; any other trouble leaves it as it is. The
   fault is set when it is not good. */
StatsTrouble stats_db_open(const char *path, StatsDraw draw, atomic_uint *events, StatsDb *file,
                           Error *error);
void stats_db_close(StatsDb *file);

/* False when another file, or none, has the name by now: what is written would be lost. */
bool stats_db_is_there(const StatsDb *file, const char *path);

StatsTrouble stats_db_trouble(int status); /* what an error of SQLite means for the file */

/* And, if the last run was cut off, that it was; a file of an older format is of this one from now
   on. */
/* Brings the tables of an older format to this one; the format is noted with the start. */
bool stats_db_upgrade(sqlite3 *db);

bool stats_db_note_start(sqlite3 *db, const char *day);

/* The released tables as a new file, which takes the place of `path` when it is whole and on the
 * disk. */
bool stats_db_export(sqlite3 *db, const char *path, Error *error);

/* An empty released file at `path`, for a merge. NULL with the reason. */
sqlite3 *stats_db_new_released(const char *path, Error *error);

/* Puts a finished file on the disk first, then in the place of `path`. */
bool stats_db_settle(const char *part, const char *path);
