/* A drawing as Inkscape, Illustrator or Figma write it, told in the few words that the kiosk
   draws: shapes one after the other, each with its own paint. */
#pragma once

#include "tools/sources/report.h"

/* `told` are the bytes to be packed: those of the file when they say nothing but what the kiosk
   draws anyway. Lines stay where they are, so that whoever reads it after this names those of the
   file. What cannot be told that way is a fault, with the line and the mend; true when there was
   none. */
bool drawing_tell(Report *report, Arena *arena, Slice file, Slice bytes, Slice *told);
