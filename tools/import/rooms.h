/* Drawn outlines become spaces: polygons, kinds, names, triangles, the circle that a label
   fits in. */
#pragma once

#include "tools/import/draft.h"

void rooms_read(
    PlanDraft *draft); /* fills space, room, ring, point, and the meshes of the levels */

/* The façade of a level, found once; NULL for an empty floor. */
const GEOSPreparedGeometry *rooms_facade(const PlanDraft *draft, int level);

void rooms_free(PlanDraft *draft); /* the polygons */
