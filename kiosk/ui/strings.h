/* The words of the interface itself; what a campus says is in its pack. In French and English
   they are compiled in from assets/lang, and none may be missing; a pack brings those of its other
   languages. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"

typedef enum StringId {
#define STR(name, ...) STR_##name,
#include "ui.def"
#undef STR
    STR_COUNT
} StringId;

Slice string_count(Lang lang, StringId word, int number); /* the form for that number */
Slice string_in(Lang lang, StringId word);                /* valid as long as the pack */

/* Words that stand beside one another, "first · second", or as a list, "first, second", as the
   language writes it; where one is empty, the other alone. */
Slice string_beside(Lang lang, Slice first, Slice second, Arena *arena);
Slice string_list(Lang lang, Slice first, Slice second, Arena *arena);
