/* Plays a storyboard: what the picture is at a given second. Knows neither files nor films. */
#pragma once

#include "tools/clips/board.h"
#include "tools/clips/sum.h"

#include <cairo.h>

#define STAGE_WIDTH 1280
#define STAGE_HEIGHT 720

typedef struct Stage {
    const Board *board;
    Names names;
    int parts_open; /* a part that puts itself would never end */
} Stage;

/* Draws the frame at `seconds` in the coordinates of the storyboard, 1280 by 720. */
void stage_play(Stage *stage, cairo_t *cairo, double seconds);

/* The number after a setting such as "length" or "poster". */
double stage_setting(const Board *board, const char *verb);
