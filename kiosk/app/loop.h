/* The kiosk before people: shows pages, waits, and sleeps while nothing happens. */
#pragma once

#include "app/app.h"
#include "app/companion.h"
#include "staff/staff_service.h"
#include "platform/window/display.h"

#include <stdio.h>

typedef struct LoopSpec {
    App *app;
    Display *display;
    const Millis *civil_shift; /* local time minus display_now, as it is kept up to date */
    const Leave *leave;        /* the staff wants to go; may be NULL */
    void *self;
    void (*turn)(void *self,
                 bool nobody); /* once a turn, at least once a minute: is nobody here? */
    FILE *record;              /* the visit as a touch script; NULL: not recorded */
    const Companion *beside;   /* who looks on; NULL: nobody */
} LoopSpec;

/* Returns when the window is closed, the service is stopped or the staff leaves; false: the display
   is gone. */
bool loop_run(LoopSpec *spec);
