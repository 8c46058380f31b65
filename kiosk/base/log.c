#include "base/log.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SUBJECTS 16

static struct {
    char subject[LOG_SUBJECT];
    char message[LOG_MESSAGE];
} said[SUBJECTS];
static pthread_mutex_t lock =
    PTHREAD_MUTEX_INITIALIZER; /* what is written beside the page has things to say too */

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
    pthread_mutex_lock(&lock);
    int slot = slot_of(subject);
    if (strcmp(said[slot].message, message) != 0) {
        snprintf(said[slot].subject, sizeof said[slot].subject, "%s", subject);
        snprintf(said[slot].message, sizeof said[slot].message, "%s", message);
        fprintf(stderr, "azimut: %s: %s\n", subject, message);
    }
    pthread_mutex_unlock(&lock);
}

void log_note(const char *subject, const char *format, ...) {
    char message[LOG_MESSAGE];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    fprintf(stderr, "azimut: %s: %s\n", subject, message);
}

bool log_recent(int index, char subject[LOG_SUBJECT], char message[LOG_MESSAGE]) {
    pthread_mutex_lock(&lock);
    bool there = index >= 0 && index < SUBJECTS && said[index].subject[0];
    if (there) {
        memcpy(subject, said[index].subject, LOG_SUBJECT);
        memcpy(message, said[index].message, LOG_MESSAGE);
    }
    pthread_mutex_unlock(&lock);
    return there;
}
