/* Why something could not be done, in one sentence for the person who can mend it. */
#pragma once

#include <stdbool.h>

typedef struct Fault {
    char text[320];
} Fault;

/* Writes the sentence and answers false, so that callers can `return fault_set(…)`. */
bool fault_set(Fault *fault, const char *format, ...) __attribute__((format(printf, 2, 3)));
