/* Makes the words come true that are wished for: decoded as somebody has spoken them, or else
   synthesized by eSpeak NG, on a thread of its own, and heard through the sound device. Both are
   loaded when somebody begins a visit. A recording that cannot be played is synthesized.
   Without a voice for a language, and when the sound card is pulled out, everything goes on in
   silence. */
#pragma once

#include "base/speech.h"

#include <stdbool.h>

typedef struct Voice Voice;

typedef struct VoiceSpec {
    bool staged;        /* nothing is heard, and the clock is voice_set_time */
    int sound_delay_ms; /* from a sample being handed over to its being heard */
} VoiceSpec;

Voice *voice_open(VoiceSpec spec);
void voice_close(Voice *voice); /* NULL is fine */

/* Is there anything that could be heard? Asked anew whenever nobody is here. */
bool voice_is_there(void);

void voice_follow(Voice *voice, SpeechWish wish);
/* The same wish goes on, while who wishes is busy with a picture. */
void voice_keep(Voice *voice);
SpeechReport voice_report(Voice *voice);
void voice_rest(Voice *voice); /* nobody is here: the sound device is given back */
void voice_set_time(Voice *voice, Millis now);
