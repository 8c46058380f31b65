/* The sweep: every page that can be reached of every screen, inspected as a demanding visitor
   would. A file here knows the pages of one subject; every_screen.c has the list of all. */
#pragma once

#include "screens/screen.h"

/* A way of seeing: what a visitor may set and how the screen hangs. */
typedef struct View {
    Settings settings;
    bool tall;
} View;

typedef struct Sweep {
    int pages, findings;
    bool made_up;      /* the language: every word has to be one of it */
    bool easy;         /* the language: no page may show a code or a percentage */
    const char *typed; /* what is typed, and so may be shown as it is */
} Sweep;

extern Sweep sweep;

#define SWEEP_VIEW_BYTES 96

/* How it is told and chosen by SWEEP_TEXT. */
const char *sweep_step_name(TextStep step);
void sweep_name_view(View v, char out[SWEEP_VIEW_BYTES]);

/* A kiosk seen this way, until world_end. */
void sweep_begin(View v);
void sweep_inspect(View v);                   /* the page as it is now */
void sweep_turning(View v);                   /* and every further page of what is paged on it */
void sweep_inspect_made_up(const Page *page); /* tells what is not of the made-up language */
void sweep_inspect_easy(const Page *page);    /* tells what is too hard for an easy one */
void sweep_tap(View v, StringId word);

/* Everything there is to touch, and what comes of it on the same screen. */
void sweep_explore(View v, ScreenId screen, int arg);
void sweep_explore_from_here(View v, ScreenId screen, size_t state_size);

/* ---- subjects -------------------------------------------------------------------------------- */

void sweep_attract(View v);
void sweep_questions(View v);
void sweep_duel(View v);
void sweep_results(View v);
void sweep_clip(View v, int clip);
void sweep_catalogue(View v);
void sweep_learning(View v);
void sweep_map(View v);
void sweep_first_steps(View v, int space);
void sweep_places(View v);
void sweep_rooms(View v);
void sweep_search(View v);
void sweep_words(View v);
void sweep_drawer(View v, ScreenId below, ScreenId drawer);
void sweep_uncounted(View v);
void sweep_still_there(View v);
void sweep_closed_campus(View v);
void sweep_doubtful_clock(View v);
void sweep_calm_page(View v);
void sweep_staff(View v);
void sweep_first_day(View v);

void sweep_every_screen(View v);
void sweep_of_its_own(View v); /* of a small campus */

/* The test program of all ways of seeing a screen that lies, or stands. */
int sweep_run(bool standing);
