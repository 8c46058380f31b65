/* What a screen is: a function from state to a page, and from a touch to a step. Only the app takes steps. */
#pragma once

#include "base/fact.h"
#include "pack/pack.h"
#include "quiz/quiz.h"
#include "ui/frame.h"

typedef enum ScreenId {
    SCREEN_NONE,
#define SCREEN(name, wait) SCREEN_##name,
#include "screens/screens.def"
#undef SCREEN
    SCREEN_COUNT
} ScreenId;

/* How long a screen may stand untouched before the kiosk asks; the times are in app/idle.c. */
typedef enum Wait { WAIT_NEVER, WAIT_SHORT, WAIT_READING, WAIT_QUIZ } Wait;

/* All that a screen may know. */
typedef struct Kiosk {
    const Pack *pack;
    const QuizBank *bank;
    Settings settings;
    Millis now;         /* steady clock, for waits and motion */
    int minute_of_day;  /* local time */
    int seconds_left;   /* before an untouched visit ends; only while still_there asks */
    uint64_t seed;      /* of this visit */
    FilmReport film;    /* how the video that the page declares stands */
} Kiosk;

enum { GO_STAY = 0, GO_BACK = -1, STEP_FACTS = 9 };

/* What is to happen next, as data. */
typedef struct Step {
    int go;  /* a ScreenId, GO_BACK or GO_STAY */
    int arg; /* handed to the screen's enter */
    bool sets; /* the visitor's settings become `settings` */
    Settings settings;
    Fact fact[STEP_FACTS]; /* ends at the first FACT_NONE */
} Step;

typedef struct Screen {
    const char *name;  /* in transcripts, goldens and statistics */
    size_t state_size; /* zeroed at every visit */
    ScreenId shares;   /* uses the state of that screen instead of its own */
    Wait wait;
    void (*enter)(void *state, const Kiosk *k, int arg);
    Step (*act)(void *state, const Kiosk *k, Action action);
    Step (*tick)(void *state, const Kiosk *k);       /* optional: the page's wake_at has come */
    bool (*back)(void *state);                       /* optional: true if "Retour" was meant for the screen itself */
    void (*view)(const void *state, const Kiosk *k, Page *page);
} Screen;

#define SCREEN(name, wait) extern const Screen screen_##name;
#include "screens/screens.def"
#undef SCREEN

const Screen *screen_get(ScreenId id);
