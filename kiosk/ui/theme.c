#include "ui/theme.h"

#include <math.h>

/* reference: B612 capitals are 0.76 em; 34 px on a 43" screen subtend 0.7 degrees at a metre (EN
 * 301 549, 5.1.4). */
const TypeSpec THEME_TYPE[TYPE_COUNT] = {
    [TYPE_BODY] = {FACE_REGULAR, 34, 145, false},
    [TYPE_HERO] = {FACE_BOLD, 132, 106, true},
    [TYPE_H1] = {FACE_BOLD, 72, 112, true},
    [TYPE_H2] = {FACE_BOLD, 44, 115, false},
    [TYPE_H3] = {FACE_BOLD, 38, 120, false},
    [TYPE_UI] = {FACE_BOLD, 32, 125, false},
    [TYPE_SMALL] = {FACE_REGULAR, 28, 135, false},
    [TYPE_LABEL] = {FACE_BOLD, 28, 135, false},
    [TYPE_COUNTDOWN] = {FACE_BOLD, 120, 110, true},
    [TYPE_CAPTION] = {FACE_REGULAR, 44, 125, true},
    [TYPE_SMALL_ICON] = {FACE_ICON, 32, 100, false},
    [TYPE_ICON] = {FACE_ICON, 48, 100, false},
    [TYPE_ICON_LARGE] = {FACE_ICON, 80, 100, true},
    [TYPE_ICON_PICTURE] = {FACE_ICON, 128, 100, true},
};

#define OPAQUE(rgb) (0xFF000000u | (rgb))

static const uint32_t PAINTS[PAINT_COUNT][THEME_COUNT] = {
    [PAINT_NONE] = {0, 0, 0},
    [PAINT_BG] = {OPAQUE(0xEEF1F3), OPAQUE(0x0F1A22), OPAQUE(0x000000)},
    [PAINT_GRID] = {OPAQUE(0xD6DDE2), OPAQUE(0x1B2A35), OPAQUE(0x000000)},
    [PAINT_SURFACE] = {OPAQUE(0xFFFFFF), OPAQUE(0x1A2933), OPAQUE(0x000000)},
    [PAINT_INK] = {OPAQUE(0x14212B), OPAQUE(0xF1F5F8), OPAQUE(0xFFFFFF)},
    [PAINT_INK2] = {OPAQUE(0x43525E), OPAQUE(0xB9C6D0), OPAQUE(0xFFFFFF)},
    [PAINT_LINE] = {OPAQUE(0x6B7A86), OPAQUE(0x7D919F), OPAQUE(0xFFFFFF)},
    [PAINT_EDGE] = {OPAQUE(0xC9D1D8), OPAQUE(0x070D12), OPAQUE(0x000000)},
    [PAINT_FIELD] = {OPAQUE(0xDCE8F2), OPAQUE(0x16303F), OPAQUE(0x000000)},
    [PAINT_PRIMARY] = {OPAQUE(0x0B4A7F), OPAQUE(0x8CC8FF), OPAQUE(0xFFE600)},
    [PAINT_ON_PRIMARY] = {OPAQUE(0xFFFFFF), OPAQUE(0x0B1A26), OPAQUE(0x000000)},
    [PAINT_PRIMARY_EDGE] = {OPAQUE(0x06335A), OPAQUE(0x5C93C4), OPAQUE(0xB3A100)},
    [PAINT_SOFT] = {OPAQUE(0xDCE8F2), OPAQUE(0x24394A), OPAQUE(0x444444)},
    [PAINT_ACCENT] = {OPAQUE(0xFFB81C), OPAQUE(0xFFC64A), OPAQUE(0xFFE600)},
    [PAINT_ON_ACCENT] = {OPAQUE(0x14212B), OPAQUE(0x14212B), OPAQUE(0x000000)},
    [PAINT_ACCENT_EDGE] = {OPAQUE(0xB87F00), OPAQUE(0xB08420), OPAQUE(0xB3A100)},
    [PAINT_FOCUS] = {OPAQUE(0xB3005E), OPAQUE(0xFF7AC2), OPAQUE(0x00E5FF)},
    [PAINT_SCRIM] = {0xA6000000u, 0xB0000000u, 0xD0000000u},
    [PAINT_RUST] = {OPAQUE(0x9A3412), OPAQUE(0xE0A48E), OPAQUE(0xFFE600)},
    [PAINT_BLUE] = {OPAQUE(0x1D4F91), OPAQUE(0x93B4DE), OPAQUE(0xFFE600)},
    [PAINT_VIOLET] = {OPAQUE(0x7A2E83), OPAQUE(0xCE9CD5), OPAQUE(0xFFE600)},
    [PAINT_TEAL] = {OPAQUE(0x0E6659), OPAQUE(0x86C7BC), OPAQUE(0xFFE600)},
    [PAINT_CRIMSON] = {OPAQUE(0xA31545), OPAQUE(0xE597B0), OPAQUE(0xFFE600)},
    [PAINT_SLATE] = {OPAQUE(0x4B5563), OPAQUE(0xB4BBC5), OPAQUE(0xFFE600)},
    [PAINT_ON_TONE] = {OPAQUE(0xFFFFFF), OPAQUE(0x0B1A26), OPAQUE(0x000000)},
    [PAINT_BAND] = {OPAQUE(0x10181F), OPAQUE(0x070D12), OPAQUE(0x000000)},
    [PAINT_ON_BAND] = {OPAQUE(0xFFFFFF), OPAQUE(0xFFFFFF), OPAQUE(0xFFFFFF)},
    [PAINT_OPEN] = {OPAQUE(0x0B5A39), OPAQUE(0x8FD9B0), OPAQUE(0xFFFFFF)},
};

uint32_t theme_paint(ThemeId theme, Paint paint) {
    return PAINTS[paint][theme];
}

int theme_border(ThemeId theme) {
    return theme == THEME_CONTRASTE ? 4 : 2;
}

/* Display type is readable from afar at the normal step: at half the growth it still gains, and the
   page keeps its room for the text that needs enlarging. The largest can be read from three metres
   and does not grow. */
int theme_size(Type type, TextStep step) {
    const TypeSpec *spec = &THEME_TYPE[type];
    if (type == TYPE_HERO)
        return spec->size;
    int quarters = 4 + (int)step;
    return spec->display ? spec->size * (4 + quarters) / 8 : spec->size * quarters / 4;
}

Paint theme_tone(Slice name) {
    static const char *const NAMES[] = {"rust", "blue", "violet", "teal", "crimson", "slate"};
    for (int i = 0; i < 6; i++)
        if (slice_is(name, NAMES[i]))
            return (Paint)(PAINT_RUST + i);
    return PAINT_SLATE;
}

static double channel(uint32_t colour, int shift) {
    double c = (double)(colour >> shift & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0);
}

double theme_contrast(uint32_t a, uint32_t b) {
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}
