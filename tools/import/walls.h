/* Walls, barriers and posts that stand in the open: what of a space is left to walk on, and where
   one lies near a point. Knows no doors and no ways. */
#pragma once

#include "tools/import/draft.h"

#define WALL_GRIP_MM 150.0 /* a door so near to a wall is in it */
/* a gap narrower than that is no way: the "unité de passage" of one person */
#define WALL_NECK_MM 600.0

/* Gives every space that a wall stands in its floor without the walls. After the rooms, before
   anything that walks. */
void walls_read(PlanDraft *draft);
void walls_free(PlanDraft *draft);

/* The wall on that level nearest to the point, and its stroke there; its index in Draft.wall,
   PLAN_NONE for none within WALL_GRIP_MM. */
int walls_near(const PlanDraft *draft, int level, PlanPoint at, PlanPoint *a, PlanPoint *b);

/* The first wall between two points; PLAN_NONE for none. */
int walls_between(const PlanDraft *draft, int level, PlanPoint from, PlanPoint to);

/* What of an area is at least so wide; the caller destroys it. */
GEOSGeometry *walls_roomy(const GEOSGeometry *area, double width_mm);

/* What is left of lines where no wall runs along or across them; takes `lines` over. */
GEOSGeometry *walls_off(const PlanDraft *draft, int level, GEOSGeometry *lines);
