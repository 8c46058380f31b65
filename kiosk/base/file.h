/* Files that are written beside and then moved into place. */
#pragma once

#include "base/error.h"

#include <stddef.h>
#include <sys/types.h>

/* May a new file take the place of `path`? Of nothing and of a regular file, yes; a device, a pipe
   and a folder stay what they are. False: errno says why. */
bool file_may_take(const char *path);

/* All of it, beside, onto the disk, then into place: whenever the power goes, the old file is there
   or the new one. */
bool file_put(const char *path, const void *bytes, size_t size, mode_t mode, Error *error);
