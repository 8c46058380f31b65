/* The arithmetic of a pathway that is put together from modules: hours, weeks, the next start, what
   is missing. Knows no clock and no page. */
#pragma once

#include "content/pack.h"

enum { BRICKS_WEEK_HOURS = 35, BRICKS_MISSING_MAX = 16 };

typedef enum Brick { BRICK_FREE, BRICK_HAVE, BRICK_WANT } Brick;

typedef struct MissingBrick {
    int module, before; /* indices in Pack.module: what is missing, and the one that needs it */
} MissingBrick;

typedef struct BrickSum {
    int wanted, hours, weeks; /* of what is wanted; a begun week counts */
    /* The first day of the next month in which one of those can start of which nothing is missing
       but what is wanted too; 0: none, or none says when. */
    Millis starts;
    MissingBrick missing[BRICKS_MISSING_MAX]; /* neither had nor wanted, what they need included */
    int missing_count;
} BrickSum;

/* `mark`: a Brick for each module of the pack. */
BrickSum bricks_sum(const Pack *pack, const unsigned char *mark, Millis now);
