/* A second film in step with the one of the page: somebody who puts it into sign language. It waits
   for the first, stops with it, and is brought back when the two have drifted apart. Silent. */
#pragma once

#include "platform/video/video_view.h"

typedef struct Beside Beside;

/* NULL when the pack has no such film: all below takes that too. */
Beside *beside_open(VideoViewSpec spec);
void beside_close(Beside *beside);
VideoView *beside_view(Beside *beside); /* what paints it; NULL */
void beside_set_time(Beside *beside, Millis now);
bool beside_has_news(const Beside *beside, Uint32 event); /* likewise video_view_event */
int beside_wait(Beside *beside, int limit); /* that many milliseconds, or until its next picture */

/* What the page wishes for; comes true with the next beside_keep. */
void beside_follow(Beside *beside, const Page *page);

/* Called with how the first stands. False when the second cannot be shown. */
bool beside_keep(Beside *beside, VideoReport first);
