/* The sentences that the kiosk can read aloud in one language, as far as they are written down
   somewhere: those of the program and of a pack. What is put together of figures is not among
   them. */
#pragma once

#include "content/pack.h"

typedef struct SaidSentences SaidSentences;

/* Lives in the arena; the language is in use. */
SaidSentences *said_sentences(Arena *arena, const Pack *pack, Lang lang);

/* Is it one, or what a button says, which is several with commas between? */
bool said_has(const SaidSentences *all, Slice says);

/* The one that has most words in common, as it is written; empty when none is near. */
Slice said_nearest(const SaidSentences *all, Slice says);
