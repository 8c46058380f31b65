/* The folders of removable disks that are mounted now, as far as somebody may write there. */
#pragma once

#include "base/arena.h"

/* How many there are, 32 at most, in the order of `mounts` ("/proc/mounts"); the list and its texts
   live in the arena. */
int sticks_find(Arena *arena, const char *mounts, Slice **place);
