/* What was there before: every change of the studio can be taken back. Kept by git where the campus
   is in a work tree of it, else as numbered copies in a folder beside the campus. */
#pragma once

#include "tools/studio/version.h"

/* What stands there is kept, so that it can come back. False: it cannot, and nothing should be
   changed. */
bool versions_before(Desk *d, Slice file, Slice what, Error *error);

/* The same once it is changed: with git it is a commit of its own. */
bool versions_after(Desk *d, Slice file, Slice what, Error *error);

int versions_list(Desk *d, Version **versions); /* the latest first */

/* A file as it was before that change, of any size, at `path` until the next is asked for; `there`:
   it was a file at all. False when that is not known for sure. */
bool versions_file(Desk *d, Slice id, Slice file, char path[PATH_MAX], bool *there, Error *error);

bool versions_by_git(Desk *d);
