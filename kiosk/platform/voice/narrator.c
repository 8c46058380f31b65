#include "platform/voice/narrator.h"

#include "base/arena.h"
#include "base/log.h"
#include "platform/voice/espeak.h"
#include "video/recording.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define SOON_MS 20 /* until there is more to be told of words that are only being made */
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

struct Narrator {
    Sound *sound;
    pthread_t thread;
    bool begun, quits, alone; /* alone: there is no thread to be had */
    char warm_lang[LANG_BYTES];
    bool warm_recorded;
    atomic_bool decoded; /* since the last rest */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Making making;
    Arena words[2]; /* one is the thread's, the other the next order's */
    int taken;      /* which is the thread's */
    /* of the thread: */
    unsigned serial;
    int64_t pushed; /* samples of the sound */
    bool heard;     /* some of them are words */
    bool rung;      /* a bell came before the words */
    double phase;
    float last;
};

static atomic_bool broken; /* there is no voice to be loaded: said once */

bool narrator_is_broken(void) {
    return atomic_load(&broken);
}

static int64_t micros(int64_t samples) {
    return samples * 1000 / (SOUND_RATE / 1000);
}

/* ---- the thread ------------------------------------------------------------------------------ */

static bool is_stale(const Narrator *n) {
    return n->quits || n->making.serial != n->serial;
}

/* Waits for room in the ring; false: something else is to be said. */
static bool wait_for_room(Narrator *n) {
    pthread_mutex_lock(&n->lock);
    while (!is_stale(n) && sound_waiting(n->sound) > AHEAD)
        pthread_cond_wait(&n->changed, &n->lock);
    bool goes_on = !is_stale(n);
    pthread_mutex_unlock(&n->lock);
    return goes_on;
}

static bool push(Narrator *n, const float *stereo, int frames) {
    if (!wait_for_room(n))
        return false;
    sound_push(n->sound, n->serial, micros(n->pushed), stereo, frames);
    n->pushed += frames;
    return true;
}

/* Straight lines between the samples of the voice: it has little above what they bend. */
static bool take_samples(void *self, const int16_t *mono, int count) {
    Narrator *n = self;
    float stereo[2 * CHUNK];
    double step = (double)espeak_load(&(Error){0}) / SOUND_RATE;
    int frames = 0;
    n->heard |= count > 0;
    for (int i = 0; i < count; i++) {
        float next = mono[i] / 32768.0f;
        for (; n->phase < 1; n->phase += step) {
            stereo[2 * frames] = stereo[2 * frames + 1] =
                n->last + (next - n->last) * (float)n->phase;
            if (++frames == CHUNK && !push(n, stereo, frames))
                return false;
            frames %= CHUNK;
        }
        n->phase -= 1;
        n->last = next;
    }
    return !frames || push(n, stereo, frames);
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
    Narrator *n = self;
    int64_t bell = n->rung ? BELL_SAMPLES : 0;
    int64_t rate = espeak_load(&(Error){0});
    pthread_mutex_lock(&n->lock);
    if (!is_stale(n))
        add_word(&n->making, (HeardWord){from, to, micros(bell) + at * 1000000 / rate});
    pthread_mutex_unlock(&n->lock);
}

