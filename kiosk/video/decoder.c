#include "video/decoder_parts.h"

#include "base/log.h"

#include <stdlib.h>
#include <time.h>

#define PATIENCE_US 2000000 /* no picture by then: the visitor gets the poster */
#define IDLE_NS 50000000

static void drop_packets(Decoder *p) {
    for (int i = 0; i < p->packets; i++)
        libav.av_packet_free(&p->packet_queue[(p->first_packet + i) % PACKETS]);
    p->packets = p->packet_bytes = 0;
    p->packets_end = false;
}

static void drop_ready(Decoder *p) {
    for (int i = 0; i < p->ready_count; i++)
        free_frame(&p->ready[i].frame);
    p->ready_count = 0;
}

static void pop_ready(Decoder *p) {
    free_frame(&p->ready[0].frame);
    for (int i = 1; i < p->ready_count; i++)
        p->ready[i - 1] = p->ready[i];
    p->ready_count--;
}

/* ---- the threads ----------------------------------------------------------------------------- */

static void *work(Decoder *p, bool (*step)(Decoder *), bool timed) {
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
        if (timed && p->running && !p->wish.paused &&
            !p->ended) /* the sound device empties the ring without a word */
            pthread_cond_timedwait(&p->changed, &p->lock, &until);
        else
            pthread_cond_wait(&p->changed, &p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void *read_always(void *self) {
    return work(self, reading_step, true);
}

static void *view_always(void *self) {
    return work(self, viewing_step, false);
}

/* ---- beginning and end ----------------------------------------------------------------------- */

static void init_locks(Decoder *p) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->changed, &attributes);
    pthread_condattr_destroy(&attributes);
}

Decoder *decoder_open(DecoderSpec spec) {
    Decoder *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->spec = spec;
    p->wish.clip = p->reader.clip = p->viewer.clip = p->shown_clip = VIDEO_NO_CLIP;
    p->reader.done = p->viewer.done = true; /* nothing is wished for yet */
    p->sound = sound_open((int64_t)spec.sound_delay_ms * 1000);
    init_locks(p);
    if (!spec.headless && (pthread_create(&p->reading, NULL, read_always, p) ||
                           pthread_create(&p->viewing, NULL, view_always, p)))
        abort();
    return p;
}

static void stop_threads(Decoder *p) {
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    p->serial++; /* whatever is being read is given up */
    tell(p);
    pthread_mutex_unlock(&p->lock);
    if (p->spec.headless)
        return;
    pthread_join(p->reading, NULL);
    pthread_join(p->viewing, NULL);
}

