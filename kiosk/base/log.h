/* One line for the installer when the world fails us; visitors never read it, and it never says what they did. */
#pragma once

/* Writes "azimut: subject: message" on stderr. A message equal to the last one of its subject is not repeated. */
void log_line(const char *subject, const char *format, ...) __attribute__((format(printf, 2, 3)));
