#include "video/decoder_parts.h"

#include <stdlib.h>

#define PACKET_BYTES (24 << 20)
#define PACKETS_ENOUGH 12
#define SOUND_ENOUGH SOUND_RATE /* read ahead in samples */

static void push_packet(Decoder *p, AVPacket *packet) {
    p->packet_bytes += packet->size;
    p->packet_queue[(p->first_packet + p->packets++) % PACKETS] = libav.av_packet_clone(packet);
}

static int is_outdated(void *self) {
    Decoder *p = self;
    return p->serial != p->reader.serial;
}

void reading_close(PacketReader *r) {
    listen_close(&r->listener);
    container_close(&r->container);
    r->clip = VIDEO_NO_CLIP;
}

static bool open_source(Decoder *p, int clip, Error *error) {
    PacketReader *r = &p->reader;
    reading_close(r);
    if (clip >= p->spec.source_count)
        return error_set(error, "there is no such clip");
    if (!container_open(&r->container, p->spec.source[clip].bytes, is_outdated, p, error))
        return false;
    r->clip = clip;
    if (!r->packet && !(r->packet = libav.av_packet_alloc()))
        abort();
    return p->spec.headless || !r->container.audio ||
           listen_open(&r->listener, &r->container, error);
}

static bool turn_source(Decoder *p, VideoWish wish, Error *error) {
    PacketReader *r = &p->reader;
    bool fresh = r->clip != wish.clip || r->container.starved;
    if (fresh && !open_source(p, wish.clip, error)) {
        reading_close(r);
        return false;
    }
    if ((!fresh || wish.from > 0) && container_seek(&r->container, wish.from) < 0)
        return error_set(error, "it cannot be wound to %lld ms", (long long)wish.from);
    listen_turn(&r->listener);
    return true;
}

/* The wish has changed: another clip, another place in it, or nothing. */
static void follow_wish(Decoder *p) {
    PacketReader *r = &p->reader;
    VideoWish wish = p->wish;
    unsigned serial = r->serial = p->serial;
    Error error = {{0}};
    pthread_mutex_unlock(&p->lock);
    bool good = wish.clip != VIDEO_NO_CLIP && turn_source(p, wish, &error);
    if (wish.clip == VIDEO_NO_CLIP)
        reading_close(r);
    pthread_mutex_lock(&p->lock);
    r->done = !good;
    if (!is_current(p, serial))
        return;
    if (good) {
        if (!p->parameters && !(p->parameters = libav.avcodec_parameters_alloc()))
            abort();
        libav.avcodec_parameters_copy(p->parameters, r->container.video->codecpar);
        p->time_base = r->container.video->time_base;
        p->origin_us = r->container.origin_us;
        p->opened = serial;
    } else if (wish.clip != VIDEO_NO_CLIP) {
        break_off(p, serial, &error);
    }
    if (!good || !r->listener.codec)
        sound_finish(p->sound, serial);
}

static bool wants_more(Decoder *p) {
    const PacketReader *r = &p->reader;
    if (p->packets >= PACKETS || p->packet_bytes >= PACKET_BYTES)
        return false;
    if (!r->listener.codec ||
        !p->started) /* the first picture waits for nothing but its own packets */
        return p->packets < PACKETS_ENOUGH;
    int heard = sound_waiting(p->sound);
    return heard < SOUND_RING * 9 / 10 && (heard < SOUND_ENOUGH || p->packets < PACKETS_ENOUGH);
}

static void end_reading(Decoder *p, int status, unsigned serial) {
    Error error;
    p->reader.done = true;
    p->packets_end = is_current(p, serial);
    sound_finish(p->sound, serial);
    if (status != AVERROR_EOF) {
        error_set(&error, "it cannot be read any further: %s",
                  p->reader.container.starved ? "bytes are missing or damaged" : "not well formed");
        break_off(p, serial, &error);
    }
}

/* The sound of the wish that is read for. */
static void take_samples(void *self, int64_t at_us, float *stereo, int frames) {
    Decoder *p = self;
    if (at_us != INT64_MIN)
        sound_push(p->sound, p->reader.serial, at_us, stereo, frames);
}

bool reading_step(Decoder *p) {
    PacketReader *r = &p->reader;
    if (r->serial != p->serial) {
        follow_wish(p);
        return true;
    }
    if (r->done || !wants_more(p))
        return false;
    unsigned serial = r->serial;
    pthread_mutex_unlock(&p->lock);
    int status = container_read(&r->container, r->packet);
    bool picture = status >= 0 && r->packet->stream_index == r->container.video->index;
    if (status >= 0 && !picture)
        listen_to(&r->listener, &r->container, r->packet, (ListenSink){p, take_samples});
    pthread_mutex_lock(&p->lock);
    if (status < 0)
        end_reading(p, status, serial);
    else if (picture && is_current(p, serial))
        push_packet(p, r->packet);
    libav.av_packet_unref(r->packet);
    return true;
}
