/* FFmpeg, loaded when the first film is wished for: it brings 160 libraries, which take longer to
   load than the first page to appear. What media/ calls of it is a field of one table, so that a
   call around the table does not link. Knows no film. */
#pragma once

#include "base/error.h"

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

typedef struct Libav {
#define LIBAV(library, name) __typeof__(name) *name;
#include "video/libav.def"
#undef LIBAV
} Libav;

extern Libav libav; /* empty before libav_load */

/* Any thread, any number of times; the first call takes tens of milliseconds. False, always the
   same, when FFmpeg is not installed in the version that this program was built for. */
bool libav_load(Error *error);

/* No film is open: the pages of code that were mapped for it, some 20 MB, go back to the system,
 * which has them in its files. */
void libav_rest(void);
