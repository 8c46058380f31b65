/* What a visitor looks at and touches: a real window, or its twin without a display that paints the same pixels. */
#pragma once

#include "base/fault.h"
#include "pack/pack.h"
#include "ui/input.h"
#include "ui/page.h"

typedef struct Glass Glass;

typedef struct GlassSpec {
    int width, height; /* 0: the whole screen */
    bool twin;         /* no display: paints on a surface, its clock is the caller's */
    const Pack *pack;  /* pictures; may be NULL */
} GlassSpec;

Glass *glass_open(GlassSpec spec, Fault *fault); /* NULL: no display or no font */
void glass_close(Glass *glass);

int glass_width(const Glass *glass);
int glass_height(const Glass *glass);
Typeface glass_typeface(Glass *glass);

/* Brings the page before the visitor; with a motion, as it takes a moment and ends early when a finger comes down. */
void glass_show(Glass *glass, const Page *page, Motion motion);

/* How the last motion went: for the benchmark. */
typedef struct GlassSlide {
    int frames;
    double longest_gap_ms;
} GlassSlide;

GlassSlide glass_last_slide(const Glass *glass);

Millis glass_now(const Glass *glass); /* milliseconds of a steady clock; 0 for the twin */

/* Waits for an input, at most `timeout` (below 0: for ever). INPUT_NONE when there was none. */
Input glass_wait(Glass *glass, Millis timeout);

bool glass_save(Glass *glass, const char *file, Fault *fault); /* what is shown, as PNG */
