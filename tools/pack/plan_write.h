/* The rows of the map in a pack. */
#pragma once

#include "writer.h"

void plan_write(Writer *w, const Pack *pack);
