/* What a plan calls its rooms and its zones, as far as an author names them: read off its file,
   line by line, without understanding it. */
#pragma once

#include "tools/studio/folder.h"

typedef struct Place {
    Slice id, name;
} Place;

/* In the order of the file; none without a plan. */
int places_read(Desk *d, bool zones, Place **places);
