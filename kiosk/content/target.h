/* Where a button leads, as text in a pack and in an author's file: "quiz", "trades", "level/3",
   "trade/ID", "topic/ID", "place/ID". */
#pragma once

#include "content/pack.h"

enum { TARGET_LEVEL_LEAST = 3, TARGET_LEVEL_MOST = 8 }; /* as trade_way has them */

/* TARGET_NONE for what leads nowhere. The argument of a trade, topic or place is the caller's to
   find: `id` is what it is called. */
Target target_read(Slice text, Slice *id);

Slice target_write(const Pack *pack, Target target, Arena *arena); /* empty for TARGET_NONE */
