/* The short sounds that say something, and which of them is wished for: the app wishes, the
   platform makes it heard. */
#pragma once

#include <stdbool.h>

typedef enum Earcon {
    EARCON_NONE,
    EARCON_CLICK, /* a touch was heard */
    EARCON_CHORD, /* a result has come */
    EARCON_COUNT
} Earcon;

typedef struct EarconWish {
    unsigned serial; /* another one: it begins, from its beginning; 0: there was none yet */
    Earcon which;
    bool hush; /* a film or the voice is there: nothing sounds, and the device is theirs */
} EarconWish;
