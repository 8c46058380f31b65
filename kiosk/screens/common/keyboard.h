/* Keys to type with, under the thumbs. Knows nothing of what is typed. */
#pragma once

#include "ui/page.h"

/* `key` comes back with the sign typed, a code point in lower case; `erase` for the last one.
   `accents`: a row of French letters more. The letters are those of the page's language, or with
   `latin` those of the pack's first; where they differ, `other` asks for the other ones, unless it
   is 0. */
typedef struct Keyboard {
    int key, erase, other;
    bool accents, latin;
} Keyboard;

void keyboard_add(Page *page, Node *parent, Keyboard keyboard);
