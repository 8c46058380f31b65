/* What is said of a fleet, in one language, for paper and for a terminal alike. */
#pragma once

#include "tools/fleet/judge.h"

typedef struct FleetView {
    const Fleet *fleet;
    const Diagnosis *diagnosis; /* one a kiosk */
    Lang lang;
    Arena *arena;
} FleetView;

Slice fleet_summary(const FleetView *view);
Slice fleet_level(const FleetView *view, FleetLevel level);
Slice fleet_says(const FleetView *view, const Diagnosis *diagnosis, FleetWord word);
Slice fleet_fault(const FleetView *view, HealthFault fault);
