#include "platform/window/finger.h"

#include "support/test.h"

static Finger finger;
static Touch touch;

static bool take(RawKind kind, int64_t id, Millis when) {
    return finger_take(&finger, (RawTouch){kind, id, {10, 20}, when}, &touch);
}

static int begin(void **state) {
    (void)state;
    finger = (Finger){0};
    return 0;
}

static void test_one_finger(void **state) {
    (void)state;
    assert_true(take(RAW_FINGER_DOWN, 1, 0));
    assert_int_equal(touch.kind, TOUCH_PRESS);
    assert_true(take(RAW_FINGER_MOVE, 1, 10));
    assert_true(take(RAW_FINGER_UP, 1, 20));
    assert_int_equal(touch.kind, TOUCH_RELEASE);
}

static bool is_second(TouchKind kind) {
    return kind == TOUCH_SECOND || kind == TOUCH_SECOND_GONE;
}

static void test_only_the_first_finger_presses(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    assert_true(take(RAW_FINGER_DOWN, 2, 5) && touch.kind == TOUCH_SECOND);
    assert_true(take(RAW_FINGER_MOVE, 2, 6) && touch.kind == TOUCH_SECOND);
    assert_true(take(RAW_FINGER_MOVE, 1, 6) && touch.kind == TOUCH_MOVE);
    assert_false(take(RAW_FINGER_DOWN, 3, 6));
    assert_false(take(RAW_FINGER_MOVE, 3, 6));
    assert_false(take(RAW_FINGER_UP, 3, 6));
    assert_true(take(RAW_FINGER_UP, 2, 7) && touch.kind == TOUCH_SECOND_GONE);
    assert_false(take(RAW_FINGER_MOVE, 2, 7));
    assert_true(take(RAW_FINGER_UP, 1, 8) && touch.kind == TOUCH_RELEASE);
}

static void test_a_mouse_has_no_second_finger(void **state) {
    (void)state;
    assert_true(take(RAW_MOUSE_DOWN, 0, 0));
    assert_false(take(RAW_FINGER_DOWN, 1, 5) && is_second(touch.kind));
    assert_false(take(RAW_FINGER_MOVE, 1, 6));
}

static void test_a_second_finger_left_behind_does_not_take_over(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    take(RAW_FINGER_DOWN, 2, 5);
    assert_true(take(RAW_FINGER_UP, 1, 8));
    assert_false(take(RAW_FINGER_MOVE, 2, 9));
    assert_true(take(RAW_FINGER_UP, 2, 11) && touch.kind == TOUCH_SECOND_GONE);
    assert_false(take(RAW_FINGER_UP, 2, 11));
    assert_true(take(RAW_FINGER_DOWN, 4, 13));
}

/* Of two people one holds a finger still while the other answers, and answers again. */
static void test_a_second_finger_left_behind_silences_nobody(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    take(RAW_FINGER_DOWN, 2, 5);
    assert_true(take(RAW_FINGER_UP, 1, 60));
    assert_true(take(RAW_FINGER_DOWN, 1, 120) && touch.kind == TOUCH_PRESS);
    assert_false(take(RAW_FINGER_MOVE, 2, 130)); /* it has given way */
    assert_false(take(RAW_FINGER_UP, 2, 140));
    assert_true(take(RAW_FINGER_UP, 1, 180) && touch.kind == TOUCH_RELEASE);
}

static void test_the_mouse_that_echoes_a_finger_is_dropped(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 1000);
    assert_false(take(RAW_MOUSE_DOWN, 0, 1001));
    take(RAW_FINGER_UP, 1, 1050);
    assert_false(take(RAW_MOUSE_DOWN, 0, 1700));
    assert_false(take(RAW_MOUSE_UP, 0, 1701));
    assert_true(take(RAW_MOUSE_DOWN, 0, 1751));
    assert_true(take(RAW_MOUSE_UP, 0, 1760));
}

static void test_a_hand_on_the_glass_lets_go(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    for (int id = 2; id <= 4; id++)
        assert_true(!take(RAW_FINGER_DOWN, id, id) || is_second(touch.kind));
    assert_true(take(RAW_FINGER_DOWN, 5, 5));
    assert_int_equal(touch.kind, TOUCH_CANCEL);
    assert_false(take(RAW_FINGER_UP, 1, 6));
    assert_false(take(RAW_FINGER_UP, 2, 6));
}

