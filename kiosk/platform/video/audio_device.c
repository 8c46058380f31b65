#include "platform/video/audio_device.h"

#include <pthread.h>

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

/* With the whole subsystem: without a sound card SDL would look for one several times a second for
   ever. So it is held for a device that is there, and for nothing else. */
SDL_AudioDeviceID audio_device_open(const SDL_AudioSpec *wish) {
    SDL_AudioDeviceID device = 0;
    pthread_mutex_lock(&counting);
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
        device = SDL_OpenAudioDevice(NULL, 0, wish, NULL, 0);
        if (!device)
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    pthread_mutex_unlock(&counting);
    return device;
}

void audio_device_close(SDL_AudioDeviceID device) {
    if (!device)
        return;
    pthread_mutex_lock(&counting);
    SDL_CloseAudioDevice(device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    pthread_mutex_unlock(&counting);
}
