/* When an untouched visit is asked about and when it ends; pure arithmetic, the clock is an
 * argument. */
#pragma once

#include "base/civil.h"
#include "screens/screen.h"

typedef struct Idle {
    bool asks;        /* "Toujours là ?" is due */
    bool over;        /* nobody answered */
    int seconds_left; /* of the countdown, while it asks */
    Millis wake_at;   /* when this answer changes; 0: never */
} Idle;

/* `touched`: the last touch or key; `patient` gives three times as long, but the staff. */
Idle idle_at(Wait wait, bool patient, Millis touched, Millis now);
