#include "platform/voice/voice.h"

#include "platform/video/speaker.h"
#include "platform/voice/espeak.h"
#include "platform/voice/narrator.h"
#include "video/sound.h"

#include <glob.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#define DEVICES "/dev/snd/pcmC*p"
#define OPENING_MS 5 /* until the device may be there: the first word waits for it */

struct Voice {
    VoiceSpec spec;
    Sound *sound;
    Speaker *speaker;
    Narrator *narrator;
    SpeechWish wish;
    Millis now, since, spoken; /* staged: when it went on, how much was said before */
};

bool voice_is_there(void) {
    glob_t found;
    if (narrator_is_broken())
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

static void fill(void *self, float *stereo, int frames) {
    sound_mix(((Voice *)self)->sound, stereo, frames, clock_us());
}

Voice *voice_open(VoiceSpec spec) {
    Voice *v = calloc(1, sizeof *v);
    if (!v)
        abort();
    v->spec = spec;
    if (spec.staged)
        return v;
    v->sound = sound_open((int64_t)spec.sound_delay_ms * 1000);
    v->narrator = narrator_open(v->sound);
    v->speaker = speaker_open(fill, v);
    return v;
}

void voice_close(Voice *v) {
    if (!v)
        return;
    if (!v->spec.staged) {
        narrator_close(v->narrator);
        speaker_close(v->speaker);
        sound_close(v->sound);
        espeak_unload();
    }
    free(v);
}

/* Steps of 5 dB, the loudest as it was made. */
static float gain(int loudness) {
    return powf(10, (float)(loudness - SPEECH_LOUDEST) * 5 / 20);
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
        narrator_begin(v->narrator, &wish);
    if (other && wish.serial)
        narrator_order(v->narrator, &wish);
    else if (other)
        narrator_hush(v->narrator);
    v->wish = wish;
    v->wish.text = (Slice){0};
    v->wish.recorded = (Recorded){{0}, {0}};
    sound_loudness(v->sound, gain(wish.loudness));
    voice_keep(v);
}

static SpeechReport report_staged(const Voice *v) {
    Slice text = v->wish.text;
    Millis at = staged_at(v), length = (Millis)utf8_count(text) * SIGN_MS;
    SpeechReport report = {.serial = v->wish.serial, .done = at >= length};
    if (!v->wish.paused)
        report.wake = length > at ? length - at : 1;
    return report;
}

SpeechReport voice_report(Voice *v) {
    if (!v->wish.serial)
        return (SpeechReport){0};
    if (v->spec.staged)
        return report_staged(v);
    int64_t at_us = sound_at(v->sound, clock_us());
    SpeechReport report = narrator_report(v->narrator, v->wish.serial, at_us);
    if (!report.done && speaker_opens(v->speaker))
        report.wake = OPENING_MS;
    if (v->wish.paused)
        report.wake = 0;
    return report;
}

void voice_rest(Voice *v) {
    speaker_rest(v->speaker);
    if (v->narrator)
        narrator_rest(v->narrator);
}

void voice_set_time(Voice *v, Millis now) {
    v->now = now;
}
