/* The short sounds as they are mixed: how long, how loud, where they begin and end. */
#include "video/earcons.h"

#include "support/test.h"

#include <math.h>
#include <string.h>

#define PART 1024 /* frames, as a device asks for them */
#define MOST (2 * EARCON_RATE)

static float heard[2 * MOST];

static void listen(EarconMix *mix, int frames) {
    for (int at = 0; at < frames; at += PART)
        earcons_mix(mix, heard + (size_t)2 * at, frames - at < PART ? frames - at : PART);
}

static float peak(int from, int to) {
    float most = 0;
    for (int i = 2 * from; i < 2 * to; i++)
        most = fmaxf(most, fabsf(heard[i]));
    return most;
}

static void begin(EarconMix *mix, unsigned serial, Earcon which) {
    earcons_begin(mix, (EarconWish){.serial = serial, .which = which});
}

static void test_silence_until_something_is_wished_for(void **state) {
    (void)state;
    EarconMix mix = {0};
    memset(heard, 1, sizeof heard);
    listen(&mix, MOST);
    assert_true(peak(0, MOST) == 0);
}

static void expect(Earcon which, int ms, float loudest, float softest) {
    EarconMix mix = {0};
    int length = ms * EARCON_RATE / 1000;
    begin(&mix, 1, which);
    listen(&mix, MOST);
    assert_true(peak(0, length) <= loudest);
    assert_true(peak(0, length) >= softest); /* it is there */
    assert_true(peak(length, MOST) == 0);
    assert_true(peak(length - length / 20, length) < loudest / 20); /* and does not break off */
    for (int i = 0; i < length; i++)
        assert_true(heard[2 * i] == heard[2 * i + 1]);
}

static void test_a_click_is_short_and_soft(void **state) {
    (void)state;
    assert_true(EARCON_CLICK_MS <= 15);
    expect(EARCON_CLICK, EARCON_CLICK_MS, 0.06f, 0.02f);
}

static void test_a_chord_is_over_within_a_second(void **state) {
    (void)state;
    assert_true(EARCON_CHORD_MS <= 1000);
    expect(EARCON_CHORD, EARCON_CHORD_MS, 0.16f, 0.04f);
}

/* A loudspeaker follows no leap. */
static void test_a_chord_rises_softly(void **state) {
    (void)state;
    for (int i = 1; i < earcon_frames(EARCON_CHORD); i++)
        assert_true(fabsf(earcon_sample(EARCON_CHORD, i) - earcon_sample(EARCON_CHORD, i - 1)) <
                    0.02f);
    assert_true(earcon_sample(EARCON_CHORD, 0) == 0 && earcon_sample(EARCON_CLICK, 0) == 0);
}

static double strength(double hertz, int from, int frames) {
    const double pi = acos(-1);
    double re = 0, im = 0;
    for (int i = 0; i < frames; i++) {
        double turn = 2 * pi * hertz * i / EARCON_RATE, x = heard[2 * (from + i)];
        re += x * cos(turn);
        im += x * sin(turn);
    }
    return hypot(re, im) / frames;
}

/* Once all three sound, C, E and G are strong and what lies between them is not. */
static void test_the_chord_is_c_major(void **state) {
    (void)state;
    EarconMix mix = {0};
    begin(&mix, 1, EARCON_CHORD);
    listen(&mix, MOST);
    int from = EARCON_RATE / 5, frames = EARCON_RATE / 2;
    double between = fmax(strength(591, from, frames), strength(719, from, frames));
    assert_true(strength(523.25, from, frames) > 5 * between);
    assert_true(strength(659.26, from, frames) > 5 * between);
    assert_true(strength(783.99, from, frames) > 5 * between);
}

/* Another touch is another click, also while the one before sounds; the same wish is none. */
static void test_the_next_begins_anew(void **state) {
    (void)state;
    EarconMix mix = {0};
    begin(&mix, 1, EARCON_CLICK);
    earcons_mix(&mix, heard, 100);
    begin(&mix, 2, EARCON_CLICK);
    earcons_mix(&mix, heard, 100);
    for (int i = 0; i < 100; i++)
        assert_true(heard[2 * i] == earcon_sample(EARCON_CLICK, i));
    begin(&mix, 2, EARCON_CLICK);
    earcons_mix(&mix, heard, 100);
    assert_true(heard[0] == earcon_sample(EARCON_CLICK, 100));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_silence_until_something_is_wished_for),
        cmocka_unit_test(test_a_click_is_short_and_soft),
        cmocka_unit_test(test_a_chord_is_over_within_a_second),
        cmocka_unit_test(test_a_chord_rises_softly),
        cmocka_unit_test(test_the_chord_is_c_major),
        cmocka_unit_test(test_the_next_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
