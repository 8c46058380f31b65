/* The report as one page for a screen, a phone and A4. */
#pragma once

#include "tools/fleet/sentences.h"

#include <stdio.h>

void fleet_page(FILE *out, const FleetView *view);
