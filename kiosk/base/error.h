/* Why something could not be done, in one sentence for the person who can mend it. */
#pragma once

#include <stdbool.h>

typedef struct Error {
    char text[320];
} Error;

/* Writes the sentence, in the language of messages (base/message.h), and answers false, so that
 * callers can `return error_set(…)`. */
bool error_set(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the system's number for a fault means, to people: "il n’existe pas". */
const char *error_why(int fault);
