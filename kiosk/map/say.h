/* The words of ways, obstacles and hours, from assets/lang or the pack, and how a sentence of them
   is put together. For the files that make sentences; declared for nobody else. */
#pragma once

#include "base/slots.h"
#include "map/plan.h"

typedef enum Saying {
#define WAY(name, ...) SAY_##name,
#include "way.def"
#undef WAY
    SAYING_COUNT
} Saying;

Slice say(Lang lang, Saying saying);
Slice say_count(Lang lang, Saying saying, int number);

/* What fills {place}, {the place}, {of place}, {to place} and {at place}. */
#define SAY_NAME(noun, name, lang)                                                                 \
    {noun, (name).plain.in[lang]}, {"the " noun, (name).the.in[lang]},                             \
        {"of " noun, (name).of.in[lang]}, {"to " noun, (name).to.in[lang]}, {                      \
        "at " noun, (name).at.in[lang]                                                             \
    }

/* SAY(arena, lang, TAKE, {"connector", …}, …): the sentence with its slots filled. */
#define SAY(arena, lang, saying, ...) SLOTS_FILL(arena, say(lang, SAY_##saying), __VA_ARGS__)
