/* How long a voice takes from the wish to its first word, and how much of a processor it needs; the
   sound device is one that nobody hears, with the buffers of a real one. */
#include "platform/voice/voice.h"
#include "tools/bench/took.h"

#include <SDL2/SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TIMES = 20, DELAY_MS = 40 };

static const char TEXT[] = "Souder deux plaques de métal, puis mesurer la pièce.";

static SpeechReport turn(Voice *voice, SpeechWish wish) {
    SDL_Delay(1);
    voice_follow(voice, wish);
    return voice_report(voice);
}

/* From the wish to the first word being handed to the device, which takes DELAY_MS more. */
static double first_word(Voice *voice, unsigned serial) {
    SpeechWish wish = {.serial = serial, .text = slice_from(TEXT), .lang = "fr"};
    double since = ms_of(CLOCK_MONOTONIC);
    while (!turn(voice, wish).to)
        ;
    return ms_of(CLOCK_MONOTONIC) - since;
}

/* Milliseconds of a processor for each second of speech, page and thread together. */
static double cpu_share(Voice *voice, unsigned serial) {
    SpeechWish wish = {.serial = serial, .text = slice_from(TEXT), .lang = "fr"};
    double cpu = ms_of(CLOCK_PROCESS_CPUTIME_ID), since = ms_of(CLOCK_MONOTONIC);
    voice_follow(voice, wish);
    for (SpeechReport report = {0}; !report.done;) {
        SDL_Delay(report.wake ? (Uint32)report.wake : 20);
        report = voice_report(voice);
    }
    return (ms_of(CLOCK_PROCESS_CPUTIME_ID) - cpu) / (ms_of(CLOCK_MONOTONIC) - since) * 1000;
}

int main(void) {
    double took[TIMES];
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    Voice *voice = voice_open((VoiceSpec){.sound_delay_ms = DELAY_MS});
    printf("voice_first_ever_ms %.1f\n", first_word(voice, 1) + DELAY_MS);
    for (unsigned i = 0; i < TIMES; i++)
        took[i] = first_word(voice, i + 2);
    took_sort(took, TIMES);
    printf("voice_first_word_ms %.1f\n", took[TIMES / 2] + DELAY_MS);
    printf("voice_cpu_ms_per_s %.1f\n", cpu_share(voice, TIMES + 2));
    voice_close(voice);
    SDL_Quit();
    return 0;
}
