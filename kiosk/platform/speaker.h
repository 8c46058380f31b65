/* The sound device: opened once, beside the main thread because that takes long, and kept; it asks for samples while
   something plays and rests otherwise. A machine without one goes on in silence. */
#pragma once

#include <stdbool.h>

typedef struct Speaker Speaker;

enum { SPEAKER_RATE = 48000 };

/* Stereo floats; called on the device's thread. */
typedef void (*SpeakerFill)(void *self, float *stereo, int frames);

Speaker *speaker_open(SpeakerFill fill, void *self);
void speaker_close(Speaker *speaker); /* NULL is fine */
void speaker_play(Speaker *speaker, bool plays);
