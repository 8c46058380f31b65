/* The words of the interface itself; what a campus says is in its pack. In French and English
   they are compiled in from assets/lang, and none may be missing; a pack brings those of its other
   languages. */
#pragma once

#include "base/lang.h"

typedef enum Word {
#define WORD(name, ...) WORD_##name,
#include "ui.def"
#undef WORD
    WORD_COUNT
} Word;

Slice word_in(Lang lang, Word word); /* valid as long as the pack */
