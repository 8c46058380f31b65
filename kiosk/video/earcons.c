#include "video/earcons.h"

#include <math.h>

#define CONCERT_A 440.0
#define SEMITONES 12.0
#define CLICK_NOTE 14 /* semitones above that A */
#define CLICK_FADE_MS 2.5
#define NOTE_APART_MS 70
#define NOTE_RISE_MS 12.0 /* a tone that begins at once would click */
#define NOTE_FADE_MS 220.0
#define NOTES 3

static const int CHORD[NOTES] = {3, 7, 10}; /* C, E, G */

static double tone(int semitones, double ms) {
    const double pi = acos(-1);
    return sin(2 * pi * CONCERT_A * pow(2, semitones / SEMITONES) * ms / 1000);
}

/* From 1 to exactly 0 at the end, so that nothing breaks off. */
static double ending(double ms, double length_ms) {
    return ms < length_ms ? 1 - ms / length_ms : 0;
}

static double click(double ms) {
    return tone(CLICK_NOTE, ms) * exp(-ms / CLICK_FADE_MS) * ending(ms, EARCON_CLICK_MS);
}

static double chord(double ms) {
    double sum = 0;
    for (int i = 0; i < NOTES; i++) {
        double since = ms - i * NOTE_APART_MS;
        double rise = since < NOTE_RISE_MS ? since / NOTE_RISE_MS : 1;
        if (since > 0)
            sum += tone(CHORD[i], since) * rise * exp(-since / NOTE_FADE_MS);
    }
    return sum / NOTES * ending(ms, EARCON_CHORD_MS);
}

int earcon_frames(Earcon which) {
    static const int LENGTH_MS[EARCON_COUNT] = {
        [EARCON_CLICK] = EARCON_CLICK_MS, [EARCON_CHORD] = EARCON_CHORD_MS};
    return LENGTH_MS[which] * (EARCON_RATE / 1000);
}

float earcon_sample(Earcon which, int frame) {
    double ms = 1000.0 * frame / EARCON_RATE;
    if (which == EARCON_CLICK)
        return (float)(EARCON_CLICK_PEAK * click(ms));
    return which == EARCON_CHORD ? (float)(EARCON_CHORD_PEAK * chord(ms)) : 0;
}

void earcons_begin(EarconMix *mix, EarconWish wish) {
    atomic_store(&mix->wish, wish.serial * EARCON_COUNT + (unsigned)wish.which);
}

void earcons_mix(EarconMix *mix, float *stereo, int frames) {
    unsigned wish = atomic_load(&mix->wish);
    if (wish != mix->taken)
        mix->frame = 0;
    mix->taken = wish;
    Earcon which = (Earcon)(wish % EARCON_COUNT);
    for (int i = 0; i < frames; i++) {
        bool sounds = mix->frame < earcon_frames(which);
        stereo[2 * i] = stereo[2 * i + 1] = sounds ? earcon_sample(which, mix->frame) : 0;
        mix->frame += sounds;
    }
}
