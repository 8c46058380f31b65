/* The word that was meant, for whoever misspelt it. */
#pragma once

#include "base/slice.h"

/* The candidate nearest to a word that was not understood; NULL when none is near. `candidates`:
   NULL after the last. */
const char *nearest_word(Slice word, const char *const *candidates);
