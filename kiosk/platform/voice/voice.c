#include "platform/voice/voice.h"

#include "base/arena.h"
#include "base/log.h"
#include "platform/video/speaker.h"
#include "platform/voice/espeak.h"
#include "video/recording.h"
#include "video/sound.h"

#include <glob.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEVICES "/dev/snd/pcmC*p"
#define SIGN_MS 60   /* how long a letter takes where nothing is heard */
#define OPENING_MS 5 /* until the device may be there: the first word waits for it */
#define SOON_MS 20   /* until there is more to be told of words that are only being made */
#define AHEAD (SOUND_RATE * 3 / 2)
#define BELL_SAMPLES (SOUND_RATE / 2)
enum { WORDS_AT_FIRST = 64, CHUNK = 512, LANG_BYTES = 16, TOLD_MOST = 32 };

typedef struct HeardWord {
    int from, to;
    int64_t at_us;
} HeardWord;

/* What the thread makes, and how far it has come. */
typedef struct Making {
    unsigned serial;   /* 0: nothing is to be said */
    Slice text;        /* until it is taken, as what follows */
    Recorded recorded; /* no name: it is not */
    char lang[LANG_BYTES];
    SpeechRate rate;
    bool rings, made; /* made: all samples are there */
    HeardWord *word;
    int words, room;
    int64_t length_us;
} Making;

struct Voice {
    VoiceSpec spec;
    Sound *sound;
    Speaker *speaker;
    pthread_t thread;
    bool begun, quits, alone; /* alone: there is no thread to be had */
    char warm_lang[LANG_BYTES];
    bool warm_recorded;
    atomic_bool decoded; /* since the last rest */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Making making;
    Arena words[2];            /* one is the thread's, the other the next order's */
    int taken;                 /* which is the thread's */
    SpeechWish wish;           /* of the main thread */
    Millis now, since, spoken; /* staged: when it went on, how much was said before */
    /* of the thread that makes: */
    unsigned serial;
    int64_t pushed; /* samples of the sound */
    bool heard;     /* some of them are words */
    bool rung;      /* a bell came before the words */
    double phase;
    float last;
};

static atomic_bool broken; /* there is no voice to be loaded: said once */

bool voice_is_there(void) {
    glob_t found;
    if (atomic_load(&broken))
        return false;
    if (getenv("SDL_AUDIODRIVER"))
        return true;
    bool some = glob(DEVICES, GLOB_NOSORT, NULL, &found) == 0;
    globfree(&found);
    return some;
}

static int64_t clock_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t micros(int64_t samples) {
    return samples * 1000 / (SOUND_RATE / 1000);
}

/* ---- the thread that makes ------------------------------------------------------------------- */

static bool is_stale(const Voice *v) {
    return v->quits || v->making.serial != v->serial;
}

/* Waits for room in the ring; false: something else is to be said. */
static bool wait_for_room(Voice *v) {
    pthread_mutex_lock(&v->lock);
    while (!is_stale(v) && sound_waiting(v->sound) > AHEAD)
        pthread_cond_wait(&v->changed, &v->lock);
    bool goes_on = !is_stale(v);
    pthread_mutex_unlock(&v->lock);
    return goes_on;
}

static bool push(Voice *v, const float *stereo, int frames) {
    if (!wait_for_room(v))
        return false;
    sound_push(v->sound, v->serial, micros(v->pushed), stereo, frames);
    v->pushed += frames;
    return true;
}

/* Straight lines between the samples of the voice: it has little above what they bend. */
static bool take_samples(void *self, const int16_t *mono, int count) {
    Voice *v = self;
    float stereo[2 * CHUNK];
    double step = (double)espeak_load(&(Error){0}) / SOUND_RATE;
    int frames = 0;
    v->heard |= count > 0;
    for (int i = 0; i < count; i++) {
        float next = mono[i] / 32768.0f;
        for (; v->phase < 1; v->phase += step) {
            stereo[2 * frames] = stereo[2 * frames + 1] =
                v->last + (next - v->last) * (float)v->phase;
            if (++frames == CHUNK && !push(v, stereo, frames))
                return false;
            frames %= CHUNK;
        }
        v->phase -= 1;
        v->last = next;
    }
    return !frames || push(v, stereo, frames);
}

