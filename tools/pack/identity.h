/* Which program this is, with all its libraries: what it found is no longer true of another. */
#pragma once

#include <stdbool.h>

enum { IDENTITY_BYTES = 32 };

/* What was loaded when this was called first, before any film. NULL: a part of it says nothing of
   itself, so nothing that it finds can be kept. */
const unsigned char *identity_of_program(void);

/* The same of FFmpeg with all that it brings, which this loads; false: it is not there. */
bool identity_of_films(unsigned char *identity);

/* Calls `take` with the path of every library that is loaded. */
void identity_paths(void (*take)(void *self, const char *path), void *self);
