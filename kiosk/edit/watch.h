/* Notices that something was saved in a folder, at any depth. Follows no link, writes nothing, and
   does not know what is in the files. */
#pragma once

#include <stdbool.h>

enum { WATCH_PATH = 4096 };

typedef struct Watch {
    char folder[WATCH_PATH];
    int events; /* of inotify; -1: there is none */
    bool there; /* the folder is, and is watched */
    bool blind; /* some of it could not be watched */
} Watch;

void watch_begin(Watch *watch, const char *folder);
void watch_end(Watch *watch);

/* Was anything saved, moved or removed since this was asked last, or has the folder come back?
   Does not wait. */
bool watch_stirred(Watch *watch);

/* Waits until there may be something to ask for, or `other` (a descriptor; -1: none) can be read;
   at most so many milliseconds, below 0 for ever. A folder that is gone is looked for every second.
   False: the time has passed. */
bool watch_wait(Watch *watch, int other, int ms);