/* A soft one: a fifth that fades. */
static bool ring(Narrator *n) {
    float stereo[2 * CHUNK];
    const double turn = 2 * acos(-1);
    for (int at = 0; at < BELL_SAMPLES; at += CHUNK) {
        int frames = BELL_SAMPLES - at < CHUNK ? BELL_SAMPLES - at : CHUNK;
        for (int i = 0; i < frames; i++) {
            double t = (double)(at + i) / SOUND_RATE, fade = 0.3 * exp(-8 * t);
            double wave = sin(turn * 660 * t) + sin(turn * 990 * t) / 2;
            stereo[2 * i] = stereo[2 * i + 1] = (float)(fade * wave);
        }
        if (!push(n, stereo, frames))
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

static void speak(Narrator *n, Slice text, const char *lang, SpeechRate rate) {
    Error error = {0};
    if (!text.len)
        return;
    if (!espeak_load(&error)) {
        if (!atomic_exchange(&broken, true))
            log_line("voice", "%s", error.text);
        return;
    }
    if (!espeak_say(text, lang, rate, (EspeakSink){n, take_samples, take_word}) &&
        is_new(slice_from(lang)))
        log_line("voice", "there is no voice for %s: its texts are only shown", lang);
}

static bool take_recorded(void *self, const float *stereo, int frames) {
    Narrator *n = self;
    n->heard |= frames > 0;
    return push(n, stereo, frames);
}

/* Of one that breaks off the whole sentence is said again: a word twice is better than none. */
static bool play(Narrator *n, const Making *order) {
    Error error;
    Slice name = order->recorded.name;
    if (!name.len)
        return false;
    atomic_store(&n->decoded, true);
    if (!recording_decode(order->recorded.bytes, (RecordingSink){n, take_recorded}, &error).fault)
        return true;
    if (is_new(name))
        log_line("voice", "the recording " SLICE_FMT " is not played: %s", SLICE_ARG(name),
                 error.text);
    return false;
}

/* A text that nobody can say stays for as long as it would have taken. */
static void end_making(Narrator *n, unsigned serial, int letters) {
    pthread_mutex_lock(&n->lock);
    int64_t silent_us = n->heard ? 0 : (int64_t)letters * SIGN_MS * 1000;
    if (n->making.serial == serial) {
        n->making.made = true;
        n->making.length_us = micros(n->pushed) + silent_us;
    }
    pthread_mutex_unlock(&n->lock);
    sound_finish(n->sound, serial);
}

static void make(Narrator *n, const Making *order) {
    Slice text = order->text;
    n->pushed = 0;
    n->phase = 0;
    n->last = 0;
    n->heard = false;
    n->rung = order->rings;
    if ((!order->rings || ring(n)) && !play(n, order))
        speak(n, text, order->lang, order->rate);
    end_making(n, n->serial, utf8_count(text));
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
static void warm(const Narrator *n) {
    Error error = {0};
    if (n->warm_recorded)
        libav_load(&error);
    if (n->warm_lang[0] && espeak_load(&error))
        espeak_say(LIT("a"), n->warm_lang, RATE_USUAL, (EspeakSink){NULL, drop_samples, drop_word});
}

static bool has_order(const Narrator *n) {
    return n->making.serial && n->making.serial != n->serial;
}

/* Takes the text with it: the main thread may have another one meanwhile. What a visitor has heard
   is not kept. */
static void *run(void *self) {
    Narrator *n = self;
    warm(n);
    pthread_mutex_lock(&n->lock);
    while (!n->quits) {
        if (!has_order(n)) {
            pthread_cond_wait(&n->changed, &n->lock);
            continue;
        }
        Making order = n->making;
        n->making.text = (Slice){0};
        n->making.recorded = (Recorded){{0}, {0}};
        n->taken = 1 - n->taken;
        n->serial = order.serial;
        pthread_mutex_unlock(&n->lock);
        make(n, &order);
        arena_wipe(&n->words[n->taken]);
        pthread_mutex_lock(&n->lock);
    }
    pthread_mutex_unlock(&n->lock);
    return NULL;
}

/* ---- who orders ------------------------------------------------------------------------------ */

Narrator *narrator_open(Sound *sound) {
    Narrator *n = calloc(1, sizeof *n);
    if (!n)
        abort();
    n->sound = sound;
    n->words[0].locked = n->words[1].locked = true;
    pthread_mutex_init(&n->lock, NULL);
    pthread_cond_init(&n->changed, NULL);
    return n;
}

void narrator_begin(Narrator *n, const SpeechWish *wish) {
    if (n->begun || n->alone)
        return;
    if (wish->soon && wish->lang)
        strncpy(n->warm_lang, wish->lang, sizeof n->warm_lang - 1);
    n->warm_recorded = wish->soon && wish->some_recorded;
    n->begun = pthread_create(&n->thread, NULL, run, n) == 0;
    n->alone = !n->begun;
    if (n->alone && !atomic_exchange(&broken, true))
        log_line("voice", "no thread for it: texts are only shown");
}

void narrator_close(Narrator *n) {
    pthread_mutex_lock(&n->lock);
    n->quits = true;
    pthread_cond_broadcast(&n->changed);
    pthread_mutex_unlock(&n->lock);
    if (n->begun)
        pthread_join(n->thread, NULL);
    for (int i = 0; i < 2; i++) {
        arena_wipe(&n->words[i]);
        arena_free(&n->words[i]);
    }
    free(n->making.word);
    free(n);
}

static Recorded recorded_kept(Arena *arena, Recorded wished) {
    if (!wished.name.len)
        return (Recorded){{0}, {0}};
    return (Recorded){arena_copy(arena, wished.name), arena_copy(arena, wished.bytes)};
}

void narrator_order(Narrator *n, const SpeechWish *wish) {
    sound_begin(n->sound, wish->serial, 0);
    pthread_mutex_lock(&n->lock);
    Making *m = &n->making;
    Arena *next = &n->words[1 - n->taken];
    arena_wipe(next);
    *m = (Making){.serial = wish->serial,
                  .text = arena_copy(next, wish->text),
                  .recorded = recorded_kept(next, wish->recorded),
                  .rate = wish->rate,
                  .rings = wish->rings,
                  .word = m->word,
                  .room = m->room};
    strncpy(m->lang, wish->lang ? wish->lang : "", sizeof m->lang - 1);
    pthread_cond_broadcast(&n->changed);
    pthread_mutex_unlock(&n->lock);
    narrator_begin(n, wish);
}

/* What is being made is of no use, what was not begun is forgotten. */
void narrator_hush(Narrator *n) {
    sound_begin(n->sound, 0, 0);
    pthread_mutex_lock(&n->lock);
    n->making.serial = 0;
    n->making.text = (Slice){0};
    n->making.recorded = (Recorded){{0}, {0}};
    arena_wipe(&n->words[1 - n->taken]);
    pthread_cond_broadcast(&n->changed);
    pthread_mutex_unlock(&n->lock);
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

SpeechReport narrator_report(Narrator *n, unsigned serial, int64_t at_us) {
    if (n->alone)
        return (SpeechReport){.serial = serial, .done = true};
    pthread_mutex_lock(&n->lock);
    SpeechReport report = report_making(&n->making, at_us);
    pthread_cond_broadcast(&n->changed); /* there may be room again */
    pthread_mutex_unlock(&n->lock);
    return report;
}

void narrator_rest(Narrator *n) {
    if (atomic_exchange(&n->decoded, false))
        libav_rest();
}
