/* What reaches the kiosk from outside, already reduced to what a person meant. */
#pragma once

#include "base/box.h"
#include "base/civil.h"

typedef enum TouchKind {
    TOUCH_PRESS,
    TOUCH_MOVE,
    TOUCH_RELEASE,
    TOUCH_CANCEL,
    TOUCH_SECOND, /* where a second finger is while the first is down: it may help, nothing ever
                     needs it */
    TOUCH_SECOND_GONE,
} TouchKind;

typedef struct Touch {
    TouchKind kind;
    Point at;
} Touch;

typedef enum KeyName {
    KEY_NONE,
    KEY_NEXT,
    KEY_BEFORE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_ENTER,
    KEY_BACK
} KeyName;

typedef enum InputKind {
    INPUT_NONE,
    INPUT_TOUCH,
    INPUT_KEY,
    INPUT_TYPE, /* a key with a sign on it */
    INPUT_RESIZE,
    INPUT_REPAINT, /* the glass lost its picture, or has more to show */
    INPUT_QUIT,
    INPUT_LOST, /* the display is gone */
} InputKind;

typedef struct Input {
    InputKind kind;
    Touch touch;
    KeyName key;
    char sign;
    int width, height;
    Millis when; /* on the clock of the glass */
} Input;

/* How the page on the glass gives way to the next. */
typedef enum Motion { MOTION_NONE, MOTION_FORWARD, MOTION_BACK } Motion;
