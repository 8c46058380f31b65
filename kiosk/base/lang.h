/* The kiosk's languages, and a text that exists in every one of them. */
#pragma once

#include "base/slice.h"

typedef enum Lang { LANG_FR, LANG_EN, LANG_COUNT } Lang;

/* The same words in each language, indexed by Lang. */
typedef struct Words {
    Slice in[LANG_COUNT];
} Words;

static const char *const LANG_CODE[LANG_COUNT] = {"fr", "en"};
