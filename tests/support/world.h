/* The real thing to test on: the campus pack as built, the real fonts, an app that shows its pages without a window. */
#pragma once

#include "app/app.h"
#include "platform/fonts.h"

typedef struct World {
    Arena memory;
    Pack pack;
    Fonts *fonts;
    App app;
    int facts[FACT_KIND_COUNT]; /* how often each was noted */
    int ended;                  /* visits */
    EndReason last_end;
} World;

const char *world_build(void); /* the folder of the programs and the pack: AZIMUT_BUILD */

void world_open(World *world); /* fails the test when the pack or the fonts are missing */
void world_close(World *world);

/* A kiosk with these settings that nobody has touched yet. */
void world_begin(World *world, Settings settings, int width, int height);
void world_end(World *world);

/* Shows a screen as if one had come there from home. */
void world_go(World *world, ScreenId screen, int arg);

void world_pass(World *world, Millis ms);                  /* lets time pass, everything happening when it is due */
void world_tap(World *world, const Node *node);            /* presses and releases its middle */
const Node *world_find(World *world, const char *label);   /* the control with this label; fails the test if none is shown */
void world_tap_label(World *world, const char *label);
