/* Many fingers and a mouse become one pointer: the first finger only, the mouse's echo of it
   dropped; where a second one is while the first is down, and where it lifts, is said beside. Pure;
   knows no page and no clock but the one it is told.

   Glasses lose the "up" of a finger, double its "down", and take a sleeve for one. So nothing here
   waits for an event that may never come: a finger counts for FINGER_YOUNG_MS after it came down,
   whatever it does then; after that it still moves and lifts, but the next one to come down takes
   its place. A hand that turns a map puts both fingers down within that time. */
#pragma once

#include "base/civil.h"
#include "ui/input.h"

#include <stdbool.h>
#include <stdint.h>

enum { FINGER_YOUNG_MS = 700, FINGER_PALM = 5 };

typedef enum RawKind {
    RAW_FINGER_DOWN,
    RAW_FINGER_MOVE,
    RAW_FINGER_UP,
    RAW_MOUSE_DOWN,
    RAW_MOUSE_MOVE,
    RAW_MOUSE_UP,
} RawKind;

typedef struct RawTouch {
    RawKind kind;
    int64_t finger; /* id; unused for the mouse */
    Point at;       /* window pixels */
    Millis when;
} RawTouch;

/* A finger that came down not long ago; `id` may have been used before by another. */
typedef struct FingerDown {
    int64_t id;
    Millis when;
} FingerDown;

typedef struct Finger {
    bool down, by_mouse;
    int64_t id;   /* of the finger that is followed, while `down` and not `by_mouse` */
    Millis since; /* when what is followed came down */
    bool pair;    /* a second finger helps, or is left when the first has lifted: */
    int64_t second;
    FingerDown
        young[FINGER_PALM]; /* on the glass, followed or not; so many are a hand that leans */
    int young_count;
    Millis echo_until; /* a mouse button before that is the echo of a finger (SDL #14656) */
} Finger;

/* True if the raw touch means something; then it is in `touch`. A press that comes while another is
   held takes its place. */
bool finger_take(Finger *finger, RawTouch raw, Touch *touch);
