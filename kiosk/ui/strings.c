#include "ui/strings.h"

static const ProgramText WORDS[STR_COUNT] = {
#define STR(name, ...) {"ui/" #name, {__VA_ARGS__}},
#include "ui.def"
#undef STR
};

Slice string_in(Lang lang, StringId word) {
    return langs_say(lang, &WORDS[word]);
}
