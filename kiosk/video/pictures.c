#include "video/decoder_parts.h"

#include <stdlib.h>

#define SLOW_DROPS                                                                                 \
    30 /* pictures that came too late, since the start: this machine is not fast enough for one    \
          thread */
#define FAULTS_MAX 60     /* packets in a row that cannot be decoded */
#define SHORT_US 150000   /* an end this much before the known one is a fault */
#define BEYOND_US 1000000 /* a picture this much behind the known end is one */

static AVPacket *pop_packet(Decoder *p) {
    AVPacket *packet = p->packet_queue[p->first_packet];
    p->first_packet = (p->first_packet + 1) % PACKETS;
    p->packets--;
    p->packet_bytes -= packet->size;
    return packet;
}

/* A second thread costs some of the power, and frames of its own: where one is fast enough it stays
 * alone. */
static int threads_for(const AVCodecParameters *parameters, bool slow) {
    return slow && parameters->width * parameters->height > 1280 * 720 ? 2 : 1;
}

static void begin_viewing(Decoder *p) {
    Viewer *v = &p->viewer;
    unsigned serial = v->serial = p->opened;
    bool slow = p->dropped >= SLOW_DROPS,
         same = v->codec && v->clip == p->wish.clip && v->slow == slow;
    AVCodecParameters *parameters = libav.avcodec_parameters_alloc();
    libav.avcodec_parameters_copy(parameters, p->parameters);
    int clip = p->wish.clip;
    Error error = {{0}};
    pthread_mutex_unlock(&p->lock);
    if (!v->frame && !(v->frame = libav.av_frame_alloc()))
        abort();
    free_frame(&v->held.frame);
    if (same)
        libav.avcodec_flush_buffers(v->codec);
    else {
        free_codec(&v->codec);
        v->codec = container_decoder(parameters, threads_for(parameters, slow), &error);
    }
    libav.avcodec_parameters_free(&parameters);
    v->clip = clip;
    v->slow = slow;
    v->faults = 0;
    v->last_us = v->glimpse_us = INT64_MIN;
    v->done = !v->codec;
    pthread_mutex_lock(&p->lock);
    if (!v->codec)
        break_off(p, serial, &error);
}

static void give(Decoder *p, DecodedFrame ready) {
    p->ready[p->ready_count++] = ready;
    p->end_us = ready.to_us;
    if (p->ready_count == 1)
        wake(p); /* the first of all, or one that was waited for */
}

/* Of the pictures before the time asked for only the last is of use: it stands there until the next
 * one begins. */
static void sort_in(Decoder *p, DecodedFrame ready, int64_t wanted_us) {
    Viewer *v = &p->viewer;
    if (ready.to_us <= wanted_us) {
        free_frame(&v->held.frame);
        v->held = ready;
        return;
    }
    if (v->held.frame && ready.from_us > wanted_us)
        give(p, v->held);
    else
        free_frame(&v->held.frame);
    v->held.frame = NULL;
    give(p, ready);
}

/* Microseconds of the clip; `none` when there is no stamp. */
static int64_t time_of(const Decoder *p, int64_t stamp, int64_t none) {
    return stamp == AV_NOPTS_VALUE
               ? none
               : libav.av_rescale_q(stamp, p->time_base, AV_TIME_BASE_Q) - p->origin_us;
}

/* Stamps that run backwards or stand still are made to go on. */
static DecodedFrame stamp(Decoder *p, AVFrame *frame) {
    Viewer *v = &p->viewer;
    int64_t from = time_of(p, frame->best_effort_timestamp, INT64_MIN), lasts = frame->pkt_duration;
    int64_t us = lasts > 0 ? libav.av_rescale_q(lasts, p->time_base, AV_TIME_BASE_Q) : FRAME_US;
    if (from <= v->last_us)
        from = v->last_us == INT64_MIN ? 0 : v->last_us + FRAME_US;
    v->last_us = from;
    AVFrame *own = libav.av_frame_alloc();
    libav.av_frame_move_ref(own, frame);
    return (DecodedFrame){own, from, from + (us < 10 * FRAME_US ? us : 10 * FRAME_US)};
}

static void take_picture(Decoder *p, unsigned serial) {
    Viewer *v = &p->viewer;
    Error error;
    v->faults = 0;
    DecodedFrame ready = stamp(p, v->frame);
    if (ready.from_us > p->spec.source[v->clip].duration * 1000 + BEYOND_US) {
        error_set(&error, "its time stamps run away");
        break_off(p, serial, &error);
        free_frame(&ready.frame);
        return;
    }
    if (ready.from_us <= v->glimpse_us) /* it stands there already */
        free_frame(&ready.frame);
    else
        sort_in(p, ready, p->wish.from * 1000);
}

