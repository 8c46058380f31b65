/* Drives the kiosk from a touch script, with a clock that only the script moves. One command a
   line; # begins a comment: tap X,Y | tap "Label" | drag X,Y X,Y | key NAME | type "text" | wait MS
   | shot NAME | choose "Label" | hear "Label" | listen | expect "text" | expect-not "text" | screen
   NAME | open "trade/soudage" */
#pragma once

#include "app/app.h"
#include "app/companion.h"
#include "platform/window/display.h"

#include <stdio.h>

typedef struct ScriptRun {
    App *app;
    Display *display;
    const char *file;        /* the script */
    const char *shots;       /* folder of the pictures; NULL: none are made */
    FILE *transcript;        /* NULL: none is written */
    const Millis *civil;     /* local time at the start */
    const Companion *beside; /* who looks on; NULL: nobody */
} ScriptRun;

/* False with "file:line: …" when a command fails, is not understood or the file cannot be read. */
bool script_run(ScriptRun *run, Error *error);
