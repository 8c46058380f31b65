/* The words of the interface itself; what a campus says is in its pack. A word missing in a language does not compile. */
#pragma once

#include "base/lang.h"

typedef enum Word {
#define WORD(name, fr, en) WORD_##name,
#include "words.def"
#undef WORD
    WORD_COUNT
} Word;

Slice word_in(Lang lang, Word word); /* valid for ever */
