/* Civil dates and times without a time zone: the caller decides what "local" means. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef int64_t Millis; /* a duration, or milliseconds since 1970-01-01T00:00:00 */

#define CIVIL_MINUTE ((Millis)60000)
#define CIVIL_HOUR (60 * CIVIL_MINUTE)
#define CIVIL_DAY (24 * CIVIL_HOUR)
enum { CIVIL_DAY_MIN = 24 * 60 };

typedef struct Civil {
    int year, month, day; /* month 1 to 12, day 1 to 31 */
    int hour, minute, second;
    int weekday; /* 1 Monday to 7 Sunday, as ISO 8601 counts */
} Civil;

Civil civil_from(Millis when);
Millis civil_midnight(Millis when);         /* at which its day began */
Millis civil_month(Millis when, int later); /* the first day of a month so many later */
Millis civil_to(Civil civil);               /* weekday is not read */

/* Reads YYYY-MM-DD, optionally followed by THH:MM or THH:MM:SS and by Z. False leaves `when` alone.
 */
bool civil_parse(const char *iso8601, Millis *when);

/* ISO 8601 week of the date, 1 to 53, and the year it belongs to (not always the date's own). */
int civil_week(Civil civil, int *year);
