/* Places by what people type: the code on the door, the name, another word for it, with or without
   accents and capitals, with a slip of the finger. Built once; knows no keyboard and no screen. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

typedef struct Search Search;

/* More words for a place than the plan has: the trades that are learnt there. */
typedef struct SearchWords {
    int space;
    LocalText words;
} SearchWords;

typedef struct SearchHit {
    int space, score; /* the higher the better */
} SearchHit;

enum { SEARCH_LEAST_LETTERS = 2 }; /* fewer find nothing yet */

/* `level` is the floor of the asker (index in plan.level): of a lift that is found, its door there
 * is meant. */
Search *search_new(const Plan *plan, int level, const SearchWords *more, int more_count,
                   Arena *arena);

/* Writes at most `most` hits, the best first, and answers how many. Words around the thing ("où est
   le…") are dropped; slips of the finger are forgiven only where nothing is found as it was typed.
   A lift or a stairs comes once. Nothing is allocated. */
int search_find(const Search *search, Slice query, SearchHit *hit, int most);

/* Small letters without accents, ligatures taken apart, everything else a blank; words of letters
   or of digits. Answers the bytes written, at most `size`. */
int search_fold(Slice text, char *out, int size);
