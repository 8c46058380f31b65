/* One or two fingers on a part that can be moved: from touches to "moved by so much". Pure. */
#pragma once

#include "screens/screen.h"
#include "ui/input.h"

typedef struct Gripping {
    bool on, moved, pair; /* pair: a second finger helps */
    Box box;
    Point from, at, other;
} Gripping;

/* Is there something to move under the finger, and nothing to press? Then the rest of the touch
 * belongs to it. */
bool grip_begin(Gripping *gripping, const Page *page, Point at);

/* What the touch moves; false when nothing. A lifted or lost finger ends it. */
bool grip_follow(Gripping *gripping, Touch touch, int tap_travel, Grip *grip);
