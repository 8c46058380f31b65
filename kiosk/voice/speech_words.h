/* The words that are only heard: what a control is, how it stands, how abbreviations are said. */
#pragma once

#include "base/lang.h"

typedef enum SpeechWord {
#define SPEECH(name, ...) SPEECH_##name,
#include "speech.def"
#undef SPEECH
    SPEECH_COUNT
} SpeechWord;

Slice speech_word(Lang lang, SpeechWord word);
/* Likewise; empty where the language has none of its own: the rules of another would be wrong. */
Slice speech_rule(Lang lang, SpeechWord word);