static void add_word(Making *m, HeardWord word) {
    if (m->words == m->room) {
        m->room = m->room ? 2 * m->room : WORDS_AT_FIRST;
        m->word = realloc(m->word, sizeof *m->word * (size_t)m->room);
        if (!m->word)
            abort();
    }
    m->word[m->words++] = word;
}

/* Told before the samples in which it begins, counted from those of the voice. */
static void take_word(void *self, int from, int to, int64_t at) {
    Voice *v = self;
    int64_t bell = v->rung ? BELL_SAMPLES : 0;
    int64_t rate = espeak_load(&(Error){0});
    pthread_mutex_lock(&v->lock);
    if (!is_stale(v))
        add_word(&v->making, (HeardWord){from, to, micros(bell) + at * 1000000 / rate});
    pthread_mutex_unlock(&v->lock);
}

/* A soft one: a fifth that fades. */
static bool ring(Voice *v) {
    float stereo[2 * CHUNK];
    const double turn = 2 * acos(-1);
    for (int at = 0; at < BELL_SAMPLES; at += CHUNK) {
        int frames = BELL_SAMPLES - at < CHUNK ? BELL_SAMPLES - at : CHUNK;
        for (int i = 0; i < frames; i++) {
            double t = (double)(at + i) / SOUND_RATE, fade = 0.3 * exp(-8 * t);
            double wave = sin(turn * 660 * t) + sin(turn * 990 * t) / 2;
            stereo[2 * i] = stereo[2 * i + 1] = (float)(fade * wave);
        }
        if (!push(v, stereo, frames))
            return false;
    }
    return true;
}

/* What is wrong is said once, not whenever it is met again. */
static bool is_new(Slice what) {
    static uint64_t told[TOLD_MOST];
    static int count;
    uint64_t key = slice_hash(what, 0);
    for (int i = 0; i < count; i++)
        if (told[i] == key)
            return false;
    if (count == TOLD_MOST)
        return false;
    told[count++] = key;
    return true;
}

static void speak(Voice *v, Slice text, const char *lang, SpeechRate rate) {
    Error error = {0};
    if (!text.len)
        return;
    if (!espeak_load(&error)) {
        if (!atomic_exchange(&broken, true))
            log_line("voice", "%s", error.text);
        return;
    }
    if (!espeak_say(text, lang, rate, (EspeakSink){v, take_samples, take_word}) &&
        is_new(slice_from(lang)))
        log_line("voice", "there is no voice for %s: its texts are only shown", lang);
}

static bool take_recorded(void *self, const float *stereo, int frames) {
    Voice *v = self;
    v->heard |= frames > 0;
    return push(v, stereo, frames);
}

/* Of one that breaks off the whole sentence is said again: a word twice is better than none. */
static bool play(Voice *v, const Making *order) {
    Error error;
    Slice name = order->recorded.name;
    if (!name.len)
        return false;
    atomic_store(&v->decoded, true);
    if (!recording_decode(order->recorded.bytes, (RecordingSink){v, take_recorded}, &error).fault)
        return true;
    if (is_new(name))
        log_line("voice", "the recording " SLICE_FMT " is not played: %s", SLICE_ARG(name),
                 error.text);
    return false;
}

/* A text that nobody can say stays for as long as it would have taken. */
static void end_making(Voice *v, unsigned serial, int letters) {
    pthread_mutex_lock(&v->lock);
    int64_t silent_us = v->heard ? 0 : (int64_t)letters * SIGN_MS * 1000;
    if (v->making.serial == serial) {
        v->making.made = true;
        v->making.length_us = micros(v->pushed) + silent_us;
    }
    pthread_mutex_unlock(&v->lock);
    sound_finish(v->sound, serial);
}

static void make(Voice *v, const Making *order) {
    Slice text = order->text;
    v->pushed = 0;
    v->phase = 0;
    v->last = 0;
    v->heard = false;
    v->rung = order->rings;
    if ((!order->rings || ring(v)) && !play(v, order))
        speak(v, text, order->lang, order->rate);
    end_making(v, v->serial, utf8_count(text));
}

