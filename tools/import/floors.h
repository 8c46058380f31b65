/* The floors and the zones of a plan, before anything stands on them. */
#pragma once

#include "tools/import/draft.h"

/* Sets the site's origin, then gathers every level that a space names; indoor=level gives names,
 * button and height. */
void floors_read(PlanDraft *draft);

/* kiosk:zone=ID with zone:opens or zone:closes defines a zone; elsewhere kiosk:zone=ID only says
   what lies in it. A zone that is defined nowhere is said. */
void zones_read(PlanDraft *draft);
int zone_of(const PlanDraft *draft, const OsmObject *object); /* index, or PLAN_NONE */

/* indoor=room, corridor, area, or a drawn lift shaft: something with a floor of its own. */
bool floors_is_space(const OsmObject *object);
