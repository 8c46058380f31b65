/* Opening, recognising, moving aside and copying out a statistics file; knows its tables, not what is counted. */
#pragma once

#include "base/fault.h"
#include "stats/noise.h"

#include <sqlite3.h>

bool book_file_run(sqlite3 *db, const char *sql);
int book_file_number(sqlite3 *db, const char *sql); /* -1 when there is none */

/* A kiosk's own file, made if need be; what cannot be read is moved aside. NULL with the reason. */
sqlite3 *book_file_open(const char *path, StatsDraw draw, Fault *fault);

/* And, if the last run was cut off, that it was; a file of an older format is of this one from now on. */
bool book_file_note_start(sqlite3 *db, const char *day);

/* The released tables as a new file, which takes the place of `path` when it is whole and on the disk. */
bool book_file_export(sqlite3 *db, const char *path, Fault *fault);

/* An empty released file at `path`, for a merge. NULL with the reason. */
sqlite3 *book_file_new_released(const char *path, Fault *fault);

/* Puts a finished file on the disk first, then in the place of `path`. */
bool book_file_settle(const char *part, const char *path);
