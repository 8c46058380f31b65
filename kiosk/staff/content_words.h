/* Which content is shown, tried and kept, and how the last update went, in the words of the staff
   area. */
#pragma once

#include "base/arena.h"
#include "base/staff_view.h"
#include "staff/update.h"

typedef struct ContentWords {
    Arena memory[2]; /* two, since the page on the glass still shows the last */
    int which, store_changes, update_turn;
    bool said;
} ContentWords;

/* Makes them anew when something has changed. */
void content_words(ContentWords *words, Store *store, Update *update, Millis now, StaffView *view);

/* What became of the last trial; empty: nothing to speak of. */
Slice content_event(Arena *arena, Lang lang, const Ledger *ledger);

void content_words_free(ContentWords *words);
