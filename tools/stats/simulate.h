/* A year of made-up visitors, counted by the kiosk's own code: to see a report before the first
 * visitor, and to test it. */
#pragma once

#include "base/civil.h"
#include "base/error.h"
#include "content/pack.h"

#include <stdint.h>

typedef struct Simulation {
    const Pack *pack;
    int64_t visits;
    uint64_t seed;
    Millis from, to;
    const char *out;  /* file of what such a kiosk would have released; or NULL */
    const char *live; /* the kiosk's own file, with the periods that are still open; or NULL */
} Simulation;

/* Same simulation, same bytes. A file that is there already is never written to as `live`: it may
   be a kiosk's. */
bool simulate(const Simulation *simulation, Error *error);
