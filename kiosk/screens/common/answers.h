/* The five answers as plates: growing bars and words, wherever a question is asked; in an easy
   language three, a thumb and a word. */
#pragma once

#include "screens/screen.h"

enum {
    ANSWER_NONE = -2, /* no plate is chosen */
    ANSWERS_THREE = 3,
};

/* Standing side by side in landscape, one below the other in portrait; `inert` while the choice is
 * confirmed. */
void answers_add(Page *page, Node *parent, int token, int chosen, bool inert);

/* One of the three in any language, yes first, where a page has its own places for them: what it
   counts, its word, its plate with the sign on it. */
int answers_three(int at);
Slice answers_three_word(const Page *page, int at);
Node *answers_plate(Page *page, Node *row, int at, int chosen, Action action);

/* "Tu le ferais ?" on a slab, with two plates, "oui" and "pas trop": each answers {token, see
   quiz_state_first}. */
void answers_beside_film(Page *page, Node *parent, int token, int item);

/* An answer in the words that it was given in: `step` as quiz_step has it, in whatever language the
   page is now. */
Slice answers_word(const Page *page, int answer, int step);
