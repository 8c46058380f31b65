/* Words under which people look for things, whatever a pack says; assets/lang has them, and a pack
   for languages of its own. */
#pragma once

#include "base/lang.h"

typedef enum SoughtId {
    SOUGHT_NONE,
#define SEARCH(name, ...) SOUGHT_##name,
#include "search.def"
#undef SEARCH
    SOUGHT_COUNT
} SoughtId;

Slice sought_in(Lang lang, SoughtId id); /* empty: that language says nothing of it */
const char *sought_name(SoughtId id);    /* "search/AROUND" */
