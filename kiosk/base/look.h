/* What a campus looks like where it wants to look like itself: two colours and a logo, as its pack
   brings them. Plain data; what is made of the colours is the theme's. */
#pragma once

#include "base/slice.h"

typedef struct Look {
    uint32_t colour, accent; /* 0xRRGGBB; LOOK_HOUSE: that of the program */
    Slice logo;              /* an SVG; empty: none */
} Look;

#define LOOK_HOUSE 0xFFFFFFFFU

/* "#0B4A7F", with or without its sign; false when it is no colour. */
bool look_colour(Slice text, uint32_t *colour);

/* From now on, until the next; the bytes of the logo stay the caller's. */
void look_use(Look look);
Look look_now(void);