void decoder_close(Decoder *p) {
    if (!p)
        return;
    stop_threads(p);
    reading_close(&p->reader);
    free_codec(&p->viewer.codec);
    free_frame(&p->viewer.held.frame);
    free_frame(&p->viewer.frame);
    if (p->reader.packet)
        libav.av_packet_free(&p->reader.packet);
    drop_packets(p);
    drop_ready(p);
    free_frame(&p->shown.frame);
    if (p->parameters)
        libav.avcodec_parameters_free(&p->parameters);
    convert_free(&p->converter);
    sound_close(p->sound);
    pthread_cond_destroy(&p->changed);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

/* ---- the wish -------------------------------------------------------------------------------- */

static void begin_anew(Decoder *p, int64_t now_us) {
    p->serial++;
    p->wished_us = now_us;
    p->started = p->running = p->ended = p->broken = p->viewed_all = false;
    p->end_us = 0;
    drop_packets(p);
    drop_ready(p);
    if (p->shown_clip != p->wish.clip) {
        free_frame(&p->shown.frame);
        p->shown_clip = VIDEO_NO_CLIP;
    }
    sound_begin(p->sound, p->serial, p->wish.from * 1000);
}

/* Said once, on the caller's thread, while the clip that it is about is still wished for. */
static void say_fault(Decoder *p) {
    if (!p->error.text[0])
        return;
    bool known = p->wish.clip >= 0 && p->wish.clip < p->spec.source_count;
    log_line("video", "%s: %s", known ? p->spec.source[p->wish.clip].name : "?", p->error.text);
    p->error.text[0] = 0;
}

void decoder_wish(Decoder *p, VideoWish wish, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    bool awaited = p->wish.early && wish.from == p->wish.from; /* it is open for this already */
    bool anew = wish.clip != p->wish.clip ||
                (wish.clip != VIDEO_NO_CLIP && wish.seek_id != p->wish.seek_id && !awaited);
    if (anew)
        say_fault(p);
    p->wish = wish;
    if (anew)
        begin_anew(p, now_us);
    sound_loudness(p->sound, (float)wish.percent / 100.0f);
    if (p->running)
        sound_run(p->sound, !wish.paused && !p->ended, now_us);
    tell(p);
    pthread_mutex_unlock(&p->lock);
}

void decoder_mix(Decoder *p, float *stereo, int frames, int64_t now_us) {
    sound_mix(p->sound, stereo, frames, now_us);
}

/* ---- what is due (locked) -------------------------------------------------------------------- */

static void show(Decoder *p) {
    free_frame(&p->shown.frame);
    p->shown = p->ready[0];
    p->shown_serial = p->serial;
    p->shown_clip = p->wish.clip;
    for (int i = 1; i < p->ready_count; i++)
        p->ready[i - 1] = p->ready[i];
    p->ready_count--;
    p->number++;
}

static void take_due(Decoder *p, int64_t at_us) {
    while (p->ready_count > 1 && p->ready[1].from_us <= at_us) {
        pop_ready(p);
        p->dropped++;
    }
    if (p->ready_count && (p->ready[0].from_us <= at_us || p->shown_serial != p->serial))
        show(p);
}

static void start(Decoder *p) {
    p->started |= p->ready_count > 0 && !p->broken;
}

/* The clock starts when a picture stands and the next one is there to follow it. */
static void run(Decoder *p, int64_t now_us) {
    if (!p->started || p->running || p->broken || !(p->ready_count || p->viewed_all))
        return;
    p->running = true;
    sound_run(p->sound, !p->wish.paused, now_us);
}

static void end(Decoder *p, int64_t at_us, int64_t now_us) {
    int64_t known = p->spec.source[p->wish.clip].duration * 1000;
    if (p->ended || !p->viewed_all || p->ready_count ||
        at_us < (p->end_us > known ? p->end_us : known))
        return;
    p->ended = true;
    sound_run(p->sound, false, now_us);
}

static void check_patience(Decoder *p, int64_t now_us) {
    Error error;
    if (p->started || p->broken || now_us - p->wished_us < PATIENCE_US)
        return;
    error_set(&error, "no picture within two seconds");
    break_off(p, p->serial, &error);
}

/* Headless there are no threads: works until the picture at this time is known. */
static void work_through(Decoder *p, int64_t now_us) {
    for (bool more = true; more;) {
        start(p);
        int64_t at = sound_at(p->sound, now_us);
        if (p->started)
            take_due(p, at);
        run(p, now_us);
        bool known = p->broken || (p->started && (p->ready_count > 0 && p->ready[0].from_us > at));
        more = !known && (viewing_step(p) || reading_step(p));
    }
}

/* As the threads do when nothing is wished for. */
static void put_away(Decoder *p) {
    while (reading_step(p) || viewing_step(p))
        ;
}

static void settle(Decoder *p, int64_t now_us) {
    bool none = p->wish.clip == VIDEO_NO_CLIP;
    if (p->spec.headless && none)
        put_away(p);
    else if (p->spec.headless)
        work_through(p, now_us);
    if (none)
        return;
    start(p);
    check_patience(p, now_us);
    if (!p->started)
        return;
    int64_t at = sound_at(p->sound, now_us);
    int before = p->ready_count;
    take_due(p, at);
    run(p, now_us);
    if (p->ready_count < before)
        tell(p);
    end(p, at, now_us);
}

static VideoStatus status_of(const Decoder *p) {
    if (p->wish.clip == VIDEO_NO_CLIP)
        return VIDEO_NONE;
    if (p->broken)
        return VIDEO_BROKEN;
    return p->ended ? VIDEO_ENDED : p->started ? VIDEO_SHOWING : VIDEO_OPENING;
}

VideoReport decoder_report(Decoder *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    settle(p, now_us);
    say_fault(p);
    VideoReport report = {.clip = p->wish.clip,
                          .seek_id = p->wish.seek_id,
                          .status = status_of(p),
                          .at = sound_at(p->sound, now_us) / 1000,
                          .paused = p->wish.paused};
    pthread_mutex_unlock(&p->lock);
    return report;
}

FrameInfo decoder_due(Decoder *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    settle(p, now_us);
    FrameInfo due = {.clip = VIDEO_NO_CLIP};
    if (p->shown.frame && !p->broken) {
        due.number = p->number;
        due.clip = p->shown_clip;
        convert_size(p->shown.frame, &due.w, &due.h);
    }
    pthread_mutex_unlock(&p->lock);
    return due;
}

int decoder_wait(Decoder *p, int64_t now_us) {
    pthread_mutex_lock(&p->lock);
    int wait = -1;
    if (p->wish.clip != VIDEO_NO_CLIP && !p->broken && !p->ended &&
        !(p->started && p->wish.paused)) {
        int64_t until = p->ready_count ? p->ready[0].from_us - sound_at(p->sound, now_us) : 10000;
        wait = !p->started      ? 100
               : until < 0      ? 0
               : until > 100000 ? 100
                                : (int)((until + 999) / 1000);
    }
    pthread_mutex_unlock(&p->lock);
    return wait;
}

/* ---- painting: the shown picture belongs to the caller's thread ------------------------------ */

bool decoder_paint(Decoder *p, void *pixels, int pitch, int w, int h) {
    return p->shown.frame && convert_frame(&p->converter, p->shown.frame, pixels, pitch, w, h);
}

/* `seen` of `whole` around a point, in hundredths, and even. */
static int part_from(int whole, int seen, int focus) {
    int middle = whole * (focus ? focus : 50) / 100, from = middle - seen / 2;
    from = from > whole - seen ? whole - seen : from;
    return from < 0 ? 0 : from & ~1;
}

static int part_of(int64_t wished, int whole) {
    return wished < 2 ? 2 : wished > whole ? whole : (int)wished & ~1;
}

FramePart decoder_part(const Decoder *p, VideoFit fit, int w, int h) {
    const AVFrame *f = p->shown.frame;
    FramePart part = {0, 0, f->width, f->height};
    int square_w, square_h;
    convert_size(f, &square_w, &square_h);
    if (!fit.covers || !convert_parts(f) || w < 1 || h < 1)
        return part;
    int64_t across = (int64_t)w * square_h, down = (int64_t)h * square_w;
    if (across < down)
        part.w = part_of(f->width * across / down, f->width);
    else
        part.h = part_of(f->height * down / across, f->height);
    part.x = part_from(f->width, part.w, fit.focus_x);
    part.y = part_from(f->height, part.h, fit.focus_y);
    return part;
}

bool decoder_paint_part(Decoder *p, FramePart part, void *pixels, int pitch, int w, int h) {
    const AVFrame *f = p->shown.frame;
    if (!f || (part.w == f->width && part.h == f->height))
        return decoder_paint(p, pixels, pitch, w, h);
    return convert_part(&p->converter, f, part, pixels, pitch, w, h);
}

bool decoder_planes(const Decoder *p, Planes *planes) {
    const AVFrame *f = p->shown.frame;
    if (!f || f->format != AV_PIX_FMT_YUV420P || f->color_range == AVCOL_RANGE_JPEG)
        return false;
    *planes = (Planes){f->data[0],     f->data[1], f->data[2], f->linesize[0],   f->linesize[1],
                       f->linesize[2], f->width,   f->height,  convert_is_709(f)};
    return true;
}

int decoder_dropped(const Decoder *p) {
    return p->dropped;
}

int64_t decoder_shown_us(const Decoder *p) {
    return p->shown.frame ? p->shown.from_us : -1;
}
