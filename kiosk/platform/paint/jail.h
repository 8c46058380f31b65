/* What a process may still ask of the system once it draws a picture: memory, and to end. */
#pragma once

#include <stdbool.h>

/* From here on every other call ends the process, except that files are not found and nothing is
   written; there is no way back. `watched`: a sanitizer may still read and say what it found.
   False: the system does not know how, and the process is not to go on. */
bool jail_enter(bool watched);
