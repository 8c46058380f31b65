#include "platform/video/chime.h"

#include <SDL2/SDL.h>
#include <math.h>
#include <stdbool.h>

#define RATE 48000
#define SAMPLES RATE
#define LOUD 0.5
#define FADES_PER_S 4.0

static SDL_AudioDeviceID device;

/* A fifth above A, fading like a bell. */
static void make(float *sample) {
    const double pi = acos(-1);
    for (int i = 0; i < SAMPLES; i++) {
        double t = (double)i / RATE, first = sin(2 * pi * 440 * t), second = sin(2 * pi * 660 * t);
        sample[i] = (float)(LOUD * exp(-FADES_PER_S * t) * (first + second) / 2);
    }
}

static bool open_device(void) {
    SDL_AudioSpec wish = {.freq = RATE, .format = AUDIO_F32SYS, .channels = 1, .samples = 1024};
    if (device)
        return true;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return false;
    device = SDL_OpenAudioDevice(NULL, 0, &wish, NULL, 0);
    if (!device) /* without a sound card SDL would look for one for ever */
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return device;
}

void chime_play(void) {
    static float sample[SAMPLES];
    if (!open_device())
        return;
    make(sample);
    SDL_ClearQueuedAudio(device);
    SDL_QueueAudio(device, sample, sizeof sample);
    SDL_PauseAudioDevice(device, 0);
}

void chime_end(void) {
    if (!device)
        return;
    SDL_CloseAudioDevice(device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device = 0;
}
