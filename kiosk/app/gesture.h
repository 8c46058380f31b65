/* One or two fingers on a part that can be moved: from touches to "moved by so much". Pure. */
#pragma once

#include "screens/screen.h"
#include "ui/input.h"

typedef struct GestureState {
    bool on, moved, pair; /* pair: a second finger helps */
    Box box;
    Point from, at, other;
} GestureState;

/* Is there something to move under the finger, and nothing to press? Then the rest of the touch
 * belongs to it. */
bool gesture_begin(GestureState *gesture_state, const Page *page, Point at);

/* What the touch moves; false when nothing. A lifted or lost finger ends it. */
bool gesture_follow(GestureState *gesture_state, Touch touch, int tap_travel, Gesture *gesture);
