/* Lists of places to choose from: what belongs on each, and in which order. */
#pragma once

#include "screens/common/common.h"

typedef enum PlaceList {
#define PLACES(name, ...) LIST_##name,
#include "base/places.def"
#undef PLACES
    LIST_STEP_FREE, /* whatever its kind */
    LIST_KINDS,
    LIST_NONE = LIST_KINDS,
    LIST_EVENTS = LIST_KINDS, /* what happens, by time */
} PlaceList;

enum { LIST_KINDS_MAX = 16 };

Slice place_list_name(const Kiosk *k, const Page *page, PlaceList list);
Icon place_list_icon(const Kiosk *k, PlaceList list);
Paint place_list_tone(PlaceList list);
bool place_listed(const Plan *plan, int space, PlaceList list);
int place_list_count(const Plan *plan, PlaceList list);

/* What stands on the map for each space of the plan: the icon of the trades that are learnt there,
   else one that only places of its kind have, else 0. Lives in the arena. */
const uint16_t *place_signs(const Kiosk *k, Arena *arena);

/* A place as seen from the kiosk, on foot or, where the visitor wishes it, step-free. */
typedef struct PlaceEntry {
    int space;
    int ms, mm;     /* of the way; ms -1 when there is none */
    bool step_free; /* can it be reached without a step? */
    bool nearest;   /* of its list */
} PlaceEntry;

PlaceEntry place_entry(const Kiosk *k, int space);

/* The places of a list, the nearest first; those without a way come last. Lives in the arena. */
int place_list_fill(const Kiosk *k, PlaceList list, Arena *arena, PlaceEntry **entry);

/* "1er étage · 40 m · 2 min", or why one cannot get in. */
Slice place_where(const Kiosk *k, Page *page, PlaceEntry entry);

/* "Le plus proche · sans marche · ouvert jusqu’à 17 h": only what is known. */
Slice place_apart(const Kiosk *k, Page *page, PlaceEntry entry);

Icon place_icon(const Kiosk *k, int space); /* what one does there */

/* A plate with icon, name and what tells it from its like: floor, metres and minutes, steps on the
   way, whether it is open, which is the nearest. Used by lists and by the search. */
Node *place_card(Page *page, Node *parent, const Kiosk *k, PlaceEntry entry, Action action);

/* A list as seen on one of the opening days, see map_stop. */
typedef struct ListWish {
    PlaceList list;
    int stop;
} ListWish;

int place_list_arg(ListWish wish); /* in the argument of the screen "places", */
ListWish place_list_wish(int arg); /* and out of it */

/* Does its sheet have more to say than where it is? */
bool place_tells(const Kiosk *k, int space);
