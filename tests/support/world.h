/* The real thing to test on: the campus pack as built, the real fonts, an app that shows its pages
   without a window. */
#pragma once

#include "app/app.h"
#include "app/bank.h"
#include "platform/paint/fonts.h"

typedef struct World {
    Arena memory;
    Pack pack;
    QuizBank bank;
    Wayfinder wayfinder;
    Fonts *fonts;
    App app;
    int facts[FACT_KIND_COUNT]; /* how often each was noted */
    int ended, counted;         /* visits */
    bool speaks;                /* set before world_begin: there is a voice */
    StaffDesk staff;            /* set before world_begin by whoever tests the staff area */
    EndReason last_end;
} World;

/* How many dimensions its quiz has. */
int world_dimensions(void);
const char *world_build(void); /* the folder of the programs and the pack: AZIMUT_BUILD */

extern World world;            /* of the test program; for cmocka_run_group_tests: */
int world_setup(void **state); /* fails when the pack or the fonts are missing */
int world_teardown(void **state);
int world_setup_begun(void **state); /* the same with a kiosk that nobody has touched yet */
int world_teardown_begun(void **state);

/* A kiosk with these settings that nobody has touched yet. */
void world_begin(Settings settings, int width, int height);
void world_end(void);

/* Shows a screen as if one had come there from home. */
void world_go(ScreenId screen, int arg);

void world_pass(Millis ms);       /* lets time pass, everything happening when it is due */
void world_look(void);            /* until a touch is heard: a page is seen first */
void world_tap(const Node *node); /* looks, then presses and releases its middle */
const Node *
world_find(const char *label); /* the control with this label; fails the test if none is shown */
void world_tap_label(const char *label);
void world_tap_each(const char *digits);   /* the keys of a code */
bool world_says(const char *words);        /* does a text of the page have them? */
bool world_find_chosen(const char *label); /* is a control with this label shown as chosen? */

/* What turns to a further page of what is paged; NULL: there is none. */
const Node *world_next_page(void);

const char *world_screen(void); /* that is shown */

/* A person who has seen the page. */
void world_press(Point at);
void world_release(Point at);

/* A test on a kiosk, lying, that nobody has touched yet. */
int world_visit_begins(void **state);
int world_visit_ends(void **state);
#define VISIT_TEST(name) cmocka_unit_test_setup_teardown(name, world_visit_begins, world_visit_ends)
