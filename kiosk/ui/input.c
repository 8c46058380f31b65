#include "ui/input.h"

static const char *const NAMES[KEY_NAMES] = {"",     "next",   "before", "up",   "down",
                                             "left", "right",  "act",    "back", "repeat",
                                             "help", "louder", "quieter"};

const char *key_name(KeyName key) {
    return NAMES[key];
}

/* "enter" is what scripts called it before there was a keypad. */
KeyName key_named(Slice name) {
    for (int key = 1; key < KEY_NAMES; key++)
        if (slice_is(name, NAMES[key]))
            return (KeyName)key;
    return slice_is(name, "enter") ? KEY_ENTER : KEY_NONE;
}

int key_function(Slice name) {
    static const char SHIFT[] = "shift-";
    bool shift = slice_has_prefix(name, LIT(SHIFT));
    Slice key = shift ? slice_cut(name, sizeof SHIFT - 1, name.len) : name;
    if (key.len < 2 || key.len > 3 || key.at[0] != 'f')
        return 0;
    int number = 0;
    for (int i = 1; i < key.len; i++) {
        if (key.at[i] < '0' || key.at[i] > '9')
            return 0;
        number = number * 10 + key.at[i] - '0';
    }
    if (number < 1 || number > FUNCTION_KEYS)
        return 0;
    return shift ? -number : number;
}
