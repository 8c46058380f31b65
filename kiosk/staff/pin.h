/* The code of the staff: its hash in a file, five tries, then a wait that grows, and shrinks again
   when nobody tries. Keeps no clock: the time is an argument. */
#pragma once

#include "base/civil.h"
#include "base/error.h"

enum { PIN_DIGITS = 6, PIN_TRIES = 5, PIN_HASH_BYTES = 128 };

typedef struct Pin {
    const char *path;          /* NULL: there is no code, the staff area stays shut */
    char hash[PIN_HASH_BYTES]; /* libsodium's own text form, argon2id; "" when none is set */
    bool unreadable;           /* there is a file, but no code can be read from it */
    int failed;                /* wrong codes since the last right one; outlives a restart */
    Millis quiet_since;        /* the last try */
    Millis until;              /* no try before that moment of the steady clock */
} Pin;

/* Reads the file; a missing, empty or unreadable one is no code, and that is logged. Wrong codes
   from before a restart still count. */
void pin_open(Pin *pin, const char *path, Millis now);

bool pin_is_set(const Pin *pin);
int pin_tries_left(const Pin *pin, Millis now);   /* before the next wait, 1 to PIN_TRIES */
int pin_seconds_left(const Pin *pin, Millis now); /* 0: a try is allowed */

/* Takes a tenth of a second, on purpose. A try while one must wait is no try. After 5, 10, 15…
   wrong codes one waits 5, 10, 20, 40, 80 minutes, the longest; each quarter of an hour without a
   try takes five of them back, so that whoever plays with the pad shuts the staff out for minutes,
   not for the day. */
bool pin_try(Pin *pin, const char digits[PIN_DIGITS + 1], Millis now);

bool pin_is_weak(const char digits[PIN_DIGITS + 1]); /* all alike or in a row: guessed first */

/* Sets a new code: whoever may write the file may do it, and the file keeps its owner and its
   rights. Six digits, and none that are weak. */
bool pin_set(const char *path, const char *digits, Error *error);
