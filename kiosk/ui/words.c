#include "ui/words.h"

static const char *const WORDS[WORD_COUNT][LANG_COUNT] = {
#define WORD(name, fr, en) {fr, en},
#include "words.def"
#undef WORD
};

Slice word_in(Lang lang, Word word) {
    return slice_from(WORDS[word][lang]);
}
