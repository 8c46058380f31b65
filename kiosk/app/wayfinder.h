/* What finding one's way needs, made ready once from the plan of a pack: the more is prepared, the
 * less a visitor waits. */
#pragma once

#include "map/route.h"
#include "content/pack.h"
#include "search/search.h"

typedef struct Wayfinder {
    const Plan *plan; /* NULL: the pack has none, and the router is NULL too */
    Router *router;
    const Search *search;
    int here; /* which kiosk of the plan this is, PLAN_NONE if it has none */
} Wayfinder;

/* Borrows the pack; `place` is the id of this kiosk, NULL or one that is not there: the first.
 * Lives in the arena. */
Wayfinder wayfinder_from(const Pack *pack, const char *place, Arena *arena);
