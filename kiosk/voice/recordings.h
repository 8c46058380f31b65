/* The sentences that somebody has recorded, found by how they are said: "7 m" and "7 mètres" are
   one sentence. Knows no pack and no sound. */
#pragma once

#include "base/arena.h"
#include "base/lang.h"
#include "base/speech.h"

typedef struct RecordedSentence {
    uint64_t key; /* of its language and its words */
    Lang lang;
    Slice said;
    Recorded recorded;
} RecordedSentence;

typedef struct Recordings {
    RecordedSentence *at;
    int count;
} Recordings;

/* Borrows what is recorded; the rest lives in the arena. False: that sentence is there already. */
bool recordings_add(Recordings *recordings, Arena *arena, Lang lang, Slice says, Recorded recorded);

/* How `said`, a sentence as sentences.h has it, was recorded; an empty name: it was not. */
Recorded recordings_find(const Recordings *recordings, Lang lang, Slice said);
