/* Which FFmpeg looks at films, without loading it: its libraries take longer to load than a whole
   check does when every film is known. */
#pragma once

#include "tools/pack/verdicts.h"

/* The key of what FFmpeg finds in `bytes`, looked at as `what`. By the files that its libraries
   were when they were last loaded, if all are the same still; else they are loaded. False: there is
   none, or a part of it says nothing of itself, so what it finds is not to be kept. */
bool player_key(Verdicts *verdicts, const char *what, const void *bytes, size_t count,
                unsigned char *key);
