/* Decodes the sound of a container into the one kind of samples that is mixed. Used by the reading
 * thread alone. */
#pragma once

#include "video/container.h"
#include "video/sound.h"

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

/* One packet; what cannot be decoded is left out and becomes silence. */
void listen_to(Listener *listener, const Container *container, const AVPacket *packet, Sound *sound,
               unsigned serial);
