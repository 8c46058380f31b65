#include "ui/icon.h"

static const char *const NAMES[ICON_COUNT] = {
    "",
#define ICON(name, code) #name,
#include "ui/icons.def"
#undef ICON
};

static const uint32_t CODES[ICON_COUNT] = {
    ' ',
#define ICON(name, code) code,
#include "ui/icons.def"
#undef ICON
};

Icon icon_named(Slice name) {
    for (int i = 1; i < ICON_COUNT; i++)
        if (slice_is(name, NAMES[i]))
            return (Icon)i;
    return ICON_NONE;
}

Slice icon_glyph(Icon icon) {
    static char glyphs[ICON_COUNT][4];
    return (Slice){glyphs[icon], utf8_encode(CODES[icon], glyphs[icon])};
}
