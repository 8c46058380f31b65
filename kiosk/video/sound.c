#include "video/sound.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE                                                                                  \
    (SOUND_RATE * 30 / 1000) /* a stamp this near to the end of the last samples continues them */
#define PATIENCE (SOUND_RATE / 5) /* how long the clock waits for samples that are late */
#define GAP_MAX (2 * SOUND_RATE)  /* a longer hole is a stamp that lies */
#define RAMP (1.0f / 240)         /* 5 ms from silence to full: no clicks */
#define DEVICE_LOST_US 500000

struct Sound {
    pthread_mutex_t lock;
    int64_t latency_us;
    unsigned serial;
    bool running, finished;
    float gain, wanted;
    float ring[SOUND_RING][2];
    int64_t next, end; /* positions in samples of the clip: the next to be taken, and behind the
                          last that is there */
    int late;          /* samples of silence given while waiting */
    bool driven;       /* a device takes samples */
    int64_t anchor_us, anchor_now_us,
        most_us;     /* the clock: at `anchor_now_us` it stood at `anchor_us` */
    int64_t last_us; /* answered last */
};

static int64_t samples(int64_t us) {
    return us * (SOUND_RATE / 1000) / 1000;
}

static int64_t micros(int64_t sample) {
    return sample * 1000 / (SOUND_RATE / 1000);
}

Sound *sound_open(int64_t latency_us) {
    Sound *sound = calloc(1, sizeof *sound);
    if (!sound)
        abort();
    pthread_mutex_init(&sound->lock, NULL);
    sound->latency_us = latency_us;
    return sound;
}

void sound_close(Sound *sound) {
    if (!sound)
        return;
    pthread_mutex_destroy(&sound->lock);
    free(sound);
}

/* ---- the clock (locked) ---------------------------------------------------------------------- */

static void anchor(Sound *s, int64_t at_us, int64_t now_us, int64_t most_us) {
    s->anchor_us = at_us;
    s->anchor_now_us = now_us;
    s->most_us = most_us;
}

/* A device that takes nothing any more has been unplugged: the caller's clock goes on from where it
 * stopped. */
static void check_device(Sound *s, int64_t now_us) {
    if (s->driven && now_us - s->anchor_now_us > DEVICE_LOST_US) {
        s->driven = false;
        anchor(s, s->last_us, now_us, INT64_MAX);
    }
}

static int64_t reckon(Sound *s, int64_t now_us) {
    if (s->running) {
        check_device(s, now_us);
        int64_t since = now_us - s->anchor_now_us;
        int64_t at = s->anchor_us + (since < s->most_us ? since : s->most_us);
        s->last_us = at > s->last_us ? at : s->last_us;
    }
    if (s->running && !s->driven && samples(s->last_us) > s->next)
        s->next = samples(s->last_us); /* nobody takes the samples: they pass unheard */
    return s->last_us;
}

void sound_begin(Sound *s, unsigned serial, int64_t from_us) {
    pthread_mutex_lock(&s->lock);
    s->serial = serial;
    s->running = s->finished = false;
    s->next = s->end = samples(from_us);
    s->late = 0;
    s->last_us = from_us;
    s->gain = 0;
    pthread_mutex_unlock(&s->lock);
}

void sound_run(Sound *s, bool running, int64_t now_us) {
    pthread_mutex_lock(&s->lock);
    if (running != s->running) {
        reckon(s, now_us);
        s->running = running;
        s->driven = false; /* until the device takes the next samples */
        anchor(s, s->last_us, now_us, INT64_MAX);
    }
    pthread_mutex_unlock(&s->lock);
}

int64_t sound_at(Sound *s, int64_t now_us) {
    pthread_mutex_lock(&s->lock);
    int64_t at = reckon(s, now_us);
    pthread_mutex_unlock(&s->lock);
    return at;
}

/* ---- filling --------------------------------------------------------------------------------- */

static void put(Sound *s, const float *stereo, int64_t frames) {
    for (int64_t i = 0; i < frames && s->end - s->next < SOUND_RING; i++, s->end++) {
        float *to = s->ring[s->end % SOUND_RING];
        to[0] = stereo ? stereo[2 * i] : 0;
        to[1] = stereo ? stereo[2 * i + 1] : 0;
    }
}

static void place(Sound *s, int64_t at, const float *stereo, int64_t frames) {
    if (s->end < s->next)
        s->end = s->next; /* the clock has run on without them */
    if (at > s->end - TOLERANCE && at < s->end + TOLERANCE && s->end > s->next)
        at = s->end;
    if (at > s->end + GAP_MAX || at + frames < s->end - GAP_MAX)
        return;
    if (at > s->end)
        put(s, NULL, at - s->end);
    int64_t known = s->end - at; /* has been heard or is there already */
    if (known < frames)
        put(s, stereo + 2 * (known > 0 ? known : 0), frames - (known > 0 ? known : 0));
}

void sound_push(Sound *s, unsigned serial, int64_t pts_us, const float *stereo, int frames) {
    pthread_mutex_lock(&s->lock);
    if (serial == s->serial)
        place(s, samples(pts_us), stereo, frames);
    pthread_mutex_unlock(&s->lock);
}

void sound_finish(Sound *s, unsigned serial) {
    pthread_mutex_lock(&s->lock);
    s->finished |= serial == s->serial;
    pthread_mutex_unlock(&s->lock);
}

int sound_waiting(Sound *s) {
    pthread_mutex_lock(&s->lock);
    int waiting = s->end > s->next ? (int)(s->end - s->next) : 0;
    pthread_mutex_unlock(&s->lock);
    return waiting;
}

void sound_loudness(Sound *s, float gain) {
    pthread_mutex_lock(&s->lock);
    s->wanted = gain;
    pthread_mutex_unlock(&s->lock);
}

/* ---- mixing ---------------------------------------------------------------------------------- */

static void take(Sound *s, float *stereo, int frames) {
    for (int i = 0; i < frames; i++, s->next++) {
        float step = s->wanted - s->gain;
        s->gain += step > RAMP ? RAMP : step < -RAMP ? -RAMP : step;
        const float *from = s->ring[s->next % SOUND_RING];
        bool there = s->next < s->end;
        stereo[2 * i] = there ? from[0] * s->gain : 0;
        stereo[2 * i + 1] = there ? from[1] * s->gain : 0;
    }
}

/* Late samples are waited for, a little: sound and picture stay together. */
static bool must_wait(Sound *s, int frames) {
    if (s->finished || s->end - s->next >= frames || s->late >= PATIENCE)
        return false;
    s->late += frames;
    return true;
}

void sound_mix(Sound *s, float *stereo, int frames, int64_t now_us) {
    memset(stereo, 0, sizeof *stereo * 2 * (size_t)frames);
    pthread_mutex_lock(&s->lock);
    if (s->running) {
        if (!s->driven) {
            reckon(s, now_us);
            s->driven = true;
            s->next =
                samples(s->last_us); /* heard only after the latency: until then the clock stands */
        }
        bool waits = must_wait(s, frames);
        anchor(s, micros(s->next) - s->latency_us, now_us, waits ? 0 : 2 * micros(frames));
        if (!waits) {
            take(s, stereo, frames);
            s->late = s->end > s->next ? 0 : s->late;
        }
    }
    pthread_mutex_unlock(&s->lock);
}
