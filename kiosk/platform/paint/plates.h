/* Rounded plates with a border and a machined edge, from corners drawn once. */
#pragma once

#include "base/box.h"

#include "platform/paint/ground.h"

typedef struct Plates Plates;

/* Lengths in pixels of the window; colours 0xAARRGGBB, 0 for none. */
typedef struct PlateStyle {
    int radius, border, edge;
    uint32_t fill, border_colour, edge_colour;
} PlateStyle;

Plates *plates_open(const Ground *ground); /* which outlives them */
void plates_close(Plates *plates);
void plates_forget(Plates *plates);
void plates_draw(Plates *plates, Box box, PlateStyle style); /* the edge lies below the box */