static bool drop_samples(void *self, const int16_t *mono, int count) {
    (void)self, (void)mono, (void)count;
    return true;
}

static void drop_word(void *self, int from, int to, int64_t at) {
    (void)self, (void)from, (void)to, (void)at;
}

/* The library, its data and the dictionary of a language are loaded by the first sound, which is
   not heard: else the first word waits up to 222 ms for them. */
static void warm(const Voice *v) {
    Error error = {0};
    if (v->warm_recorded)
        libav_load(&error);
    if (v->warm_lang[0] && espeak_load(&error))
        espeak_say(LIT("a"), v->warm_lang, RATE_USUAL, (EspeakSink){NULL, drop_samples, drop_word});
}

static bool has_order(const Voice *v) {
    return v->making.serial && v->making.serial != v->serial;
}

/* Takes the text with it: the main thread may have another one meanwhile. What a visitor has heard
   is not kept. */
static void *run(void *self) {
    Voice *v = self;
    warm(v);
    pthread_mutex_lock(&v->lock);
    while (!v->quits) {
        if (!has_order(v)) {
            pthread_cond_wait(&v->changed, &v->lock);
            continue;
        }
        Making order = v->making;
        v->making.text = (Slice){0};
        v->making.recorded = (Recorded){{0}, {0}};
        v->taken = 1 - v->taken;
        v->serial = order.serial;
        pthread_mutex_unlock(&v->lock);
        make(v, &order);
        arena_wipe(&v->words[v->taken]);
        pthread_mutex_lock(&v->lock);
    }
    pthread_mutex_unlock(&v->lock);
    return NULL;
}

/* ---- the main thread ------------------------------------------------------------------------- */

static void fill(void *self, float *stereo, int frames) {
    sound_mix(((Voice *)self)->sound, stereo, frames, clock_us());
}

Voice *voice_open(VoiceSpec spec) {
    Voice *v = calloc(1, sizeof *v);
    if (!v)
        abort();
    v->spec = spec;
    pthread_mutex_init(&v->lock, NULL);
    pthread_cond_init(&v->changed, NULL);
    if (spec.staged)
        return v;
    v->words[0].locked = v->words[1].locked = true;
    v->sound = sound_open((int64_t)spec.sound_delay_ms * 1000);
    v->speaker = speaker_open(fill, v);
    return v;
}

/* With the first visitor who could listen: a kiosk that waits has no such thread. */
static void begin_thread(Voice *v, const SpeechWish *wish) {
    if (v->begun || v->alone)
        return;
    if (wish->soon && wish->lang)
        strncpy(v->warm_lang, wish->lang, sizeof v->warm_lang - 1);
    v->warm_recorded = wish->soon && wish->some_recorded;
    v->begun = pthread_create(&v->thread, NULL, run, v) == 0;
    v->alone = !v->begun;
    if (v->alone && !atomic_exchange(&broken, true))
        log_line("voice", "no thread for it: texts are only shown");
}

void voice_close(Voice *v) {
    if (!v)
        return;
    pthread_mutex_lock(&v->lock);
    v->quits = true;
    pthread_cond_broadcast(&v->changed);
    pthread_mutex_unlock(&v->lock);
    if (v->begun)
        pthread_join(v->thread, NULL);
    speaker_close(v->speaker);
    sound_close(v->sound);
    if (!v->spec.staged)
        espeak_unload();
    for (int i = 0; i < 2; i++) {
        arena_wipe(&v->words[i]);
        arena_free(&v->words[i]);
    }
    free(v->making.word);
    free(v);
}

/* Steps of 5 dB, the loudest as it was made. */
static float gain(int loudness) {
    return powf(10, (float)(loudness - SPEECH_LOUDEST) * 5 / 20);
}

static void order(Voice *v, SpeechWish wish) {
    sound_begin(v->sound, wish.serial, 0);
    pthread_mutex_lock(&v->lock);
    Making *m = &v->making;
    Arena *next = &v->words[1 - v->taken];
    arena_wipe(next);
    Recorded recorded = {{0}, {0}};
    if (wish.recorded.name.len)
        recorded =
            (Recorded){arena_copy(next, wish.recorded.name), arena_copy(next, wish.recorded.bytes)};
    *m = (Making){.serial = wish.serial,
                  .text = arena_copy(next, wish.text),
                  .recorded = recorded,
                  .rate = wish.rate,
                  .rings = wish.rings,
                  .word = m->word,
                  .room = m->room};
    strncpy(m->lang, wish.lang ? wish.lang : "", sizeof m->lang - 1);
    pthread_cond_broadcast(&v->changed);
    pthread_mutex_unlock(&v->lock);
    begin_thread(v, &wish);
}

