#include "video/projector_parts.h"

#include <stdlib.h>

#define PARCEL_BYTES (24 << 20)
#define PARCELS_ENOUGH 12
#define SOUND_ENOUGH SOUND_RATE /* read ahead in samples */

static void push_parcel(Projector *p, AVPacket *packet) {
    p->parcel_bytes += packet->size;
    p->parcel[(p->first_parcel + p->parcels++) % PARCELS] = libav.av_packet_clone(packet);
}

static int is_outdated(void *self) {
    Projector *p = self;
    return p->serial != p->reader.serial;
}

void reading_close(Reader *r) {
    listen_close(&r->listener);
    container_close(&r->container);
    r->clip = FILM_NO_CLIP;
}

static bool open_reel(Projector *p, int clip, Fault *fault) {
    Reader *r = &p->reader;
    reading_close(r);
    if (clip >= p->spec.reel_count)
        return fault_set(fault, "there is no such clip");
    if (!container_open(&r->container, p->spec.reel[clip].bytes, is_outdated, p, fault))
        return false;
    r->clip = clip;
    if (!r->packet && !(r->packet = libav.av_packet_alloc()))
        abort();
    return p->spec.twin || !r->container.audio || listen_open(&r->listener, &r->container, fault);
}

static bool turn_reel(Projector *p, FilmWish wish, Fault *fault) {
    Reader *r = &p->reader;
    bool fresh = r->clip != wish.clip || r->container.starved;
    if (fresh && !open_reel(p, wish.clip, fault)) {
        reading_close(r);
        return false;
    }
    if ((!fresh || wish.from > 0) && container_seek(&r->container, wish.from) < 0)
        return fault_set(fault, "it cannot be wound to %lld ms", (long long)wish.from);
    listen_turn(&r->listener);
    return true;
}

/* The wish has changed: another clip, another place in it, or nothing. */
static void follow_wish(Projector *p) {
    Reader *r = &p->reader;
    FilmWish wish = p->wish;
    unsigned serial = r->serial = p->serial;
    Fault fault = {{0}};
    pthread_mutex_unlock(&p->lock);
    bool good = wish.clip != FILM_NO_CLIP && turn_reel(p, wish, &fault);
    if (wish.clip == FILM_NO_CLIP)
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
    } else if (wish.clip != FILM_NO_CLIP) {
        break_off(p, serial, &fault);
    }
    if (!good || !r->listener.decoder)
        sound_finish(p->sound, serial);
}

static bool wants_more(Projector *p) {
    const Reader *r = &p->reader;
    if (p->parcels >= PARCELS || p->parcel_bytes >= PARCEL_BYTES)
        return false;
    if (!r->listener.decoder ||
        !p->started) /* the first picture waits for nothing but its own packets */
        return p->parcels < PARCELS_ENOUGH;
    int heard = sound_waiting(p->sound);
    return heard < SOUND_RING * 9 / 10 && (heard < SOUND_ENOUGH || p->parcels < PARCELS_ENOUGH);
}

static void end_reading(Projector *p, int status, unsigned serial) {
    Fault fault;
    p->reader.done = true;
    p->parcels_end = is_current(p, serial);
    sound_finish(p->sound, serial);
    if (status != AVERROR_EOF) {
        fault_set(&fault, "it cannot be read any further: %s",
                  p->reader.container.starved ? "bytes are missing or damaged" : "not well formed");
        break_off(p, serial, &fault);
    }
}

bool reading_step(Projector *p) {
    Reader *r = &p->reader;
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
        listen_to(&r->listener, &r->container, r->packet, p->sound, serial);
    pthread_mutex_lock(&p->lock);
    if (status < 0)
        end_reading(p, status, serial);
    else if (picture && is_current(p, serial))
        push_parcel(p, r->packet);
    libav.av_packet_unref(r->packet);
    return true;
}
