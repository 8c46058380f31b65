/* Keys to type with, under the thumbs. Knows nothing of what is typed. */
#pragma once

#include "ui/page.h"

/* `key` comes back with the sign typed, a code point in lower case; `erase` for the last one.
   `accents`: a row of French letters more. */
typedef struct Keyboard {
    int key, erase;
    bool accents;
} Keyboard;

void keyboard_add(Page *page, Node *parent, Keyboard keyboard);
