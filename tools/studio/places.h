/* What a plan calls its rooms and its zones, as far as an author names them: read off its file,
   line by line, without understanding it. */
#pragma once

#include "tools/studio/folder.h"

typedef struct Place {
    Slice id, name;
} Place;

/* In the order of the file, each once; none without a plan that can be read (64 MB at most). They
   live in the arena of the desk. */
int places_read(Desk *d, bool zones, Place **places);
