#include "search/sought.h"

#include <stddef.h>

static const ProgramText WORDS[SOUGHT_COUNT] = {
    [SOUGHT_NONE] = {"", {NULL}},
#define SEARCH(name, ...) {"search/" #name, {__VA_ARGS__}},
#include "search.def"
#undef SEARCH
};

Slice sought_in(Lang lang, SoughtId id) {
    return id && langs_has(lang, &WORDS[id]) ? langs_say(lang, &WORDS[id]) : (Slice){0};
}

const char *sought_name(SoughtId id) {
    return WORDS[id].id;
}
