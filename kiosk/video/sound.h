/* The sound of a clip between the thread that decodes it and the device that plays it; and, because
   a device can be trusted to take as many samples as it plays, the clock of the clip. Without a
   device the caller's clock stands in. Stereo, 48 000 samples a second, 32-bit floats. Any thread
   may call; every call is short. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { SOUND_RATE = 48000, SOUND_RING = 2 * SOUND_RATE };

typedef struct Sound Sound;

Sound *sound_open(int64_t latency_us); /* from the device taking a sample to its being heard */
void sound_close(Sound *sound);

/* Everything before is forgotten and samples with another serial are dropped; the clock stands at
 * `from_us`. */
void sound_begin(Sound *sound, unsigned serial, int64_t from_us);
void sound_run(Sound *sound, bool running, int64_t now_us);
void sound_loudness(Sound *sound, float gain); /* 0 to 1, reached within some milliseconds */

/* Decoded samples whose first one belongs to `pts_us`. A hole before them becomes silence, what
   lies before the clock or overlaps is dropped, what the ring cannot hold as well. */
void sound_push(Sound *sound, unsigned serial, int64_t pts_us, const float *stereo, int frames);
void sound_finish(Sound *sound,
                  unsigned serial); /* no more will come: the clock runs on in silence */
int sound_waiting(Sound *sound);    /* samples in the ring */

void sound_mix(Sound *sound, float *stereo, int frames,
               int64_t now_us);                 /* from the device's callback */
int64_t sound_at(Sound *sound, int64_t now_us); /* microseconds of the clip; never goes back */
