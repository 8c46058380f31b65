/* What a screen is: a function from state to a page, and from a touch to a step. Only the app takes
 * steps. */
#pragma once

#include "base/fact.h"
#include "map/hours.h"
#include "map/route.h"
#include "content/pack.h"
#include "quiz/result.h"
#include "search/search.h"
#include "base/print.h"
#include "base/staff_view.h"
#include "setup/answers.h"
#include "ui/frame.h"

typedef enum ScreenId {
    SCREEN_NONE,
#define SCREEN(name, wait) SCREEN_##name,
#include "screens/screens.def"
#undef SCREEN
    SCREEN_COUNT
} ScreenId;

/* How long a screen may stand untouched before the kiosk asks; the times are in app/idle.c. */
typedef enum Wait { WAIT_NEVER, WAIT_SHORT, WAIT_READING, WAIT_QUIZ, WAIT_STAFF } Wait;

/* All that a screen may know. */
typedef struct Kiosk {
    const Pack *pack;
    const QuizBank *bank;
    Settings settings;
    Millis now;        /* steady clock, for waits and motion */
    int minute_of_day; /* local time; CLOCK_DOUBTFUL: not to be believed */
    int seconds_left;  /* before an untouched visit ends; only while still_there asks */
    uint64_t seed;     /* of this visit */
    const Plan *plan;  /* of the campus; NULL: there is none */
    Router *router;    /* of that plan */
    const Search *search;
    int here;               /* which kiosk of the plan this is, PLAN_NONE if it is not on it */
    Millis today;           /* local civil time, to the minute */
    bool doubtful;          /* that time is not to be believed: what it decides is to be checked */
    HoursNow opening;       /* of the campus; not known where nobody told them */
    bool uncounted;         /* this visit leaves no trace in the statistics */
    bool calibrates;        /* one answer of a quiz is counted, to set the questions by */
    const StaffView *staff; /* what the staff area shows; NULL: there is none */
    const SetupView *setup; /* what the first day's pages are told; NULL: there are none */
    VideoReport video;      /* how the video that the page declares stands */
    StringId personal;      /* of the screen one is on, see there */
    PrintView print;        /* whether it can be printed, and what became of the last sheet */
} Kiosk;

/* Fingers on a part that can be moved (`draggable`), in pixels of the window; `at` counts from the
 * corner of `box`. */
typedef enum GestureKind {
    GESTURE_MOVE, /* by dx, dy; two fingers also stretch and turn it, clockwise, about `at` */
    GESTURE_TAP,
    GESTURE_END,
} GestureKind;

typedef struct Gesture {
    GestureKind kind;
    Box box;
    Point at;
    double dx, dy, stretch, turn_deg;
} Gesture;

enum { GO_STAY = 0, GO_BACK = -1, STEP_FACTS = 16 };

/* What is to happen next, as data. */
typedef struct Step {
    int go;     /* a ScreenId, GO_BACK or GO_STAY */
    int arg;    /* handed to the screen's enter */
    bool ends;  /* the visit is over: all of it is erased */
    bool turns; /* it is another page to the visitor: touches meant for the last one are dropped */
    bool sets;  /* the visitor's settings become `settings` */
    Settings settings;
    StaffAsk ask;                /* something for the app to do for the staff */
    int ask_arg;                 /* the digits of a code, a loudness, a choice, a day */
    Slice ask_text;              /* what was typed; borrowed until the step is taken */
    SetupAsk set_up;             /* something to be tried, or written */
    const SetupAnswers *answers; /* what that is about; borrowed likewise */
    bool prints;                 /* the screen's sheet is printed */
    Fact fact[STEP_FACTS];       /* ends at the first FACT_NONE */
} Step;

typedef struct Screen {
    const char *name;  /* in transcripts, goldens and statistics */
    size_t state_size; /* zeroed at every visit */
    ScreenId shares;   /* uses the state of that screen instead of its own */
    Wait wait;
    StringId
        personal; /* who listens by a loudspeaker is asked so before it is read; 0: nobody is */
    bool untold;  /* what is opened from here on is not counted, until home */
    bool chord;   /* comes with one, where the campus wants sounds */
    bool for_two; /* two people touch it: a second finger is a hand of its own */
    void (*enter)(void *state, const Kiosk *k, int arg);
    Step (*act)(void *state, const Kiosk *k, Action action);
    Step (*gesture)(void *state, const Kiosk *k, Gesture gesture); /* where a node grips */
    Step (*tick)(void *state, const Kiosk *k); /* optional: the page's wake_at has come */
    bool (*back)(void *state,
                 const Kiosk *k); /* optional: true if "Retour" was meant for the screen itself */
    void (*view)(const void *state, const Kiosk *k, Page *page);
    void (*sheet)(const void *state, const Kiosk *k,
                  Page *page); /* optional: what a visitor takes home of it on paper */
} Screen;

#define SCREEN(name, wait) extern const Screen screen_##name;
#include "screens/screens.def"
#undef SCREEN

const Screen *screen_get(ScreenId id);
