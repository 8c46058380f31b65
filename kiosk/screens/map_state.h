/* What a visitor does with the map, and the parts its page is made of. */
#pragma once

#include "campus/phrases.h"
#include "campus/ribbon.h"
#include "campus/view.h"
#include "screens/part.h"

typedef struct MapState {
    bool known;      /* entered before in this visit: how one walks is remembered */
    bool step_free, phone, north_up, moving;
    int level;
    int space;       /* where to; PLAN_NONE */
    bool chosen_here; /* by touching the map: "Retour" then only lets go of it */
    int step;        /* the one touched; PLAN_NONE */
    int when;        /* 0 today, else one of the opening days: see map_stop */
    int page;
    Millis began;    /* of the drawing of the way; 0: it stands there */
    MapPose pose;
} MapState;

/* Tokens of the map's page; arguments where the name says so. */
enum {
    MAP_FLOOR = 1, /* level */
    MAP_CLOSER,
    MAP_FARTHER,
    MAP_START,
    MAP_NORTH,
    MAP_STEP_FREE, /* 0, 1 */
    MAP_STEP,      /* decision */
    MAP_PAGE,      /* page */
    MAP_PHONE,
    MAP_ABOUT,
    MAP_GO,        /* space */
    MAP_WHEN,      /* stop */
    MAP_FIND,
    MAP_LIST,      /* what list, see part.h */
};

/* The way to a space, found anew whenever a page is built: it takes a few millionths of a second. */
typedef struct Itinerary {
    RouteAsk ask;
    Route route;
    Path path;
    Decisions decisions;
    RouteWhy why;     /* when nothing was found */
    int instead;      /* the nearest of its kind that can be reached; PLAN_NONE */
    int ms[2];        /* on foot, step-free; -1: no way */
} Itinerary;

Itinerary itinerary_find(const Kiosk *k, int space, bool step_free, Millis when, Arena *arena);

/* The days one can look at, in the order of time: 0 is today, below it lie the days on which zones opened, above it those on
   which they will. */
int map_stop_first(const Kiosk *k); /* 0 or less */
int map_stop_last(const Kiosk *k);  /* 0 or more */
Millis map_stop(const Kiosk *k, int stop);

/* The panel beside the map. `above` takes what is only read, `below` what is touched. */
void map_panel_choose(const MapState *s, const Kiosk *k, Page *page, Node *above, Node *below);
void map_panel_way(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *above, Node *below);
