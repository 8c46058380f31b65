/* Rounded plates with a border and a shade at their foot, from corners drawn once. */
#pragma once

#include "base/box.h"

#include "platform/paint/ground.h"

typedef struct Plates Plates;

/* Lengths in pixels of the window; colours 0xAARRGGBB, 0 for none. The edge lies inside the border,
   at the foot. */
typedef struct PlateStyle {
    int radius, border, edge;
    uint32_t fill, border_colour, edge_colour;
    uint32_t around; /* hollow: a frame over a picture, whose corners are cut off by that colour */
} PlateStyle;

Plates *plates_open(const Ground *ground); /* which outlives them */
void plates_close(Plates *plates);
void plates_forget(Plates *plates);
void plates_draw(Plates *plates, Box box, PlateStyle style);
