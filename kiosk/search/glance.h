/* What shows at a glance that a word of a pack is not the one that was typed: there are tens of
   thousands of them, and all but a few need not be looked at letter by letter. */
#pragma once

#include "content/pack.h"

typedef struct Glance {
    uint32_t letters;            /* that it has: see glance_letters */
    unsigned char weight, langs; /* the most that it weighs anywhere; all in which it is found */
} Glance;

Glance glance_at(const SearchWord *word);

/* A bit for each of its letters; some have one in common. */
uint32_t glance_letters(Slice word);

/* What is looked for: letters that were typed, of which so many may be wrong, in a word that weighs
   so much or more in one of those languages. */
typedef struct GlanceFor {
    uint32_t letters;
    int slips;
    unsigned char weight, langs;
} GlanceFor;

/* Without branches that nobody can foretell: most of the time of a search goes by here. */
static inline bool glance_goes_by(Glance word, GlanceFor wanted) {
    uint32_t lacking = wanted.letters & ~word.letters; /* no fewer slips lie between the two */
    for (int i = 0; i < wanted.slips; i++)
        lacking &= lacking - 1;
    return (lacking != 0) | (word.weight < wanted.weight) | !(word.langs & wanted.langs);
}