static void end_viewing(Decoder *p, unsigned serial) {
    Viewer *v = &p->viewer;
    Error error;
    v->done = true;
    if (v->held.frame)
        give(p, v->held);
    v->held.frame = NULL;
    p->viewed_all = true;
    if (p->end_us + SHORT_US < p->spec.source[v->clip].duration * 1000) {
        error_set(&error, "it ends after %.1f s of %.1f", (double)p->end_us / 1e6,
                  (double)p->spec.source[v->clip].duration / 1e3);
        break_off(p, serial, &error);
    }
}

/* Pictures that no other needs and nobody will see are not decoded on the way to a place in the
 * clip. */
static void send(Decoder *p, AVPacket *packet, int64_t wanted_us) {
    Viewer *v = &p->viewer;
    int64_t at = packet ? time_of(p, packet->pts, INT64_MAX) : INT64_MAX;
    v->codec->skip_frame = at < wanted_us - 2 * FRAME_US ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    if (libav.avcodec_send_packet(v->codec, packet) < 0)
        v->faults++;
}

/* A decoder gives the first picture away only when it has seen those that might come before it: two
   or three pictures later. Told that no more will follow, it gives it at once; then it begins anew
   with the same packet. */
static void glimpse(Decoder *p, AVPacket *packet, unsigned serial) {
    Viewer *v = &p->viewer;
    pthread_mutex_unlock(&p->lock);
    bool there = libav.avcodec_send_packet(v->codec, packet) >= 0 &&
                 libav.avcodec_send_packet(v->codec, NULL) >= 0 &&
                 libav.avcodec_receive_frame(v->codec, v->frame) >= 0;
    libav.avcodec_flush_buffers(v->codec);
    pthread_mutex_lock(&p->lock);
    if (there && is_current(p, serial)) {
        DecodedFrame ready = stamp(p, v->frame);
        v->glimpse_us = ready.from_us;
        give(p, ready);
    }
    libav.av_frame_unref(v->frame);
    v->last_us = INT64_MIN;
}

/* The very first packet is a whole picture, and the one that is asked for. */
static bool can_glimpse(const Decoder *p, const AVPacket *packet) {
    const Viewer *v = &p->viewer;
    bool first = packet && v->last_us == INT64_MIN && v->glimpse_us == INT64_MIN &&
                 packet->flags & AV_PKT_FLAG_KEY;
    return first && !p->spec.headless && time_of(p, packet->pts, INT64_MIN) >= p->wish.from * 1000;
}

static bool feed(Decoder *p, unsigned serial) {
    if (!p->packets && !p->packets_end)
        return false;
    AVPacket *packet = p->packets ? pop_packet(p) : NULL;
    int64_t wanted_us = p->wish.from * 1000;
    tell(p);
    if (can_glimpse(p, packet))
        glimpse(p, packet, serial);
    pthread_mutex_unlock(&p->lock);
    send(p, packet, wanted_us);
    libav.av_packet_free(&packet);
    pthread_mutex_lock(&p->lock);
    if (p->viewer.faults > FAULTS_MAX) {
        Error error;
        error_set(&error, "its pictures cannot be decoded");
        p->viewer.done = true;
        break_off(p, serial, &error);
    }
    return true;
}

/* Nothing is to be shown: a decoder holds a dozen pictures. */
static bool rest(Decoder *p) {
    Viewer *v = &p->viewer;
    if (!v->codec)
        return false;
    pthread_mutex_unlock(&p->lock);
    free_codec(&v->codec);
    free_frame(&v->held.frame);
    libav_rest();
    pthread_mutex_lock(&p->lock);
    return true;
}

bool viewing_step(Decoder *p) {
    Viewer *v = &p->viewer;
    if (p->wish.clip == VIDEO_NO_CLIP)
        return rest(p);
    if (p->opened != p->serial)
        return false;
    if (v->serial != p->opened) {
        begin_viewing(p);
        return true;
    }
    if (v->done || p->broken ||
        p->ready_count > FRAMES - 2) /* a held one and a new one may come at once */
        return false;
    unsigned serial = v->serial;
    pthread_mutex_unlock(&p->lock);
    int status = libav.avcodec_receive_frame(v->codec, v->frame);
    pthread_mutex_lock(&p->lock);
    if (!is_current(p, serial)) /* the packets that wait now are for another wish */
        libav.av_frame_unref(v->frame);
    else if (status == 0)
        take_picture(p, serial);
    else if (status == AVERROR_EOF)
        end_viewing(p, serial);
    else if (status == AVERROR(EAGAIN))
        return feed(p, serial);
    else
        v->faults++;
    return true;
}
