/* The table of what programs say, from the PO files of assets/lang/tools. */
#pragma once

#include "base/arena.h"

/* Makes message.def and message_lang.def in the folder, the languages in the order of the files.
 * How much is wrong, said on the error output; then nothing is made. */
int messages_make(const char *folder, char **paths, int count, Arena *arena);
