/* The map of a content folder: FOLDER/plan/plan.osm, the files that lie over it, and other words
 * for kinds of places. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* A folder without plan/plan.osm has no map. Trades must be known already. */
void floorplan_read(Pack *pack, Arena *arena, Report *report, Slice folder);

/* A pack with only a map, from any one OSM file. False after a fault. */
bool floorplan_only(Pack *pack, Arena *arena, Report *report, Slice file);
