#include "store/refusal.h"

#include "base/message.h"

const char *refusal_words(Refusal refusal) {
    static const char *const WORDS[] = {
        MESSAGE("taken"),
#define REFUSAL(name, words) words,
#include "store/refusals.def"
#undef REFUSAL
    };
    return message(WORDS[refusal]);
}
