/* What the parts of the decoder share: the wish, the two queues between its threads, and the lock
   that guards them. Nobody outside media/ sees it. reading.c reads the clip and decodes its sound,
   pictures.c decodes its pictures, decoder.c answers. */
#pragma once

#include "video/convert.h"
#include "video/listen.h"
#include "video/decoder.h"

#include <pthread.h>
#include <stdatomic.h>

#define FRAMES 4       /* decoded ahead: more gains nothing */
#define PACKETS 1024   /* packets read ahead, at most */
#define FRAME_US 40000 /* of a frame that does not say how long it stands */

/* A decoded picture and when it stands. */
typedef struct DecodedFrame {
    AVFrame *frame;
    int64_t from_us, to_us;
} DecodedFrame;

/* What only the reading thread touches. */
typedef struct PacketReader {
    Container container;
    Listener listener;
    AVPacket *packet;
    unsigned serial;
    int clip;
    bool done;
} PacketReader;

/* What only the decoding thread touches. */
typedef struct Viewer {
    AVCodecContext *codec;
    AVFrame *frame;
    DecodedFrame held; /* the last one before the time asked for: it is shown there unless another
                   begins in time */
    unsigned serial;
    int clip, faults;
    bool slow; /* it decodes with two threads */
    int64_t last_us,
        glimpse_us; /* of the last picture; of the first one, when it was decoded ahead of all */
    bool done;
} Viewer;

struct Decoder {
    DecoderSpec spec;
    pthread_t reading, viewing;
    pthread_mutex_t lock; /* guards everything between here and `reader` */
    pthread_cond_t changed;
    atomic_uint
        serial; /* of the wish: what was made for an older one is dropped. Written under the lock */
    bool closing;
    VideoWish wish;
    int64_t wished_us;
    bool started, running, ended,
        broken; /* started: its first picture stands; running: the clock goes */
    Error error;
    AVPacket *packet_queue[PACKETS]; /* packets on their way to the decoder of pictures */
    int packets, first_packet, packet_bytes;
    bool packets_end;
    unsigned opened;               /* the serial whose packets are in the queue */
    AVCodecParameters *parameters; /* of the clip that is open */
    AVRational time_base;
    int64_t origin_us;
    DecodedFrame ready[FRAMES];
    int ready_count;
    bool viewed_all;
    int64_t end_us; /* when the last picture has stood its time */
    DecodedFrame shown;
    int shown_clip;
    unsigned shown_serial, number;
    int dropped;

    PacketReader reader;
    Viewer viewer;
    Sound *sound;
    Converter converter; /* of the caller's thread */
};

/* Only for work that belongs to the wish of this serial; under the lock. */
static inline bool is_current(Decoder *p, unsigned serial) {
    return p->serial == serial && !p->closing;
}

static inline void tell(Decoder *p) {
    pthread_cond_broadcast(&p->changed);
}

static inline void wake(Decoder *p) {
    if (p->spec.wake)
        p->spec.wake(p->spec.self);
}

static inline void free_frame(AVFrame **frame) {
    if (*frame) /* without one FFmpeg may not be there either */
        libav.av_frame_free(frame);
}

static inline void free_codec(AVCodecContext **codec) {
    if (*codec)
        libav.avcodec_free_context(codec);
}

static inline void break_off(Decoder *p, unsigned serial, const Error *error) {
    if (!is_current(p, serial) || p->broken)
        return;
    p->broken = true;
    p->error = *error;
    wake(p);
}

/* One step of work, entered and left under the lock, which is open while it takes long. False:
 * there is nothing to do. */
bool reading_step(Decoder *p);
bool viewing_step(Decoder *p);
void reading_close(PacketReader *reader); /* the clip that is open */
