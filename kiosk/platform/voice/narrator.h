/* Makes the samples and words of what is to be said, on a thread of its own: decoded as somebody
   has spoken them, or else synthesized by eSpeak NG. The thread begins with the first visitor who
   could listen; what a visitor heard is not kept. Called by one thread. */
#pragma once

#include "base/speech.h"
#include "video/sound.h"

#include <stdbool.h>
#include <stdint.h>

#define SIGN_MS 60 /* how long a letter takes where nothing is heard */

typedef struct Narrator Narrator;

Narrator *narrator_open(Sound *sound); /* which stays the caller's and outlives it */
void narrator_close(Narrator *narrator);

/* No library or no thread, said once: nobody will hear anything from now on. */
bool narrator_is_broken(void);

void narrator_begin(Narrator *narrator, const SpeechWish *wish); /* the thread; again is fine */
void narrator_order(Narrator *narrator, const SpeechWish *wish);
void narrator_hush(Narrator *narrator);

/* Of the order `serial`, `at_us` microseconds of its sound having been heard. */
SpeechReport narrator_report(Narrator *narrator, unsigned serial, int64_t at_us);
void narrator_rest(Narrator *narrator); /* nobody is here */
