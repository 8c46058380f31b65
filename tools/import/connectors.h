/* What joins floors: lifts, stairs and escalators that are drawn as shafts or stand as a point. */
#pragma once

#include "tools/import/draft.h"

enum { CONNECTOR_WAIT_S = 30 }; /* for a lift, unless kiosk:wait says otherwise */

/* Shafts become ports and edges between floors; a shaft on one floor is said. */
void connectors_read(PlanDraft *draft);

/* A new connector with the object's letter and name; answers its index. */
int connector_new(PlanDraft *draft, PlanEdgeKind kind, const OsmObject *object);

/* From its first point on: 1 up, -1 down; 0 when incline=* does not say so in words. */
int connector_way_up(const OsmObject *object);

/* Gives an edge between floors its rise, and wheelchair=no of its object. */
void connector_finish(PlanDraft *draft, int edge, const OsmObject *object);
