/* Which key of a tactile keypad means what, as the machine's configuration says:
   "kp-6=next kp-5=act f1=help". */
#pragma once

#include "base/error.h"
#include "ui/input.h"

typedef enum PadKey {
    PAD_NONE,
#define PAD_KEY(name, key) PAD_##key,
#include "ui/keypad.def"
#undef PAD_KEY
    PAD_COUNT
} PadKey;

typedef struct Keypad {
    KeyName means[PAD_COUNT]; /* KEY_NONE: what it means on any keyboard */
} Keypad;

/* False, with what is wrong, when a key or a meaning is not known. */
bool keypad_read(Keypad *pad, Slice text, Error *error);
