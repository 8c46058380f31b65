/* Lists of places to choose from: what belongs on each, and in which order. */
#pragma once

#include "screens/part.h"

typedef enum PlaceList {
    LIST_MAKE,
    LIST_LEARN,
    LIST_ASK,
    LIST_REST,
    LIST_TOILETS,
    LIST_STEP_FREE,
    LIST_KINDS,
    LIST_EVENTS = LIST_KINDS, /* what happens, by time */
} PlaceList;

Word place_list_name(PlaceList list);
Icon place_list_icon(PlaceList list);
Paint place_list_tone(PlaceList list);
bool place_listed(const Plan *plan, int space, PlaceList list);
int place_list_count(const Plan *plan, PlaceList list);

/* Icon of a single place: what one does there. */
Icon place_icon(const PlanSpace *space);

typedef struct PlaceEntry {
    int space, ms; /* ms: -1 when there is no way */
} PlaceEntry;

/* The places of a list, the nearest first; those without a way come last. Lives in the arena. */
int place_list_fill(const Kiosk *k, PlaceList list, Arena *arena, PlaceEntry **entry);

/* A plate with icon, name, where it is and how far: used by lists and by the search. */
Node *place_card(Page *page, Node *parent, const Kiosk *k, PlaceEntry entry, Action action);

/* Events that are not over, from today's midnight on; the first that is not is at the answer's index. */
int events_from_today(const Kiosk *k);
bool event_is_today(const Kiosk *k, const PlanEvent *event);
