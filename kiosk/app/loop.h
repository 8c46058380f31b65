/* The kiosk before people: shows pages, waits, and sleeps while nothing happens. */
#pragma once

#include "app/app.h"
#include "platform/glass.h"

#include <stdio.h>

typedef struct LoopSpec {
    App *app;
    Glass *glass;
    Millis civil_shift; /* local time minus glass_now */
    FILE *record;       /* the visit as a touch script; NULL: not recorded */
} LoopSpec;

void loop_run(LoopSpec *spec); /* returns when the window is closed or the service is stopped */
