/* What a code to take home says, line by line: plain text that any phone shows. */
#pragma once

#include "base/arena.h"

enum { CODE_TEXT_MAX = 450 }; /* bytes; see platform/page/code.h */

typedef struct CodeText {
    char bytes[CODE_TEXT_MAX];
    int len;
    bool lost; /* a line had no room */
} CodeText;

/* Adds a line whole or not at all. Spaces that do not break become plain ones: where they are the
   only signs beyond ASCII, readers take the text for Latin-1. */
void code_text_put(CodeText *text, Slice line);

Slice code_text_of(const CodeText *text, Arena *arena);
