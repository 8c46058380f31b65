#include "voice/speech_words.h"

static const ProgramText WORDS[SPEECH_COUNT] = {
#define SPEECH(name, ...) {"speech/" #name, {__VA_ARGS__}},
#include "speech.def"
#undef SPEECH
};

Slice speech_word(Lang lang, SpeechWord word) {
    return langs_say(lang, &WORDS[word]);
}

Slice speech_rule(Lang lang, SpeechWord word) {
    bool own = langs_has(lang, &WORDS[word]) || lang == LANG_FIRST;
    return own ? langs_say(lang, &WORDS[word]) : (Slice){0};
}
