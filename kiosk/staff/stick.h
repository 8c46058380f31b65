/* A folder on a USB stick that appears whole or not at all, whenever the stick is pulled. Knows
 * nothing of what is in it. */
#pragma once

#include "base/fault.h"

enum { STICK_PATH = 512 };

/* The first place where a stick is mounted and can be written. `mounts` is /proc/mounts, or a
   test's; `below` the folder in which sticks are mounted, NULL for those of Debian's own tools.
   False: none is there. */
bool stick_find(const char *mounts, const char *below, char place[STICK_PATH]);

typedef struct StickFolder {
    char place[STICK_PATH], part[STICK_PATH + 64], name[STICK_PATH + 64];
} StickFolder;

/* A new folder with a name nobody has yet: `title`, or `title (2)`… */
bool stick_begin(StickFolder *folder, const char *place, const char *title, Fault *fault);

/* Everything on the stick, then the folder gets its name. */
bool stick_finish(const StickFolder *folder, Fault *fault);

void stick_abandon(
    const StickFolder *folder); /* removes what was begun, as far as it is still there */
