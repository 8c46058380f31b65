/* How a text is said: "15 h 30" is "15 heures 30", "CAP" is spelled, "A7" is "A 7". What the rules
   need to know of a language stands in its words (speech/ in assets/lang); no code knows one
   language from another. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"

/* What is said from `said` to `said_end` stands in the written text from `from` to `to`. */
typedef struct SpokenWord {
    int said, said_end, from, to;
} SpokenWord;

typedef struct Spoken {
    Slice text;
    SpokenWord *word;
    int count;
} Spoken;

Spoken spoken_form(Arena *arena, Lang lang, Slice text);
