#include "ui/keypad.h"

static const char *const NAMES[PAD_COUNT] = {
    "",
#define PAD_KEY(name, key) name,
#include "ui/keypad.def"
#undef PAD_KEY
};

static PadKey pad_key(Slice name) {
    for (int key = 1; key < PAD_COUNT; key++)
        if (slice_is(name, NAMES[key]))
            return (PadKey)key;
    return PAD_NONE;
}

static bool read_pair(Keypad *pad, Slice pair, Error *error) {
    int sign = slice_find(pair, LIT("="));
    PadKey key = sign > 0 ? pad_key(slice_cut(pair, 0, sign)) : PAD_NONE;
    KeyName means = sign > 0 ? key_named(slice_cut(pair, sign + 1, pair.len)) : KEY_NONE;
    if (!key)
        return error_set(error, "no key is called so, as in kp-6=next: " SLICE_FMT,
                         SLICE_ARG(pair));
    if (!means)
        return error_set(error,
                         "a key means next, before, up, down, left, right, act, back, repeat, "
                         "help, louder or quieter: " SLICE_FMT,
                         SLICE_ARG(pair));
    pad->means[key] = means;
    return true;
}

bool keypad_read(Keypad *pad, Slice text, Error *error) {
    *pad = (Keypad){0};
    for (text = slice_trim(text); text.len; text = slice_trim(text)) {
        int blank = slice_find(text, LIT(" "));
        int end = blank < 0 ? text.len : blank;
        if (!read_pair(pad, slice_cut(text, 0, end), error))
            return false;
        text = slice_cut(text, end, text.len);
    }
    return true;
}
