/* A made-up building as large as one likes, to time searching and drawing: corridors side by side,
 * rooms on both sides. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

/* `rooms` on each of `floors`, joined by a lift and stairs. Lives in the arena. */
Plan big_plan(int rooms, int floors, Arena *arena);
