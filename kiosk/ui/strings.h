/* The words of the interface itself; what a campus says is in its pack. In French and English
   they are compiled in from assets/lang, and none may be missing; a pack brings those of its other
   languages. */
#pragma once

#include "base/lang.h"

typedef enum StringId {
#define STR(name, ...) STR_##name,
#include "ui.def"
#undef STR
    STR_COUNT
} StringId;

Slice string_in(Lang lang, StringId word); /* valid as long as the pack */
