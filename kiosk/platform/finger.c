#include "platform/finger.h"

#define ECHO_MS 700
#define LOST_MS 10000 /* a screen unplugged under a finger never says that it left */
#define PALM_FINGERS 5 /* this many at once are a hand leaning on the glass: everything is let go */

static bool let_go(Finger *f, Point at, Touch *touch) {
    f->down = f->pair = false;
    *touch = (Touch){TOUCH_CANCEL, at};
    return true;
}

static bool second_down(Finger *f, const RawTouch *raw, Touch *touch) {
    if (!f->down || f->by_mouse || f->pair || f->fingers != 2)
        return false;
    f->pair = true;
    f->second = raw->finger;
    *touch = (Touch){TOUCH_SECOND, raw->at};
    return true;
}

static bool second_up(Finger *f, const RawTouch *raw, Touch *touch) {
    if (!f->pair || f->second != raw->finger)
        return false;
    f->pair = false;
    *touch = (Touch){TOUCH_SECOND_GONE, raw->at};
    return true;
}

static bool finger_down(Finger *f, const RawTouch *raw, Touch *touch) {
    f->fingers++;
    if (f->fingers >= PALM_FINGERS && f->down)
        return let_go(f, raw->at, touch);
    if (f->down || f->fingers > 1)
        return second_down(f, raw, touch);
    f->down = true;
    f->pair = false;
    f->by_mouse = false;
    f->id = raw->finger;
    *touch = (Touch){TOUCH_PRESS, raw->at};
    return true;
}

static bool finger_up(Finger *f, const RawTouch *raw, Touch *touch) {
    f->fingers = f->fingers > 0 ? f->fingers - 1 : 0;
    if (!f->down || f->by_mouse || f->id != raw->finger)
        return second_up(f, raw, touch);
    f->down = f->pair = false;
    *touch = (Touch){TOUCH_RELEASE, raw->at};
    return true;
}

static bool is_echo(const Finger *f, Millis when) {
    return f->any_finger && when - f->last_finger < ECHO_MS;
}

static bool mouse(Finger *f, const RawTouch *raw, Touch *touch) {
    if (raw->kind == RAW_MOUSE_DOWN) {
        if (f->down || is_echo(f, raw->when))
            return false;
        f->down = f->by_mouse = true;
        *touch = (Touch){TOUCH_PRESS, raw->at};
        return true;
    }
    if (!f->down || !f->by_mouse)
        return false;
    f->down = raw->kind != RAW_MOUSE_UP;
    *touch = (Touch){raw->kind == RAW_MOUSE_UP ? TOUCH_RELEASE : TOUCH_MOVE, raw->at};
    return true;
}

bool finger_take(Finger *f, RawTouch raw, Touch *touch) {
    if (raw.kind >= RAW_MOUSE_DOWN)
        return mouse(f, &raw, touch);
    if (raw.kind == RAW_FINGER_DOWN && f->any_finger && raw.when - f->last_finger > LOST_MS) {
        f->fingers = 0;
        f->down = false;
    }
    f->any_finger = true;
    f->last_finger = raw.when;
    if (raw.kind == RAW_FINGER_DOWN)
        return finger_down(f, &raw, touch);
    if (raw.kind == RAW_FINGER_UP)
        return finger_up(f, &raw, touch);
    bool second = f->pair && f->second == raw.finger;
    if (!f->down || f->by_mouse || (f->id != raw.finger && !second))
        return false;
    *touch = (Touch){second ? TOUCH_SECOND : TOUCH_MOVE, raw.at};
    return true;
}
