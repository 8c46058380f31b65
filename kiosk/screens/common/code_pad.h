/* Ten keys and so many dots: how a code is typed. Knows no code. */
#pragma once

#include "ui/widget.h"

void code_pad_dots(Page *page, Node *parent, int typed, int digits);

/* `digit` comes back with the digit, `erase` with nothing. */
void code_pad_keys(Page *page, Node *parent, int digit, int erase);
