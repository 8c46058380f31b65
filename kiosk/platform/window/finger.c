#include "platform/window/finger.h"

#define ECHO_MS 700

static bool says(Touch *touch, TouchKind kind, const RawTouch *raw) {
    *touch = (Touch){kind, raw->at};
    return true;
}

/* ---- who came down not long ago -------------------------------------------------------------- */

static bool is_young(Millis since, Millis now) {
    return now - since < FINGER_YOUNG_MS;
}

static void forget(Finger *f, int64_t id, Millis now) {
    int kept = 0;
    for (int i = 0; i < f->young_count; i++)
        if (f->young[i].id != id && is_young(f->young[i].when, now))
            f->young[kept++] = f->young[i];
    f->young_count = kept;
}

/* How many are down now, this one among them; no more than make a palm are kept apart. */
static int note_down(Finger *f, const RawTouch *raw) {
    forget(f, raw->finger, raw->when);
    if (f->young_count < FINGER_PALM)
        f->young[f->young_count++] = (FingerDown){raw->finger, raw->when};
    return f->young_count;
}

/* ---- fingers --------------------------------------------------------------------------------- */

static bool follows(const Finger *f, int64_t id) {
    return f->down && !f->by_mouse && f->id == id;
}

static bool press(Finger *f, const RawTouch *raw, bool by_mouse, Touch *touch) {
    f->down = true;
    f->pair = false;
    f->by_mouse = by_mouse;
    f->id = raw->finger;
    f->since = raw->when;
    return says(touch, TOUCH_PRESS, raw);
}

static bool let_go(Finger *f, const RawTouch *raw, Touch *touch) {
    f->down = f->pair = false;
    return says(touch, TOUCH_CANCEL, raw);
}

static bool second_down(Finger *f, const RawTouch *raw, Touch *touch) {
    if (f->by_mouse || (f->pair && f->second != raw->finger))
        return false;
    f->pair = true;
    f->second = raw->finger;
    return says(touch, TOUCH_SECOND, raw);
}

static bool finger_down(Finger *f, const RawTouch *raw, Touch *touch) {
    int fingers = note_down(f, raw);
    bool held = f->down && is_young(f->since, raw->when) && !follows(f, raw->finger);
    if (fingers >= FINGER_PALM)
        return (f->down || f->pair) && let_go(f, raw, touch);
    if (held)
        return second_down(f, raw, touch);
    if (fingers > 1 && !f->down && !f->pair)
        return false; /* what is left of a hand is no tap; of two people one is still there */
    return press(f, raw, false, touch);
}

static bool finger_up(Finger *f, const RawTouch *raw, Touch *touch) {
    forget(f, raw->finger, raw->when);
    if (follows(f, raw->finger)) {
        f->down = false;
        return says(touch, TOUCH_RELEASE, raw);
    }
    if (!f->pair || f->second != raw->finger)
        return false;
    f->pair = false;
    return says(touch, TOUCH_SECOND_GONE, raw);
}

static bool finger_move(const Finger *f, const RawTouch *raw, Touch *touch) {
    if (follows(f, raw->finger))
        return says(touch, TOUCH_MOVE, raw);
    return f->down && f->pair && f->second == raw->finger && says(touch, TOUCH_SECOND, raw);
}

/* ---- the mouse ------------------------------------------------------------------------------- */

static bool mouse_down(Finger *f, const RawTouch *raw, Touch *touch) {
    bool held = f->down && !f->by_mouse && is_young(f->since, raw->when);
    return !held && raw->when >= f->echo_until && press(f, raw, true, touch);
}

static bool mouse(Finger *f, const RawTouch *raw, Touch *touch) {
    if (raw->kind == RAW_MOUSE_DOWN)
        return mouse_down(f, raw, touch);
    if (!f->down || !f->by_mouse)
        return false;
    f->down = raw->kind != RAW_MOUSE_UP;
    return says(touch, f->down ? TOUCH_MOVE : TOUCH_RELEASE, raw);
}

bool finger_take(Finger *f, RawTouch raw, Touch *touch) {
    if (raw.kind >= RAW_MOUSE_DOWN)
        return mouse(f, &raw, touch);
    if (raw.kind == RAW_FINGER_MOVE)
        return finger_move(f, &raw, touch);
    f->echo_until = raw.when + ECHO_MS;
    return raw.kind == RAW_FINGER_DOWN ? finger_down(f, &raw, touch) : finger_up(f, &raw, touch);
}
