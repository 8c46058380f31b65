#include "ui/words.h"

static const OwnWords WORDS[WORD_COUNT] = {
#define WORD(name, ...) {"ui/" #name, {__VA_ARGS__}},
#include "ui.def"
#undef WORD
};

Slice word_in(Lang lang, Word word) {
    return langs_say(lang, &WORDS[word]);
}
