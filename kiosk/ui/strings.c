#include "ui/strings.h"

static const ProgramText WORDS[STR_COUNT] = {
#define STR(name, fr, en) {"ui/" #name, {fr, en}},
#include "ui.def"
#undef STR
};

Slice string_in(Lang lang, StringId word) {
    return langs_say(lang, &WORDS[word]);
}
