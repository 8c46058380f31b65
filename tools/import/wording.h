/* The words that the builder of plans gives: names of kinds of places, floors, hours; and what a
   noun becomes in a sentence. From assets/lang, or from the PO files of the content. */
#pragma once

#include "base/slots.h"
#include "map/plan.h"

typedef enum Wording {
#define PLAN(name, ...) WORDING_##name,
#include "plan.def"
#undef PLAN
    WORDING_COUNT
} Wording;

typedef enum Noun {
#define NOUN(name, ...) NOUN_##name,
#include "noun.def"
#undef NOUN
    NOUN_COUNT
} Noun;

Slice wording(Lang lang, Wording word);
LocalText wording_all(Wording word); /* in every language that has it */
bool wording_knows(Lang lang);       /* Without them nothing is made in a language. */
Slice wording_noun(Lang lang, Noun noun);

#define WORDING(arena, lang, word, ...)                                                            \
    SLOTS_FILL(arena, wording(lang, WORDING_##word), __VA_ARGS__)
