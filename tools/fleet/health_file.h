/* Reads a file that a kiosk wrote about its machine, or says why it is none. What it says is not to
   be trusted before its signature is; the format is told in health/health.h. */
#pragma once

#include "base/civil.h"
#include "health/health.h"
#include "tools/fleet/words.h"

typedef struct HealthFile {
    HealthReport report;
    Millis day; /* midnight */
    uint8_t key[HEALTH_KEY_BYTES];
    bool genuine; /* the signature is that of the key over these bytes */
} HealthFile;

/* Why not: a word of fleet/FILE_…, and of FILE_FIELD which one. */
typedef struct HealthFault {
    FleetWord why;
    const char *field;
} HealthFault;

bool health_file_read(const char *path, HealthFile *file, HealthFault *fault);
