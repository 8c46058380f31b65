/* Green, amber or red, and why. Pure: today is an argument. */
#pragma once

#include "tools/fleet/fleet.h"

typedef enum FleetLevel { LEVEL_GREEN, LEVEL_AMBER, LEVEL_RED, LEVEL_COUNT } FleetLevel;

enum {
    FINDINGS_MAX = 0
#define FINDING(name, is, level) +1
#include "tools/fleet/findings.def"
#undef FINDING
};

enum {
    SILENT_DAYS = 3,    /* without a file, unless told otherwise */
    RESTARTS_LEAST = 4, /* a day: the power, and somebody who tries */
    CRASHES_LEAST = 10,
    HOT_DEGREES = 80,
    OLD_DAYS = 365,
};

typedef struct Finding {
    FleetWord says, todo;
    FleetLevel level;
} Finding;

typedef struct Diagnosis {
    const FleetKiosk *kiosk;
    FleetLevel level;
    Finding finding[FINDINGS_MAX];
    int finding_count;
    int days; /* since the last file */
} Diagnosis;

/* One a kiosk, the worst first, then by name. Lives in the arena. */
Diagnosis *judge_fleet(const Fleet *fleet, int silent_days, Arena *arena);
