/* The way on a map, where it leads, and what bars it. For the files of this folder only. */
#pragma once

#include "platform/map/map_draw.h"

void map_draw_way(MapDraw *d);
void map_draw_pin(MapDraw *d);
void map_draw_badges(MapDraw *d);
void map_draw_barriers(MapDraw *d); /* closures that change the way */
