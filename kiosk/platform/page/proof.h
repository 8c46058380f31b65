/* A page as a printer needs it: painted aside, not on the glass, in grey. */
#pragma once

#include "platform/paint/easel.h"
#include "platform/paint/fonts.h"
#include "ui/page.h"

/* A byte a pixel, 255 white, what is in ink 0; the caller frees it. NULL without memory. */
uint8_t *proof_of(const Page *page, Fonts *fonts, Easel *easel);
