/* eSpeak NG, loaded by the first espeak_load; what is called of it is a field of one table. Knows
   no page and no sound card. */
#pragma once

#include "base/error.h"
#include "base/speech.h"

#include <stdint.h>

/* Samples as they are made, and before them where the words begin: `from` and `to` are bytes of the
   text, `at` is the sample. False: no more is wanted. */
typedef struct EspeakSink {
    void *self;
    bool (*samples)(void *self, const int16_t *mono, int count);
    void (*word)(void *self, int from, int to, int64_t at);
} EspeakSink;

/* Samples a second; 0 when it is not installed, and why in `error`, which is the caller's. Loads
   once: further calls cost nothing. */
int espeak_load(Error *error);

/* False when there is no voice for that language; true also when the sink has stopped it. Loaded
   before, and from one thread only. */
bool espeak_say(Slice text, const char *lang, SpeechRate rate, EspeakSink sink);
void espeak_unload(void); /* when that thread has ended; fine when nothing was loaded */
