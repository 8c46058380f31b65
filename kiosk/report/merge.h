/* Adds released files into one: every kiosk's period once, whatever the order and repetition. */
#pragma once

#include "base/error.h"

typedef struct MergeCount {
    int kiosks, added, repeated; /* periods: added, and found again as they were */
} MergeCount;

/* Writes OUT whole or not at all. False names the file and the fault; two different releases of one
   period of one kiosk (a cloned disk, or a file that was tampered with) are a fault, since nobody
   can say which is right. `out` may be one of the files. */
bool merge_files(const char *out, char *const *file, int count, MergeCount *merged, Error *error);
