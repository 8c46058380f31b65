/* The sentences that a pack has recorded, as the voice looks for them: the one place that knows
   both. */
#pragma once

#include "content/pack.h"
#include "voice/recordings.h"

/* Borrows the pack, whose languages are in use. What is in none of them is left out. */
Recordings recorded_in(const Pack *pack, Arena *arena);
