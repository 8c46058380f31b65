/* One change of the studio that can be taken back. */
#pragma once

#include "tools/studio/folder.h"

typedef struct Version {
    Slice id, when, what;
    Slice *file; /* those that it changed */
    int count;
    bool first; /* there was nothing before it to go back to */
} Version;
