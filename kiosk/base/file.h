/* The one way to open a file that others may have put there, and the one to replace one.
 *
 * Files that are written beside and then moved into place: whenever the power goes, the old one or
 * the new one is there, whole. */
#pragma once

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A descriptor for reading a file and nothing else: a pipe would keep us waiting, a link leads
   elsewhere. `size` may be NULL. -1: errno says why; ELOOP for a link, EISDIR, ENOTSUP for what
   else is no file. */
int file_open(const char *path, int64_t *size);
bool file_is_none(int why); /* is that errno of something else than a file? */

/* May a new file take the place of `path`? Of nothing and of a regular file, yes; a device, a pipe
   and a folder stay what they are. False: errno says why. */
bool file_may_take(const char *path);

enum { FILE_PATH = 4200 };

typedef struct FilePart {
    char path[FILE_PATH], part[FILE_PATH]; /* a link to a file stays one */
} FilePart;

/* Writes it beside, onto the disk. The new file belongs to the old one's owner and has its
   rights; a first one has `mode` and, written by the machine's owner, is the folder's owner's.
   False: errno says why, and nothing is left behind. */
bool file_begin(FilePart *file, const char *path, const void *bytes, size_t size, mode_t mode);
bool file_finish(FilePart *file); /* takes its place, on the disk; likewise */
void file_abandon(FilePart *file);

/* Both, and why not in a sentence. */
bool file_put(const char *path, const void *bytes, size_t size, mode_t mode, Error *error);
