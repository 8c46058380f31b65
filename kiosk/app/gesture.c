#include "app/gesture.h"

#include <math.h>

bool gesture_begin(GestureState *g, const Page *page, Point at) {
    *g = (GestureState){.from = at, .at = at};
    if (page_hit(page, at))
        return false;
    for (int i = page->shown_count - 1; i >= 0 && !g->on; i--) {
        const Node *node = page->shown[i];
        if (node->draggable && !node->inert && box_holds(node->box, at)) {
            g->on = true;
            g->box = node->box;
        }
    }
    return g->on;
}

static Point inside(const GestureState *g, Point p) {
    return (Point){p.x - g->box.x, p.y - g->box.y};
}

static double length(Point a, Point b) {
    return hypot(b.x - a.x, b.y - a.y);
}

static double angle_deg(Point a, Point b) {
    return atan2(b.y - a.y, b.x - a.x) * 180 / acos(-1);
}

/* From where both fingers were to where they are. */
static Gesture both_moved(const GestureState *g, Point at, Point other) {
    Point was = {(g->at.x + g->other.x) / 2, (g->at.y + g->other.y) / 2},
          is = {(at.x + other.x) / 2, (at.y + other.y) / 2};
    double apart = length(g->at, g->other), now = length(at, other);
    return (Gesture){.kind = GESTURE_MOVE,
                     .box = g->box,
                     .at = inside(g, is),
                     .dx = is.x - was.x,
                     .dy = is.y - was.y,
                     .stretch = apart > 1 && now > 1 ? now / apart : 1,
                     .turn_deg = angle_deg(at, other) - angle_deg(g->at, g->other)};
}

static bool moved_one(GestureState *g, Point at, int tap_travel, Gesture *gesture) {
    *gesture = (Gesture){.kind = GESTURE_MOVE,
                         .box = g->box,
                         .at = inside(g, at),
                         .dx = at.x - g->at.x,
                         .dy = at.y - g->at.y,
                         .stretch = 1};
    g->moved |= length(g->from, at) >= tap_travel;
    if (!g->moved) /* a finger that trembles still taps */
        return false;
    g->at = at;
    return true;
}

static bool end(GestureState *g, Touch touch, Gesture *gesture) {
    bool tap = touch.kind == TOUCH_RELEASE && !g->moved;
    *gesture = (Gesture){.kind = tap ? GESTURE_TAP : GESTURE_END,
                         .box = g->box,
                         .at = inside(g, g->from),
                         .stretch = 1};
    g->on = false;
    return true;
}

bool gesture_follow(GestureState *g, Touch touch, int tap_travel, Gesture *gesture) {
    switch (touch.kind) {
    case TOUCH_MOVE:
        if (!g->pair)
            return moved_one(g, touch.at, tap_travel, gesture);
        *gesture = both_moved(g, touch.at, g->other);
        g->at = touch.at;
        return true;
    case TOUCH_SECOND:
        *gesture = both_moved(g, g->at, touch.at);
        bool moved = g->pair;
        g->pair = g->moved = true;
        g->other = touch.at;
        return moved;
    case TOUCH_SECOND_GONE:
        g->pair = false;
        return false;
    case TOUCH_RELEASE:
    case TOUCH_CANCEL:
        return end(g, touch, gesture);
    case TOUCH_PRESS:
        break;
    }
    return false;
}
