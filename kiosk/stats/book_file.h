/* Opening, recognising, moving aside and copying out a statistics file; knows its tables, not what
 * is counted. */
#pragma once

#include "base/fault.h"
#include "stats/book_trouble.h"
#include "stats/noise.h"

#include <sqlite3.h>

bool book_file_run(sqlite3 *db, const char *sql);
int book_file_number(sqlite3 *db, const char *sql); /* -1 when there is none */

/* A kiosk's own file, and the lock that keeps a second kiosk out of it. */
typedef struct BookFile {
    sqlite3 *db;
    int lock; /* a descriptor of the file itself: closed after the connection, never before */
} BookFile;

/* Opens it for one kiosk alone, or makes it, readable by its owner only. A damaged file is moved
   aside and a new one begun; any other trouble leaves it as it is. The fault is set when it is not
   good. */
BookTrouble book_file_open(const char *path, StatsDraw draw, BookFile *file, Fault *fault);
void book_file_close(BookFile *file);

/* False when another file, or none, has the name by now: what is written would be lost. */
bool book_file_is_there(const BookFile *file, const char *path);

BookTrouble book_file_trouble(int status); /* what an error of SQLite means for the file */

/* And, if the last run was cut off, that it was; a file of an older format is of this one from now
   on. */
bool book_file_note_start(sqlite3 *db, const char *day);

/* The released tables as a new file, which takes the place of `path` when it is whole and on the
 * disk. */
bool book_file_export(sqlite3 *db, const char *path, Fault *fault);

/* An empty released file at `path`, for a merge. NULL with the reason. */
sqlite3 *book_file_new_released(const char *path, Fault *fault);

/* Puts a finished file on the disk first, then in the place of `path`. */
bool book_file_settle(const char *part, const char *path);
