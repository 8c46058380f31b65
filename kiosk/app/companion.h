/* Who looks on while pages are shown, beside the visitor: hears of inputs before the kiosk does,
   and may draw over a page. Without one (NULL) nothing of that happens. */
#pragma once

#include "ui/input.h"
#include "ui/page.h"

typedef struct Companion {
    void *self;
    void (*turn)(void *self);                     /* before each page, once a turn of the loop */
    bool (*hear)(void *self, const Input *input); /* true: it was meant for the companion alone */
    const Page *(*dress)(void *self, const Page *page); /* what is shown of that page */
    Millis (*patience)(void *self, Millis most); /* in how long the next turn must be, at most */
} Companion;

void companion_turns(const Companion *companion);
bool companion_hears(const Companion *companion, const Input *input);
const Page *companion_dresses(const Companion *companion, const Page *page);
Millis companion_patience(const Companion *companion, Millis most);
