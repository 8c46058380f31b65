/* What a page asks of a clip and what the kiosk hears of it: plain data, so that a page declares a
   video and nobody commands one. Knows nothing of decoding, of files or of glass. */
#pragma once

#include "base/civil.h"
#include "base/slice.h"

enum { VIDEO_NO_CLIP = -1 };

/* What is wished for. A new `seek_id` asks for `from` again (a seek, a replay); the same turn goes
   on from where it is, and so does the wish after an early one. */
typedef struct VideoWish {
    int clip; /* index in the pack, or VIDEO_NO_CLIP */
    int seek_id;
    Millis from;
    bool paused;
    bool early;  /* nobody sees it yet: a finger lies on what leads to it */
    int percent; /* loudness, 0 (silent) to 100 (as recorded) */
} VideoWish;

/* How a picture takes a box of another shape: whole, or covering it, what hangs over cut off so
   that the point that matters stays as near to the middle as it can. In hundredths of its width and
   height; 0: the middle. */
typedef struct VideoFit {
    bool covers;
    int focus_x, focus_y;
} VideoFit;

/* A part of a picture, in its own points, all even. */
typedef struct FramePart {
    int x, y, w, h;
} FramePart;

typedef enum VideoStatus {
    VIDEO_NONE,
    VIDEO_OPENING, /* no picture yet */
    VIDEO_SHOWING, /* playing, or paused on a picture */
    VIDEO_ENDED,
    VIDEO_BROKEN, /* it cannot be shown; the log says why */
} VideoStatus;

/* How the wish `clip`, `seek_id` stands. */
typedef struct VideoReport {
    int clip, seek_id;
    VideoStatus status;
    Millis at; /* what is seen and heard now, from the beginning of the clip */
    bool paused;
    bool signs_away; /* what stands beside it, in sign language, cannot be shown */
} VideoReport;

static inline bool video_plays(VideoReport video) {
    return video.status == VIDEO_SHOWING && !video.paused;
}
