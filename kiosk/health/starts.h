/* How often the program was started in the last day: a list of times in a small file. */
#pragma once

#include "base/civil.h"
#include "base/error.h"

enum { STARTS_MAX = 64 };

/* Adds one at `now`, and forgets what is a day old, or was said by a clock that is ahead. */
bool starts_note(const char *path, Millis now, Error *error);

int starts_count(const char *path, Millis now); /* -1: there is no such list */
