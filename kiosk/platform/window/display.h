/* What a visitor looks at and touches: a real window, or a headless one that paints the
 * same pixels. */
#pragma once

#include "platform/paint/easel.h"
#include "base/affine.h"
#include "base/earcon.h"
#include "base/error.h"
#include "content/chunks.h"
#include "ui/keypad.h"
#include "ui/page.h"

typedef struct Display Display;

typedef struct DisplaySpec {
    int width, height;    /* 0: the whole screen */
    int display;          /* which one; 0: the primary one */
    const char *renderer; /* see window.h; may be NULL, as the next two */
    bool (*give_up)(void);
    void (*lost)(void);
    bool headless;     /* no display: paints on a surface, its clock is the caller's */
    bool staged;       /* a window with the caller's clock and every picture at once: for scripts */
    bool later;        /* pack and videos come with display_fill, before the first page */
    const Pack *pack;  /* pictures; may be NULL */
    Easel *easel;      /* draws them, closed with the glass; NULL: one is made of `pack` */
    Chunks *chunks;    /* videos; may be NULL */
    const char *power; /* program that is called with "on" or "off" as well; may be NULL */
    const Keypad *keys; /* what its keys mean; NULL: as on any keyboard */
    bool voice;         /* staged: it speaks all the same, into the transcript */
    int sound_delay_ms; /* from a sample being handed over to its being heard */
} DisplaySpec;

Display *display_open(DisplaySpec spec,
                      Error *error); /* NULL: no display, no such renderer or no font */
void display_fill(Display *display, const Pack *pack, Chunks *chunks); /* either may be NULL */
/* Lets go of both, so that others can take their place; then it is to be filled again. */
void display_empty(Display *display);
void display_close(Display *display);

/* A window hears of its new size a moment later, as when somebody pulls at it; headless it has it
   at once and is to be empty. */
void display_resize(Display *display, int width, int height);

/* Ends a display_wait, now or the next one; may be called by another thread. */
void display_nudge(Display *display);

/* From where the glass says to where it was touched; without it, that is the same. */
void display_set_touch(Display *display, Affine touch);
bool display_turns(const Display *display);       /* is it the kiosk that turns it? */
void display_turn(Display *display, int degrees); /* clockwise; elsewhere the session does */

int display_width(const Display *display);
int display_height(const Display *display);
Typeface display_typeface(Display *display);

/* Brings the page before the visitor; with a motion, as it takes a moment and ends early when a
 * finger comes down. */
void display_show(Display *display, const Page *page, Motion motion);

/* When the page shown last came before the visitor, or began to slide in. */
Millis display_seen(const Display *display);
VideoReport
display_video(Display *display); /* how the video stands that the page shown last declares */
/* What is to be said, and how it stands. Without a voice, or a sound device, nothing is wished for.
 */
void display_speak(Display *display, SpeechWish wish);
SpeechReport display_speech(Display *display);
void display_sound(Display *display, EarconWish wish); /* a click, a chord */
bool display_can_speak(const Display *display);
int display_dropped(const Display *display); /* pictures of videos that came too late to be shown */

/* How the last motion went: for the benchmark. */
typedef struct DisplaySlide {
    int frames;
    double longest_gap_ms;
} DisplaySlide;

DisplaySlide display_last_slide(const Display *display);

Millis display_now(const Display *display); /* of a steady clock; staged: what it was last told */
/* Tells the headless one, or a staged window. */
void display_set_time(Display *display, Millis now);

/* Waits for an input, at most `timeout` (below 0: for ever). INPUT_NONE when there was none. */
Input display_wait(Display *display, Millis timeout);

/* Nothing is to be seen, or something again: the display is switched off, or on. */
void display_sleep(Display *display, bool asleep);

/* A visit is over and the page of nobody's visit comes next: all that can be made again is dropped,
   and the memory goes back to the system when that page stands. The device for sound is closed. */
void display_rest(Display *display);

/* The page in grey, a byte a pixel, for a printer: not shown. The caller frees it; NULL without
   memory. */
uint8_t *display_proof(Display *display, const Page *page);

bool display_save(Display *display, const char *file, Error *error); /* what is shown, as PNG */
