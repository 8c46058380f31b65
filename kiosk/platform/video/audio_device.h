/* Sound devices, opened and closed from any thread: a film, the voice and the short sounds each
   have their own, and SDL counts who needs them without a lock. */
#pragma once

#include <SDL2/SDL.h>

/* 0: there is none, and SDL_GetError says why. Each that is open must be closed. */
SDL_AudioDeviceID audio_device_open(const SDL_AudioSpec *wish);
void audio_device_close(SDL_AudioDeviceID device); /* 0 is fine */
