/* Doors that the author drew: between spaces of one floor, into the open air, and through a wall in
   a hall. */
#pragma once

#include "tools/import/passages.h"

void doors_read(PlanDraft *draft, Gaps *gaps);

/* The node that stands for a point of the author's file in that space; PLAN_NONE if it is no door
   there. */
int doors_node(const PlanDraft *draft, const OsmObject *node, int level, int space);
