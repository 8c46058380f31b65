#include "base/look.h"

#define COLOUR_DIGITS 6

static Look now = {LOOK_HOUSE, LOOK_HOUSE, {0}};

static int digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool look_colour(Slice text, uint32_t *colour) {
    Slice digits = slice_cut(text, slice_has_prefix(text, LIT("#")), text.len);
    uint32_t value = 0;
    for (int i = 0; i < digits.len; i++) {
        int one = digit(digits.at[i]);
        if (one < 0)
            return false;
        value = value << 4 | (uint32_t)one;
    }
    if (digits.len != COLOUR_DIGITS)
        return false;
    *colour = value;
    return true;
}

void look_use(Look look) {
    now = look;
}

Look look_now(void) {
    return now;
}
