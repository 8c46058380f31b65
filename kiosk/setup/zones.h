/* The time zones that a kiosk may stand in: those of France, then one for each whole hour, as far
 * as the machine's own list (tzdata) has them. */
#pragma once

#include "setup/answers.h"

#define ZONES_FOLDER "/usr/share/zoneinfo"

/* `also` is one more, "" for none: what the file says already. Answers how many. */
int zones_list(const char *folder, const char *also, char zone[SETUP_ZONES][SETUP_ZONE]);
bool zones_has(const char *folder, const char *zone);

/* Of a zone that is so many hours off: "Etc/GMT-3" is 3, as POSIX counts. False: it is none. */
bool zones_hours(const char *zone, int *hours);
