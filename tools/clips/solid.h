/* An outline pulled into a solid and seen from any side: what a designer does with a sketch.
 * Parallel projection. */
#pragma once

#include "tools/clips/paint.h"

/* The words after "prism": X Y SCALE YAW PITCH Z0 Z1 [layers STEP], then the outline x y x y… (y
   upwards), then a style. At yaw 0 and pitch 0 one looks straight at the outline; Z1 is the side
   towards the viewer; yaw turns it about its upright axis, pitch looks down on it. */
void solid_prism(cairo_t *cairo, StageWords *words);
