/* A way walked in the mind, step by step in time: which step is on, how far one is, and which
   floors are seen. Pure: knows no words and no pixels. */
#pragma once

#include "map/directions.h"

/* A step takes two seconds; a way of many steps is told faster, so that nobody stands and waits for
 * its end. */
enum { WALK_STEP_MS = 2000, WALK_MOST_MS = 12000 };

typedef struct Walk {
    int step;          /* the decision that is followed */
    double reached_mm; /* on the path */
    int level;         /* the floor where the step begins */
    int beside;        /* the floor it leads to, seen beside the other; PLAN_NONE while one stays */
    bool done;
} Walk;

/* `age` after it began. Done at once where there is nothing to walk. */
Walk walk_at(const Path *path, const Decisions *steps, Millis age);

/* A step as one picture: with all of the way up to its end. */
Walk walk_picture(const Path *path, const Decisions *steps, int step);
