/* The tables of the map: from rows to a Plan. Not for other folders. */
#pragma once

#include "pack/reading.h"

void plan_rows_read(Reading *r); /* after the trades; leaves an empty plan when the pack has none */
