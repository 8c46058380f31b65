/* The rows of the map in a pack. */
#pragma once

#include "tools/pack/writer.h"

void plan_write(Writer *w, const Pack *pack);
