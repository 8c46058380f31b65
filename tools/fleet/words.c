#include "tools/fleet/words.h"

static const ProgramText WORDS[FLEET_WORD_COUNT] = {
#define FLEET(name, ...) {"fleet/" #name, {__VA_ARGS__}},
#include "fleet.def"
#undef FLEET
};

Slice fleet_word(Lang lang, FleetWord word) {
    return langs_say(lang, &WORDS[word]);
}
