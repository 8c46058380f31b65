#include "ui/words.h"

static const OwnWords WORDS[WORD_COUNT] = {
#define WORD(name, fr, en) {"ui/" #name, {fr, en}},
#include "ui.def"
#undef WORD
};

Slice word_in(Lang lang, Word word) {
    return langs_say(lang, &WORDS[word]);
}
