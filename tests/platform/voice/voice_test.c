/* The voice itself, through a sound device that nobody hears: words come in order, another wish
   breaks off what is said, and a language without a voice is passed over. */
#include "platform/voice/voice.h"

#include "support/test.h"

#include <SDL2/SDL.h>
#include <stdlib.h>
#include <time.h>

#define TURNS_MOST 12000 /* of 5 ms: far more than any of this takes */

static Voice *voice;

static SpeechWish wish_of(unsigned serial, const char *text, const char *lang) {
    return (SpeechWish){.serial = serial, .text = slice_from(text), .lang = lang};
}

static SpeechReport turn(SpeechWish wish) {
    nanosleep(&(struct timespec){0, 5000000}, NULL);
    voice_follow(voice, wish);
    return voice_report(voice);
}

static void test_words_come_in_order(void **state) {
    (void)state;
    SpeechWish wish = wish_of(1, "Écouter « la » fraise", "fr");
    static const char *const WORDS[] = {"Écouter", "la", "fraise"};
    int word = 0, last = -1;
    SpeechReport report = {0};
    for (int i = 0; i < TURNS_MOST && !report.done; i++) {
        report = turn(wish);
        if (report.to <= report.from || report.from == last)
            continue;
        last = report.from;
        assert_true(word < 3);
        assert_true(slice_is(slice_cut(wish.text, report.from, report.to), WORDS[word++]));
    }
    assert_true(report.done);
    assert_int_equal(word, 3);
}

static void test_another_wish_breaks_off(void **state) {
    (void)state;
    SpeechWish longer = wish_of(2, "Un texte qui dure, et qui dure, et qui dure encore.", "fr");
    for (int i = 0; i < TURNS_MOST && !turn(longer).to; i++)
        ;
    SpeechWish next = wish_of(3, "Fini.", "fr");
    SpeechReport report = turn(next);
    assert_int_equal(report.serial, 3);
    for (int i = 0; i < TURNS_MOST && !report.done; i++) {
        report = turn(next);
        assert_int_equal(report.serial, 3);
        assert_true(report.to <= next.text.len);
    }
    assert_true(report.done);
}

static void test_paused_nothing_goes_on(void **state) {
    (void)state;
    SpeechWish wish = wish_of(4, "Une phrase.", "fr");
    for (int i = 0; i < TURNS_MOST && !turn(wish).to; i++)
        ;
    wish.paused = true;
    SpeechReport paused = turn(wish), later = paused;
    for (int i = 0; i < 100; i++)
        later = turn(wish);
    assert_int_equal(later.from, paused.from);
    assert_false(later.done);
    assert_int_equal(later.wake, 0); /* and nothing wakes the kiosk */
}

/* Text only: the reader goes on when it would have been said. */
static void test_a_language_without_a_voice(void **state) {
    (void)state;
    SpeechWish wish = wish_of(5, "Hm", "xq");
    SpeechReport report = {0};
    for (int i = 0; i < TURNS_MOST && !report.done; i++)
        report = turn(wish);
    assert_true(report.done);
    assert_int_equal(report.to, 0);
}

static void test_a_bell_alone(void **state) {
    (void)state;
    SpeechWish wish = wish_of(6, "", "fr");
    wish.rings = true;
    SpeechReport report = {0};
    for (int i = 0; i < TURNS_MOST && !report.done; i++)
        report = turn(wish);
    assert_true(report.done);
}

static void test_silence(void **state) {
    (void)state;
    SpeechReport report = turn((SpeechWish){0});
    assert_int_equal(report.serial, 0);
    assert_false(report.done);
}

static int setup(void **state) {
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    voice = voice_open((VoiceSpec){.sound_delay_ms = 40});
    return voice_is_there() ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    voice_close(voice);
    SDL_Quit();
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_come_in_order),
        cmocka_unit_test(test_another_wish_breaks_off),
        cmocka_unit_test(test_paused_nothing_goes_on),
        cmocka_unit_test(test_a_language_without_a_voice),
        cmocka_unit_test(test_a_bell_alone),
        cmocka_unit_test(test_silence),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
