/* For the files that make up the home page. */
#pragma once

#include "screens/common/common.h"

typedef enum HomeTap {
    TAP_QUIZ = 1,
    TAP_TRADES,
    TAP_VIDEOS,
    TAP_MAP,
    TAP_TOPIC,
    TAP_DESKS,
    TAP_EVENT,
    TAP_PAGE,
    TAP_COURSES,
    TAP_BACK,
    TAP_CLIP,
    TAP_TRADE
} HomeTap;

typedef struct HomeState {
    int page;     /* of the services, where they do not have room all at once */
    Millis since; /* the page was entered */
} HomeState;

/* ---- home_windows.c: the large card, and the two windows beside or below it ------------------ */

void home_add_hero(Page *page, Node *parent, const Kiosk *k);

/* A film that moves, and the trade of the day; each with the way to all of them below it, where
   there is the room. */
void home_add_windows(Page *page, Node *parent, const Kiosk *k, const HomeState *s);
bool home_has_feet(const Page *page);

/* The plates below the windows: without room there they stand among the services. */
void home_add_all_videos(Page *page, Node *parent, const Kiosk *k);
void home_add_all_trades(Page *page, Node *parent, const Kiosk *k);

/* ---- home_services.c: a slim row, what happens next, the search ------------------------------ */

void home_add_services(Page *page, Node *parent, const Kiosk *k, const HomeState *s);
