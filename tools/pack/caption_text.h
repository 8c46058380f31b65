/* One line of a caption: what stands in the file becomes what is read on the glass. */
#pragma once

#include "base/arena.h"

typedef struct CaptionText {
    Slice text;
    Slice speaker; /* of <v Name>, which is not shown; empty without */
    bool placed;   /* {\an8} of SubRip: a place, which is not kept */
} CaptionText;

/* Without <i>, <c.loud>, <v Name>, <00:01.000> and the like; entities as the signs they stand for.
   Everything else that begins with "<" or "&" stays. */
CaptionText caption_text(Arena *arena, Slice line);
