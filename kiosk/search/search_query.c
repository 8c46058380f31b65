/* What was typed, taken apart; and the looser ways of reading it. */
#include "search/fold.h"
#include "search/likeness.h"
#include "search/said.h"
#include "search/search_parts.h"
#include "search/sought.h"

#include <string.h>

static bool is_number(Slice word) {
    return word.at[0] >= '0' && word.at[0] <= '9';
}

bool query_is_door(const Query *q, int w) {
    return q->word[w].len == 1 && w + 1 < q->count && is_number(q->word[w + 1]);
}

/* What is so goes, unless nothing else was typed; "a 4" is a door. */
static void drop(Query *q, bool (*is_so)(Slice word)) {
    int kept = 0;
    for (int i = 0; i < q->count; i++)
        if (query_is_door(q, i) || !is_so(q->word[i]))
            q->word[kept++] = q->word[i];
    q->count = kept ? kept : q->count;
}

/* Two words that were typed become the one that is meant. */
static void join_two(Query *q, int at, Slice word) {
    q->word[at] = word;
    q->count--;
    memmove(q->word + at + 1, q->word + at + 2, sizeof *q->word * (size_t)(q->count - at - 1));
}

static void read_class(Query *q, int at, Slice classes) {
    Slice figure, ending, word;
    while (fold_next(&classes, &figure) && fold_next(&classes, &ending) &&
           fold_next(&classes, &word))
        if (slice_equal(q->word[at], figure) && slice_equal(q->word[at + 1], ending)) {
            join_two(q, at, word);
            return;
        }
}

/* "3e", "2nde": years of a school, not a figure and the rest of a word. */
static void read_classes(Query *q) {
    for (Lang lang = 0; lang < langs()->count; lang++)
        for (int w = 0; w + 1 < q->count; w++)
            read_class(q, w, sought_in(lang, SOUGHT_CLASSES));
}

enum { INITIALS = 3 };

static bool is_plain_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* How many letters with a dot between any two begin here. */
static int dotted_at(Slice text, int at) {
    int letters = 0;
    while (at + 2 * letters < text.len && is_plain_letter(text.at[at + 2 * letters]) &&
           (!letters || text.at[at + 2 * letters - 1] == '.'))
        letters++;
    int end = at + 2 * letters - 1;
    bool whole = letters && (end >= text.len || !is_plain_letter(text.at[end]));
    return whole ? letters : 0;
}

/* "C.A.P. M.E.I.": two words, as their dots say and the letters alone do not. */
static Slice without_dots(Slice typed, char out[FOLD_TEXT_BYTES]) {
    int len = 0;
    if (typed.len > FOLD_TEXT_BYTES)
        typed.len = utf8_start(typed, FOLD_TEXT_BYTES);
    for (int at = 0; at < typed.len; at++) {
        int letters = at && is_plain_letter(typed.at[at - 1]) ? 0 : dotted_at(typed, at);
        out[len++] = typed.at[at];
        for (int i = 1; letters >= INITIALS && i < letters; i++)
            out[len++] = typed.at[at += 2];
    }
    return (Slice){out, len};
}

static bool are_alike(Slice word, Slice other) {
    return word.len == 1 && other.len == 1 && is_number(word) == is_number(other);
}

/* "D.U.T.", "b t s", "2 0 1": three letters or figures in a row, or more, are one word. */
static void read_initials(Query *q) {
    char *joined = q->memory[3]; /* of one group after the other */
    for (int w = 0; w + INITIALS <= q->count; w++) {
        int end = w;
        while (end < q->count && are_alike(q->word[w], q->word[end]))
            end++;
        if (end - w < INITIALS)
            continue;
        for (int i = w; i < end; i++)
            joined[i - w] = q->word[i].at[0];
        q->word[w] = (Slice){joined, end - w};
        joined += end - w;
        memmove(q->word + w + 1, q->word + end, sizeof *q->word * (size_t)(q->count - end));
        q->count -= end - w - 1;
    }
}

unsigned query_usual_langs(void) {
    unsigned usual = 0;
    for (Lang lang = 0; lang < langs()->count; lang++)
        usual |= langs()->own[lang] >= 0 ? 1u << lang : 0;
    return usual;
}

void query_read(Query *q, Slice typed, unsigned langs) {
    char plain[FOLD_TEXT_BYTES];
    *q = (Query){.langs = langs};
    q->typed = (Slice){q->memory[0], fold(without_dots(typed, plain), q->memory[0], QUERY_BYTES)};
    Slice rest = q->typed;
    while (q->count < QUERY_TYPED && fold_next(&rest, &q->word[q->count]))
        q->count++;
    read_classes(q);
    read_initials(q);
    drop(q, said_around);
    q->count = q->count < QUERY_WORDS ? q->count : QUERY_WORDS;
    q->light = (Slice){q->memory[1], said_light(q->typed, q->memory[1], QUERY_BYTES)};
    q->bare = (Slice){q->memory[2], said_bare(q->typed, q->memory[2], QUERY_BYTES)};
}

void query_drop_anything(Query *q) {
    drop(q, said_of_anything);
}

void query_keep(Query *q, unsigned kept) {
    char text[QUERY_BYTES];
    int len = 0;
    for (int w = 0; w < q->count; w++) {
        Slice word = q->word[w];
        if (!(kept & 1u << w) || len + word.len >= QUERY_BYTES)
            continue;
        memcpy(text + len, word.at, (size_t)word.len);
        len += word.len;
        text[len++] = ' ';
    }
    query_read(q, (Slice){text, len}, q->langs);
}

void query_join(const Query *q, Query *joined) {
    int len = 0;
    *joined = (Query){.count = 1, .langs = q->langs};
    for (int w = 0; w < q->count; w++) {
        memcpy(joined->memory[0] + len, q->word[w].at, (size_t)q->word[w].len);
        len += q->word[w].len;
    }
    joined->typed = joined->light = joined->bare = joined->word[0] =
        (Slice){joined->memory[0], len};
}

bool query_is_year(Slice word) {
    return word.len == 4 && slice_has_prefix(word, LIT("20"));
}

bool query_goes_by(const Query *q, int w, int worth) {
    int least = worth == WORTH_WORD ? NAME_LETTERS : TEXT_LETTERS;
    bool enough = q->word[w].len >= least;
    return worth >= STRONG_WORTH && enough && !said_of_anything(q->word[w]);
}
