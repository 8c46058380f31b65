#include "search/glance.h"

uint32_t glance_letters(Slice word) {
    uint32_t letters = 0;
    for (int i = 0; i < word.len; i++)
        letters |= (uint32_t)1 << (word.at[i] & 31);
    return letters;
}

Glance glance_at(const SearchWord *word) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    Glance glance = {.letters = glance_letters(word->id)};
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES) {
        glance.weight = at[i] > glance.weight ? at[i] : glance.weight;
        glance.langs |= at[i + SEARCH_HIT_LANGS];
    }
    return glance;
}
