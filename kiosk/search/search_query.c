/* What was typed, taken apart; and the looser ways of reading it. */
#include "search/fold.h"
#include "search/likeness.h"
#include "search/said.h"
#include "search/search_parts.h"

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

static const struct {
    const char *figure, *ending, *word;
} CLASS[] = {{"3", "e", "troisieme"}, {"3", "eme", "troisieme"}, {"3", "ieme", "troisieme"},
             {"2", "de", "seconde"},  {"2", "nde", "seconde"},   {"2", "nd", "seconde"}};

/* "3e", "2nde": years of a school, not a figure and the rest of a word. */
static void read_classes(Query *q) {
    for (int w = 0; w + 1 < q->count; w++)
        for (size_t i = 0; i < sizeof CLASS / sizeof *CLASS; i++)
            if (slice_is(q->word[w], CLASS[i].figure) &&
                slice_is(q->word[w + 1], CLASS[i].ending)) {
                q->word[w] = slice_from(CLASS[i].word);
                memmove(q->word + w + 1, q->word + w + 2,
                        sizeof *q->word * (size_t)(q->count - w - 2));
                q->count--;
                break;
            }
}

void query_read(Query *q, Slice typed) {
    *q = (Query){.count = 0};
    q->typed = (Slice){q->memory[0], fold(typed, q->memory[0], QUERY_BYTES)};
    Slice rest = q->typed;
    while (q->count < QUERY_WORDS && fold_next(&rest, &q->word[q->count]))
        q->count++;
    read_classes(q);
    drop(q, said_around);
    q->light = (Slice){q->memory[1], said_light(q->typed, q->memory[1], QUERY_BYTES)};
    q->bare = (Slice){q->memory[2], said_bare(q->typed, q->memory[2], QUERY_BYTES)};
}

void query_drop_anything(Query *q) {
    drop(q, said_of_anything);
}

void query_join(const Query *q, Query *joined) {
    int len = 0;
    *joined = (Query){.count = 1};
    for (int w = 0; w < q->count; w++) {
        memcpy(joined->memory[0] + len, q->word[w].at, (size_t)q->word[w].len);
        len += q->word[w].len;
    }
    joined->typed = joined->light = joined->bare = joined->word[0] =
        (Slice){joined->memory[0], len};
}

bool query_goes_by(const Query *q, int w, int worth) {
    int least = worth == WORTH_WORD ? NAME_LETTERS : TEXT_LETTERS;
    bool enough = q->word[w].len >= least;
    return worth >= STRONG_WORTH && enough && !said_of_anything(q->word[w]);
}
