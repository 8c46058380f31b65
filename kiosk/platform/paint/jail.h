/* What a process may still ask of the system once it draws a picture: memory, and to end. */
#pragma once

#include <stdbool.h>

/* From here on every other call ends the process, except that files are not found and nothing is
   written; there is no way back. `watched`: a sanitizer may still read and say what it found. Where
   the system knows nothing of this, as in an emulator, the other limits must do; false: it does,
   and yet it fails. */
bool jail_enter(bool watched);
