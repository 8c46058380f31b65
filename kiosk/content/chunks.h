/* The bytes of the videos, read where they lie in the pack: a door of its own, opened with the same
   care as the records, kept open as long as the kiosk runs, and used by any one thread at a time.
 */
#pragma once

#include "base/error.h"
#include "content/pack.h"

typedef struct Chunks Chunks;

/* `pack` was loaded from the same path; it outlives the door. NULL and a fault when the file cannot
 * be opened any more. */
Chunks *chunks_open(const char *path, const Pack *pack, Error *error);
void chunks_close(Chunks *chunks);

/* Copies up to `count` bytes of a clip from `offset` and answers how many; 0 at its end, below 0
   when the chunk is missing, of the wrong size, cannot be read, or is not the one whose SHA-256 was
   loaded with the records. */
int chunks_read(Chunks *chunks, int clip, int64_t offset, void *to, int count);
