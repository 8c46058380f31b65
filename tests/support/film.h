/* Films for tests, made by the ffmpeg program when they are needed, and read whole into memory. */
#pragma once

#include "video/decoder.h"

typedef struct VideoFile {
    unsigned char *bytes;
    int64_t size;
    int64_t bad_from; /* reading from here on fails; 0: nowhere */
} VideoFile;

/* Runs ffmpeg with these arguments and an output file; fails the test when that fails. The caller
 * frees. */
VideoFile video_make(const char *arguments, const char *ending);
void video_free(VideoFile *video);
ByteSource video_source(VideoFile *video);

/* What most tests show: five seconds of a picture that tells its time, with a tone. */
#define VIDEO_USUAL                                                                                \
    "-f lavfi -i testsrc=size=320x180:rate=25:duration=5 -f lavfi -i "                             \
    "sine=frequency=440:sample_rate=48000:duration=5 "                                             \
    "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -bf 2 -c:a aac"

enum { VIDEO_W = 320, VIDEO_H = 180, VIDEO_LATENCY_MS = 40 };

/* A decoder of this film alone; the source is the caller's as long as it is open. */
Decoder *video_open(VideoFile *video, VideoSource *source, Millis duration, bool headless);
