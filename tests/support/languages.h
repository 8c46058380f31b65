/* The languages of the program, which are those of most packs here, by name. */
#pragma once

#include "base/lang.h"

enum { LANG_FR, LANG_EN, LANG_COUNT };
static const char *const LANG_CODE[LANG_COUNT] __attribute__((unused)) = {"fr", "en"};
