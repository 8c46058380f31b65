/* One word that was typed, held against all the words of a pack. */
#include "search/fold.h"
#include "search/kin.h"
#include "search/likeness.h"
#include "search/search_parts.h"

#include <string.h>

enum {
    TEXT_WEIGHT = 50, /* what stands in a text is meant only by words as long as TEXT_LETTERS */
    KIN_LETTERS = 5,
    SURE_LETTERS = 6 /* shorter words are guessed at only in what a thing is called */
};

int hit_record(const unsigned char *at) {
    return at[1] | at[2] << 8 | at[3] << 16;
}

static void raise(const Search *s, int record, int w, int worth) {
    unsigned char *best = &s->best[record * QUERY_WORDS + w];
    if (worth > *best)
        *best = (unsigned char)worth;
}

/* Every record with that word, if it weighs enough there. Answers whether there was one. */
static bool take_hits(const Search *s, const SearchWord *word, int w, int worth, int least) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    bool any = false;
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES)
        if (at[i] >= least) {
            raise(s, hit_record(at + i), w, worth * at[i] / 100);
            any = true;
        }
    return any;
}

/* The first word of the pack that does not stand before `typed`. */
static int first_from(const Pack *pack, Slice typed) {
    int low = 0, high = pack->search_word_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        Slice word = pack->search_word[middle].id;
        int common = word.len < typed.len ? word.len : typed.len;
        int order = memcmp(word.at, typed.at, (size_t)common);
        if (order < 0 || (order == 0 && word.len < typed.len))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* In the texts only whole words and long beginnings count. */
static int least_weight(Slice typed, int worth) {
    return worth == WORTH_WORD || typed.len >= TEXT_LETTERS ? 1 : TEXT_WEIGHT + 1;
}

static bool match_as_typed(const Search *s, Slice typed, int w) {
    const Pack *pack = s->pack;
    bool any = false;
    for (int at = first_from(pack, typed); at < pack->search_word_count; at++) {
        int worth = worth_as_typed(typed, pack->search_word[at].id);
        if (!worth)
            break;
        any |= take_hits(s, &pack->search_word[at], w, worth, least_weight(typed, worth));
    }
    return any;
}

typedef int Likeness(Slice typed, Slice word);

static bool match_any(const Search *s, Slice typed, int w, Likeness *like, int least) {
    bool found = false;
    for (int i = 0; i < s->pack->search_word_count; i++) {
        int worth = like(typed, s->pack->search_word[i].id);
        if (worth)
            found |= take_hits(s, &s->pack->search_word[i], w, worth, least);
    }
    return found;
}

/* "soudeuse" where "soudage" is known: as they stand together in the alphabet, that is quick. */
static bool match_kin(const Search *s, Slice typed, int w) {
    const Pack *pack = s->pack;
    char memory[QUERY_BYTES];
    Slice root = kin_root(typed), masculine = kin_masculine(typed, memory, sizeof memory);
    bool found = masculine.at == memory && match_as_typed(s, masculine, w);
    if (typed.len < KIN_LETTERS)
        return found;
    for (int at = first_from(pack, root); at < pack->search_word_count; at++) {
        Slice word = pack->search_word[at].id;
        if (!slice_has_prefix(word, root))
            break;
        if (are_kin(typed, word))
            found |= take_hits(s, &pack->search_word[at], w, WORTH_KIN, SLIPS_WEIGHT);
    }
    return found;
}

static bool is_vowel(char letter) {
    return memchr("aeiouyh", letter, 7) != NULL;
}

/* "lalternance", "datelier": typed without the apostrophe. */
static bool match_elided(const Search *s, Slice typed, int w) {
    bool elided = typed.len > 3 && (typed.at[0] == 'l' || typed.at[0] == 'd');
    return elided && is_vowel(typed.at[1]) && match_as_typed(s, slice_cut(typed, 1, typed.len), w);
}

static const SearchWord *word_called(const Pack *pack, Slice word) {
    int at = first_from(pack, word);
    bool there = at < pack->search_word_count && slice_equal(pack->search_word[at].id, word);
    return there ? &pack->search_word[at] : NULL;
}

/* "fablab" where "fab lab" is known: both halves must be in one record. */
static bool match_halves(const Search *s, Slice typed, int w) {
    enum { HALF_LETTERS = 3 };
    bool found = false;
    for (int cut = HALF_LETTERS; cut + HALF_LETTERS <= typed.len; cut++) {
        const SearchWord *left = word_called(s->pack, slice_cut(typed, 0, cut));
        const SearchWord *right = word_called(s->pack, fold_stem(slice_cut(typed, cut, typed.len)));
        const unsigned char *a = left ? (const unsigned char *)left->hits.at : NULL;
        const unsigned char *b = right ? (const unsigned char *)right->hits.at : NULL;
        const unsigned char *a_end = a ? a + left->hits.len : NULL;
        const unsigned char *b_end = b ? b + right->hits.len : NULL;
        while (a && b && a < a_end && b < b_end) {
            int x = hit_record(a), y = hit_record(b);
            if (x == y && a[0] >= SLIPS_WEIGHT && b[0] >= SLIPS_WEIGHT) {
                raise(s, x, w, a[0] < b[0] ? a[0] : b[0]);
                found = true;
            }
            a += x <= y ? SEARCH_HIT_BYTES : 0;
            b += y <= x ? SEARCH_HIT_BYTES : 0;
        }
    }
    return found;
}

void match_word(const Search *s, Slice typed, int w, Strictness how) {
    Slice word = fold_stem(typed);
    bool found = match_as_typed(s, word, w) | match_kin(s, word, w);
    match_any(s, word, w, worth_inside, SEARCH_NAME);
    if (!found)
        found = match_halves(s, word, w) | match_elided(s, word, w);
    if (!found || how == WITH_SLIPS)
        match_any(s, word, w, worth_with_slips,
                  word.len < SURE_LETTERS ? SEARCH_NAME : SLIPS_WEIGHT);
}
