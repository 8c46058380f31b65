/* What reaches the kiosk from outside, already reduced to what a person meant. */
#pragma once

#include "base/box.h"
#include "base/civil.h"
#include "base/slice.h"

typedef enum TouchKind {
    TOUCH_PRESS,
    TOUCH_MOVE,
    TOUCH_RELEASE,
    TOUCH_CANCEL,
    TOUCH_SECOND, /* where a second finger is while the first is down: it may help, nothing ever
                     needs it */
    TOUCH_SECOND_GONE, /* it lifts: before the first one does, or after */
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
    KEY_BACK,
    KEY_REPEAT, /* these four mean something while the voice speaks */
    KEY_HELP,
    KEY_LOUDER,
    KEY_QUIETER,
} KeyName;

enum { KEY_NAMES = KEY_QUIETER + 1, FUNCTION_KEYS = 12 };

typedef enum InputKind {
    INPUT_NONE,
    INPUT_TOUCH,
    INPUT_KEY,
    INPUT_TYPE,      /* a key with a sign on it */
    INPUT_FUNCTION,  /* F1 to F12: no visitor has them */
    INPUT_PLUGGED,   /* a headset was plugged in, */
    INPUT_UNPLUGGED, /* pulled out, */
    INPUT_HEADSET,   /* was in before anybody looked */
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
    int function; /* 1 to 12; with Shift, less than 0 */
    int width, height;
    Millis when; /* on the clock of the glass */
} Input;

/* As touch scripts and azimut.conf call them: "next"; KEY_NONE for what is none of them. */
const char *key_name(KeyName key);
KeyName key_named(Slice name);

/* "f5", "shift-f5"; 0 for what is none of them. */
int key_function(Slice name);

/* How the page on the glass gives way to the next. */
typedef enum Motion { MOTION_NONE, MOTION_FORWARD, MOTION_BACK } Motion;
