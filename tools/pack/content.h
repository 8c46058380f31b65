/* Reads a whole content folder into the records of a pack, and checks that they fit together. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

enum { CONTENT_LIST_MAX = 500 }; /* records of one kind */

typedef struct Content {
    Pack pack;
    Millis now;   /* warn of what ends soon after it; 0: of nothing */
    Slice *video; /* the bytes of every clip of the pack */
    Arena arena;
} Content;

/* Reads everything, even after a fault, so that an author sees all of them at once. True when there
 * was none. */
bool content_read(Content *content, const char *folder, Report *report);
void content_free(Content *content);
