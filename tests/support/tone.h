/* A sound for tests: a tone as a WAV of one channel, 16 bits. */
#pragma once

#include "base/slice.h"

enum { TONE_RATE = 16000 };

/* `loud`: of the highest sample, 0 to 1. The caller frees its bytes. */
Slice tone_make(int hertz, int ms, double loud);
void tone_free(Slice tone);
