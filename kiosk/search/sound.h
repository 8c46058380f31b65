/* How a word sounds, roughly and in French: "kablage" is "câblage", "uzinage" is "usinage". */
#pragma once

#include "base/slice.h"

enum { SOUND_BYTES = 64 };

typedef enum SoundEnd {
    SOUND_WHOLE, /* letters that end a word and are not heard are left out */
    SOUND_OPEN   /* more letters will follow */
} SoundEnd;

/* Writes the sounds of a folded word, a sign for each; answers how many. 0: it does not begin with
   the sound `first`, unless that is 0; or it is not written in plain Latin letters, or too long. */
int sound_of(Slice word, SoundEnd end, char first, char out[SOUND_BYTES]);
