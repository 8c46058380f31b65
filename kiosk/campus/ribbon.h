/* How a way is drawn in time: floor by floor, with a rest where a floor is left so that the eye can follow. Pure. */
#pragma once

#include "campus/path.h"

typedef struct Ribbon {
    double reached_mm;
    int level;  /* the floor to show now */
    bool rests; /* at a change of floors */
    bool done;
} Ribbon;

enum { RIBBON_FLOOR_MS = 1400, RIBBON_REST_MS = 1300 };

/* `age` after it began. */
Ribbon ribbon_at(const Path *path, Millis age);
