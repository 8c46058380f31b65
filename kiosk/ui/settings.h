/* What a visitor may set; one value of it belongs to the visit and dies with it. */
#pragma once

#include "base/lang.h"

#include <stdbool.h>

typedef enum ThemeId { THEME_CLAIR, THEME_SOMBRE, THEME_CONTRASTE, THEME_COUNT } ThemeId;

typedef enum TextStep { STEP_NORMAL, STEP_LARGE, STEP_LARGER, STEP_COUNT } TextStep;

typedef struct Settings {
    Lang lang;
    ThemeId theme;
    TextStep step;
    bool seated;  /* every control comes down into the reach of somebody who sits */
    bool still;   /* no motion */
    bool patient; /* three times as long before the kiosk asks whether anybody is there */
} Settings;
