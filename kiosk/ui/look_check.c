#include "ui/look_check.h"

#include "ui/theme.h"
#include "ui/tint.h"

#include <stddef.h>

#define SHADES 200 /* looked at between black and white */

static const struct {
    Paint ink, ground;
    double least;
} PAIRS[] = {
#define PAIR(ink, ground, least) {PAINT_##ink, PAINT_##ground, least},
#include "ui/pairs.def"
#undef PAIR
};

/* Looked at as it would be seen; the look of before stands again afterwards. */
static bool holds(Look look, LookFault *worst) {
    Look before = look_now();
    bool good = true;
    look_use(look);
    *worst = (LookFault){21, 1, LOOK_HOUSE};
    for (int theme = 0; theme < THEME_CONTRASTE; theme++)
        for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
            double is = theme_contrast(theme_paint((ThemeId)theme, PAIRS[i].ink),
                                       theme_paint((ThemeId)theme, PAIRS[i].ground));
            if (is / PAIRS[i].least < worst->contrast / worst->needed)
                *worst = (LookFault){is, PAIRS[i].least, LOOK_HOUSE};
            good &= is >= PAIRS[i].least;
        }
    look_use(before);
    return good;
}

static Look look_of(uint32_t colour, bool accent) {
    return (Look){accent ? LOOK_HOUSE : colour, accent ? colour : LOOK_HOUSE, {0}};
}

static bool shade_holds(uint32_t colour, bool accent, LookFault *fault) {
    if (holds(look_of(colour, accent), fault))
        return true;
    double lightness = tint_lightness(colour);
    LookFault ignored;
    for (int step = 1; step <= SHADES && fault->nearest == LOOK_HOUSE; step++)
        for (int side = -1; side <= 1; side += 2) {
            double l = lightness + side * (double)step / SHADES;
            uint32_t shade = tint_at(colour, l);
            if (l >= 0 && l <= 1 && holds(look_of(shade, accent), &ignored))
                fault->nearest = shade;
        }
    return false;
}

bool look_colour_holds(uint32_t colour, LookFault *fault) {
    return shade_holds(colour, false, fault);
}

bool look_accent_holds(uint32_t accent, LookFault *fault) {
    return shade_holds(accent, true, fault);
}
