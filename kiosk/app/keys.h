/* The names under which things of a pack are counted, so that counts survive a new pack: the one
   place that knows both. */
#pragma once

#include "base/fact.h"
#include "content/pack.h"
#include "stats/table.h"

/* Borrows the pack's texts. A campus that calibrates counts answers in place of letters: see
   stats/tables.def. `here`: which kiosk of the plan counts, or PLAN_NONE. */
StatsKeys keys_from(const Pack *pack, int here, bool calibrates, Arena *arena);

/* The names of the cells of quiz/sample.h: "r1 3", "R I together", "R fM against". */
Slice *keys_of_samples(const Pack *pack, Arena *arena, int *count);

/* What a fact counts: its record as the keys number it. Places are the spaces that one can be
   led to; the plan has others. */
Fact keys_fact(const Pack *pack, Fact fact);
