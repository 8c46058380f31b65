/* Photographs as telephones, cameras and print shops hand them over, made fit for a kiosk: upright,
   in eight bits of red, green and blue, no larger than a 4K screen can use, and with nothing in
   them of where, when and by whom they were taken. */
#pragma once

#include "tools/sources/report.h"

enum {
    PHOTO_BYTES_MAX = 64 << 20, /* of an author's file */
    PHOTO_SIDE_MAX = 2560,      /* two thirds of a 4K screen: no page shows one larger */
    PHOTO_PACKED_MAX = 3 << 20  /* of what goes into a pack */
};

/* `told` are the bytes to be packed, a JPEG or a PNG: those of the file without its notes when they
   will do, made anew otherwise. What is no picture, or of a kind that nobody here reads, is a fault
   with the mend; true when there was none. The file is decoded in a process that can do nothing
   else. */
bool photo_tell(Report *report, Arena *arena, Slice file, Slice bytes, Slice *told);
