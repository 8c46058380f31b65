/* Decodes the sound of a container into the one kind of samples that is mixed. Used by the reading
 * thread alone. */
#pragma once

#include "video/container.h"
#include "video/sound.h"

/* Who takes the samples, of the kind that sound.h has, and may change them; the first of them
   belongs to `at_us`, INT64_MIN when the file does not say. */
typedef struct ListenSink {
    void *self;
    void (*samples)(void *self, int64_t at_us, float *stereo, int frames);
} ListenSink;

typedef struct Listener {
    AVCodecContext *codec; /* NULL: a silent clip */
    SwrContext *resampler;
    AVFrame *frame;
    int rate, format; /* what the resampler is made for */
    uint64_t channels;
} Listener;

bool listen_open(Listener *listener, const Container *container, Error *error);
void listen_close(Listener *listener);
void listen_turn(Listener *listener); /* the container was wound: forget what is half decoded */

/* One packet, or NULL after the last. False when it cannot be decoded: it is left out and becomes
   silence. */
bool listen_to(Listener *listener, const Container *container, const AVPacket *packet,
               ListenSink sink);
