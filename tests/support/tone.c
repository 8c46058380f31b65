#include "support/tone.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_BYTES = 44 };

static void put(unsigned char *at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

/* "Multimedia Programming Interface and Data Specifications", 1991: RIFF, fmt, data. */
static void put_head(unsigned char *wav, uint32_t data) {
    memcpy(wav, "RIFF____WAVEfmt ", 16);
    put(wav + 4, HEAD_BYTES - 8 + data, 4);
    put(wav + 16, 16, 4);
    put(wav + 20, 1, 2); /* PCM */
    put(wav + 22, 1, 2);
    put(wav + 24, TONE_RATE, 4);
    put(wav + 28, TONE_RATE * 2, 4);
    put(wav + 32, 2, 2);
    put(wav + 34, 16, 2);
    memcpy(wav + 36, "data", 4);
    put(wav + 40, data, 4);
}

Slice tone_make(int hertz, int ms, double loud) {
    int samples = TONE_RATE / 1000 * ms;
    unsigned char *wav = malloc(HEAD_BYTES + 2 * (size_t)samples);
    if (!wav)
        abort();
    put_head(wav, 2 * (uint32_t)samples);
    for (int i = 0; i < samples; i++) {
        double wave = loud * sin(2 * acos(-1) * hertz * i / TONE_RATE);
        put(wav + HEAD_BYTES + 2 * i, (uint32_t)(int32_t)(wave * 32767), 2);
    }
    return (Slice){(const char *)wav, HEAD_BYTES + 2 * samples};
}

void tone_free(Slice tone) {
    free((char *)(uintptr_t)tone.at);
}
