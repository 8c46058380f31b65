/* The short sounds as samples, reckoned one by one: no recording is kept anywhere. Stereo, 48 000
   samples a second. Knows no device, no page and nothing of who wishes for them. */
#pragma once

#include "base/earcon.h"

#include <stdatomic.h>

enum {
    EARCON_RATE = 48000,
    EARCON_CLICK_MS = 12,
    EARCON_CHORD_MS = 900,
};

/* Of full scale: a click is to be felt more than heard, and neither is to startle a lobby. */
#define EARCON_CLICK_PEAK 0.06f
#define EARCON_CHORD_PEAK 0.16f

/* Pitches are those of equal temperament, 440 Hz * 2^(n / 12) (ISO 16:1975): the click a B above
   the stave, the chord C major, one note after the other. */
int earcon_frames(Earcon which);
float earcon_sample(Earcon which, int frame);

/* Between the thread that wishes and the one that the device asks; zero to begin with. */
typedef struct EarconMix {
    atomic_uint wish; /* serial * EARCON_COUNT + which */
    unsigned taken;   /* of the device's thread, as what follows: the wish that sounds */
    int frame;
} EarconMix;

void earcons_begin(EarconMix *mix, EarconWish wish);
void earcons_mix(EarconMix *mix, float *stereo, int frames); /* silence once it is over */
