/* What layout asks of the fonts; the platform answers with real ones, a test with made-up ones. */
#pragma once

#include "ui/theme.h"

typedef struct Typeface {
    void *self;
    /* Width in pixels of one line; `size` in pixels. */
    int (*advance)(void *self, Face face, int size, Slice line);
    /* Does the plain face have letters of the language that the usual one lacks, and all of them?
       NULL: it has none. */
    bool (*wants_plain)(void *self, Lang lang);
} Typeface;
