/* What the system says of the machine. `root` is "" or a test's folder. Each is HEALTH_UNKNOWN, or
   empty, where it says nothing. */
#pragma once

#include "health/health.h"

enum { MACHINE_FULL_PERCENT = 90 }; /* from here on somebody has to make room */

int machine_uptime_hours(const char *root);
int machine_disk_percent(const char *path); /* as df reckons: of what is not reserved, rounded up */
int machine_temperature(const char *root);  /* the highest, in °C */
void machine_system(const char *root, char name[HEALTH_TEXT]);
void machine_disk_health(const char *root, char word[HEALTH_TEXT]); /* see azimut-night */
