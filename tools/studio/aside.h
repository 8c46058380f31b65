/* Films that are replaced or taken away: no copy of them is kept, they lie in the folder
   `originals` from then on, under a name that is free there. */
#pragma once

#include "tools/studio/folder.h"

typedef struct Aside {
    char from[PATH_MAX], to[PATH_MAX];
} Aside;

bool aside_put(Desk *d, Slice file, Aside *aside, Error *error);
bool aside_back(const Aside *aside); /* false: errno says why */
