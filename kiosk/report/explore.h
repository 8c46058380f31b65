/* Numbers of many periods and kiosks for the chooser of the page: what is masked stays masked, what
 * is estimated is estimated here. */
#pragma once

#include "report/graph.h"

#include <stdio.h>

/* A JSON object that may stand in a script element. */
void explore_put(FILE *out, const Figures *figures, Lang lang, Arena *arena);
