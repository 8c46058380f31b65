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
    bool open; /* more of it may follow */
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

static void match_near(const Seeking *s, Slice typed, Nearness how, int least) {
    const NearWord *near;
    int count = near_find(s->search, typed, how, s->open, &near);
    for (int i = 0; i < count; i++)
        take_hits(s, &s->search->pack->search_word[near[i].word], near[i].worth, least);
}

/* What is written as it sounds in French is Turkish only by chance. */
static void match_misspelt(const Seeking *s, Slice typed) {
    int least = typed.len < SURE_LETTERS ? SEARCH_NAME : SLIPS_WEIGHT;
    Seeking usual = *s;
    usual.langs &= query_usual_langs();
    match_near(s, typed, NEAR_MISSPELT, least);
    match_near(&usual, typed, NEAR_SAID, least);
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

/* Is it a word by itself, so that it may be meant? In another usual language only where it says
   much: "back" of "back to school" is no "bac". */
static bool is_whole(const Seeking *s, Slice typed) {
    const SearchWord *word = word_called(s->search->pack, typed);
    const unsigned char *at = word ? (const unsigned char *)word->hits.at : NULL;
    for (int i = 0; word && i < word->hits.len; i += SEARCH_HIT_BYTES)
        if (hit_is_in(at + i, s->langs) ||
            (at[i] >= SLIPS_WEIGHT && hit_is_in(at + i, query_usual_langs())))
            return true;
    return false;
}

/* The last one may not have been typed to its end. */
static bool is_open(const Query *q, int w) {
    return q->word[w].at + q->word[w].len == q->typed.at + q->typed.len;
}

void match_word(const Search *search, const Query *q, int w, Strictness how) {
    const Seeking s = {search, w, q->langs, is_open(q, w)};
    Slice word = fold_stem(q->word[w]);
    bool typed = match_as_typed(&s, word), kin = match_kin(&s, word);
    bool sure = is_whole(&s, word) || (typed && s.open);
    match_near(&s, word, NEAR_INSIDE, SEARCH_NAME);
    if (!typed && !kin)
        sure |= match_halves(&s, word) | match_elided(&s, word);
    if (!q->to_the_letter && (!sure || how == WITH_SLIPS))
        match_misspelt(&s, word);
}
