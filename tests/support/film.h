/* Films for tests, made by the ffmpeg program when they are needed, and read whole into memory. */
#pragma once

#include "video/projector.h"

typedef struct Film {
    unsigned char *bytes;
    int64_t size;
    int64_t bad_from; /* reading from here on fails; 0: nowhere */
} Film;

/* Runs ffmpeg with these arguments and an output file; fails the test when that fails. The caller
 * frees. */
Film film_make(const char *arguments, const char *ending);
void film_free(Film *film);
ByteSource film_source(Film *film);

/* What most tests show: five seconds of a picture that tells its time, with a tone. */
#define FILM_USUAL                                                                                 \
    "-f lavfi -i testsrc=size=320x180:rate=25:duration=5 -f lavfi -i "                             \
    "sine=frequency=440:sample_rate=48000:duration=5 "                                             \
    "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -bf 2 -c:a aac"
