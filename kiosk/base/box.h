/* Whole-pixel geometry: x to the right, y downwards, right and bottom edges excluded. */
#pragma once

#include <stdbool.h>

typedef struct Point {
    int x, y;
} Point;

typedef struct Box {
    int x, y, w, h;
} Box;

static inline bool box_empty(Box b) {
    return b.w <= 0 || b.h <= 0;
}

static inline bool box_holds(Box b, Point p) {
    return p.x >= b.x && p.y >= b.y && p.x < b.x + b.w && p.y < b.y + b.h;
}

/* Grows on every side; a negative amount shrinks. */
static inline Box box_grow(Box b, int by) {
    return (Box){b.x - by, b.y - by, b.w + 2 * by, b.h + 2 * by};
}

static inline Box box_meet(Box a, Box b) {
    int x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Box){x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

static inline bool box_overlap(Box a, Box b) {
    return !box_empty(box_meet(a, b));
}

static inline bool box_within(Box inner, Box outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

/* The smallest box that holds both; an empty box adds nothing. */
static inline Box box_join(Box a, Box b) {
    if (box_empty(a))
        return b;
    if (box_empty(b))
        return a;
    int x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Box){x, y, right - x, bottom - y};
}
