/* One line for the installer when the world fails us; visitors never read it, and it never says
 * what they did. */
#pragma once

#include <stdbool.h>

enum { LOG_SUBJECT = 32, LOG_MESSAGE = 320 };

/* Writes "azimut: subject: message" on stderr. A message equal to the last one of its subject is
 * not repeated. */
void log_line(const char *subject, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same of what is as it should be: it is nobody's problem, and not kept. */
void log_note(const char *subject, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was said last of the `index`th subject, oldest subject first; false when there are no more.
 */
bool log_recent(int index, char subject[LOG_SUBJECT], char message[LOG_MESSAGE]);