/* Also when the first of its fingers has lifted by then. */
static void test_a_hand_on_the_glass_lets_go_of_the_second(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    take(RAW_FINGER_DOWN, 2, 1);
    assert_true(take(RAW_FINGER_UP, 1, 2) && touch.kind == TOUCH_RELEASE);
    for (int id = 3; id <= 5; id++)
        take(RAW_FINGER_DOWN, id, id);
    assert_true(take(RAW_FINGER_DOWN, 6, 6) && touch.kind == TOUCH_CANCEL);
    for (int id = 2; id <= 6; id++)
        assert_false(take(RAW_FINGER_UP, id, 7));
}

/* Two people who play: whoever lifts first, both are told. */
static void test_two_hands_are_both_told(void **state) {
    (void)state;
    for (Millis when = 0; when < 60000; when += 1000)
        for (int first = 1; first <= 2; first++, when += 1000) {
            assert_true(take(RAW_FINGER_DOWN, 1, when) && touch.kind == TOUCH_PRESS);
            assert_true(take(RAW_FINGER_DOWN, 2, when + 5) && touch.kind == TOUCH_SECOND);
            assert_true(take(RAW_FINGER_UP, first, when + 60));
            assert_int_equal(touch.kind, first == 1 ? TOUCH_RELEASE : TOUCH_SECOND_GONE);
            assert_true(take(RAW_FINGER_UP, 3 - first, when + 70));
            assert_int_equal(touch.kind, first == 1 ? TOUCH_SECOND_GONE : TOUCH_RELEASE);
        }
}

static bool presses(int64_t id, Millis when) {
    return take(RAW_FINGER_DOWN, id, when) && touch.kind == TOUCH_PRESS;
}

static bool taps(int64_t id, Millis when) {
    return presses(id, when) && take(RAW_FINGER_UP, id, when + 60) && touch.kind == TOUCH_RELEASE;
}

/* Whoever touches every second while one "up" is lost is heard each time. */
static void test_an_up_that_never_comes(void **state) {
    (void)state;
    assert_true(presses(1, 0));
    for (int i = 1; i <= 60; i++)
        assert_true(taps(10 + i, i * 1000));
    assert_true(presses(1, 61000)); /* its number is used again */
}

static void test_a_finger_told_down_twice(void **state) {
    (void)state;
    assert_true(presses(1, 0));
    assert_true(presses(1, 400)); /* the "up" between was lost: this is where it taps now */
    assert_true(take(RAW_FINGER_UP, 1, 460) && touch.kind == TOUCH_RELEASE);
    assert_false(take(RAW_FINGER_UP, 1, 470));
    assert_true(taps(1, 1000));
}

static void test_a_sleeve_that_trembles_at_the_edge(void **state) {
    (void)state;
    assert_true(presses(1, 0));
    for (int i = 1; i <= 60; i++) {
        for (int move = 0; move < 9; move++)
            take(RAW_FINGER_MOVE, 1, i * 1000 - 900 + move * 100);
        assert_true(taps(10, i * 1000));
    }
    assert_false(take(RAW_FINGER_UP, 1, 61000)); /* it was let go long ago */
}

/* A palm is let go, and does not hold others off for longer than it took to come. */
static void test_a_palm_that_rests(void **state) {
    (void)state;
    for (int id = 1; id <= 6; id++)
        take(RAW_FINGER_DOWN, id, id);
    assert_false(take(RAW_FINGER_DOWN, 7, 300));
    for (int i = 1; i < 60; i++) {
        take(RAW_FINGER_MOVE, i % 6 + 1, i * 1000 - 10);
        assert_true(taps(20, i * 1000));
    }
}

static void test_a_mouse_button_that_is_never_let_go(void **state) {
    (void)state;
    assert_true(take(RAW_MOUSE_DOWN, 0, 0) && touch.kind == TOUCH_PRESS);
    assert_true(taps(1, FINGER_YOUNG_MS));
    assert_true(take(RAW_MOUSE_DOWN, 0, 5000) && touch.kind == TOUCH_PRESS);
    assert_true(take(RAW_MOUSE_DOWN, 0, 5100) && touch.kind == TOUCH_PRESS);
}

static void test_a_trembling_sleeve_does_not_silence_the_mouse(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    take(RAW_FINGER_MOVE, 1, 990);
    assert_true(take(RAW_MOUSE_DOWN, 0, 1000) && touch.kind == TOUCH_PRESS);
}

