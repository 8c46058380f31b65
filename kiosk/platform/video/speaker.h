/* The sound device: opened when the first film plays aloud, beside the main thread because that
   takes long, and kept until the kiosk rests; it asks for samples while something plays. A machine
   without one goes on in silence. */
#pragma once

#include <stdbool.h>

typedef struct Speaker Speaker;

enum { SPEAKER_RATE = 48000 };

/* Stereo floats; called on the device's thread. */
typedef void (*SpeakerFill)(void *self, float *stereo, int frames);

Speaker *speaker_open(SpeakerFill fill, void *self);
void speaker_close(Speaker *speaker); /* NULL is fine */
void speaker_play(Speaker *speaker, bool plays,
                  bool aloud); /* to be called whenever a film is looked after */
/* It is not open yet, but soon: what plays now would not be heard. */
bool speaker_opens(Speaker *speaker);
void speaker_rest(Speaker *speaker); /* the device is given back; the next film opens it again */
