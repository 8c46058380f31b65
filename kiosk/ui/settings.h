/* What a visitor may set; one value of it belongs to the visit and dies with it. */
#pragma once

#include "base/lang.h"

#include <stdbool.h>

typedef enum ThemeId {
#define THEME(name, key) THEME_##name,
#include "ui/themes.def"
#undef THEME
    THEME_COUNT
} ThemeId;

typedef enum TextStep { STEP_NORMAL, STEP_LARGE, STEP_LARGER, STEP_COUNT } TextStep;

/* A clip's sound: as its pack says, or as the visitor has said since. */
typedef enum SoundWish { SOUND_AS_PACKED, SOUND_ON, SOUND_OFF } SoundWish;

enum { LOUDNESS_LEAST = -3, LOUDNESS_MOST = 1 };

typedef struct Settings {
    Lang lang;
    ThemeId theme;
    TextStep step;
    bool seated;    /* every control comes down into the reach of somebody who sits */
    bool step_free; /* ways without steps, for a wheelchair or a pram */
    bool still;     /* no motion */
    SoundWish sound;
    int loudness; /* of videos: 0 the usual, LOUDNESS_LEAST to LOUDNESS_MOST */
    bool no_captions;
    bool steady;  /* touches that follow too soon are dropped for longer */
    bool patient; /* three times as long before the kiosk asks whether anybody is there */
} Settings;