/* ---- anything at all, and then a tap --------------------------------------------------------- */

static uint64_t dice = 20261128;

/* xorshift64*: the same streams every time. */
static unsigned below(unsigned bound) {
    dice ^= dice >> 12;
    dice ^= dice << 25;
    dice ^= dice >> 27;
    return (unsigned)((dice * 0x2545F4914F6CDD1DULL) >> 33) % bound;
}

/* Nothing moves or lifts that never came down; a second finger comes to a first, and may stay. */
static void expect_sense(bool *pressed, bool *second) {
    switch (touch.kind) {
    case TOUCH_PRESS:
        *pressed = true;
        *second = false;
        break;
    case TOUCH_SECOND:
        assert_true(*pressed);
        *second = true;
        break;
    case TOUCH_SECOND_GONE:
        assert_true(*second);
        *second = false;
        break;
    case TOUCH_CANCEL:
        assert_true(*pressed || *second);
        *pressed = *second = false;
        break;
    case TOUCH_MOVE:
    case TOUCH_RELEASE:
        assert_true(*pressed);
        *pressed = touch.kind == TOUCH_MOVE;
        break;
    }
}

/* Hands on the glass, whose events are lost, doubled or come late; what is said must make sense all
   the same. */
static Millis rage(int fingers, int events, Millis now) {
    bool pressed = false, second = finger.pair;
    RawTouch late = {RAW_FINGER_UP, 0, {0, 0}, 0};
    for (int i = 0; i < events; i++) {
        now += below(below(10) ? 60 : 1500);
        Point at = {(int)below(1920), (int)below(1080)};
        RawTouch raw = {(RawKind)below(6), below((unsigned)fingers), at, now};
        bool lost = below(5) == 0, doubled = below(5) == 0, held_back = below(5) == 0;
        if (held_back) {
            RawTouch other = late;
            late = raw;
            raw = other;
            raw.when = now;
        }
        for (int n = lost ? 0 : doubled ? 2 : 1; n > 0; n--) {
            if (!finger_take(&finger, raw, &touch))
                continue;
            expect_sense(&pressed, &second);
        }
    }
    return now;
}

/* What is left on the glass goes on for a second: it trembles, wanders, lifts; nobody new comes. */
static Millis tail(int fingers, Millis now) {
    Millis end = now + 1000;
    for (now += below(100); now < end; now += below(100) + 1)
        take(below(8) ? RAW_FINGER_MOVE : RAW_FINGER_UP, below((unsigned)fingers), now);
    return end;
}

static void test_after_any_stream_and_a_second_a_tap_is_heard(void **state) {
    (void)state;
    Millis now = 0;
    for (int round = 0; round < 20000; round++) {
        int fingers = 1 + (int)below(12);
        if (below(4) == 0)
            begin(NULL);
        now = rage(fingers, (int)below(80), now);
        now = tail(fingers, now);
        assert_true(taps(below(2) ? 1000 : below((unsigned)fingers), now));
        now += 100;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_one_finger, begin),
        cmocka_unit_test_setup(test_only_the_first_finger_presses, begin),
        cmocka_unit_test_setup(test_a_mouse_has_no_second_finger, begin),
        cmocka_unit_test_setup(test_a_second_finger_left_behind_does_not_take_over, begin),
        cmocka_unit_test_setup(test_a_second_finger_left_behind_silences_nobody, begin),
        cmocka_unit_test_setup(test_the_mouse_that_echoes_a_finger_is_dropped, begin),
        cmocka_unit_test_setup(test_a_hand_on_the_glass_lets_go, begin),
        cmocka_unit_test_setup(test_a_hand_on_the_glass_lets_go_of_the_second, begin),
        cmocka_unit_test_setup(test_two_hands_are_both_told, begin),
        cmocka_unit_test_setup(test_an_up_that_never_comes, begin),
        cmocka_unit_test_setup(test_a_finger_told_down_twice, begin),
        cmocka_unit_test_setup(test_a_sleeve_that_trembles_at_the_edge, begin),
        cmocka_unit_test_setup(test_a_palm_that_rests, begin),
        cmocka_unit_test_setup(test_a_mouse_button_that_is_never_let_go, begin),
        cmocka_unit_test_setup(test_a_trembling_sleeve_does_not_silence_the_mouse, begin),
        cmocka_unit_test_setup(test_after_any_stream_and_a_second_a_tap_is_heard, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
