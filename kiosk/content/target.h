/* Where a button leads and what a search finds, as text in a pack and in an author's file: "quiz",
   "trades", "level/3", "trade/ID", "place/ID", "course/ID"… */
#pragma once

#include "content/record.h"

enum { TARGET_LEVEL_LEAST = 3, TARGET_LEVEL_MOST = 8 }; /* as trade_way has them */

const char *target_word(TargetKind kind); /* "trade" */

/* The list of the pack that its argument counts in; RECORD_COUNT for a place, a level, and what has
   no argument. */
RecordId target_record(TargetKind kind);

/* So many arguments it has, from 0 on; 1 of what has none. */
int target_count(const Pack *pack, TargetKind kind);

/* TARGET_NONE for what leads nowhere. The argument of a record or a place is the caller's to find:
   `id` is what it is called. */
Target target_read(Slice text, Slice *id);

/* Its argument, looked for; -1 for none. Slow: for builders. */
int target_find(const Pack *pack, TargetKind kind, Slice id);

/* Has the pack what a page without an argument is about? */
bool target_has_page(const Pack *pack, TargetKind kind);

Slice target_id(const Pack *pack, Target target);                  /* empty for what has none */
Slice target_write(const Pack *pack, Target target, Arena *arena); /* empty for TARGET_NONE */
