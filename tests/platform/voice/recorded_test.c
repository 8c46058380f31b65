/* A recorded sentence through a sound device that writes down what it is given: it is what is
   heard, paused, broken off and as loud as everything else; one that is broken is spoken, and said
   once in the log. */
#include "platform/voice/voice.h"

#include "support/test.h"
#include "support/tone.h"

#include <SDL2/SDL.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TURNS_MOST 12000 /* of 5 ms: far more than any of this takes */

enum { HERTZ = 600, LONG_MS = 1000, LONGER_MS = 30000 };

static Voice *voice;
static Slice tone, longer;
static char heard_file[] = "/tmp/azimut-heard-XXXXXX";

static SpeechWish wish_of(unsigned serial, Slice sound) {
    return (SpeechWish){.serial = serial,
                        .text = LIT("Bonjour."),
                        .lang = "fr",
                        .recorded = {LIT("bonjour"), sound},
                        .loudness = SPEECH_LOUDEST};
}

static SpeechReport turn(SpeechWish wish) {
    nanosleep(&(struct timespec){0, 5000000}, NULL);
    voice_follow(voice, wish);
    return voice_report(voice);
}

/* To its end; true when a word of it was told. */
static bool listen(SpeechWish wish) {
    SpeechReport report = {0};
    bool words = false;
    for (int i = 0; i < TURNS_MOST && !report.done; i++) {
        report = turn(wish);
        words |= report.to > report.from;
    }
    assert_true(report.done);
    return words;
}

/* ---- what the device was given --------------------------------------------------------------- */

typedef struct Heard {
    int waves; /* that begin */
    float peak;
} Heard;

static Heard heard(void) {
    Heard all = {0};
    float stereo[2], last = 0;
    FILE *file = fopen(heard_file, "rb");
    assert_non_null(file);
    while (fread(stereo, sizeof stereo, 1, file) == 1) {
        all.peak = fmaxf(all.peak, fabsf(stereo[0]));
        all.waves += last <= 0 && stereo[0] > 0;
        last = stereo[0];
    }
    fclose(file);
    return all;
}

/* One for all that speak: eSpeak NG hangs when it is ended a second time. */
static int open_voice(void **state) {
    (void)state;
    if (!voice)
        voice = voice_open((VoiceSpec){.sound_delay_ms = 40});
    return 0;
}

/* So that the file is whole. */
static void close_voice(void) {
    voice_close(voice);
    voice = NULL;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void test_it_is_heard(void **state) {
    (void)state;
    assert_false(listen(wish_of(1, tone))); /* whole, and no word of it by itself */
    close_voice();
    Heard all = heard();
    assert_in_range(all.waves, HERTZ * LONG_MS / 1000 - 30, HERTZ * LONG_MS / 1000 + 5);
    assert_true(all.peak > 0.45f && all.peak < 0.55f);
}

static void test_as_loud_as_is_wished(void **state) {
    (void)state;
    SpeechWish wish = wish_of(2, tone);
    wish.loudness = SPEECH_LOUDEST - 4; /* 20 dB less */
    listen(wish);
    close_voice();
    Heard all = heard();
    assert_true(all.peak > 0.045f && all.peak < 0.055f);
}

static void test_paused_and_again(void **state) {
    (void)state;
    SpeechWish wish = wish_of(3, longer);
    SpeechReport report = {0};
    for (int i = 0; i < 20; i++)
        report = turn(wish);
    assert_false(report.done);
    wish.paused = true;
    for (int i = 0; i < 50; i++)
        report = turn(wish);
    assert_false(report.done);
    assert_int_equal(report.wake, 0); /* and nothing wakes the kiosk */
    wish.paused = false;
    assert_true(turn(wish).wake > 0);
    assert_false(listen(wish_of(4, tone)));
    assert_false(listen(wish_of(5, tone))); /* said again */
}

static void test_broken_off(void **state) {
    (void)state;
    SpeechWish wish = wish_of(6, longer);
    for (int i = 0; i < 10; i++)
        turn(wish);
    assert_int_equal(turn((SpeechWish){0}).serial, 0);
    SpeechWish next = {.serial = 7, .text = LIT("Fini."), .lang = "fr"};
    assert_true(listen(next)); /* and the voice says the next one, word by word */
}

static int lines_in(const char *file, const char *with) {
    char line[400];
    int count = 0;
    FILE *log = fopen(file, "r");
    assert_non_null(log);
    while (fgets(line, sizeof line, log))
        count += strstr(line, with) != NULL;
    fclose(log);
    return count;
}

/* What goes to standard error meanwhile lies in the file. */
static int turn_log_into(const char *file) {
    fflush(stderr);
    int was = dup(STDERR_FILENO), to = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(to, STDERR_FILENO);
    close(to);
    return was;
}

static void turn_log_back(int was) {
    fflush(stderr);
    dup2(was, STDERR_FILENO);
    close(was);
}

static void test_one_that_is_broken_is_spoken(void **state) {
    (void)state;
    char log[64];
    snprintf(log, sizeof log, "%s.log", heard_file);
    int was = turn_log_into(log);
    bool words = listen(wish_of(8, LIT("RIFF____WAVEnothing of it"))) &&
                 listen(wish_of(9, LIT("RIFF____WAVEnothing of it")));
    turn_log_back(was);
    assert_true(words);
    assert_int_equal(lines_in(log, "the recording bonjour is not played"), 1);
    unlink(log);
}

static int setup(void **state) {
    (void)state;
    int file = mkstemp(heard_file);
    if (file < 0)
        return -1;
    close(file);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", heard_file, 1);
    tone = tone_make(HERTZ, LONG_MS, 0.5);
    longer = tone_make(HERTZ, LONGER_MS, 0.5);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    close_voice();
    unlink(heard_file);
    tone_free(tone);
    tone_free(longer);
    SDL_Quit();
    return 0;
}

#define VOICE_TEST(name) cmocka_unit_test_setup(name, open_voice)

int main(void) {
    const struct CMUnitTest tests[] = {
        VOICE_TEST(test_it_is_heard),
        VOICE_TEST(test_as_loud_as_is_wished),
        VOICE_TEST(test_paused_and_again),
        VOICE_TEST(test_broken_off),
        VOICE_TEST(test_one_that_is_broken_is_spoken),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
