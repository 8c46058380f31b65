/* Where a door stands: what makes a node one, and which spaces it touches. Knows no walls that
   stand in the open, and no ways. */
#pragma once

#include "tools/import/passages.h"

bool doorway_is_any(const OsmObject *object, const char *key, const char *const *values);
bool doorway_is_door(const OsmObject *node); /* of the author's file */
bool doorway_is_gate(const OsmObject *node); /* in a fence or a railing */

/* The spaces of a floor that share the point; when it joins nothing that way, those that it nearly
   touches. Returns how many. */
int doorway_spaces(const PlanDraft *draft, int level, PlanPoint at, int space[PASSAGE_SIDES_MAX]);
bool doorway_on_facade(const PlanDraft *draft, int level,
                       PlanPoint at); /* it leads into the open air */

/* Would a door there lead from one space to another, or out? */
bool doorway_joins(const PlanDraft *draft, int level, PlanPoint at);
