/* One opened clip: an MP4 or WebM read from a ByteSource, its one picture stream and at most one
   sound stream; or a WAV or Ogg with sound alone. Opens nothing else, whatever the file asks for:
   formats, codecs and sizes are white lists. Knows nothing of threads or time. */
#pragma once

#include "base/civil.h"
#include "base/error.h"
#include "video/bytes.h"
#include "video/libav.h"

enum { CONTAINER_PIXELS_MAX = 1920 * 1088, CONTAINER_SIDE_MAX = 1920 };

/* Why a film was not opened, for whoever says it in another language than the log. */
typedef enum ContainerFault {
    CONTAINER_FINE,
    CONTAINER_NO_LIBRARY,
    CONTAINER_NO_FILM,    /* neither MP4 nor WebM; of a sound, neither WAV nor Ogg */
    CONTAINER_DAMAGED,    /* or incomplete */
    CONTAINER_NO_PICTURE, /* sound alone */
    CONTAINER_NO_SOUND,   /* where there should be nothing else */
    CONTAINER_CODEC,
    CONTAINER_SIZE,
    CONTAINER_TURNED /* by a flag */
} ContainerFault;

typedef struct Container {
    ByteSource source;
    int64_t at;   /* of the next byte */
    bool starved; /* the source failed: what looks like an end is none */
    AVIOContext *io;
    AVFormatContext *format;
    AVStream *video, *audio; /* audio: NULL for a silent clip; video: of a sound */
    int64_t origin_us;       /* the file's own time of our 0 */
    ContainerFault fault;
} Container;

/* False with a fault: not such a file, no picture, a codec, a size or a rotation that is not for
   this kiosk. `stop` is asked now and then with `self`; when it answers other than 0 reading is
   given up. Close in any case. */
bool container_open(Container *container, ByteSource source, int (*stop)(void *), void *self,
                    Error *error);

/* The same of a sound alone: the first one of a WAV or an Ogg. */
bool container_open_sound(Container *container, ByteSource source, Error *error);

/* The name of the codec that is not played here; only of a CONTAINER_CODEC. */
const char *container_odd_codec(const Container *container);
void container_close(Container *container);

/* The next packet of one of the streams. 0, AVERROR_EOF at the end, or another error. */
int container_read(Container *container, AVPacket *packet);

/* So that the next packets lead to the picture at `at`; below 0 when that cannot be done. */
int container_seek(Container *container, Millis at);

/* Microseconds of the clip for a time stamp of one of its streams; INT64_MIN for none. */
int64_t container_us(const Container *container, const AVStream *stream, int64_t stamp);

/* NULL and a fault when the codec is not one of ours. The caller frees it. */
AVCodecContext *container_decoder(const AVCodecParameters *parameters, int threads, Error *error);
