#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SUBJECTS 16

static struct {
    char subject[32];
    char message[320];
} said[SUBJECTS];

static int slot_of(const char *subject) {
    int slot = 0;
    while (slot < SUBJECTS - 1 && said[slot].subject[0] && strcmp(said[slot].subject, subject) != 0)
        slot++;
    return slot;
}

void log_line(const char *subject, const char *format, ...) {
    char message[sizeof said[0].message];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    int slot = slot_of(subject);
    if (strcmp(said[slot].message, message) == 0)
        return;
    snprintf(said[slot].subject, sizeof said[slot].subject, "%s", subject);
    snprintf(said[slot].message, sizeof said[slot].message, "%s", message);
    fprintf(stderr, "azimut: %s: %s\n", subject, message);
}
