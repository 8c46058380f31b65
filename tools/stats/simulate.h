/* A year of made-up visitors, counted by the kiosk's own code: to see a report before the first visitor, and to test it. */
#pragma once

#include "base/civil.h"
#include "base/fault.h"
#include "pack/pack.h"

#include <stdint.h>

typedef struct Simulation {
    const Pack *pack;
    int64_t visits;
    uint64_t seed;
    Millis from, to;
    const char *out;
} Simulation;

/* Writes what such a kiosk would have released. Same simulation, same bytes. */
bool simulate(const Simulation *simulation, Fault *fault);
