/* The code of the staff: its hash in a file, five tries, then a wait that grows. Keeps no clock: the time is an argument. */
#pragma once

#include "base/civil.h"
#include "base/fault.h"

enum { PIN_DIGITS = 6, PIN_TRIES = 5, PIN_HASH_BYTES = 128 };

typedef struct Pin {
    const char *path; /* NULL: there is no code, the staff area stays shut */
    char hash[PIN_HASH_BYTES]; /* libsodium's own text form, argon2id; "" when none is set */
    int failed;                /* wrong codes since the last right one; outlives a restart */
    Millis until;              /* no try before that moment of the steady clock */
} Pin;

/* Reads the file; a missing one is a code that is not set. Wrong codes from before a restart still count. */
void pin_open(Pin *pin, const char *path, Millis now);

bool pin_is_set(const Pin *pin);
int pin_tries_left(const Pin *pin); /* before the next wait, 1 to PIN_TRIES */
int pin_seconds_left(const Pin *pin, Millis now); /* 0: a try is allowed */

/* Takes a tenth of a second, on purpose. A try while one must wait is no try. */
bool pin_try(Pin *pin, const char digits[PIN_DIGITS + 1], Millis now);

/* Sets a new code: whoever may write the file may do it. Six digits, not all alike nor in a row. */
bool pin_set(const char *path, const char *digits, Fault *fault);
