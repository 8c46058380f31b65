/* Everything that a pack has, by what people type: a name, a word of it, another word for it, the
   code on a door; with or without accents, in any order, with a slip of the finger. The words are
   the pack's (tools/pack/search_index.h). Knows no keyboard and no screen. */
#pragma once

#include "content/pack.h"

typedef struct Search Search;

typedef struct SearchHit {
    Target target;
    int score;      /* the higher the better */
    bool elsewhere; /* only in another language is it called so */
} SearchHit;

enum { SEARCH_LEAST_LETTERS = 2 }; /* fewer find nothing yet */

/* `level` is the floor of the asker (index in plan.level): of a lift that is found, its door there
   is meant. Borrows the pack; lives in the arena. */
Search *search_new(const Pack *pack, int level, Arena *arena);

/* Writes at most `most` hits, the best first, and answers how many. What other languages say counts
   only where nothing is found in that one. Words around the thing ("où est
   le…") are dropped; slips of the finger, and spelling by ear, are forgiven word by word, where a
   word is unknown as it was typed. A lift or a stairs comes once. Words that stand nowhere do not
   empty the list as long as one that says what is meant is left; beside a number that stands
   nowhere only what is called so is found. Nothing is allocated; not for two threads at a time. */
int search_find(const Search *search, Lang lang, Slice query, SearchHit *hit, int most);

/* What was typed, when the visit is over: it is kept for the next letter. NULL is fine. */
void search_forget(const Search *search);

/* A number that was typed, as long as one of a register, that nothing here has; else empty. */
Slice search_missing_number(const Search *search, Slice query);

/* Of all that is called something in that language, the word most like one of those typed, folded,
   and what has it in its name; empty when none is near. Never toilets: nobody who looks for another
   thing means them. */
Slice search_nearest(const Search *search, Lang lang, Slice query, Target *of);

/* That word as it is written in the title of what has it; as it is folded if it is not there. */
Slice search_written(const Pack *pack, Lang lang, Target of, Slice word);

LocalText search_title(const Pack *pack, Target target); /* what it is called */
