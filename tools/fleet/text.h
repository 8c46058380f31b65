/* The report for a terminal. */
#pragma once

#include "tools/fleet/sentences.h"

#include <stdio.h>

void fleet_text(FILE *out, const FleetView *view);
