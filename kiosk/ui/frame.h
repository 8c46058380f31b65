/* What every page has around it: the campus and the hour on top, the way back and the settings at
 * the bottom. */
#pragma once

#include "ui/widget.h"

/* Actions of the frame and of the questions the kiosk itself asks; the app answers them on every
 * screen. */
enum {
    DO_BACK = -1,
    DO_HOME = -2,
    DO_LANG = -3,             /* arg: the language to speak */
    DO_ACCESSIBILITY = -4,    /* open the accessibility drawer */
    DO_CLOSE = -5,            /* close whatever lies over the page */
    DO_DONE = -6,             /* "J'ai fini, effacer" */
    DO_STAY = -7,             /* "Je continue" */
    DO_WAKE = -8,             /* leave the attract screen */
    DO_SEARCH = -9,           /* look for anything, from anywhere */
    DO_LISTEN = -10,          /* the voice begins, or ends */
    DO_SPEECH_PAUSE = -11,    /* and goes on */
    DO_SPEECH_STEP = -12,     /* arg: -1 the sentence before, 1 the next */
    DO_SPEECH_RATE = -13,     /* arg: a SpeechRate */
    DO_SPEECH_LOUDNESS = -14, /* arg: -1 quieter, 1 louder */
    DO_LANGUAGES = -15,       /* the page of all languages, or away from it */
    DO_ALOUD = -16,           /* what is nobody else's may be read aloud */
    DO_COUNTED = -20,         /* open the panel that says what is counted */
    DO_UNCOUNT = -21,         /* "Ne pas compter cette visite" */
    DO_COUNT = -22,           /* "Compter cette visite", after all */
};

enum { FRAME_HEADER = 100 };  /* height of what stands on top */
enum { CLOCK_DOUBTFUL = -1 }; /* instead of a minute of the day: the clock is not believed */

/* A drawing of the pack, of that size; no width: none. */
typedef struct FrameLogo {
    int picture, width, height;
} FrameLogo;

/* What was invented is said once, on the rule above the bar; where other views of a page have such
   things, the room for that is kept, so that nothing moves between them. */
typedef enum Examples { EXAMPLES_NONE, EXAMPLES_SHOWN, EXAMPLES_ELSEWHERE } Examples;

typedef struct FrameSpec {
    Slice campus, crumb; /* crumb: where this page stands */
    FrameLogo logo;      /* instead of the mark and the name */
    int minute_of_day;   /* CLOCK_DOUBTFUL: dates are to be checked */
    bool first;          /* nothing to go back to: home */
    bool away;           /* apart from the visit: no way home */
    bool alone;          /* nothing to go back to either: the page leads on by itself */
    Examples examples;
} FrameSpec;

/* The one button about languages: with two, the other one, called as it calls itself; with more the
   page of all of them, called as the language that is spoken. */
typedef struct LanguageButton {
    Slice name, spoken;
    Action action;
} LanguageButton;

LanguageButton frame_language(const Page *page, bool leads); /* false: never to a page */

/* A page without a frame: drawing paper with the margins of every page. */
Node *frame_bare(Page *page, int above);

/* `reading` is for reading only; everything to touch belongs into `controls`, which stay within
   reach. */
typedef struct Frame {
    Node *reading, *controls;
} Frame;

Frame frame_begin(Page *page, FrameSpec spec);

/* As high as a header has room for. */
Node *frame_logo(Page *page, Node *parent, FrameLogo logo, Slice name);

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
