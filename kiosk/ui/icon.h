/* Icons by name: glyphs of one icon font, so that they take any size and colour. */
#pragma once

#include "base/slice.h"

#include <stdint.h>

typedef enum Icon {
    ICON_NONE,
#define ICON(name, code) ICON_##name,
#define TURNS ICON
#include "ui/icons.def"
#undef ICON
#undef TURNS
    ICON_COUNT
} Icon;

Icon icon_named(Slice name); /* ICON_NONE for a name unknown */
bool icon_turns(Icon icon);  /* it points along the page, and turns with it */
Slice icon_glyph(Icon icon); /* UTF-8 of its code point, valid for ever */
