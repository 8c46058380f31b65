/* Files that are written beside and then moved into place. */
#pragma once

#include <stdbool.h>

/* May a new file take the place of `path`? Of nothing and of a regular file, yes; a device, a pipe
   and a folder stay what they are. False: errno says why. */
bool file_may_take(const char *path);
