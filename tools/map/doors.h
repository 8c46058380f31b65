/* What joins spaces of one floor: doors that the author drew, open borders between areas without walls, and, where the author
   allows it, openings taken for granted (borders.h). */
#pragma once

#include "map/passages.h"

void doors_read(Draft *draft, Gaps *gaps);

/* Is this node of the author's file a door? */
bool doors_is_door(const OsmObject *node);

/* The node that stands for a point of the author's file in that space; PLAN_NONE if it is no door there. */
int doors_node(const Draft *draft, const OsmObject *node, int level, int space);
