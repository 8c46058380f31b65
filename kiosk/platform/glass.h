/* What a visitor looks at and touches: a real window, or its twin without a display that paints the same pixels. */
#pragma once

#include "base/fault.h"
#include "pack/chunks.h"
#include "ui/input.h"
#include "ui/page.h"

typedef struct Glass Glass;

typedef struct GlassSpec {
    int width, height; /* 0: the whole screen */
    bool twin;         /* no display: paints on a surface, its clock is the caller's */
    const Pack *pack;  /* pictures; may be NULL */
    Chunks *chunks;    /* videos; may be NULL */
    int sound_delay_ms; /* from a sample being handed over to its being heard */
} GlassSpec;

Glass *glass_open(GlassSpec spec, Fault *fault); /* NULL: no display or no font */
void glass_close(Glass *glass);

int glass_width(const Glass *glass);
int glass_height(const Glass *glass);
Typeface glass_typeface(Glass *glass);

/* Brings the page before the visitor; with a motion, as it takes a moment and ends early when a finger comes down. */
void glass_show(Glass *glass, const Page *page, Motion motion);

FilmReport glass_film(Glass *glass); /* how the video stands that the page shown last declares */
int glass_dropped(const Glass *glass); /* pictures of videos that came too late to be shown */

/* How the last motion went: for the benchmark. */
typedef struct GlassSlide {
    int frames;
    double longest_gap_ms;
} GlassSlide;

GlassSlide glass_last_slide(const Glass *glass);

Millis glass_now(const Glass *glass); /* milliseconds of a steady clock; for the twin what it was last told */
void glass_pass(Glass *glass, Millis now); /* tells the twin */

/* Waits for an input, at most `timeout` (below 0: for ever). INPUT_NONE when there was none. */
Input glass_wait(Glass *glass, Millis timeout);

/* A visit is over and the page of nobody's visit comes next: all that can be made again is dropped, and the memory goes back to the
   system when that page stands. The device for sound is closed. */
void glass_rest(Glass *glass);

bool glass_save(Glass *glass, const char *file, Fault *fault); /* what is shown, as PNG */
