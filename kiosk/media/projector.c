#include "media/projector.h"

#include "base/log.h"
#include "media/container.h"
#include "media/convert.h"
#include "media/listen.h"
#include "media/sound.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define FRAMES 4              /* decoded ahead: more gains nothing */
#define PARCELS 1024          /* packets read ahead, at most */
#define PARCEL_BYTES (24 << 20)
#define PARCELS_ENOUGH 12
#define SOUND_ENOUGH SOUND_RATE /* read ahead in samples */
#define PATIENCE_US 2000000     /* no picture by then: the visitor gets the poster */
#define FAULTS_MAX 60           /* packets in a row that cannot be decoded */
#define FRAME_US 40000          /* of a frame that does not say how long it stands */
#define SHORT_US 150000         /* an end this much before the known one is a fault */
#define BEYOND_US 1000000       /* a picture this much behind the known end is one */
#define IDLE_NS 50000000

/* A decoded picture and when it stands. */
typedef struct Ready {
    AVFrame *frame;
    int64_t from_us, to_us;
} Ready;

/* What only the reading thread touches. */
typedef struct Reader {
    Container container;
    Listener listener;
    AVPacket *packet;
    unsigned serial;
    int clip;
    bool done;
} Reader;

/* What only the decoding thread touches. */
typedef struct Viewer {
    AVCodecContext *decoder;
    AVFrame *frame;
    Ready held; /* the last one before the time asked for: it is shown there unless another begins in time */
    unsigned serial;
    int clip, faults;
    int64_t last_us;
    bool done;
} Viewer;

struct Projector {
    ProjectorSpec spec;
    pthread_t reading, viewing;
    pthread_mutex_t lock; /* guards everything between here and `reader` */
    pthread_cond_t changed;
    atomic_uint serial; /* of the wish: what was made for an older one is dropped. Written under the lock */
    bool closing;
    FilmWish wish;
    int64_t wished_us;
    bool started, ended, broken;
    Fault fault;
    AVPacket *parcel[PARCELS]; /* packets on their way to the decoder of pictures */
    int parcels, first_parcel, parcel_bytes;
    bool parcels_end;
    unsigned opened;              /* the serial whose packets are in the queue */
    AVCodecParameters *parameters; /* of the clip that is open */
    AVRational time_base;
    int64_t origin_us;
    Ready ready[FRAMES];
    int ready_count;
    bool viewed_all;
    int64_t end_us; /* when the last picture has stood its time */
    Ready shown;
    int shown_clip;
    unsigned shown_serial, number;
    int dropped;

    Reader reader;
    Viewer viewer;
    Sound *sound;
    Converter converter; /* of the caller's thread */
};

/* ---- queues (locked) ---------------------------------------------------------------------------------------------------- */

static void drop_parcels(Projector *p) {
    for (int i = 0; i < p->parcels; i++)
        av_packet_free(&p->parcel[(p->first_parcel + i) % PARCELS]);
    p->parcels = p->parcel_bytes = 0;
    p->parcels_end = false;
}

static void push_parcel(Projector *p, AVPacket *packet) {
    p->parcel_bytes += packet->size;
    p->parcel[(p->first_parcel + p->parcels++) % PARCELS] = av_packet_clone(packet);
}

static AVPacket *pop_parcel(Projector *p) {
    AVPacket *packet = p->parcel[p->first_parcel];
    p->first_parcel = (p->first_parcel + 1) % PARCELS;
    p->parcels--;
    p->parcel_bytes -= packet->size;
    return packet;
}

static void drop_ready(Projector *p) {
    for (int i = 0; i < p->ready_count; i++)
        av_frame_free(&p->ready[i].frame);
    p->ready_count = 0;
}

static void pop_ready(Projector *p) {
    av_frame_free(&p->ready[0].frame);
    for (int i = 1; i < p->ready_count; i++)
        p->ready[i - 1] = p->ready[i];
    p->ready_count--;
}

static bool is_current(Projector *p, unsigned serial) {
    return p->serial == serial && !p->closing;
}

static void tell(Projector *p) {
    pthread_cond_broadcast(&p->changed);
}

static void wake(Projector *p) {
    if (p->spec.wake)
        p->spec.wake(p->spec.self);
}

