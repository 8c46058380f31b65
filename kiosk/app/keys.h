/* The names under which things of a pack are counted, so that counts survive a new pack: the one place that knows both. */
#pragma once

#include "base/fact.h"
#include "pack/pack.h"
#include "stats/table.h"

StatsKeys keys_from(const Pack *pack, Arena *arena); /* borrows the pack's texts */

/* What a fact counts: its record as the keys number it. Places are the spaces that one can be led to; the plan has others. */
Fact keys_fact(const Pack *pack, Fact fact);
