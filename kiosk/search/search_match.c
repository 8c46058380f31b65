/* One word that was typed, held against all the words of a pack. */
#include "search/fold.h"
#include "search/kin.h"
#include "search/likeness.h"
#include "search/said.h"
#include "search/search_parts.h"

#include <string.h>

enum {
    TEXT_WEIGHT = 50, /* what stands in a text is meant only by words as long as TEXT_LETTERS */
    KIN_LETTERS = 5,
    SURE_LETTERS = 6 /* shorter words are guessed at only in what a thing is called */
};

/* What is done for one word: where it is noted, and in which languages it is looked for. */
typedef struct Seeking {
    const Search *search;
    int w;
    unsigned langs;
} Seeking;

int hit_record(const unsigned char *at) {
    return at[1] | at[2] << 8 | at[3] << 16;
}

bool hit_is_in(const unsigned char *at, unsigned langs) {
    return at[SEARCH_HIT_LANGS] & langs;
}

static void raise(const Seeking *s, int record, int worth) {
    unsigned char *best = &s->search->best[record * QUERY_WORDS + s->w];
    if (worth > *best)
        *best = (unsigned char)worth;
}

/* Every record with that word, if it weighs enough there. Answers whether there was one. */
static bool take_hits(const Seeking *s, const SearchWord *word, int worth, int least) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    bool any = false;
    for (int i = 0; i < word->hits.len; i += SEARCH_HIT_BYTES)
        if (at[i] >= least && hit_is_in(at + i, s->langs)) {
            raise(s, hit_record(at + i), worth * at[i] / 100);
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

/* The first that stands after all that begin with it. */
static int first_after(const Pack *pack, Slice beginning) {
    char next[QUERY_BYTES];
    memcpy(next, beginning.at, (size_t)beginning.len);
    next[beginning.len - 1]++; /* no letter ends in the last byte there is */
    return first_from(pack, (Slice){next, beginning.len});
}

bool match_begins(const Pack *pack, Slice typed) {
    int at = first_from(pack, typed);
    return at < pack->search_word_count && slice_has_prefix(pack->search_word[at].id, typed);
}

/* In the texts only whole words and long beginnings count. */
static int least_weight(Slice typed, int worth) {
    return worth == WORTH_WORD || typed.len >= TEXT_LETTERS ? 1 : TEXT_WEIGHT + 1;
}

static bool match_as_typed(const Seeking *s, Slice typed) {
    const Pack *pack = s->search->pack;
    bool any = false;
    for (int at = first_from(pack, typed); at < pack->search_word_count; at++) {
        int worth = worth_as_typed(typed, pack->search_word[at].id);
        if (!worth)
            break;
        any |= take_hits(s, &pack->search_word[at], worth, least_weight(typed, worth));
    }
    return any;
}

/* A part of what a thing is called. */
static void match_inside(const Seeking *s, Slice typed) {
    const Pack *pack = s->search->pack;
    if (typed.len < INSIDE_LETTERS)
        return;
    GlanceFor wanted = {glance_letters(typed), 0, SEARCH_NAME, (unsigned char)s->langs};
    for (int i = 0; i < pack->search_word_count; i++) {
        if (glance_goes_by(s->search->glance[i], wanted))
            continue;
        int worth = worth_inside(typed, pack->search_word[i].id);
        if (worth)
            take_hits(s, &pack->search_word[i], worth, SEARCH_NAME);
    }
}

static void match_beginning(const Seeking *s, Slice typed, Slice beginning, int least) {
    const Pack *pack = s->search->pack;
    GlanceFor wanted = {glance_letters(typed), SLIPS_MOST, (unsigned char)least,
                        (unsigned char)s->langs};
    int end = first_after(pack, beginning);
    for (int i = first_from(pack, beginning); i < end; i++) {
        if (glance_goes_by(s->search->glance[i], wanted))
            continue;
        int worth = worth_with_slips(typed, pack->search_word[i].id);
        if (worth)
            take_hits(s, &pack->search_word[i], worth, least);
    }
}

/* Of all words only those that begin alike can be meant: see worth_with_slips. */
static void match_with_slips(const Seeking *s, Slice typed, int least) {
    if (typed.len < SLIP_LETTERS)
        return;
    char swapped[2] = {typed.at[1], typed.at[0]};
    match_beginning(s, typed, slice_cut(typed, 0, 1), least);
    match_beginning(s, typed, (Slice){swapped, 2}, least);
}

/* "soudeuse" where "soudage" is known: as they stand together in the alphabet, that is quick. */
static bool match_kin(const Seeking *s, Slice typed) {
    const Pack *pack = s->search->pack;
    char memory[QUERY_BYTES];
    Slice root = kin_root(typed), masculine = kin_masculine(typed, memory, sizeof memory);
    bool found = masculine.at == memory && match_as_typed(s, masculine);
    if (typed.len < KIN_LETTERS)
        return found;
    for (int at = first_from(pack, root); at < pack->search_word_count; at++) {
        Slice word = pack->search_word[at].id;
        if (!slice_has_prefix(word, root))
            break;
        if (are_kin(typed, word))
            found |= take_hits(s, &pack->search_word[at], WORTH_KIN, SLIPS_WEIGHT);
    }
    return found;
}

static bool is_vowel(char letter) {
    return memchr("aeiouyh", letter, 7) != NULL;
}

/* "lalternance", "datelier", "sinscrire": typed without the apostrophe. */
static bool match_elided(const Seeking *s, Slice typed) {
    bool elided = typed.len > 3 && said_elided(slice_cut(typed, 0, 1));
    return elided && is_vowel(typed.at[1]) && match_as_typed(s, slice_cut(typed, 1, typed.len));
}

static const SearchWord *word_called(const Pack *pack, Slice word) {
    int at = first_from(pack, word);
    bool there = at < pack->search_word_count && slice_equal(pack->search_word[at].id, word);
    return there ? &pack->search_word[at] : NULL;
}

static bool is_half(const Seeking *s, const unsigned char *at) {
    return at[0] >= SLIPS_WEIGHT && hit_is_in(at, s->langs);
}

/* What both words are found in. */
static bool take_both(const Seeking *s, const SearchWord *left, const SearchWord *right) {
    const unsigned char *a = (const unsigned char *)left->hits.at, *a_end = a + left->hits.len;
    const unsigned char *b = (const unsigned char *)right->hits.at, *b_end = b + right->hits.len;
    bool found = false;
    while (a < a_end && b < b_end) {
        int x = hit_record(a), y = hit_record(b);
        if (x == y && is_half(s, a) && is_half(s, b)) {
            raise(s, x, a[0] < b[0] ? a[0] : b[0]);
            found = true;
        }
        bool next = x < y || (x == y && !is_half(s, a));
        a += next ? SEARCH_HIT_BYTES : 0;
        b += next ? 0 : SEARCH_HIT_BYTES;
    }
    return found;
}

/* "fablab" where "fab lab" is known: both halves must be in one record. */
static bool match_halves(const Seeking *s, Slice typed) {
    enum { HALF_LETTERS = 3 };
    const Pack *pack = s->search->pack;
    bool found = false;
    for (int cut = HALF_LETTERS; cut + HALF_LETTERS <= typed.len; cut++) {
        const SearchWord *left = word_called(pack, slice_cut(typed, 0, cut));
        const SearchWord *right = word_called(pack, fold_stem(slice_cut(typed, cut, typed.len)));
        found |= left && right && take_both(s, left, right);
    }
    return found;
}

void match_word(const Search *search, const Query *q, int w, Strictness how) {
    const Seeking s = {search, w, q->langs};
    Slice word = fold_stem(q->word[w]);
    bool found = match_as_typed(&s, word) | match_kin(&s, word);
    match_inside(&s, word);
    if (!found)
        found = match_halves(&s, word) | match_elided(&s, word);
    if (!q->to_the_letter && (!found || how == WITH_SLIPS))
        match_with_slips(&s, word, word.len < SURE_LETTERS ? SEARCH_NAME : SLIPS_WEIGHT);
}
