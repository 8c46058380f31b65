#include "platform/video/chime.h"

#include "platform/video/audio_device.h"

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
    if (!device)
        device = audio_device_open(&wish);
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
    audio_device_close(device);
    device = 0;
}
