/* Sends released files to a PostgreSQL server that has the tables of fleet.sql. What is open on a
   kiosk is never sent. Knows no passwords: the address, ~/.pgpass or a certificate hold them. */
#pragma once

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Prints the SQL that makes the tables, the roles and the views: fleet.sql, and what the subjects
   are. */
void push_print_schema(FILE *out);

typedef struct Push Push;

/* The URL as libpq reads it ("Connection URIs"). NULL with the reason: nobody answers, no tables,
   no right. No reason repeats the URL, which may hold a password. */
Push *push_open(const char *url, Error *error);
void push_close(Push *push);

/* Periods: added, and found there as they are. */
typedef struct PushCount {
    int64_t added, repeated;
} PushCount;

/* One transaction: all of the file is in, or nothing. Sent again, it changes nothing. A second,
   different release of a period (a cloned disk, a changed file) is a fault. */
bool push_file(Push *push, const char *path, PushCount *count, Error *error);

/* False when the server is gone: there is no use in sending more. */
bool push_is_connected(const Push *push);
