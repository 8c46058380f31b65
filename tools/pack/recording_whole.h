/* Is the file of a recorded sentence there to its end? A decoder plays half of one without a word.
 */
#pragma once

#include "base/slice.h"

#include <stdbool.h>

/* Of a WAV or an Ogg; what is neither is for others to name. */
bool recording_is_whole(Slice bytes);
