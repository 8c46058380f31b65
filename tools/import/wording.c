#include "tools/import/wording.h"

static const ProgramText WORDS[WORDING_COUNT] = {
#define PLAN(name, ...) {"plan/" #name, {__VA_ARGS__}},
#include "plan.def"
#undef PLAN
};

static const ProgramText NOUNS[NOUN_COUNT] = {
#define NOUN(name, ...) {"noun/" #name, {__VA_ARGS__}},
#include "noun.def"
#undef NOUN
};

Slice wording(Lang lang, Wording word) {
    return langs_say(lang, &WORDS[word]);
}

LocalText wording_all(Wording word) {
    LocalText all = {{{0}}};
    for (int lang = 0; lang < langs()->count; lang++)
        if (langs_has(lang, &WORDS[word]))
            all.in[lang] = wording(lang, word);
    return all;
}

bool wording_knows(Lang lang) {
    for (int word = 0; word < WORDING_COUNT; word++)
        if (!langs_has(lang, &WORDS[word]))
            return false;
    for (int noun = 0; noun < NOUN_COUNT; noun++)
        if (!langs_has(lang, &NOUNS[noun]))
            return false;
    return true;
}

Slice wording_noun(Lang lang, Noun noun) {
    return langs_say(lang, &NOUNS[noun]);
}
