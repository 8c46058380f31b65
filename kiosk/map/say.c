#include "map/say.h"

static const ProgramText WORDS[SAYING_COUNT] = {
#define WAY(name, ...) {"way/" #name, {__VA_ARGS__}},
#include "way.def"
#undef WAY
};

Slice say(Lang lang, Saying saying) {
    return langs_say(lang, &WORDS[saying]);
}

Slice say_count(Lang lang, Saying saying, int number) {
    return langs_count(lang, &WORDS[saying], number);
}
