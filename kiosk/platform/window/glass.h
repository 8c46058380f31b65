/* What a visitor looks at and touches: a real window, or its twin without a display that paints the
 * same pixels. */
#pragma once

#include "platform/paint/easel.h"
#include "base/fault.h"
#include "content/chunks.h"
#include "ui/input.h"
#include "ui/page.h"

typedef struct Glass Glass;

typedef struct GlassSpec {
    int width, height;    /* 0: the whole screen */
    int display;          /* which one; 0: the primary one */
    const char *renderer; /* see window.h; may be NULL, as the next two */
    bool (*give_up)(void);
    void (*lost)(void);
    bool twin;        /* no display: paints on a surface, its clock is the caller's */
    bool staged;      /* a window with the caller's clock and every picture at once: for scripts */
    bool later;       /* pack and videos come with glass_fill, before the first page */
    const Pack *pack; /* pictures; may be NULL */
    Easel *easel;     /* draws them, closed with the glass; NULL: one is made of `pack` */
    Chunks *chunks;   /* videos; may be NULL */
    int sound_delay_ms; /* from a sample being handed over to its being heard */
} GlassSpec;

Glass *glass_open(GlassSpec spec, Fault *fault); /* NULL: no display, no such renderer or no font */
void glass_fill(Glass *glass, const Pack *pack, Chunks *chunks); /* either may be NULL */
void glass_close(Glass *glass);

int glass_width(const Glass *glass);
int glass_height(const Glass *glass);
Typeface glass_typeface(Glass *glass);

/* Brings the page before the visitor; with a motion, as it takes a moment and ends early when a
 * finger comes down. */
void glass_show(Glass *glass, const Page *page, Motion motion);

/* When the page shown last came before the visitor, or began to slide in. */
Millis glass_seen(const Glass *glass);
FilmReport glass_film(Glass *glass);   /* how the video stands that the page shown last declares */
int glass_dropped(const Glass *glass); /* pictures of videos that came too late to be shown */

/* How the last motion went: for the benchmark. */
typedef struct GlassSlide {
    int frames;
    double longest_gap_ms;
} GlassSlide;

GlassSlide glass_last_slide(const Glass *glass);

Millis glass_now(const Glass *glass);      /* of a steady clock; staged: what it was last told */
void glass_pass(Glass *glass, Millis now); /* tells the twin, or a staged window */

/* Waits for an input, at most `timeout` (below 0: for ever). INPUT_NONE when there was none. */
Input glass_wait(Glass *glass, Millis timeout);

/* A visit is over and the page of nobody's visit comes next: all that can be made again is dropped,
   and the memory goes back to the system when that page stands. The device for sound is closed. */
void glass_rest(Glass *glass);

bool glass_save(Glass *glass, const char *file, Fault *fault); /* what is shown, as PNG */
