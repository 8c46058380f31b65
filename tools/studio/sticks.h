/* The folders of removable disks that are mounted now, as far as somebody may write there. */
#pragma once

#include "base/arena.h"

int sticks_find(Arena *arena, const char *mounts, Slice **place);
