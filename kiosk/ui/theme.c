#include "ui/theme.h"

#include "base/look.h"
#include "ui/tint.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* reference: B612 capitals are 0.76 em; 34 px on a 43" screen subtend 0.7 degrees at a metre (EN
 * 301 549, 5.1.4). */
const TypeSpec THEME_TYPE[TYPE_COUNT] = {
    [TYPE_BODY] = {FACE_REGULAR, 34, 145, false},
    [TYPE_HERO] = {FACE_BOLD, 108, 106, true},
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
    {0},
#define PAINT(name, ...) {PAINT_OF(__VA_ARGS__)},
#define PAINT_OF(clair, sombre, contraste) OPAQUE(clair), OPAQUE(sombre), OPAQUE(contraste)
#define TONE(name, key, ...) PAINT(name, __VA_ARGS__)
#define VEIL(name, ...) {__VA_ARGS__},
#define OWN PAINT
#define MARK PAINT
#include "ui/paints.def"
#undef PAINT
#undef TONE
#undef VEIL
#undef OWN
#undef MARK
};

/* ---- the look of a campus -------------------------------------------------------------------- */

#define RGB(colour) ((colour)&0xFFFFFFu)

typedef uint32_t Dye(uint32_t house);

uint32_t theme_own(uint32_t house) {
    uint32_t colour = look_now().colour;
    return colour == LOOK_HOUSE ? house : tint_like(house, RGB(PAINTS[PAINT_SLAB][0]), colour);
}

uint32_t theme_mark(uint32_t house) {
    uint32_t accent = look_now().accent;
    return accent == LOOK_HOUSE ? house : tint_like(house, RGB(PAINTS[PAINT_ACCENT][0]), accent);
}

static Dye *const DYES[PAINT_COUNT] = {
#define PAINT(...)
#define TONE(...)
#define VEIL(...)
#define OWN(name, ...) [PAINT_##name] = theme_own,
#define MARK(name, ...) [PAINT_##name] = theme_mark,
#include "ui/paints.def"
#undef PAINT
#undef TONE
#undef VEIL
#undef OWN
#undef MARK
};

/* Dyed once a look: every page asks for hundreds. */
static uint32_t dyed(ThemeId theme, Paint paint) {
    static uint32_t kept[PAINT_COUNT][THEME_COUNT];
    static Look of = {LOOK_HOUSE, LOOK_HOUSE, {0}};
    Look look = look_now();
    if (look.colour != of.colour || look.accent != of.accent)
        memset(kept, 0, sizeof kept);
    of = look;
    uint32_t *colour = &kept[paint][theme];
    if (!*colour)
        *colour = OPAQUE(DYES[paint](RGB(PAINTS[paint][theme])));
    return *colour;
}

uint32_t theme_paint(ThemeId theme, Paint paint) {
    bool own = theme != THEME_CONTRASTE && DYES[paint];
    return own ? dyed(theme, paint) : PAINTS[paint][theme];
}

int theme_border(ThemeId theme) {
    return theme == THEME_CONTRASTE ? 4 : 3;
}

/* Display type is readable from afar at the normal step: at half the growth it still gains, and the
   page keeps its room for the text that needs enlarging. The largest can be read from three metres
   and does not grow, nor do signs after half as much again: a button has no room for more. */
int theme_size(Type type, TextStep step) {
    const TypeSpec *spec = &THEME_TYPE[type];
    if (type == TYPE_HERO)
        return spec->size;
    bool sign = spec->face == FACE_ICON;
    int quarters = 4 + (int)(sign && step > STEP_LARGER ? STEP_LARGER : step);
    return spec->display ? spec->size * (4 + quarters) / 8 : spec->size * quarters / 4;
}

#define PAINT(...)
#define VEIL(...)
#define OWN(...)
#define MARK(...)
const char *const THEME_TONE[] = {
#define TONE(name, key, ...) key,
#include "ui/paints.def"
#undef TONE
    NULL};
const Paint THEME_TONE_PAINT[] = {
#define TONE(name, ...) PAINT_##name,
#include "ui/paints.def"
#undef TONE
    PAINT_NONE};

Paint theme_tone(Slice name) {
    for (int i = 0; THEME_TONE[i]; i++)
        if (slice_is(name, THEME_TONE[i]))
            return THEME_TONE_PAINT[i];
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
