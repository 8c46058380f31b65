/* The value of level=* as storeys: lists, ranges, half storeys. Knows nothing of buildings.
   https://wiki.openstreetmap.org/wiki/Key:level */
#pragma once

#include "base/slice.h"

enum { LEVELS_MAX = 64, LEVEL_HUNDREDTHS_MAX = 20000 };

/* Hundredths of a storey, ascending, each once. "0;2-3" is 0, 200, 300; a comma before digits after
   a digit is a decimal comma. Answers how many; -1 when the text is not understood. */
int levels_parse(Slice text, int hundredths[LEVELS_MAX]);
