/* Writes the records of a pack into one SQLite file: the same records, the same bytes. */
#pragma once

#include "base/error.h"
#include "content/pack.h"

/* `video`: the bytes of every clip. Beside the file first, then read by the kiosk's own reader,
   then renamed over it: a reader finds the old pack or the new one, never half of one, and none
   that it would refuse. */
bool pack_write(const Pack *pack, const Slice *video, const char *path, Error *error);
