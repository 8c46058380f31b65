/* What one steers by at a corner of a way: doors that can be counted, and things that everybody
 * recognises. */
#pragma once

#include "map/directions.h"
#include "map/outline.h"

bool landmarks_has_leaf(const PlanEdge *edge);        /* a door that is pushed, no open passage */
bool landmarks_is_shaft(const Plan *plan, int space); /* of a lift, stairs or an escalator */

/* Which door of its sort on its side the door of a corner is, walking from `from` with heading
   `toward`: 1 to 3; 0 when it is the only one, or too many would have to be counted. */
int landmarks_count_doors(const Outline *o, const Corner *from, double toward, const Corner *door,
                          bool right);

/* Finds the most telling landmark beside the decision taken at `at`, the visitor coming from
 * `from`. */
void landmarks_mark(const Outline *o, Decision *decision, Spot from, Spot at);
