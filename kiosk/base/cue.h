/* A caption: words that stand for a while beside a clip; pure, the clock is an argument. */
#pragma once

#include "base/civil.h"
#include "base/slice.h"

/* Stands from `start` until before `end`, milliseconds of the clip. The second line may be empty.
 */
typedef struct Cue {
    Millis start, end;
    Slice line[2];
} Cue;

/* Cues in the order of their starts, none beginning before the last has ended. */
int cue_at(const Cue *cue, int count, Millis at); /* the one that stands, or -1 */
Millis cue_change(const Cue *cue, int count,
                  Millis at); /* when that answer changes; 0: not any more */
