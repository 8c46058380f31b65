/* The two-storey L-shaped building that plans are tried on, drawn as an author would. */
#pragma once

#define FLOOR_0 "level=0"
#define FLOOR_1 "level=1"

void building_draw(void); /* begins a sketch */
