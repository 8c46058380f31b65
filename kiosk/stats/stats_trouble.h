/* What may be the matter with a file of statistics. */
#pragma once

#include <stdatomic.h>

/* What happened to it once: a bit each. */
typedef enum StatsEvent {
    STATS_ASIDE = 1,      /* it was damaged, is kept under another name, and a new one was begun */
    STATS_CLOCK_BACK = 2, /* the clock went back: what is counted in a closed period is left out */
} StatsEvent;

/* What stands between the numbers and the file. */
typedef enum StatsTrouble {
    STATS_GOOD,
    STATS_LATER,   /* busy, full, no memory, no right: may pass, to be tried again */
    STATS_TAKEN,   /* another kiosk counts into it */
    STATS_NEWER,   /* a newer version wrote it: left as it is */
    STATS_DAMAGED, /* no database, corrupt, somebody else's: moved aside when it is opened */
    STATS_GONE,    /* removed or replaced while it was in use */
} StatsTrouble;
