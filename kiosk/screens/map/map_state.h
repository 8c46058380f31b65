/* What a visitor does with the map, and the parts its page is made of. */
#pragma once

#include "map/notices.h"
#include "map/view.h"
#include "map/walk.h"
#include "screens/common/common.h"

enum { TRIP_STOPS = 2, TRIP_ENDS = TRIP_STOPS + 2 };

/* What the next place that is chosen becomes. */
typedef enum TripPick { PICK_GOAL, PICK_START, PICK_STOP } TripPick;

/* What the panel beside the map shows of a way. */
typedef enum MapPanel { PANEL_STEPS, PANEL_WALK, PANEL_TRIP, PANEL_PHONE } MapPanel;

typedef struct MapState {
    bool north_up, moving;
    int level;
    int space;        /* where to; PLAN_NONE */
    bool chosen_here; /* by touching the map: "Retour" then only lets go of it */
    SpaceKind lit;    /* by one of the four keys; SPACE_OTHER: none */
    int step;         /* the one touched, or walked; PLAN_NONE */
    int when;         /* 0 today, else one of the opening days: see map_stop */
    int page;
    MapPanel panel;
    Millis began; /* of the walk-through; 0: it does not play */
    MapPose pose;

    /* The trip: from `start` over the stops to `space`, or back the same way. PLAN_NONE as a start
     * is this kiosk. */
    int start, stop[TRIP_STOPS], stops;
    int leg; /* the part of it that is shown */
    bool back;
    TripPick pick;
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
    MAP_PANEL,     /* what panel */
    MAP_ABOUT,
    MAP_GO,   /* space */
    MAP_WHEN, /* stop */
    MAP_FIND,
    MAP_LIST,    /* what list, see part.h */
    MAP_KIND,    /* kind of space */
    MAP_WALK,    /* plays the walk-through */
    MAP_PICTURE, /* decision: it, as a picture of the walk-through */
    MAP_PICK,    /* what the next place becomes */
    MAP_FROM_HERE,
    MAP_DROP, /* a stop of the trip */
    MAP_BACK, /* 0, 1: there, or the same way back */
    MAP_LEG,  /* part of the trip */
    MAP_PRINT,
};

/* From one end to another; PLAN_NONE is this kiosk. */
typedef struct Leg {
    int from, to;
} Leg;

enum { BARRIERS_MAX = 8 };

/* The way from end to end, found anew whenever a page is built: it takes a few millionths of a
 * second. */
typedef struct Itinerary {
    RouteAsk ask;
    int space; /* where it leads; of this kiosk the space it stands in */
    Route route;
    Path path;
    Decisions decisions;
    Notices notices;                  /* what to know before one walks */
    MapBarrier barrier[BARRIERS_MAX]; /* closures that change it */
    int barriers;
    RouteWhy why; /* when nothing was found */
    int instead;  /* the nearest of its kind that can be reached; PLAN_NONE */
    int ms[2];    /* on foot, step-free; -1: no way */
} Itinerary;

Itinerary itinerary_find(const Kiosk *k, Leg leg, Millis when, Arena *arena);

/* The place of a kind that is nearest to the kiosk, else its first; PLAN_NONE when the plan has
 * none. */
int itinerary_nearest(const Kiosk *k, SpaceKind kind);

/* The days one can look at, in the order of time: 0 is today, below it lie the days on which zones
   opened, above it those on which they will. */
int map_stop_first(const Kiosk *k); /* 0 or less */
int map_stop_last(const Kiosk *k);  /* 0 or more */
Millis map_stop(const Kiosk *k, int stop);

/* map_trip.c: which ends the shown part of the trip has, and the panel to change them. */
Leg map_leg(const MapState *s);
int map_legs(const MapState *s);
Slice map_end_name(const Kiosk *k, Page *page, int end); /* "Cafétéria", "Cette borne" */
void map_trip_begin(MapState *s, int space);             /* a new one, from here */
void map_trip_chosen(MapState *s,
                     int space); /* a place was chosen: becomes what it was picked for */
bool map_trip_act(MapState *s, Action action); /* was it about the trip? */
void map_panel_trip(const MapState *s, const Kiosk *k, Page *page, Node *below);

/* The panel beside the map. `above` takes what is only read, `below` what is touched. */
void map_panel_choose(const MapState *s, const Kiosk *k, Page *page, Node *above, Node *below);
void map_panel_way(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *above,
                   Node *below);

/* "2e étage · 2 min · Départ : Cafétéria"; what a code says of the way; its sheet. */
Slice map_summary(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way);
Slice map_letter(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way);
void map_printed(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way);

/* The switch between ways on foot and ways without steps. */
Node *map_panel_switch(const Kiosk *k, Page *page, Node *parent);

/* map_page.c: the page, and the view of the map on it; the floor where a way begins, as it is seen
   first. */
Node *map_of_start(const MapState *s, const Kiosk *k, Page *page, Node *parent,
                   const Itinerary *way);
MapView map_view(const MapState *s, const Kiosk *k, const Itinerary *way);
bool map_can_zoom(const MapState *s, const Kiosk *k, const Itinerary *way, double doublings);
void map_page(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way);

enum {
    NOMINAL_W = 1020,
    NOMINAL_H = 680
};                     /* how large the map is about, for the limits of + and - */
#define ZOOM_STEP 0.75 /* doublings */

int map_start_level(const MapState *s, const Kiosk *k);
