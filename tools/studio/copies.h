/* Numbered copies beside the campus, CAMPUS.versions/000012/: what changed in `what.txt`, the file
   as it was before in `before`. For campuses that git does not keep. */
#pragma once

#include "tools/studio/version.h"

bool copies_keep(Desk *d, Slice file, Slice what, Error *error);
int copies_list(Desk *d, Version **versions);
bool copies_bytes(Desk *d, Slice id, Slice file, Slice *bytes, bool *there, Error *error);
