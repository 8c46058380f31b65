/* Many fingers and a mouse become one pointer: the first finger only, the mouse's echo of it dropped; where a second one is
   while the first is down is said beside. Pure. */
#pragma once

#include "base/civil.h"
#include "ui/input.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum RawKind { RAW_FINGER_DOWN, RAW_FINGER_MOVE, RAW_FINGER_UP, RAW_MOUSE_DOWN, RAW_MOUSE_MOVE, RAW_MOUSE_UP } RawKind;

typedef struct RawTouch {
    RawKind kind;
    int64_t finger; /* id; unused for the mouse */
    Point at;       /* window pixels */
    Millis when;
} RawTouch;

typedef struct Finger {
    bool down, by_mouse, palm;
    int64_t id, second; /* second: only while `pair` */
    bool pair;
    int fingers;        /* on the glass */
    Millis last_finger; /* a mouse button within ECHO_MS of it is its echo (SDL #14656) */
    bool any_finger;
} Finger;

/* True if the raw touch means something; then it is in `touch`. */
bool finger_take(Finger *finger, RawTouch raw, Touch *touch);
