/* What a visitor may set; one value of it belongs to the visit and dies with it. */
#pragma once

#include "base/lang.h"
#include "base/speech.h"

#include <stdbool.h>

typedef enum ThemeId {
#define THEME(name, key) THEME_##name,
#include "ui/themes.def"
#undef THEME
    THEME_COUNT
} ThemeId;

/* Quarters more than usual, up to twice the size. */
typedef enum TextStep {
    STEP_NORMAL,
    STEP_LARGE,
    STEP_LARGER,
    STEP_HUGE,
    STEP_DOUBLE,
    STEP_COUNT
} TextStep;

/* A clip's sound: as its pack says, or as the visitor has said since. */
typedef enum SoundWish { SOUND_AS_PACKED, SOUND_ON, SOUND_OFF } SoundWish;

enum { LOUDNESS_LEAST = -3, LOUDNESS_MOST = 1 };

/* What text is set in: the usual face, one for those who learn to read, one that some dyslexic
   people prefer. */
typedef enum Letters { LETTERS_USUAL, LETTERS_COMFORT, LETTERS_DYSLEXIC, LETTERS_COUNT } Letters;

/* Does the machine speak, and does it now? */
typedef enum VoiceState { VOICE_NONE, VOICE_OFF, VOICE_ON } VoiceState;

typedef struct VoiceSettings {
    VoiceState state;
    bool paused;
    bool aloud; /* what is nobody else's may be heard by the loudspeaker */
    SpeechRate rate;
    int loudness; /* 0 the usual, SPEECH_QUIETEST to SPEECH_LOUDEST */
} VoiceSettings;

typedef struct Settings {
    Lang lang;
    ThemeId theme;
    TextStep step;
    Letters letters;
    bool spaced;    /* more room between the lines */
    bool seated;    /* every control comes down into the reach of somebody who sits */
    bool step_free; /* ways without steps, for a wheelchair or a pram */
    bool still;     /* no motion */
    SoundWish sound;
    int loudness; /* of videos: 0 the usual, LOUDNESS_LEAST to LOUDNESS_MOST */
    bool no_captions;
    bool described;         /* what films show is said in their pauses */
    bool signs, signs_left; /* films are shown in sign language too; on the left of the picture */
    bool steady;            /* touches that follow too soon are dropped for longer */
    VoiceSettings voice;
    bool patient; /* three times as long before the kiosk asks whether anybody is there */
} Settings;
