/* Doors that the author drew: between spaces of one floor, into the open air, and through a wall in
   a hall. */
#pragma once

#include "map/passages.h"

void doors_read(Draft *draft, Gaps *gaps);

/* Would a door there lead from one space to another, or out? */
bool doors_joins(const Draft *draft, int level, PlanPoint at);

/* Is this node of the author's file a door? */
bool doors_is_door(const OsmObject *node);

/* The node that stands for a point of the author's file in that space; PLAN_NONE if it is no door
   there. */
int doors_node(const Draft *draft, const OsmObject *node, int level, int space);