static void break_off(Projector *p, unsigned serial, const Fault *fault) {
    if (!is_current(p, serial) || p->broken)
        return;
    p->broken = true;
    p->fault = *fault;
    wake(p);
}

/* ---- reading (locked on entry and exit; unlocked while it works) ----------------------------------------------------------- */

static int is_outdated(void *self) {
    Projector *p = self;
    return p->serial != p->reader.serial;
}

static void close_reel(Reader *r) {
    listen_close(&r->listener);
    container_close(&r->container);
    r->clip = FILM_NO_CLIP;
}

static bool open_reel(Projector *p, int clip, Fault *fault) {
    Reader *r = &p->reader;
    close_reel(r);
    if (clip >= p->spec.reel_count)
        return fault_set(fault, "there is no such clip");
    if (!container_open(&r->container, p->spec.reel[clip].bytes, is_outdated, p, fault))
        return false;
    r->clip = clip;
    return p->spec.twin || !r->container.audio || listen_open(&r->listener, &r->container, fault);
}

static bool turn_reel(Projector *p, FilmWish wish, Fault *fault) {
    Reader *r = &p->reader;
    bool fresh = r->clip != wish.clip || r->container.starved;
    if (fresh && !open_reel(p, wish.clip, fault)) {
        close_reel(r);
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
        close_reel(r);
    pthread_mutex_lock(&p->lock);
    r->done = !good;
    if (!is_current(p, serial))
        return;
    if (good) {
        avcodec_parameters_copy(p->parameters, r->container.video->codecpar);
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
    if (!r->listener.decoder)
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

static bool read_on(Projector *p) {
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
    av_packet_unref(r->packet);
    return true;
}

/* ---- decoding pictures (likewise) ------------------------------------------------------------------------------------------ */

static int threads_for(const AVCodecParameters *parameters) {
    return parameters->width * parameters->height > 1280 * 720 ? 2 : 1;
}

static void begin_viewing(Projector *p) {
    Viewer *v = &p->viewer;
    unsigned serial = v->serial = p->opened;
    bool same = v->decoder && v->clip == p->wish.clip;
    AVCodecParameters *parameters = avcodec_parameters_alloc();
    avcodec_parameters_copy(parameters, p->parameters);
    int clip = p->wish.clip;
    Fault fault = {{0}};
    pthread_mutex_unlock(&p->lock);
    av_frame_free(&v->held.frame);
    if (same)
        avcodec_flush_buffers(v->decoder);
    else {
        avcodec_free_context(&v->decoder);
        v->decoder = container_decoder(parameters, threads_for(parameters), &fault);
    }
    avcodec_parameters_free(&parameters);
    v->clip = clip;
    v->faults = 0;
    v->last_us = INT64_MIN;
    v->done = !v->decoder;
    pthread_mutex_lock(&p->lock);
    if (!v->decoder)
        break_off(p, serial, &fault);
}

static void give(Projector *p, Ready ready) {
    p->ready[p->ready_count++] = ready;
    p->end_us = ready.to_us;
    if (p->ready_count == 1)
        wake(p); /* the first of all, or one that was waited for */
}

/* Of the pictures before the time asked for only the last is of use: it stands there until the next one begins. */
static void sort_in(Projector *p, Ready ready, int64_t wanted_us) {
    Viewer *v = &p->viewer;
    if (ready.to_us <= wanted_us) {
        av_frame_free(&v->held.frame);
        v->held = ready;
        return;
    }
    if (v->held.frame && ready.from_us > wanted_us)
        give(p, v->held);
    else
        av_frame_free(&v->held.frame);
    v->held.frame = NULL;
    give(p, ready);
}

/* Stamps that run backwards or stand still are made to go on. */
static Ready stamp(Projector *p, AVFrame *frame) {
    Viewer *v = &p->viewer;
    int64_t at = frame->best_effort_timestamp, lasts = frame->pkt_duration;
    int64_t from = at == AV_NOPTS_VALUE ? INT64_MIN : av_rescale_q(at, p->time_base, AV_TIME_BASE_Q) - p->origin_us;
    int64_t us = lasts > 0 ? av_rescale_q(lasts, p->time_base, AV_TIME_BASE_Q) : FRAME_US;
    if (from <= v->last_us)
        from = v->last_us == INT64_MIN ? 0 : v->last_us + FRAME_US;
    v->last_us = from;
    AVFrame *own = av_frame_alloc();
    av_frame_move_ref(own, frame);
    return (Ready){own, from, from + (us < 10 * FRAME_US ? us : 10 * FRAME_US)};
}

static void take_picture(Projector *p, unsigned serial) {
    Viewer *v = &p->viewer;
    Fault fault;
    v->faults = 0;
    Ready ready = stamp(p, v->frame);
    if (ready.from_us > p->spec.reel[v->clip].duration * 1000 + BEYOND_US) {
        fault_set(&fault, "its time stamps run away");
        break_off(p, serial, &fault);
        av_frame_free(&ready.frame);
        return;
    }
    sort_in(p, ready, p->wish.from * 1000);
}

static void end_viewing(Projector *p, unsigned serial) {
    Viewer *v = &p->viewer;
    Fault fault;
    v->done = true;
    if (v->held.frame)
        give(p, v->held);
    v->held.frame = NULL;
    p->viewed_all = true;
    if (p->end_us + SHORT_US < p->spec.reel[v->clip].duration * 1000) {
        fault_set(&fault, "it ends after %.1f s of %.1f", (double)p->end_us / 1e6, (double)p->spec.reel[v->clip].duration / 1e3);
        break_off(p, serial, &fault);
    }
}

/* Pictures that no other needs and nobody will see are not decoded on the way to a place in the clip. */
static void send(Projector *p, AVPacket *packet, int64_t wanted_us) {
    Viewer *v = &p->viewer;
    int64_t at = packet && packet->pts != AV_NOPTS_VALUE ? av_rescale_q(packet->pts, p->time_base, AV_TIME_BASE_Q) - p->origin_us
                                                         : INT64_MAX;
    v->decoder->skip_frame = at < wanted_us - 2 * FRAME_US ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    if (avcodec_send_packet(v->decoder, packet) < 0)
        v->faults++;
}

static bool feed(Projector *p, unsigned serial) {
    if (!p->parcels && !p->parcels_end)
        return false;
    AVPacket *packet = p->parcels ? pop_parcel(p) : NULL;
    int64_t wanted_us = p->wish.from * 1000;
    tell(p);
    pthread_mutex_unlock(&p->lock);
    send(p, packet, wanted_us);
    av_packet_free(&packet);
    pthread_mutex_lock(&p->lock);
    if (p->viewer.faults > FAULTS_MAX) {
        Fault fault;
        fault_set(&fault, "its pictures cannot be decoded");
        p->viewer.done = true;
        break_off(p, serial, &fault);
    }
    return true;
}

static bool view_on(Projector *p) {
    Viewer *v = &p->viewer;
    if (p->opened != p->serial)
        return false;
    if (v->serial != p->opened) {
        begin_viewing(p);
        return true;
    }
    if (v->done || p->broken || p->ready_count > FRAMES - 2) /* a held one and a new one may come at once */
        return false;
    unsigned serial = v->serial;
    pthread_mutex_unlock(&p->lock);
    int status = avcodec_receive_frame(v->decoder, v->frame);
    pthread_mutex_lock(&p->lock);
    if (!is_current(p, serial)) /* the packets that wait now are for another wish */
        av_frame_unref(v->frame);
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

/* ---- the threads ------------------------------------------------------------------------------------------------------------ */

static void *work(Projector *p, bool (*step)(Projector *), bool timed) {
    pthread_mutex_lock(&p->lock);
    while (!p->closing) {
        if (step(p)) {
            tell(p);
            continue;
        }
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += IDLE_NS;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        if (timed && p->started && !p->wish.paused && !p->ended) /* the sound device empties the ring without a word */
            pthread_cond_timedwait(&p->changed, &p->lock, &until);
        else
            pthread_cond_wait(&p->changed, &p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void *read_always(void *self) {
    return work(self, read_on, true);
}

static void *view_always(void *self) {
    return work(self, view_on, false);
}

/* ---- beginning and end -------------------------------------------------------------------------------------------------------- */

static void init_locks(Projector *p) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->changed, &attributes);
    pthread_condattr_destroy(&attributes);
}

Projector *projector_open(ProjectorSpec spec) {
    Projector *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    av_log_set_level(AV_LOG_QUIET);
    p->spec = spec;
    p->wish.clip = p->reader.clip = p->viewer.clip = p->shown_clip = FILM_NO_CLIP;
    p->reader.done = p->viewer.done = true; /* nothing is wished for yet */
    p->sound = sound_open((int64_t)spec.sound_delay_ms * 1000);
    p->parameters = avcodec_parameters_alloc();
    p->reader.packet = av_packet_alloc();
    p->viewer.frame = av_frame_alloc();
    init_locks(p);
    if (!spec.twin && (pthread_create(&p->reading, NULL, read_always, p) || pthread_create(&p->viewing, NULL, view_always, p)))
        abort();
    return p;
}

static void stop_threads(Projector *p) {
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    p->serial++; /* whatever is being read is given up */
    tell(p);
    pthread_mutex_unlock(&p->lock);
    if (p->spec.twin)
        return;
    pthread_join(p->reading, NULL);
    pthread_join(p->viewing, NULL);
}

void projector_close(Projector *p) {
    if (!p)
        return;
    stop_threads(p);
    close_reel(&p->reader);
    avcodec_free_context(&p->viewer.decoder);
    av_frame_free(&p->viewer.held.frame);
    av_frame_free(&p->viewer.frame);
    av_packet_free(&p->reader.packet);
    drop_parcels(p);
    drop_ready(p);
    av_frame_free(&p->shown.frame);
    avcodec_parameters_free(&p->parameters);
    convert_free(&p->converter);
    sound_close(p->sound);
    pthread_cond_destroy(&p->changed);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

/* ---- the wish ----------------------------------------------------------------------------------------------------------------- */

static void begin_anew(Projector *p, int64_t now_us) {
    p->serial++;
    p->wished_us = now_us;
    p->started = p->ended = p->broken = p->viewed_all = false;
    p->end_us = 0;
    drop_parcels(p);
    drop_ready(p);
    if (p->shown_clip != p->wish.clip) {
        av_frame_free(&p->shown.frame);
        p->shown_clip = FILM_NO_CLIP;
    }
    sound_begin(p->sound, p->serial, p->wish.from * 1000);
}

void projector_wish(Projector *p, FilmWish wish, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    bool anew = wish.clip != p->wish.clip || wish.turn != p->wish.turn;
    if (wish.clip == FILM_NO_CLIP)
        anew = p->wish.clip != FILM_NO_CLIP;
    p->wish = wish;
    if (anew)
        begin_anew(p, now_us);
    sound_loudness(p->sound, (float)wish.percent / 100.0f);
    if (p->started)
        sound_run(p->sound, !wish.paused && !p->ended, now_us);
    tell(p);
    pthread_mutex_unlock(&p->lock);
}

void projector_mix(Projector *p, float *stereo, int frames, int64_t now_us) {
    sound_mix(p->sound, stereo, frames, now_us);
}

/* ---- what is due (locked) ---------------------------------------------------------------------------------------------------- */

static void show(Projector *p) {
    av_frame_free(&p->shown.frame);
    p->shown = p->ready[0];
    p->shown_serial = p->serial;
    p->shown_clip = p->wish.clip;
    for (int i = 1; i < p->ready_count; i++)
        p->ready[i - 1] = p->ready[i];
    p->ready_count--;
    p->number++;
}

static void take_due(Projector *p, int64_t at_us) {
    while (p->ready_count > 1 && p->ready[1].from_us <= at_us) {
        pop_ready(p);
        p->dropped++;
    }
    if (p->ready_count && (p->ready[0].from_us <= at_us || p->shown_serial != p->serial))
        show(p);
}

/* The clock starts with the first picture. */
static void start(Projector *p, int64_t now_us) {
    if (p->started || p->broken || !p->ready_count)
        return;
    p->started = true;
    sound_run(p->sound, !p->wish.paused, now_us);
}

static void end(Projector *p, int64_t at_us, int64_t now_us) {
    int64_t known = p->spec.reel[p->wish.clip].duration * 1000;
    if (p->ended || !p->viewed_all || p->ready_count || at_us < (p->end_us > known ? p->end_us : known))
        return;
    p->ended = true;
    sound_run(p->sound, false, now_us);
}

static void check_patience(Projector *p, int64_t now_us) {
    Fault fault;
    if (p->started || p->broken || now_us - p->wished_us < PATIENCE_US)
        return;
    fault_set(&fault, "no picture within two seconds");
    break_off(p, p->serial, &fault);
}

/* The twin has no threads: works until the picture at this time is known. */
static void work_through(Projector *p, int64_t now_us) {
    for (bool more = true; more;) {
        start(p, now_us);
        int64_t at = sound_at(p->sound, now_us);
        if (p->started)
            take_due(p, at);
        bool known = p->broken || (p->started && (p->ready_count > 0 && p->ready[0].from_us > at));
        more = !known && (view_on(p) || read_on(p));
    }
}

static void settle(Projector *p, int64_t now_us) {
    if (p->wish.clip == FILM_NO_CLIP)
        return;
    if (p->spec.twin)
        work_through(p, now_us);
    start(p, now_us);
    check_patience(p, now_us);
    if (!p->started)
        return;
    int64_t at = sound_at(p->sound, now_us);
    int before = p->ready_count;
    take_due(p, at);
    if (p->ready_count < before)
        tell(p);
    end(p, at, now_us);
}

/* Said once, on the caller's thread. */
static void say_fault(Projector *p) {
    if (!p->fault.text[0])
        return;
    log_line("video", "%s: %s", p->wish.clip < p->spec.reel_count ? p->spec.reel[p->wish.clip].name : "?", p->fault.text);
    p->fault.text[0] = 0;
}

static FilmStatus status_of(const Projector *p) {
    if (p->wish.clip == FILM_NO_CLIP)
        return FILM_NONE;
    if (p->broken)
        return FILM_BROKEN;
    return p->ended ? FILM_ENDED : p->started ? FILM_SHOWING : FILM_OPENING;
}

FilmReport projector_report(Projector *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    settle(p, now_us);
    say_fault(p);
    FilmReport report = {p->wish.clip, p->wish.turn, status_of(p), sound_at(p->sound, now_us) / 1000, p->wish.paused};
    pthread_mutex_unlock(&p->lock);
    return report;
}

Picturing projector_due(Projector *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    settle(p, now_us);
    Picturing due = {.clip = FILM_NO_CLIP};
    if (p->shown.frame && !p->broken) {
        due.number = p->number;
        due.clip = p->shown_clip;
        convert_size(p->shown.frame, &due.w, &due.h);
    }
    pthread_mutex_unlock(&p->lock);
    return due;
}

int projector_wait(Projector *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    int wait = -1;
    if (p->wish.clip != FILM_NO_CLIP && !p->broken && !p->ended && !(p->started && p->wish.paused)) {
        int64_t until = p->ready_count ? p->ready[0].from_us - sound_at(p->sound, now_us) : 10000;
        wait = !p->started ? 100 : until < 0 ? 0 : until > 100000 ? 100 : (int)((until + 999) / 1000);
    }
    pthread_mutex_unlock(&p->lock);
    return wait;
}

/* ---- painting: the shown picture belongs to the caller's thread ----------------------------------------------------------------- */

bool projector_paint(Projector *p, void *pixels, int pitch, int w, int h) {
    return p->shown.frame && convert_frame(&p->converter, p->shown.frame, pixels, pitch, w, h);
}

bool projector_planes(const Projector *p, Planes *planes) {
    const AVFrame *f = p->shown.frame;
    if (!f || f->format != AV_PIX_FMT_YUV420P || f->color_range == AVCOL_RANGE_JPEG)
        return false;
    *planes = (Planes){f->data[0], f->data[1], f->data[2], f->linesize[0], f->linesize[1], f->linesize[2],
                       f->width, f->height, convert_is_709(f)};
    return true;
}

int projector_dropped(const Projector *p) {
    return p->dropped;
}

int64_t projector_shown_us(const Projector *p) {
    return p->shown.frame ? p->shown.from_us : -1;
}
