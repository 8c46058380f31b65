/* Every text of a content folder that can be translated, one after the other, each with a name that
   it keeps when others come and go before it. */
#pragma once

#include "content/pack.h"

/* A text in the first language, and as a remark in the second that authors write, if there is one;
   what comes back is it in the further language, without `at` when there is none. */
typedef struct Strings {
    void *self;
    Slice (*text)(void *self, Slice context, Slice source, Slice remark);
    Arena *arena;
    Lang to; /* where what comes back is put */
} Strings;

/* Those of the pack; what is empty is left out, and what is said in the language already. */
void strings_each(Pack *pack, const Strings *strings);

/* Those of the program itself, into pack->said, for which room is made first: for them and one
 * more. */
void strings_own_begin(Pack *pack, Arena *arena);
void strings_own(Pack *pack, const Strings *strings);

/* A text of the program, in the languages that it speaks itself; NULL for one of the records. */
const ProgramText *strings_program(Slice id);
