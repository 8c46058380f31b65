/* What every page has around it: the campus and the hour on top, the way back and the settings at
 * the bottom. */
#pragma once

#include "ui/widget.h"

/* Actions of the frame and of the questions the kiosk itself asks; the app answers them on every
 * screen. */
enum {
    DO_BACK = -1,
    DO_HOME = -2,
    DO_LANG = -3,          /* arg: the language to speak */
    DO_ACCESSIBILITY = -4, /* open the accessibility drawer */
    DO_CLOSE = -5,         /* close whatever lies over the page */
    DO_DONE = -6,          /* "J'ai fini, effacer" */
    DO_STAY = -7,          /* "Je continue" */
    DO_WAKE = -8,          /* leave the attract screen */
    DO_SEARCH = -9,        /* look for anything, from anywhere */
    DO_COUNTED = -20,      /* open the panel that says what is counted */
    DO_UNCOUNT = -21,      /* "Ne pas compter cette visite" */
    DO_COUNT = -22,        /* "Compter cette visite", after all */
};

enum { FRAME_HEADER = 104 };  /* height of what stands on top */
enum { CLOCK_DOUBTFUL = -1 }; /* instead of a minute of the day: the clock is not believed */

typedef struct FrameSpec {
    Slice campus, crumb; /* crumb: where this page stands */
    int minute_of_day;   /* CLOCK_DOUBTFUL: dates are to be checked */
    bool first;          /* nothing to go back to: home */
    bool away;           /* apart from the visit: no way home */
    bool alone;          /* nothing to go back to either: the page leads on by itself */
    bool example; /* something on it was invented: that is said once, on the rule above the bar */
} FrameSpec;

/* A page without a frame: drawing paper with the margins of every page. */
Node *frame_bare(Page *page, int above);

/* `reading` is for reading only; everything to touch belongs into `controls`, which stay within
   reach. */
typedef struct Frame {
    Node *reading, *controls;
} Frame;

Frame frame_begin(Page *page, FrameSpec spec);

/* What is touched or turns, and a picture that is only seen: beside it, or above the reach line.
   Shares are of the width. */
typedef struct Halves {
    Node *controls, *reading;
} Halves;

Halves frame_halves(Page *page, Frame frame, int controls, int reading);

/* Where sheets go that are only read: side by side, or one below the other above the reach line. */
Node *frame_sheets(Page *page, Frame frame);

/* A panel over everything built so far, which is now out of reach. Landscape: a drawer at the right
   or a box in the middle; portrait: a sheet at the bottom. A touch beside it closes it. */
Node *frame_drawer(Page *page, Slice name);
Node *frame_question(Page *page, Slice name);
