/* Looks at a film as the kiosk will play it, from the first picture to the last, and names what
 * would go wrong. */
#pragma once

#include "base/message.h"
#include "content/pack.h"
#include "tools/sources/report.h"

/* The one fault that is of this machine, and not of the film: tomorrow it may be another. */
#define PROBE_NO_DECODER                                                                           \
    MESSAGE("ce film ne sera pas lu : son décodeur manque à cet ordinateur ou ne démarre "      \
            "pas ; installer FFmpeg")

/* Faults: no MP4 or WebM of ours, a picture that cannot be decoded anywhere, a size, rate or kind
   of pixel that is too much, pictures too far apart to wind to, flashes. Fills duration, width,
   height, codec. True when there was no fault. */
bool probe_video(Report *report, Arena *arena, Slice file, Slice bytes, Clip *clip);
