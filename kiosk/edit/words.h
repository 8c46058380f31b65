/* The words for whoever writes a campus beside its pages. In French and English alone: no visitor
   reads them, so a pack brings none. */
#pragma once

#include "base/lang.h"
#include "ui/inspect.h"

typedef enum EditWord {
#define EDIT(name, ...) EDIT_##name,
#include "edit.def"
#undef EDIT
    EDIT_WORD_COUNT
} EditWord;

/* Which of the program's languages somebody reads who asks for `code` (NULL: for none) or else has
   the machine set to one: an index for edit_word. */
int edit_reader(const char *code);
const char *edit_code(int reader); /* "fr" */

Slice edit_word(int reader, EditWord word);
EditWord edit_finding(FindingKind kind);
