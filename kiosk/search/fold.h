/* What is typed and what is found, written alike: small letters, no accents, no plural. Knows no
   pack. */
#pragma once

#include "base/slice.h"

enum { FOLD_BYTES = 512, FOLD_TEXT_BYTES = FOLD_BYTES / 3 }; /* of more text, its beginning */

/* Small letters without accents, ligatures taken apart, everything else a blank; words of letters
   or of digits. Answers the bytes written, at most `size`. */
int fold(Slice text, char *out, int size);

/* Takes the next word off folded text. */
bool fold_next(Slice *rest, Slice *word);

/* Without the s or x of a plural. */
Slice fold_stem(Slice word);

bool fold_has(Slice words, Slice wanted); /* one of those words? */
int fold_count(Slice words);
