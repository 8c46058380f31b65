/* One visit: everything a visitor can change, in one place, wiped in one place. */
#pragma once

#include "base/arena.h"
#include "screens/screen.h"

enum { VISIT_DEPTH = 16 };

/* Where the visitor has been, with the screen's state as it was left. */
typedef struct HistoryEntry {
    ScreenId screen;
    int arg;
    void *state;
} HistoryEntry;

/* What the focus goes back to when what lies over the page is taken away by a key. */
typedef struct Below {
    Action by; /* the control that asked for it; token 0: the kiosk itself did */
    int focus;
} Below;

/* A finger on the glass, and the control that it came down on. */
typedef struct Press {
    Action action; /* token 0: none */
    Point at;
} Press;

typedef struct Visit {
    Settings settings;
    ScreenId at;
    int arg;       /* what that screen was entered with */
    ScreenId over; /* the drawer or the question lying over the page, or SCREEN_NONE */
    void *state[SCREEN_COUNT];
    HistoryEntry back[VISIT_DEPTH];
    int depth;
    bool begun;        /* somebody is here */
    bool uncounted;    /* asked not to be counted, or of the staff */
    bool untold;       /* a page was opened from which nothing is counted, until home */
    bool by_keys;      /* the keypad is in use: show where the focus is */
    int focus;         /* among the controls that can be reached, in page order */
    Below below;       /* while something lies over the page */
    Action focus_wish; /* the control that the focus goes to on the next page; token 0: it stays */
    Millis touched;    /* the last touch or key */
    Press pressed;     /* by the finger */
    Press beside;      /* by a second one, where two people play */
    bool print_told;   /* what became of the last sheet was seen, and something else was done */
    uint64_t seed;
    Arena arena; /* of the states; locked against swapping when the system lets us */
} Visit;

/* Zeroes whatever the last visitor left, memory included, and begins again on `first`. */
void visit_reset(Visit *visit, Settings initial, ScreenId first, uint64_t seed);

void *visit_state(Visit *visit, ScreenId screen); /* made and zeroed at first use */
void visit_remember(Visit *visit); /* the present place, for "Retour"; the oldest is forgotten */
bool visit_return(Visit *visit);   /* false: nothing to go back to */
