#include "video/recording.h"

#include "video/listen.h"

#include <stdio.h>
#include <string.h>

#define MONO_GAIN 1.41421356f
#define FRAMES_MOST ((int64_t)RECORDING_MS_MAX * SOUND_RATE / 1000)

typedef struct Decoding {
    Container container;
    Listener listener;
    RecordingSink sink;
    int64_t frames;
    bool over; /* no more is wanted */
} Decoding;

static int read_bytes(void *self, int64_t offset, void *to, int count) {
    Slice bytes = *(Slice *)self;
    int64_t rest = bytes.len - offset;
    int got = rest < count ? (int)(rest > 0 ? rest : 0) : count;
    if (got)
        memcpy(to, bytes.at + offset, (size_t)got);
    return got;
}

/* One channel becomes two of 3 dB less each, as in a film; a sentence is as loud as it was made. */
static void take_samples(void *self, int64_t at_us, float *stereo, int frames) {
    Decoding *d = self;
    (void)at_us; /* one after the other: there is no picture to keep to */
    d->frames += frames;
    bool mono = d->container.audio->codecpar->ch_layout.nb_channels == 1;
    for (int i = 0; mono && i < 2 * frames; i++)
        stereo[i] *= MONO_GAIN;
    d->over |= d->frames > FRAMES_MOST || !d->sink.samples(d->sink.self, stereo, frames);
}

static RecordingFault decode_packets(Decoding *d, Error *error) {
    ListenSink sink = {d, take_samples};
    AVPacket *packet = libav.av_packet_alloc();
    bool good = packet != NULL;
    int status = 0;
    while (good && !d->over && (status = container_read(&d->container, packet)) >= 0) {
        good = listen_to(&d->listener, &d->container, packet, sink);
        libav.av_packet_unref(packet);
    }
    libav.av_packet_free(&packet);
    if (good && status == AVERROR_EOF)
        good = listen_to(&d->listener, &d->container, NULL, sink);
    if (good && (d->over || status == AVERROR_EOF))
        return RECORDING_FINE;
    error_set(error, "it cannot be decoded to its end");
    return RECORDING_BROKEN;
}

static RecordingFault decode(Decoding *d, Error *error) {
    RecordingFault fault = decode_packets(d, error);
    if (d->frames > FRAMES_MOST) {
        error_set(error, "it is longer than %d s", RECORDING_MS_MAX / 1000);
        return RECORDING_LONG;
    }
    if (fault || d->frames)
        return fault;
    error_set(error, "there is nothing in it");
    return RECORDING_EMPTY;
}

RecordingEnd recording_decode(Slice bytes, RecordingSink sink, Error *error) {
    Decoding d = {.sink = sink};
    RecordingEnd end = {.fault = RECORDING_CLOSED};
    bool opened =
        container_open_sound(&d.container, (ByteSource){&bytes, bytes.len, read_bytes}, error);
    end.file = d.container.fault;
    if (end.file == CONTAINER_CODEC)
        snprintf(end.codec, sizeof end.codec, "%s", container_odd_codec(&d.container));
    if (opened && listen_open(&d.listener, &d.container, error))
        end.fault = decode(&d, error);
    listen_close(&d.listener);
    container_close(&d.container);
    return end;
}
