/* The way from this kiosk to a place, as a page about something else shows it: a small map, the
   first step, how long it takes. */
#pragma once

#include "map/directions_text.h"
#include "map/view.h"
#include "screens/common/common.h"

/* The picture of a step. */
Icon way_icon(const Plan *plan, const Decision *decision);

typedef struct Way {
    int space; /* where to; PLAN_NONE: there is no such place, or no map */
    bool found;
    int ms;
    Path path;
    Decisions decisions;
} Way;

/* Without steps if the visitor wishes it. Lives in the arena; asks the router, so that its last
   route is gone. */
const Way *way_to(const Kiosk *k, int space, Arena *arena);

/* The place, with the way to it as far as it lies on the floor that is shown; NULL without one. */
Node *way_map(Page *page, Node *parent, const Kiosk *k, const Way *way);

/* All that is drawn of this kiosk's floor, with where one stands; without a way. A plan there must
   be. */
Node *way_overview(Page *page, Node *parent, const Kiosk *k);

/* "Face à l’écran, partir à gauche.", with its picture. */
void way_first_step(Page *page, Node *parent, const Kiosk *k, const Way *way);

/* "Atelier soudage (A1) · Rez-de-chaussée" */
Slice way_where(const Kiosk *k, const Way *way, Arena *arena);

/* "Rez-de-chaussée · 1 min" */
Slice way_how_far(const Kiosk *k, const Way *way, Arena *arena);

/* "Y aller · 1 min", which leads to the map; NULL without a place. */
Node *way_button(Page *page, Node *parent, const Way *way, int token);
