/* What is to be said and what the kiosk hears of it: plain data, so that a page's words are wished
   for and nobody commands a voice. Knows nothing of synthesis or of sound cards. */
#pragma once

#include "base/civil.h"
#include "base/slice.h"

typedef enum SpeechRate { RATE_SLOW = -1, RATE_USUAL, RATE_FAST } SpeechRate;

/* Loudness in steps of 5 dB; the usual one is low, for a hall with other people in it. */
enum { SPEECH_QUIETEST = -2, SPEECH_LOUDEST = 3, SPEECH_STEPS = 6 };

/* A sentence as somebody has spoken it, at the usual rate: the bytes of a sound file. */
typedef struct Recorded {
    Slice name; /* for the log and the transcript; empty: it is not recorded */
    Slice bytes;
} Recorded;

/* A new serial: what was said before is broken off, and this begins. */
typedef struct SpeechWish {
    unsigned serial;   /* 0: silence */
    Slice text;        /* borrowed until the next wish */
    const char *lang;  /* code of BCP 47 */
    Recorded recorded; /* is heard instead of a voice that is made; borrowed likewise */
    SpeechRate rate;
    int loudness;
    bool paused;
    bool rings; /* a soft bell before it */
    bool soon;  /* somebody may listen: the first word should not wait for the voice to load */
    bool some_recorded; /* nor for what decodes */
} SpeechWish;

/* How the wish `serial` stands. */
typedef struct SpeechReport {
    unsigned serial;
    int from, to; /* bytes of the text: the word that is heard; equal: none */
    bool done;
    Millis wake; /* so many milliseconds later there is more to report; 0: not by itself */
} SpeechReport;
