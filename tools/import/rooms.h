/* Drawn outlines become spaces: polygons, kinds, names, triangles, the circle that a label
   fits in. */
#pragma once

#include "tools/import/draft.h"

void rooms_read(Draft *draft); /* fills space, room, ring, point, and the meshes of the levels */

/* The façade of a level, found once; NULL for an empty floor. */
const GEOSPreparedGeometry *rooms_facade(const Draft *draft, int level);

void rooms_free(Draft *draft); /* the polygons */
