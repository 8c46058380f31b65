/* Signs that nobody sees, whoever put them into a text: a web page, a word processor, a phone. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/* Does it turn the order of the words that follow? */
bool sign_turns(uint32_t code);

/* Is it seen by nobody? Of those that join letters or keep them apart (U+200C, U+200D) `before`
   tells: in scripts that need them they are letters like others. */
bool sign_hidden(uint32_t code, uint32_t before);

/* "une marque invisible (U+202E) change l’ordre des mots : l’effacer, …": what to say of it. */
Slice sign_mend(Arena *arena, uint32_t code);
