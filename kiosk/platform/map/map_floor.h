/* Floors and walls of a map. For the files of this folder only. */
#pragma once

#include "platform/map/map_draw.h"

void map_draw_floor(MapDraw *d, const PlanLevel *level);
void map_draw_walls(MapDraw *d, const PlanLevel *level);
void map_draw_ghosts(MapDraw *d, const PlanLevel *level);
