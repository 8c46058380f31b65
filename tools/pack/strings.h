/* Every text of a content folder that can be translated, one after the other, each with a name that
   it keeps when others come and go before it. */
#pragma once

#include "content/pack.h"

/* A text in French and English; what comes back is it in the further language, without `at` when
   there is none. */
typedef struct Strings {
    void *self;
    Slice (*text)(void *self, Slice context, Slice french, Slice english);
    Arena *arena;
    Lang to; /* where what comes back is put; 0: nowhere */
} Strings;

/* Those of the pack, then those of the program itself; fields that are empty are left out. */
void strings_each(Pack *pack, const Strings *strings);
