/* Numbered copies beside the campus, CAMPUS.versions/000012/: what changed in `what.txt`, the file
   as it was before in `before`. For campuses that git does not keep. */
#pragma once

#include "tools/studio/version.h"

/* Of any size. False: something could not be read or written, and nothing should be changed. */
bool copies_keep(Desk *d, Slice file, Slice what, Error *error);
int copies_list(Desk *d, Version **versions); /* the latest first, 200 at most */

/* Where the copy lies, which is only to be read; `there`: it was a file at all. */
bool copies_file(Desk *d, Slice id, Slice file, char path[PATH_MAX], bool *there, Error *error);
