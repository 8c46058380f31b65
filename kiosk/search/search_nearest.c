/* The word that was most likely meant, where nothing is called as it was typed. */
#include "search/fold.h"
#include "search/likeness.h"
#include "search/search_parts.h"

#include <stdlib.h>

enum { NEAR_PERCENT = 40 }; /* of the letters that were typed may be wrong */

static bool is_toilets(const Pack *pack, const SearchRecord *record) {
    if (record->target.kind == TARGET_PLACE)
        return pack->plan.space[record->target.arg].kind == SPACE_TOILETS;
    return record->kind >= 0;
}

/* The first record that has it in its name; -1 for none. */
static int named_by(const Search *s, const SearchWord *word, unsigned langs) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES) {
        int record = hit_record(at + i);
        bool name = at[i] == SEARCH_NAME && hit_is_in(at + i, langs);
        if (name && !is_toilets(s->pack, &s->pack->search_record[record]))
            return record;
    }
    return -1;
}

typedef struct Nearest {
    int word, record, percent;
} Nearest;

static void look_for(const Search *s, Slice typed, unsigned langs, Nearest *nearest) {
    for (int i = 0; i < s->pack->search_word_count; i++) {
        const SearchWord *word = &s->pack->search_word[i];
        if (word->id.len <= 2 ||
            100 * abs(word->id.len - typed.len) >= nearest->percent * typed.len)
            continue;
        int percent = 100 * slips_between(typed, word->id) / typed.len;
        int record = percent < nearest->percent ? named_by(s, word, langs) : -1;
        if (record >= 0)
            *nearest = (Nearest){i, record, percent};
    }
}

Slice search_nearest(const Search *s, Lang lang, Slice query, Target *of) {
    Query q;
    Nearest nearest = {.record = -1, .percent = NEAR_PERCENT};
    query_read(&q, query, 1u << lang);
    for (int w = 0; w < q.count; w++) {
        Slice typed = fold_stem(q.word[w]);
        if (typed.len >= TEXT_LETTERS - 1)
            look_for(s, typed, q.langs, &nearest);
    }
    if (nearest.record < 0)
        return (Slice){0};
    *of = s->pack->search_record[nearest.record].target;
    return s->pack->search_word[nearest.word].id;
}
