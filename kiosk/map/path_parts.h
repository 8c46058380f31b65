/* Where a way crosses open borders: the graph crosses them at a few points, a person where it is
   straightest. Knows rings, walls and lines; no words, no pixels. */
#pragma once

#include "map/path.h"

/* Moves every crossing of an open border along that border to where the line before and behind it
   is shortest, as long as both stay inside their spaces and off the walls. Never makes a path
   longer; its lengths are to be measured afterwards. */
void straighten(const Plan *plan, Path *path);
