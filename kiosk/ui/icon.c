#include "ui/icon.h"

static const char *const NAMES[ICON_COUNT] = {
    "",
#define ICON(name, code) #name,
#define TURNS ICON
#include "ui/icons.def"
#undef ICON
#undef TURNS
};

static const uint32_t CODES[ICON_COUNT] = {
    ' ',
#define ICON(name, code) code,
#define TURNS ICON
#include "ui/icons.def"
#undef ICON
#undef TURNS
};

static const bool TURNED[ICON_COUNT] = {
#define ICON(...)
#define TURNS(name, code) [ICON_##name] = true,
#include "ui/icons.def"
#undef ICON
#undef TURNS
};

Icon icon_named(Slice name) {
    for (int i = 1; i < ICON_COUNT; i++)
        if (slice_is(name, NAMES[i]))
            return (Icon)i;
    return ICON_NONE;
}

bool icon_turns(Icon icon) {
    return TURNED[icon];
}

Slice icon_glyph(Icon icon) {
    static char glyphs[ICON_COUNT][4];
    return (Slice){glyphs[icon], utf8_encode(CODES[icon], glyphs[icon])};
}
