/* What joins floors, and the ways that the author drew: lifts, stairs, escalators, ramps. */
#pragma once

#include "map/draft.h"

/* Shafts (spaces and lone lift nodes) become ports and edges between floors; a shaft on one floor is said. */
void connectors_read(Draft *draft);

/* highway=steps, footway, corridor, elevator drawn as lines: their edges, between doors or points of their own. They come
   before what the builder would find for itself. */
void ways_read(Draft *draft);
