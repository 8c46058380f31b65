/* The shapes a storyboard can name, each drawn where it is told. Knows nothing of time. */
#pragma once

#include "tools/clips/paint.h"

/* Draws the line if its verb is a shape; false if it is none. Past the verb, `words` stands on the
 * first number. */
bool shape_draw(cairo_t *cairo, StageWords *words);
