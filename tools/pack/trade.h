/* The trades of a content folder, one file each. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* Reads FOLDER/trades; families and pictures must be known already. Fills trade, trade_count and
 * the counts of families. */
void trades_read(Pack *pack, Arena *arena, Report *report, Slice folder);
