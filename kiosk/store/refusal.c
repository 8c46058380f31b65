#include "store/refusal.h"

const char *refusal_words(Refusal refusal) {
    static const char *const WORDS[] = {
        "taken",
#define REFUSAL(name, words) words,
#include "store/refusals.def"
#undef REFUSAL
    };
    return WORDS[refusal];
}