/* What is being made is of no use, what was not begun is forgotten. */
static void hush(Voice *v) {
    sound_begin(v->sound, 0, 0);
    pthread_mutex_lock(&v->lock);
    v->making.serial = 0;
    v->making.text = (Slice){0};
    v->making.recorded = (Recorded){{0}, {0}};
    arena_wipe(&v->words[1 - v->taken]);
    pthread_cond_broadcast(&v->changed);
    pthread_mutex_unlock(&v->lock);
}

static Millis staged_at(const Voice *v) {
    return v->spoken + (v->wish.serial && !v->wish.paused ? v->now - v->since : 0);
}

static void follow_staged(Voice *v, SpeechWish wish, bool other) {
    v->spoken = other ? 0 : staged_at(v);
    v->since = v->now;
    v->wish = wish;
}

void voice_keep(Voice *v) {
    bool plays = v->wish.serial && !v->wish.paused;
    if (v->spec.staged)
        return;
    speaker_play(v->speaker, plays, true);
    sound_run(v->sound, plays && !speaker_opens(v->speaker), clock_us());
}

void voice_follow(Voice *v, SpeechWish wish) {
    bool other = wish.serial != v->wish.serial;
    if (v->spec.staged) {
        follow_staged(v, wish, other);
        return;
    }
    if (wish.soon)
        begin_thread(v, &wish);
    if (other && wish.serial)
        order(v, wish);
    else if (other)
        hush(v);
    v->wish = wish;
    v->wish.text = (Slice){0};
    v->wish.recorded = (Recorded){{0}, {0}};
    sound_loudness(v->sound, gain(wish.loudness));
    voice_keep(v);
}

/* ---- reports --------------------------------------------------------------------------------- */

static SpeechReport report_staged(const Voice *v) {
    Slice text = v->wish.text;
    Millis at = staged_at(v), length = (Millis)utf8_count(text) * SIGN_MS;
    SpeechReport report = {.serial = v->wish.serial, .done = at >= length};
    if (!v->wish.paused)
        report.wake = length > at ? length - at : 1;
    return report;
}

static Millis milliseconds(int64_t us) {
    return us < 1000 ? 1 : us / 1000 + 1;
}

static SpeechReport report_making(const Making *m, int64_t at_us) {
    SpeechReport report = {.serial = m->serial, .wake = m->made ? 0 : SOON_MS};
    for (int i = 0; i < m->words; i++) {
        if (m->word[i].at_us > at_us) {
            report.wake = milliseconds(m->word[i].at_us - at_us);
            break;
        }
        report.from = m->word[i].from;
        report.to = m->word[i].to;
    }
    report.done = m->made && at_us >= m->length_us;
    if (m->made && !report.wake)
        report.wake = milliseconds(m->length_us - at_us);
    return report;
}

SpeechReport voice_report(Voice *v) {
    if (!v->wish.serial)
        return (SpeechReport){0};
    if (v->spec.staged)
        return report_staged(v);
    if (v->alone)
        return (SpeechReport){.serial = v->wish.serial, .done = true};
    int64_t at_us = sound_at(v->sound, clock_us());
    pthread_mutex_lock(&v->lock);
    SpeechReport report = report_making(&v->making, at_us);
    pthread_cond_broadcast(&v->changed); /* there may be room again */
    pthread_mutex_unlock(&v->lock);
    if (speaker_opens(v->speaker))
        report.wake = OPENING_MS;
    if (v->wish.paused)
        report.wake = 0;
    return report;
}

void voice_rest(Voice *v) {
    speaker_rest(v->speaker);
    if (atomic_exchange(&v->decoded, false))
        libav_rest();
}

void voice_set_time(Voice *v, Millis now) {
    v->now = now;
}
